import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type CrmWish,
  mappingWith,
  ORDINARY_CRM,
  prepareCrmLoad,
  sendCrmLoad,
} from '../harness/crm/crm-load.ts';
import { type CrmStack, PORTAL_TIMEOUT_MS, startCrmStack } from '../harness/crm/crm-stack.ts';
import { PORTAL_WRITES, type PortalWrite } from '../harness/crm/portal-writes.ts';
import { type CrmRound, judgeCrmRun, playCrmRounds } from '../harness/crm/rounds.ts';
import { seeded } from '../harness/parts/seeded.ts';
import { sendUntil } from '../harness/rounds/send-until.ts';

let stack: CrmStack;
beforeAll(async () => {
  stack = await startCrmStack({ auth: 'webhook' });
  await stack.saveMapping(mappingWith('UF_CRM_FIRST'));
  await stack.untilQuiet();
});
afterEach(() => {
  stack.portal.meddle(null);
  stack.portal.only(/./);
});
afterAll(() => stack.close());
const stackOf = () => stack;

interface Struck {
  readonly faults: readonly { readonly call: string; readonly hits: number; readonly times?: number }[];
}
const faults = async () => (await stack.control<Struck>('GET', '/bitrix24/faults')).faults;

/** The faults are in force until each has struck as often as it may. */
async function strike(round: CrmRound<unknown>, wishes: readonly object[]): Promise<void> {
  for (const wish of wishes) await stack.control('POST', '/bitrix24/faults', wish);
  const over = expect.poll(faults, { timeout: 180_000, interval: 50 }).toEqual([]);
  await sendUntil(over, round);
}

/** All that a portal is ever told, in one load. */
const EVERYTHING = { returning: [1, 1], services: [2, 3], hasNewField: true, isSlow: true } as const;
/** More than the portal's limits let through at once: calls share requests. */
const CROWDED = { ...EVERYTHING, signUps: [6, 8], pauseMs: 0 } as const;

/**
 * Every call that changes something. Two by two: each that hangs keeps the rest of its lane waiting, and after five
 * failures in a row the hub leaves the portal alone for a while.
 */
const WRITES = [
  ['crm.item.add', 'crm.timeline.comment.add'],
  ['crm.item.update', 'crm.item.productrow.set'],
  ['catalog.product.add', 'catalog.price.update'],
  ['catalog.product.update', 'catalog.price.add'],
  ['crm.contact.userfield.add', 'crm.item.add'],
] as const;
type Pair = (typeof WRITES)[number];

describe('each abonent is one contact, each sign-up one deal as it stands, each service one product, although the portal', () => {
  playCrmRounds<Pair>(stackOf, {
    name: 'CRM, the portal answers 500 or nothing of use after the effect, each write call',
    variants: WRITES,
    variantsInCi: 3,
    load: EVERYTHING,
    play(round) {
      const { variant, random } = round;
      const kinds = ['error-after', 'error-after', 'cut-after', 'html-after', 'half-answer'] as const;
      const faultOf = (call: string) => ({ kind: random.pick(kinds), call, times: random.int(1, 2) });
      return strike(round, variant.map(faultOf));
    },
  });

  playCrmRounds<Pair>(stackOf, {
    name: 'CRM, the portal hangs after the effect, each write call',
    variants: WRITES,
    variantsInCi: 2,
    load: EVERYTHING,
    play: (round) =>
      strike(
        round,
        round.variant.map((call) => ({ kind: 'timeout-after', call, times: 1 })),
      ),
  });

  playCrmRounds<PortalWrite>(stackOf, {
    name: 'CRM, the portal does it when the hub has given up',
    variants: PORTAL_WRITES,
    variantsInCi: 1,
    load: ({ load }) => load,
    async play(round) {
      stack.portal.only(round.variant.call);
      const late = async () => {
        await setTimeout(PORTAL_TIMEOUT_MS + 300);
        return 'pass' as const;
      };
      const skips = round.random.int(0, round.variant.most);
      await sendUntil(stack.portalTraps.beforeEffect.set(late, { skips }), round);
    },
  });

  playCrmRounds(stackOf, {
    name: 'CRM, storms of 503 and 429',
    variants: ['both', '503', '429'],
    variantsInCi: 1,
    load: EVERYTHING,
    play(round) {
      const { variant, random } = round;
      const rate = {
        kind: 'rate-limit',
        call: '*',
        status: 503,
        probability: 0.5,
        times: random.int(4, 12),
      };
      const method = random.pick(['crm.item.add', 'crm.item.list', 'crm.timeline.comment.add']);
      const time = { kind: 'rate-limit', call: method, status: 429, retryAfterS: 1, times: 1 };
      return strike(round, variant === 'both' ? [rate, time] : [variant === '503' ? rate : time]);
    },
  });

  playCrmRounds(stackOf, {
    name: 'CRM, the portal does a part of a batch',
    variants: ['the first ones', 'none', 'some are refused'],
    variantsInCi: 1,
    load: CROWDED,
    play(round) {
      const { variant, random } = round;
      if (variant === 'some are refused') {
        const refusal = { kind: 'error', inBatch: true, error: 'QUERY_LIMIT_EXCEEDED', probability: 0.5 };
        return strike(round, [{ ...refusal, call: 'crm.*', times: random.int(2, 5) }]);
      }
      const commands = variant === 'none' ? 0 : random.int(1, 4);
      return strike(round, [{ kind: 'error-after', call: 'batch', commands, times: random.int(1, 2) }]);
    },
  });
});

/** A load of its own; what it leaves is not judged again. */
async function loadOf(seed: string, more: Partial<CrmWish>) {
  const wish: CrmWish = { ...ORDINARY_CRM, ...more };
  const load = await prepareCrmLoad(stack, wish);
  return { load, send: () => sendCrmLoad(stack, load, seeded(seed), wish) };
}

const TWO_CONTACTS = /contacts of \d+: 2/;

/** What is made anew when nobody finds it, and how the judge calls it. */
const MADE = [
  { call: /^crm\.item\.add 3/, called: /contacts of \d+: 2/, load: {} },
  { call: /^crm\.item\.add 2/, called: /deals of [\w-]+: 2/, load: {} },
  { call: /^crm\.timeline\.comment\.add/, called: /comments "Заявка" of deal \d+: 2/, load: {} },
  { call: /^catalog\.product\.add/, called: /products of service \d+: 2/, load: { services: [1, 1] } },
] as const;

describe('controls: without its protection the promise is broken, and the judge says so', () => {
  test.each(MADE)(
    'what nobody has heard of is there twice without a look: $called',
    async ({ call, called, load: more }) => {
      const { load, send } = await loadOf('blind', { signUps: [1, 1], returning: [0, 0], ...more });
      stack.portal.meddle('looks find nothing');
      stack.portal.only(call);
      await Promise.all([stack.portalTraps.afterEffect.set(() => 'drop'), send()]);
      await expect
        .poll(async () => (await judgeCrmRun(stack, load)).doubled.join('\n'), {
          timeout: 90_000,
          interval: 250,
        })
        .toMatch(called);
      // What is left of it must not spring the trap of the next one.
      stack.portal.meddle(null);
      await stack.untilQuiet();
    },
    200_000,
  );

  test('without one lane for each abonent somebody who signs up twice is two contacts', async () => {
    const { rewrites } = stack.hub.consumerToPostgres;
    const rewrite = withoutLanes();
    rewrites.push(rewrite);
    await restartOrderly();
    const seen: string[] = [];
    for (let round = 0; round < 6 && !seen.some((found) => TWO_CONTACTS.test(found)); round += 1) {
      const { load, send } = await loadOf(`no lanes ${round}`, { signUps: [3, 3], returning: [3, 3] });
      await send();
      const uids = load.signUps.map(({ uid }) => uid);
      const completed = async () =>
        (await stack.sql`select from sign_ups where uid = any(${uids}::uuid[]) and state = 'completed'`)
          .length;
      await expect.poll(completed, { timeout: 90_000, interval: 100 }).toBe(uids.length);
      await stack.untilQuiet();
      seen.push((await judgeCrmRun(stack, load)).doubled.join('\n'));
    }
    expect(seen.join('\n')).toMatch(TWO_CONTACTS);
    expect(rewrite.count).toBeGreaterThan(0);
    rewrites.length = 0;
    await restartOrderly();
  }, 400_000);
});

/** A statement is prepared once for each connection: whoever has begun without the rewriting goes on without it. */
async function restartOrderly(): Promise<void> {
  await stack.consumer.stop();
  await stack.restartConsumer();
}

/** The claim names each delivery a subject of its own: what is claimed together is done together. */
function withoutLanes() {
  const from = `d.subject, d.payload, d.attempts,
  d.max_attempts as "maxAttempts", d.ambiguous_attempts as "ambiguousAttempts", d.traceparent,
  extract(epoch from now() - d.due_at)::float8 * 1000 as "waitedMs"`;
  const to = `d.id::text as subject, d.payload, d.attempts,
  d.max_attempts as "maxAttempts", d.ambiguous_attempts as "ambiguousAttempts", d.traceparent,
  0::float8 as "waitedMs"`;
  return { from, to: to.padEnd(from.length), count: 0 };
}
