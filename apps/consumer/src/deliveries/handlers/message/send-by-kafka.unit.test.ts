import type { IntegrationWithCompany, MessageToSend, Store } from '@domovoy/store';
import { expect, test } from 'vitest';
import type { HandlerContext } from '../../handler.ts';
import type { MessagesOut } from './messages-out.ts';
import { byKafka } from './send-by-kafka.ts';

const message = {
  id: 1n,
  conversationId: 2n,
  abonentRosdomofonId: 3n,
  text: 'Мастер едет',
  phone: null,
  channel: 'support',
  sentAt: new Date(0),
} as unknown as MessageToSend;

/** Sends with this signal; what came of it, and how many records were produced. */
async function sendWith(signal: AbortSignal) {
  let produced = 0;
  const out: MessagesOut = {
    topic: 'MESSAGES_OUT_demo',
    send: async () => ({ topic: 'MESSAGES_OUT_demo', partition: 0, offset: BigInt(produced++) }),
    endFor: async () => ({ partition: 0, start: 0n, end: 0n }),
  };
  const context = { signal, record: () => {}, integration: {} as IntegrationWithCompany };
  const [result] = await Promise.allSettled([
    byKafka({} as Store, () => out).send(message, context as unknown as HandlerContext, {
      companyId: 1n,
      messageId: 1n,
      deliveryId: 1n,
      signUp: undefined,
    }),
  ]);
  return { result, produced };
}

test('an attempt whose time was over before it came to send produces nothing', async () => {
  const over = AbortSignal.abort(new DOMException('the attempt is given up', 'AbortError'));
  expect(await sendWith(over)).toMatchObject({
    result: { status: 'rejected', reason: { name: 'AbortError' } },
    produced: 0,
  });
});

test('control: in time it produces one record', async () => {
  expect(await sendWith(new AbortController().signal)).toMatchObject({
    result: { status: 'fulfilled', value: { outcome: 'delivered' } },
    produced: 1,
  });
});
