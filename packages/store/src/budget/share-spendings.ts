import { numbers, textColumn, texts } from '../intake/columns.ts';
import type { Store } from '../open/open-store.ts';

export interface Spending {
  readonly caller: string;
  /** Since the last time; negative: more came back than was spent. */
  readonly points: number;
}

/** One bucket for each caller, which leaks while nobody looks. Sorted: processes that write the same rows must not wait in circles. */
const STATEMENT = `/* share_spendings */
insert into budget_spendings as known (caller, points, at)
select caller, points, now() from unnest(${textColumn(1)}, $2::float8[]) as mine (caller, points) order by caller
on conflict (caller) do update set at = now(),
  points = greatest(0, known.points - extract(epoch from now() - known.at)::float8 * $3::float8) + excluded.points
returning caller, points`;

/** Adds what was spent here to what all processes have spent, and tells how much that is. */
export const shareSpendings = (
  store: Store,
  { spendings, pointsPerSecond }: { spendings: readonly Spending[]; pointsPerSecond: number },
): Promise<Spending[]> =>
  store.run<Spending>(STATEMENT, [
    texts(spendings.map(({ caller }) => caller)),
    numbers(spendings.map(({ points }) => points)),
    String(pointsPerSecond),
  ]);
