import { setImmediate as turn } from 'node:timers/promises';
import { dead, delivered, type Outcome, retry } from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Delivery } from './handler.ts';
import {
  createDeliveryWorld,
  type DeliveryWorld,
  type Handle,
  type TestTarget,
} from './testing/delivery-world.ts';
import type { EffectPayload, TestKind } from './testing/kinds.ts';
import { breachesOfOrder, type Happening } from './testing/order-judge.ts';

let world: DeliveryWorld;
let target: TestTarget;

beforeAll(async () => {
  world = await createDeliveryWorld();
  target = await world.addTarget();
});
afterAll(() => world.close());

/** One delivery: its subject, how its attempts end before the last, how long each takes (turns of the event loop). */
interface Planned {
  readonly subject: number;
  readonly before: readonly ('retry' | 'throw' | 'quota')[];
  readonly last: 'delivered' | 'continued' | 'dead';
  readonly turns: number;
}

const planned: fc.Arbitrary<Planned> = fc.record({
  subject: fc.nat(5),
  before: fc.array(fc.constantFrom('retry', 'throw', 'quota'), { maxLength: 3 }),
  last: fc.constantFrom('delivered', 'continued', 'dead'),
  turns: fc.nat(4),
});
const settings = fc.record({
  concurrency: fc.integer({ min: 1, max: 12 }),
  maxClaimed: fc.integer({ min: 1, max: 40 }),
  maxRunLength: fc.integer({ min: 1, max: 8 }),
});

const ERRORS = {
  throw: new DomovoyError('of a test', { code: 'E', retryable: true }),
  quota: new DomovoyError('of a test', { code: 'Q', retryable: true, retryAfterMs: 2 }),
};

let runs = 0;

/** Sends what is planned, and tells what happened. */
async function play(
  plan: readonly Planned[],
  given: { concurrency: number; maxClaimed: number; maxRunLength: number },
  kind: TestKind,
) {
  const run = ++runs;
  const happenings: Happening[] = [];
  const tries = new Map<bigint, number>();
  const tell = ({ id, subject }: Delivery<EffectPayload>, what: Happening['what']) =>
    void happenings.push({ id, subject: subject.replace(/#.*/, ''), what });
  const handle: Handle = async (delivery) => {
    const planOf = plan[Number(delivery.payload.key.split(':')[1])];
    if (planOf === undefined) throw new Error('not planned');
    const at = tries.get(delivery.id) ?? 0;
    tries.set(delivery.id, at + 1);
    tell(delivery, 'began');
    for (let n = 0; n < planOf.turns; n++) await turn();
    const failure = planOf.before[at];
    if (failure !== undefined) {
      tell(delivery, 'failed');
      if (failure === 'retry') return retry('E', 3);
      throw ERRORS[failure];
    }
    return endOf(planOf, () => tell(delivery, planOf.last === 'dead' ? 'buried' : 'delivered'));
  };
  const { close, worker } = await world.startWorker({
    handle,
    // No breaker: failures in a row are what is wanted here.
    settings: { ...given, breaker: { failures: 1_000_000, baseMs: 1, capMs: 1 } },
  });
  const half = Math.ceil(plan.length / 2);
  const effects = plan.map(({ subject }, at) => ({ about: `run ${run} s${subject}`, key: `${run}:${at}` }));
  const ids = [
    ...(await world.enqueue(target, effects.slice(0, half), kind)),
    ...(await world.enqueue(target, effects.slice(half), kind)),
  ];
  await world.drained(60_000);
  const held = [...worker.targets].map((one) => [one.held, one.attempting]);
  await close();
  const settledEarly = await world.store.run<{ id: bigint }>(
    `select id from (
      select id, settled_at, lag(settled_at) over (partition by subject order by id) as before
      from deliveries where id = any($1::bigint[])
    ) d where settled_at < before`,
    [`{${ids.join()}}`],
  );
  const idsOfSubject = new Map<string, bigint[]>();
  for (const [at, { about }] of effects.entries())
    idsOfSubject.set(about, [...(idsOfSubject.get(about) ?? []), ids[at] ?? 0n]);
  return { happenings, ids, held, settledEarly, breaches: breachesOfOrder(happenings, idsOfSubject) };
}

/** `over` is told at the moment from which the next of the subject may begin. */
function endOf({ last }: Planned, over: () => void): Outcome {
  if (last === 'continued')
    return delivered(null, async (tx) => {
      await tx.execute('select 1');
      over();
    });
  over();
  return last === 'dead' ? dead('E') : delivered();
}

describe('deliveries of one subject', () => {
  test('are sent one after the other, in their order, whatever fails and however many go side by side', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(planned, { minLength: 1, maxLength: 40 }), settings, async (plan, given) => {
        const { happenings, ids, breaches, held, settledEarly } = await play(plan, given, 'test.persist');
        expect(breaches).toEqual([]);
        expect(settledEarly).toEqual([]);
        const ended = happenings.filter(({ what }) => what === 'delivered' || what === 'buried');
        expect(new Set(ended.map(({ id }) => id))).toEqual(new Set(ids));
        expect(ended).toHaveLength(ids.length);
        expect(held).toEqual([[0, 0]]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 240_000);

  test('control: without the order of subjects a delivery overtakes one that fails', async () => {
    const first: Planned = { subject: 0, before: ['retry', 'retry'], last: 'delivered', turns: 2 };
    const plan = [first, ...Array.from({ length: 10 }, (): Planned => ({ ...first, before: [] }))];
    const { breaches } = await play(plan, { concurrency: 4, maxClaimed: 40, maxRunLength: 8 }, 'test.apart');
    expect(breaches.join('\n')).toMatch(/before \d+ was over/);
    expect(breaches.join('\n')).toMatch(/while \d+ of the same subject/);
  });
});
