import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ORDINARY_CHAT, prepareChatLoad, sendChatLoad } from '../harness/crm/chat-load.ts';
import { type ChatRound, playChatRounds } from '../harness/crm/chat-rounds.ts';
import { type CrmStack, startCrmStack } from '../harness/crm/crm-stack.ts';
import { judgeChat } from '../harness/judge/chat.ts';
import { seeded } from '../harness/parts/seeded.ts';
import { sendUntil } from '../harness/rounds/send-until.ts';
import { holdTable, untilSomeWait } from '../harness/seams/locks.ts';
import type { Trap } from '../harness/seams/trap.ts';

let stack: CrmStack;
beforeAll(async () => {
  stack = await startCrmStack({ auth: 'application', chatMode: 'open_line' });
  // As a portal sends them: some twice, none in a hurry.
  await stack.control('POST', '/bitrix24/event-delivery', { seed: 'chat', duplicated: 0.1, maxDelayMs: 50 });
});
afterAll(() => stack.close());
const stackOf = () => stack;

const SHOWN = /^imconnector\.send\.messages/;
const CONFIRMED = /^imconnector\.send\.status\.delivery/;

async function killAt(round: ChatRound<unknown>, trap: Trap, most: number): Promise<void> {
  const action = async () => {
    await stack.consumer.kill9();
    return 'drop' as const;
  };
  await sendUntil(trap.set(action, { skips: round.random.int(0, most) }), round);
  await stack.restartConsumer();
}

/** Whoever writes to the table waits, with the rest of its transaction done and not committed. */
async function killWhileWriting({ send }: ChatRound<unknown>, table: string): Promise<void> {
  await using lock = await holdTable(stack.hub.databaseUrl, table);
  await send();
  const backends = await untilSomeWait(stack.sql, `%${table}%`);
  await stack.consumer.kill9();
  await Promise.all(backends.map((pid) => stack.sql`select pg_terminate_backend(${pid})`));
  await lock.release();
  await stack.restartConsumer();
}

/** Where a message is on its way: from the abonent to the operator, back, and the operator's "delivered". */
const SEAMS = [
  { moment: 'beforeEffect', call: SHOWN },
  { moment: 'afterEffect', call: SHOWN },
  { moment: 'afterEffect', call: CONFIRMED },
  { moment: 'beforeEffect', call: CONFIRMED },
] as const;

describe('what abonent and operator say is once at the other side, or flagged', () => {
  playChatRounds(stackOf, {
    name: 'chat, kill -9: at a call of the portal',
    variants: SEAMS,
    play(round) {
      stack.portal.only(round.variant.call);
      return killAt(round, stack.portalTraps[round.variant.moment], 2);
    },
  });

  playChatRounds(stackOf, {
    name: 'chat, kill -9: on the way to the abonent',
    variants: ['afterProduce', 'beforeProduce'],
    load: { way: 'kafka' },
    play: (round) => killAt(round, stack.traps[round.variant], 0),
  });

  playChatRounds(stackOf, {
    name: 'chat, kill -9: inside a transaction',
    variants: ['external_refs', 'messages', 'crm_cursors', 'delivery_attempts'],
    play: (round) => killWhileWriting(round, round.variant),
  });

  playChatRounds(stackOf, {
    name: 'chat, the portal fails or hangs after the effect',
    variants: ['error-after', 'timeout-after', 'cut-after', 'html-after'],
    async play(round) {
      const { variant, random } = round;
      const times = variant === 'timeout-after' ? 1 : random.int(1, 2);
      for (const call of ['imconnector.send.messages', 'imconnector.send.status.delivery'])
        await stack.control('POST', '/bitrix24/faults', { kind: variant, call, times });
      const left = async () => (await stack.control<{ faults: unknown[] }>('GET', '/bitrix24/faults')).faults;
      await sendUntil(expect.poll(left, { timeout: 120_000, interval: 50 }).toEqual([]), round);
    },
  });
});

/** A load of its own; what it leaves is not judged again. */
async function loadOf(seed: string) {
  const wish = { ...ORDINARY_CHAT, texts: [3, 3], replies: [2, 2] } as const;
  const load = await prepareChatLoad(stack, wish);
  return { load, send: () => sendChatLoad(stack, load, seeded(seed), wish) };
}

const found = (load: Parameters<typeof judgeChat>[1], side: 'lost' | 'doubled') =>
  expect.poll(async () => (await judgeChat(stack, load))[side].join('\n'), {
    timeout: 60_000,
    interval: 100,
  });

describe('controls: what is lost or there twice on the way is found out', () => {
  test('a message that the portal shows twice', async () => {
    const { load, send } = await loadOf('twice');
    stack.portal.only(SHOWN);
    stack.portal.meddle('done twice');
    await send();
    await found(load, 'doubled').toMatch(/at the portal: 2 times/);
    stack.portal.meddle(null);
  });

  test('a message that the portal says to have shown', async () => {
    const { load, send } = await loadOf('only said');
    stack.portal.only(SHOWN);
    stack.portal.meddle('only said to be done');
    await send();
    await found(load, 'lost').toMatch(/"text 3 of \d+" at the portal: nowhere/);
    await stack.untilQuiet();
    expect((await judgeChat(stack, load)).lost.join('\n')).toMatch(/at the portal: nowhere/);
    stack.portal.meddle(null);
  });

  test('a reply of which the portal never tells', async () => {
    const { load, send } = await loadOf('never told');
    await stack.control('POST', '/bitrix24/event-delivery', { dropped: 1 });
    await send();
    await expect
      .poll(async () => (await judgeChat(stack, load)).lost.filter((what) => what.includes('text')))
      .toEqual([]);
    expect((await judgeChat(stack, load)).lost.join('\n')).toMatch(/"reply 2 to \d+" at RosDomofon: nowhere/);
    await stack.control('POST', '/bitrix24/event-delivery', { dropped: 0 });
  });
});
