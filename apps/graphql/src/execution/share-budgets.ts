import type { Logger } from '@domovoy/service-kit';
import { type Store, shareSpendings } from '@domovoy/store';
import type { Budgets } from './budgets.ts';

const EVERY_MS = 1_000;

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
export function shareBudgets(
  budgets: Budgets,
  { store, logger, everyMs = EVERY_MS }: { store: Store; logger: Logger; everyMs?: number },
): SharedBudgets {
  let sharing: Promise<void> = Promise.resolve();
  const share = () => {
    sharing = sharing.then(() => exchange(budgets, store, logger));
    return sharing;
  };
  const timer = setInterval(() => void share(), everyMs).unref();
  return {
    share,
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await share();
    },
  };
}

async function exchange(budgets: Budgets, store: Store, logger: Logger): Promise<void> {
  const told = budgets.tell();
  if (told.size === 0) return;
  try {
    const spendings = [...told].map(([caller, points]) => ({ caller, points }));
    const { pointsPerSecond } = budgets;
    const all = await shareSpendings(store, { spendings, pointsPerSecond });
    for (const { caller, points } of all) budgets.learn(caller, points);
  } catch (error) {
    budgets.untell(told);
    logger.debug({ event: 'budgets-not-shared', err: error });
  }
}
