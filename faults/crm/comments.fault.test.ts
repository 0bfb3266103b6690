import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type ChatRound, playChatRounds } from '../harness/crm/chat-rounds.ts';
import { type CrmStack, PORTAL_TIMEOUT_MS, startCrmStack } from '../harness/crm/crm-stack.ts';
import { sendUntil } from '../harness/rounds/send-until.ts';

let stack: CrmStack;
beforeAll(async () => {
  stack = await startCrmStack({ auth: 'webhook', chatMode: 'timeline' });
});
afterAll(() => stack.close());
const stackOf = () => stack;

describe('without an application: what an abonent writes is one comment of their contact, what is answered there one message', () => {
  playChatRounds(stackOf, {
    name: 'chat as comments, kill -9: at a call of the portal',
    variants: ['afterEffect', 'beforeEffect', 'look'],
    async play(round) {
      stack.portal.only(/^crm\.timeline\.comment\.add contact/);
      await killAt(round);
    },
  });

  playChatRounds(stackOf, {
    name: 'chat as comments, the portal fails or hangs after the effect',
    variants: ['error-after', 'timeout-after', 'cut-after', 'html-after'],
    // The operator writes by the same call.
    load: { texts: [3, 5], replies: [0, 0] },
    async play(round) {
      const times = round.variant === 'timeout-after' ? 1 : round.random.int(1, 3);
      await stack.control('POST', '/bitrix24/faults', {
        kind: round.variant,
        call: 'crm.timeline.comment.add',
        times,
      });
      const left = async () => (await stack.control<{ faults: unknown[] }>('GET', '/bitrix24/faults')).faults;
      await sendUntil(expect.poll(left, { timeout: 120_000, interval: 50 }).toEqual([]), round);
    },
  });

  playChatRounds(stackOf, {
    name: 'chat as comments, the portal does it when the hub has given up',
    variants: ['late'],
    load: { texts: [3, 5], replies: [0, 0] },
    async play(round) {
      stack.portal.only(/^crm\.timeline\.comment\.add contact/);
      const late = async () => {
        await setTimeout(PORTAL_TIMEOUT_MS + 300);
        return 'pass' as const;
      };
      await sendUntil(stack.portalTraps.beforeEffect.set(late, { skips: round.random.int(0, 2) }), round);
    },
  });
});

async function killAt(round: ChatRound<'look' | 'beforeEffect' | 'afterEffect'>): Promise<void> {
  const action = async () => {
    await stack.consumer.kill9();
    return 'drop' as const;
  };
  const trap = stack.portalTraps[round.variant];
  await sendUntil(trap.set(action, { skips: round.random.int(0, 2) }), round);
  await stack.restartConsumer();
}
