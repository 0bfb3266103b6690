import { appendFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { type Judgement, judgeRun, whatIsOpen } from '../judge/sign-ups.ts';
import { env } from '../parts/env.ts';
import { type Random, seeded } from '../parts/seeded.ts';
import { type Load, type LoadWish, ORDINARY, prepareLoad, sendLoad } from './load.ts';
import type { SignUpStack } from './sign-up-stack.ts';

/** One run: the load, and what its seed chooses. */
export interface Run<Variant> {
  readonly stack: SignUpStack;
  readonly random: Random;
  readonly variant: Variant;
  readonly load: Load;
  /** Sends the load; resolves when all of it is sent. */
  readonly send: () => Promise<void>;
  /** Resolves when everything that was sent is over. */
  readonly untilOver: () => Promise<void>;
}

/** A fault that is played again and again, each time with another load and at another moment. */
export interface Fault<Variant> {
  /** As the table calls it. */
  readonly name: string;
  /** Each round takes the next one. In CI, none is left out. */
  readonly variants: readonly [Variant, ...Variant[]];
  readonly load?: Partial<LoadWish> | ((variant: Variant) => Partial<LoadWish>);
  /** Breaks something while the load is under way, and resolves when nothing is broken any more. */
  readonly play: (run: Run<Variant>) => Promise<void>;
}

/** What is left of a run that was judged. */
interface Played extends Judgement {
  readonly seed: string;
  readonly load: Load | null;
  readonly error: string | null;
}

const LONGEST_RUN_MS = 600_000;
/** What is lost is lost for good: a machine with much else to do gets its time before that is said. */
const PATIENT = { timeout: 240_000, interval: 50 };

const hasFailed = ({ lost, doubled, broken, error }: Played): boolean =>
  error !== null || lost.length + doubled.length + broken.length > 0;

/** A test that plays the fault in its rounds, and then looks once more at what all of them have left. */
export function playRounds<const Variant>(stackOf: () => SignUpStack, fault: Fault<Variant>): void {
  const { name } = fault;
  const seeds = seedsOf(fault.variants.length);
  test(
    `${name}, in rounds`,
    async () => {
      const played: Played[] = [];
      for (const seed of seeds) {
        const one = await playRound(stackOf(), fault, seed);
        played.push(one);
        report(name, one);
        if (hasFailed(one)) await stackOf().repair();
      }
      expect(played.filter(hasFailed).map(toShow)).toEqual([]);
      for (const { load, seed } of played) {
        if (load === null) continue;
        const { lost, doubled, broken } = await vi.waitFor(() => judgeRun(stackOf(), load), PATIENT);
        expect({ seed, lost, doubled, broken }).toEqual({ seed, lost: [], doubled: [], broken: [] });
      }
    },
    LONGEST_RUN_MS * seeds.length,
  );
}

/** `1.0`, `1.1`, …: the number behind the point chooses the variant. */
function seedsOf(variants: number): string[] {
  if (env.faultSeed.includes('.')) return [env.faultSeed];
  const rounds = env.isCi ? Math.max(env.faultRounds, variants) : env.faultRounds;
  return Array.from({ length: rounds }, (_, round) => `${env.faultSeed}.${round}`);
}

async function playRound<Variant>(
  stack: SignUpStack,
  { name, variants, load: given, play }: Fault<Variant>,
  seed: string,
): Promise<Played> {
  const random = seeded(`${name} ${seed}`);
  const variant = variants[Number(seed.split('.')[1]) % variants.length] ?? variants[0];
  let load: Load | null = null;
  try {
    const asked = typeof given === 'function' ? given(variant) : given;
    const wish: LoadWish = { ...ORDINARY, way: random.pick(['kafka', 'rest']), ...asked };
    load = await prepareLoad(stack, wish);
    const sent = load;
    const untilOver = () => untilRunIsOver(stack, sent);
    await play({
      stack,
      random,
      variant,
      load,
      send: () => sendLoad(stack, sent, random, wish),
      untilOver,
    });
    await untilOver().catch(() => undefined);
    return { seed, load, error: null, ...(await vi.waitFor(() => judgeRun(stack, sent), PATIENT)) };
  } catch (error) {
    const said = [String(error), ...stack.consumer.lines.slice(-20)].join('\n');
    const nothing = { lost: [], doubled: [], broken: [], flagged: 0, ambiguous: 0, repeats: 0 };
    return { seed, load, error: said, ...nothing };
  }
}

/** What failed waits a second and more for its next attempt: its clock is moved, not its order. */
async function untilRunIsOver(stack: SignUpStack, load: Load): Promise<void> {
  await vi.waitFor(async () => {
    await stack.sql`update deliveries set due_at = now()
        where state = 'pending' and due_at > now() + interval '1 second'`;
    const open = await whatIsOpen(stack, load);
    if (open.length > 0) throw new Error(open.join('\n'));
  }, PATIENT);
}

function report(fault: string, { load, ...played }: Played): void {
  if (env.faultReport === undefined) return;
  const line = { fault, signUps: load?.signUps.length ?? 0, ...played };
  appendFileSync(env.faultReport, `${JSON.stringify(line)}\n`);
}

const toShow = ({ seed, lost, doubled, broken, error }: Played) => ({ seed, lost, doubled, broken, error });
