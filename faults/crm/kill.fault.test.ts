import { afterAll, beforeAll, describe } from 'vitest';
import { mappingWith } from '../harness/crm/crm-load.ts';
import { type CrmStack, startCrmStack } from '../harness/crm/crm-stack.ts';
import { PORTAL_WRITES, type PortalWrite } from '../harness/crm/portal-writes.ts';
import { type CrmRound, playCrmRounds } from '../harness/crm/rounds.ts';
import { sendUntil } from '../harness/rounds/send-until.ts';
import { holdTable, untilSomeWait } from '../harness/seams/locks.ts';
import type { Trap } from '../harness/seams/trap.ts';

let stack: CrmStack;
beforeAll(async () => {
  stack = await startCrmStack({ auth: 'webhook' });
  await stack.saveMapping(mappingWith('UF_CRM_FIRST'));
  await stack.untilQuiet();
});
afterAll(() => stack.close());
const stackOf = () => stack;

/** kill -9 of the consumer at one of the moments of the trap; what was on its way is lost. */
async function killAt(round: CrmRound<unknown>, trap: Trap, most: number): Promise<void> {
  const action = async () => {
    await stack.consumer.kill9();
    return 'drop' as const;
  };
  await sendUntil(trap.set(action, { skips: round.random.int(0, most) }), round);
  await stack.restartConsumer();
}

/** Whoever writes to the table waits, with the rest of its transaction done and not committed. */
async function killWhileWriting({ send }: CrmRound<unknown>, table: string): Promise<void> {
  await using lock = await holdTable(stack.hub.databaseUrl, table);
  await send();
  const backends = await untilSomeWait(stack.sql, `%${table}%`);
  await stack.consumer.kill9();
  await Promise.all(backends.map((pid) => stack.sql`select pg_terminate_backend(${pid})`));
  await lock.release();
  await stack.restartConsumer();
}

describe('each abonent is one contact, each sign-up one deal as it stands, each service one product, although the consumer is killed', () => {
  playCrmRounds(stackOf, {
    name: 'CRM, kill -9: at a look',
    variants: ['look'],
    play: (round) => killAt(round, stack.portalTraps.look, 6),
  });

  playCrmRounds<PortalWrite>(stackOf, {
    name: 'CRM, kill -9: before the call',
    variants: PORTAL_WRITES,
    variantsInCi: 3,
    load: ({ load }) => load,
    play(round) {
      stack.portal.only(round.variant.call);
      return killAt(round, stack.portalTraps.beforeEffect, round.variant.most);
    },
  });

  playCrmRounds<PortalWrite>(stackOf, {
    name: 'CRM, kill -9: after the call, before settling',
    variants: PORTAL_WRITES,
    variantsInCi: 7,
    load: ({ load }) => load,
    play(round) {
      stack.portal.only(round.variant.call);
      return killAt(round, stack.portalTraps.afterEffect, round.variant.most);
    },
  });

  playCrmRounds(stackOf, {
    name: 'CRM, kill -9: inside a transaction',
    variants: ['external_refs', 'crm_cursors', 'delivery_attempts', 'insideSettle', 'afterSettle'],
    play: (round) =>
      round.variant === 'insideSettle' || round.variant === 'afterSettle'
        ? killAt(round, stack.traps[round.variant], 20)
        : killWhileWriting(round, round.variant),
  });
});
