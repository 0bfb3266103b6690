import type { Budgets } from './budgets.ts';

const EVERY_MS = 1_000;

interface Spending {
  readonly caller: string;
  readonly points: number;
}

export interface ShareOptions {
  /** Adds what was spent here to what all processes have spent, and tells how much that is. */
  readonly exchange: (given: {
    readonly spendings: readonly Spending[];
    readonly pointsPerSecond: number;
  }) => Promise<readonly Spending[]>;
  /** What could not be told is told the next time. */
  readonly onFailure: (error: unknown) => void;
  readonly everyMs?: number;
}

export interface SharedBudgets extends AsyncDisposable {
  /** Now, and not only when the second is over. */
  share(): Promise<void>;
}

/**
 * One budget for each caller, however many processes there are: each decides by itself, at once, and tells the others
 * through the database what was used, once a second with one statement for all callers. So in a second a caller can
 * use too much by what the processes did not know of each other; it is a debt then that has to run out first. While the
 * database is away each counts for itself.
 */
export function shareBudgets(budgets: Budgets, options: ShareOptions): SharedBudgets {
  let sharing: Promise<void> = Promise.resolve();
  const share = () => {
    sharing = sharing.then(() => shareOnce(budgets, options));
    return sharing;
  };
  const timer = setInterval(() => void share(), options.everyMs ?? EVERY_MS).unref();
  return {
    share,
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await share();
    },
  };
}

async function shareOnce(budgets: Budgets, { exchange, onFailure }: ShareOptions): Promise<void> {
  const told = budgets.tell();
  if (told.size === 0) return;
  try {
    const spendings = [...told].map(([caller, points]) => ({ caller, points }));
    const all = await exchange({ spendings, pointsPerSecond: budgets.pointsPerSecond });
    for (const { caller, points } of all) budgets.learn(caller, points);
  } catch (error) {
    budgets.untell(told);
    onFailure(error);
  }
}
