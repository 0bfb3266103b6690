import { totalCountOf } from '../../../../connection/read-connection.ts';
import { UNPAGED_LISTS } from '../../../../execution/gate/unpaged-lists.ts';
import { isNotFound } from '../../../effect/find-mirrored.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { placeOfService } from '../../place-of-service.ts';

export const previewConnectServiceToEntrance: NonNullable<
  QueryResolvers['previewConnectServiceToEntrance']
> = async (_parent, args, { loaders, commands }) => {
  const at = await placeOfService(loaders, args);
  if (isNotFound(at)) return null;
  const preview = await commands.previewConnectToEntrance(
    at,
    UNPAGED_LISTS['ConnectServiceToEntrancePreview.sample'],
  );
  if (preview === null) return null;
  const { counts, sample, durationMs } = preview;
  const leftOut = [
    { reason: 'CONNECTED_ALREADY' as const, count: counts.connected },
    { reason: 'NO_ACCOUNT' as const, count: counts.unpaid },
  ];
  return {
    totalCount: totalCountOf(counts.without),
    sample: [...sample],
    leftOut: leftOut.filter(({ count }) => count > 0),
    estimatedDurationMs: durationMs,
  };
};
