import {
  type CancelResult,
  cancelDelivery,
  cancelJob,
  type KeyConflict,
  pauseTarget,
  previewRedelivery,
  type RedeliverMatchingResult,
  type RedeliverResult,
  type RedeliveryPreview,
  redeliverMatching,
  redeliverOne,
  resumeTarget,
} from '@domovoy/domain';
import type { DeliveryFilter, Store } from '@domovoy/store';
import type { Caller } from './caller.ts';

export interface DeliveryCommands {
  redeliver(given: {
    deliveryId: bigint;
    isForced: boolean;
    idempotencyKey: string;
  }): Promise<RedeliverResult | KeyConflict>;
  redeliverMatching(given: {
    filter: DeliveryFilter;
    expectedCount: number;
    idempotencyKey: string;
  }): Promise<RedeliverMatchingResult | KeyConflict>;
  previewRedelivery(filter: DeliveryFilter, limit: number): Promise<RedeliveryPreview>;
  /** False: it is over. */
  cancelJob(jobId: bigint): Promise<boolean>;
  cancelDelivery(deliveryId: bigint): Promise<CancelResult>;
  /** False: it is paused already. */
  pauseTarget(integrationId: bigint, reason: string | null): Promise<boolean>;
  /** False: there is nothing to resume. */
  resumeTarget(integrationId: bigint): Promise<boolean>;
}

export function deliveryCommands(store: Store, caller: Caller): DeliveryCommands {
  const by = { companyId: caller.companyId, actor: caller.actor };
  return {
    redeliver: (given) => redeliverOne(store, { ...by, ...given }),
    redeliverMatching: (given) => redeliverMatching(store, { ...by, ...given }),
    previewRedelivery: (filter, limit) =>
      previewRedelivery(store, { companyId: caller.companyId, filter, limit }),
    cancelJob: (jobId) => cancelJob(store, { ...by, jobId }),
    cancelDelivery: (deliveryId) => cancelDelivery(store, { ...by, deliveryId }),
    pauseTarget: (integrationId, reason) => pauseTarget(store, { ...by, integrationId, reason }),
    resumeTarget: (integrationId) => resumeTarget(store, { ...by, integrationId }),
  };
}
