import { totalCountOf } from '../../../../connection/read-connection.ts';
import { UNPAGED_LISTS } from '../../../../execution/gate/unpaged-lists.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { broadcastFilter } from '../../broadcast-filter.ts';

export const previewBroadcast: NonNullable<QueryResolvers['previewBroadcast']> = async (
  _parent,
  args,
  { commands },
) => {
  const filter = broadcastFilter(args.filter);
  const { counts, sample, durationMs } = await commands.previewBroadcast(
    filter,
    UNPAGED_LISTS['BroadcastPreview.sample'],
  );
  const leftOut = [
    { reason: 'NO_OWNER' as const, count: counts.withoutOwner },
    { reason: 'NEVER_LOGGED_IN' as const, count: counts.neverLoggedIn },
    { reason: 'SAME_PERSON' as const, count: counts.samePerson },
  ];
  return {
    totalCount: totalCountOf(counts.recipients),
    sample: [...sample],
    leftOut: leftOut.filter(({ count }) => count > 0),
    estimatedDurationMs: durationMs,
  };
};
