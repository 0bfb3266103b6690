import type { Logger, Metrics } from '@domovoy/service-kit';
import type { Store } from '@domovoy/store';
import { forgettings, type RetentionDays } from './forgettings.ts';
import { Upkeep } from './upkeep.ts';

const EVERY_MS = 3_600_000;

/** Tables do not grow for ever: every hour or so this process forgets what is too old. */
export function startUpkeep(options: {
  readonly store: Store;
  readonly logger: Logger;
  readonly processMetrics: Metrics;
  readonly days: RetentionDays;
  readonly everyMs?: number;
}): Upkeep {
  const { store, logger, processMetrics, days, everyMs = EVERY_MS } = options;
  const forgotten = processMetrics.counter({
    name: 'domovoy_forgotten_rows_total',
    help: 'Rows that were deleted because they were too old, by what they were',
    labels: ['of'],
  });
  return new Upkeep({
    logger,
    everyMs,
    forgettings: forgettings(store, days),
    onForgotten: (of, count) => forgotten.inc({ of }, count),
  });
}
