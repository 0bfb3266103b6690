import { appendFileSync } from 'node:fs';
import type { Sql } from 'postgres';
import { expect, test, vi } from 'vitest';
import { env } from '../parts/env.ts';
import type { HubProcess } from '../parts/hub.ts';
import { type Random, seeded } from '../parts/seeded.ts';
import type { Judgement } from './judgement.ts';

/** What rounds need of that against which they are played. */
export interface Playground {
  readonly sql: Sql;
  readonly consumer: Pick<HubProcess, 'lines'>;
  /** After a round that failed: the next one begins with everything whole. */
  repair(): Promise<void>;
}

/** What a round sends, how one sees that it is over, and who judges what became of it. */
export interface Game<Stack extends Playground, Wish, Load> {
  readonly wishOf: (random: Random) => Wish;
  /** Before anything breaks. */
  readonly prepare: (stack: Stack, wish: Wish) => Promise<Load>;
  readonly send: (stack: Stack, load: Load, random: Random, wish: Wish) => Promise<void>;
  /** What is not over yet; nothing: the round can be judged. */
  readonly whatIsOpen: (stack: Stack, load: Load) => Promise<readonly string[]>;
  readonly judge: (stack: Stack, load: Load) => Promise<Judgement>;
  /** For the table. */
  readonly countOf: (load: Load) => { readonly signUps: number; readonly messages: number };
}

/** One round: the load, and what its seed chooses. */
export interface Round<Stack, Load, Variant> {
  readonly stack: Stack;
  readonly random: Random;
  readonly variant: Variant;
  readonly load: Load;
  /** Sends the load, again when it is called again; resolves when all of it is sent. */
  readonly send: () => Promise<void>;
  /** Resolves when everything that was sent is over. */
  readonly untilOver: () => Promise<void>;
}

/** A fault that is played again and again, each time with another load and at another moment. */
export interface Fault<Stack, Wish, Load, Variant> {
  /** As the table calls it. */
  readonly name: string;
  /** Each round takes the next one. */
  readonly variants: readonly [Variant, ...Variant[]];
  /** So many of the first variants are played in CI, where those behind them are alike; all when it is absent. */
  readonly variantsInCi?: number;
  readonly load?: Partial<Wish> | ((variant: Variant) => Partial<Wish>);
  /** Breaks something while the load is under way, and resolves when nothing is broken any more. */
  readonly play: (round: Round<Stack, Load, Variant>) => Promise<void>;
}

/** What is left of a round that was judged. */
interface Played<Load> extends Judgement {
  readonly seed: string;
  readonly load: Load | null;
  readonly error: string | null;
}

const LONGEST_ROUND_MS = 600_000;
/** What is lost is lost for good: a machine with much else to do gets its time before that is said. */
const PATIENT = { timeout: 240_000, interval: 50 };

const hasFailed = ({ lost, doubled, broken, error }: Played<unknown>): boolean =>
  error !== null || lost.length + doubled.length + broken.length > 0;

/** Tests that play a fault of this game in its rounds, and then look once more at what all of them have left. */
export const roundsOf =
  <Stack extends Playground, Wish, Load>(game: Game<Stack, Wish, Load>) =>
  <const Variant>(stackOf: () => Stack, fault: Fault<Stack, Wish, Load, Variant>): void => {
    const seeds = seedsOf(fault.variantsInCi ?? fault.variants.length);
    test(
      `${fault.name}, in rounds`,
      async () => {
        const played: Played<Load>[] = [];
        for (const seed of seeds) {
          const one = await playRound(game, stackOf(), fault, seed);
          played.push(one);
          report(fault.name, one, one.load && game.countOf(one.load));
          if (hasFailed(one)) await stackOf().repair();
        }
        expect(played.filter(hasFailed).map(toShow)).toEqual([]);
        for (const { load, seed } of played) {
          if (load === null) continue;
          const { lost, doubled, broken } = await judgeWhenOver(game, stackOf(), load);
          expect({ seed, lost, doubled, broken }).toEqual({ seed, lost: [], doubled: [], broken: [] });
        }
      },
      LONGEST_ROUND_MS * seeds.length,
    );
  };

/** `1.0`, `1.1`, …: the number behind the point chooses the variant. */
function seedsOf(variantsInCi: number): string[] {
  if (env.faultSeed.includes('.')) return [env.faultSeed];
  const rounds = env.isCi ? Math.max(env.faultRounds, variantsInCi) : env.faultRounds;
  return Array.from({ length: rounds }, (_, round) => `${env.faultSeed}.${round}`);
}

async function playRound<Stack extends Playground, Wish, Load, Variant>(
  game: Game<Stack, Wish, Load>,
  stack: Stack,
  { name, variants, load: given, play }: Fault<Stack, Wish, Load, Variant>,
  seed: string,
): Promise<Played<Load>> {
  const random = seeded(`${name} ${seed}`);
  const variant = variants[Number(seed.split('.')[1]) % variants.length] ?? variants[0];
  let load: Load | null = null;
  try {
    const asked = typeof given === 'function' ? given(variant) : given;
    const wish: Wish = { ...game.wishOf(random), ...asked };
    const sent = await game.prepare(stack, wish);
    load = sent;
    const untilOver = () => untilIsOver(game, stack, sent);
    await play({
      stack,
      random,
      variant,
      load,
      send: () => game.send(stack, sent, random, wish),
      untilOver,
    });
    return { seed, load, error: null, ...(await judgeWhenOver(game, stack, sent)) };
  } catch (error) {
    const said = [String(error), ...stack.consumer.lines.slice(-20)].join('\n');
    const nothing = { lost: [], doubled: [], broken: [], flagged: 0, ambiguous: 0, repeats: 0 };
    return { seed, load, error: said, ...nothing };
  }
}

const MOST_LOOKS = 5;

/** When all seems to be over something may still begin, as the echo of what was done. What is lost stays lost. */
async function judgeWhenOver<Stack extends Playground, Wish, Load>(
  game: Game<Stack, Wish, Load>,
  stack: Stack,
  load: Load,
): Promise<Judgement> {
  for (let looks = 1; ; looks += 1) {
    const isOver = await untilIsOver(game, stack, load).then(
      () => true,
      () => false,
    );
    const judgement = await vi.waitFor(() => game.judge(stack, load), PATIENT);
    if (judgement.lost.length === 0 || !isOver || looks === MOST_LOOKS) return judgement;
  }
}

/**
 * What failed waits a second and more for its next attempt: its clock is moved, not its order. But for what waits until a
 * portal that gave no answer has surely ended its work.
 */
async function untilIsOver<Stack extends Playground, Wish, Load>(
  { whatIsOpen }: Game<Stack, Wish, Load>,
  stack: Stack,
  load: Load,
): Promise<void> {
  await vi.waitFor(async () => {
    await stack.sql`update deliveries set due_at = now()
        where state = 'pending' and due_at > now() + interval '1 second'
          and last_error_code is distinct from 'BITRIX24_TIMEOUT'`;
    const open = await whatIsOpen(stack, load);
    if (open.length > 0) throw new Error(open.join('\n'));
  }, PATIENT);
}

function report(
  fault: string,
  { load: _load, ...played }: Played<unknown>,
  count: { readonly signUps: number; readonly messages: number } | null,
): void {
  if (env.faultReport === undefined) return;
  const line = { fault, ...(count ?? { signUps: 0, messages: 0 }), ...played };
  appendFileSync(env.faultReport, `${JSON.stringify(line)}\n`);
}

const toShow = ({ seed, lost, doubled, broken, error }: Played<unknown>) => ({
  seed,
  lost,
  doubled,
  broken,
  error,
});
