import type { DeliveryStatsRow, DurationsRow } from '@domovoy/store';
import type { QueryResolvers } from '../../../types.generated.ts';
import { lowerCase } from '../../../values/enum-value.ts';
import { durationOf } from '../../durations.ts';
import { statisticsRange } from '../../statistics-range.ts';

const keyOf = ({ at, kind, integrationId }: Pick<DeliveryStatsRow, 'at' | 'kind' | 'integrationId'>) =>
  `${at.getTime()} ${kind ?? ''} ${integrationId ?? ''}`;

export const deliveryStats: NonNullable<QueryResolvers['deliveryStats']> = async (
  _parent,
  args,
  { company },
) => {
  const groupBy = args.groupBy ? lowerCase(args.groupBy) : null;
  const query = { ...statisticsRange(args), groupBy };
  let reading: Promise<Map<string, DurationsRow>> | undefined;
  const durations = () =>
    (reading ??= company.readDurations(query).then((rows) => new Map(rows.map((row) => [keyOf(row), row]))));
  const rows = await company.readDeliveryStats(query);
  return {
    buckets: rows.map((row) => ({
      row,
      duration: async () => {
        const found = (await durations()).get(keyOf(row));
        return found ? durationOf(found) : null;
      },
    })),
  };
};
