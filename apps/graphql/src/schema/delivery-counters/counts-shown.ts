import type { CountedDeliveries, DeliveryCounts } from '@domovoy/store';
import { MAX_COUNT } from '../../connection/read-connection.ts';
import { UNPAGED_LISTS } from '../../execution/gate/unpaged-lists.ts';
import type { Loaders } from '../../loaders.ts';

type Cut = CountedDeliveries['cut'];

/** Also of a target that has few: others of its company may have kept the rest from being counted. */
export function countsShown({ waiting, due, sending, doubtful, dead }: DeliveryCounts, cut: Cut) {
  const shown = (count: number, ...states: readonly ('pending' | 'leased' | 'dead')[]) => ({
    count: Math.min(count, MAX_COUNT),
    precision: states.some((state) => cut.has(state)) ? ('AT_LEAST' as const) : ('EXACT' as const),
  });
  return {
    waiting: shown(waiting, 'pending'),
    due: shown(due, 'pending'),
    sending: shown(sending, 'leased'),
    doubtful: shown(doubtful, 'pending', 'leased'),
    dead: shown(dead, 'dead'),
  };
}

export const targetsShown = (loaders: Loaders, { byTarget, cut }: CountedDeliveries) =>
  Promise.all(
    [...byTarget]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, UNPAGED_LISTS['DeliveriesCounted.byTarget'])
      .map(async ([id, counts]) => ({
        target: await loaders.deliveryTargets.load(id),
        counts: countsShown(counts, cut),
      })),
  );
