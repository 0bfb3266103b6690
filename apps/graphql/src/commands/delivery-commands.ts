import {
  type CancelResult,
  cancelDelivery,
  type KeyConflict,
  pauseTarget,
  type RedeliverExpectedResult,
  type RedeliverResult,
  redeliverExpected,
  redeliverOne,
  resumeTarget,
} from '@domovoy/domain';
import type { DeliveryFilter, Store } from '@domovoy/store';
import { LIMITS } from '../execution/limits.ts';
import { actorOf, type Caller } from './caller.ts';

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
  }): Promise<RedeliverExpectedResult | KeyConflict>;
  cancelDelivery(deliveryId: bigint): Promise<CancelResult>;
  /** False: it is paused already. */
  pauseTarget(integrationId: bigint, reason: string | null): Promise<boolean>;
  /** False: there is nothing to resume. */
  resumeTarget(integrationId: bigint): Promise<boolean>;
}

export function deliveryCommands(store: Store, caller: Caller): DeliveryCommands {
  const by = { companyId: caller.companyId, actor: actorOf(caller) };
  return {
    redeliver: (given) => redeliverOne(store, { ...by, ...given }),
    redeliverMatching: (given) => redeliverExpected(store, { ...by, ...given, timeoutMs: LIMITS.waitMs }),
    cancelDelivery: (deliveryId) => cancelDelivery(store, { ...by, deliveryId }),
    pauseTarget: (integrationId, reason) => pauseTarget(store, { ...by, integrationId, reason }),
    resumeTarget: (integrationId) => resumeTarget(store, { ...by, integrationId }),
  };
}
