import { MAX_COUNT, totalCountOf } from '../../../../connection/read-connection.ts';
import { UNPAGED_LISTS } from '../../../../execution/gate/unpaged-lists.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { redeliverableFilter } from '../../redeliver-outcome.ts';

export const previewRedelivery: NonNullable<QueryResolvers['previewRedelivery']> = async (
  _parent,
  args,
  { commands, loaders },
) => {
  const filter = await redeliverableFilter(loaders, args.filter);
  const { count, byCode, durationMs } = await commands.previewRedelivery(filter, MAX_COUNT + 1);
  return {
    totalCount: totalCountOf(count),
    byErrorCode: byCode.slice(0, UNPAGED_LISTS['RedeliveryPreview.byErrorCode']),
    estimatedDurationMs: durationMs,
  };
};
