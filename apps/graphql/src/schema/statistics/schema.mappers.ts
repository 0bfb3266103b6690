import type { DeliveryStatsRow, SignUpFunnelRow } from '@domovoy/store';
import type { Duration } from './durations.ts';

/** Durations are read when the first bucket asks for one. */
export interface DeliveryStatsBucketMapper {
  readonly row: DeliveryStatsRow;
  readonly duration: () => Promise<Duration | null>;
}

export interface DeliveryStatsMapper {
  readonly buckets: readonly DeliveryStatsBucketMapper[];
}

export type SignUpFunnelMapper = readonly SignUpFunnelRow[];
export type SignUpFunnelBucketMapper = SignUpFunnelRow;
export type SignUpFunnelStageMapper = SignUpFunnelRow;
