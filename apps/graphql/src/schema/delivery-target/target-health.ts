import type { DeliveryTargetRow } from '@domovoy/store';
import type { TargetBreaker, TargetPause, TargetRate, TargetRest } from '../types.generated.ts';
import { upperCase } from '../values/enum-value.ts';

export const pauseOf = ({ stored }: DeliveryTargetRow): TargetPause | null =>
  stored?.pausedAt
    ? { pausedAt: stored.pausedAt, pausedBy: stored.pausedBy ?? '', reason: stored.pauseReason }
    : null;

export const restOf = ({ stored, isResting }: DeliveryTargetRow): TargetRest | null =>
  isResting && stored?.quotaUntil ? { until: stored.quotaUntil, code: stored.quotaCode } : null;

/** Closed while its owner has had nothing to say. */
export const breakerOf = ({ stored }: DeliveryTargetRow): TargetBreaker => ({
  state: upperCase(stored?.breaker ?? 'closed'),
  code: stored?.breakerCode ?? null,
  retryAt: stored?.breakerUntil ?? null,
});

export const rateOf = ({ stored }: DeliveryTargetRow): TargetRate | null =>
  stored?.reportedAt
    ? {
        usedPerSecond: stored.usedPerSecond ?? 0,
        allowedPerSecond: stored.allowedPerSecond,
        reportedAt: stored.reportedAt,
      }
    : null;
