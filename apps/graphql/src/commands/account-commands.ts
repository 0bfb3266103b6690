import {
  blockAccount,
  blockServiceConnection,
  type ConnectToEntrancePreview,
  type ConnectToEntranceResult,
  cancelSyncRun,
  connectService,
  connectServiceToEntrance,
  createAccount,
  createFlat,
  type DeliveryWaiter,
  type EffectCaller,
  type EffectOutcome,
  effectOutcome,
  type FlatToCreate,
  type KeyConflict,
  previewConnectToEntrance,
  type RequestedEffect,
  type RequestedSync,
  requestAccountRefresh,
  requestImport,
  requestImportPreview,
  type ServiceAtEntrance,
  type ServiceToConnect,
  unblockAccount,
  unblockServiceConnection,
} from '@domovoy/domain';
import type { DeliveryRow, Store } from '@domovoy/store';
import type { Caller } from './caller.ts';

interface Keyed {
  readonly idempotencyKey: string;
}
type Own<Given extends EffectCaller> = Omit<Given, 'companyId' | 'actor'>;

export interface AccountCommands {
  importAccounts(): Promise<RequestedSync>;
  previewImport(): Promise<RequestedSync>;
  refreshAccount(rosdomofonId: bigint): Promise<RequestedSync>;
  /** False: it has ended. */
  cancelSyncRun(runId: bigint): Promise<boolean>;
  blockAccount(given: Keyed & { number: string; reason: string | null }): Promise<RequestedEffect>;
  unblockAccount(given: Keyed & { number: string }): Promise<RequestedEffect>;
  blockServiceConnection(
    given: Keyed & { serviceConnectionId: bigint; reason: string | null },
  ): Promise<RequestedEffect>;
  unblockServiceConnection(given: Keyed & { serviceConnectionId: bigint }): Promise<RequestedEffect>;
  createAccount(given: Keyed & { number: string; phone: string }): Promise<RequestedEffect>;
  createFlat(given: Own<FlatToCreate>): Promise<RequestedEffect>;
  connectService(given: Own<ServiceToConnect>): Promise<RequestedEffect>;
  /** Null: the service is not to be had there. */
  previewConnectToEntrance(
    at: ServiceAtEntrance,
    sampleSize: number,
  ): Promise<ConnectToEntrancePreview | null>;
  connectServiceToEntrance(
    given: Keyed & { at: ServiceAtEntrance; expectedCount: number },
  ): Promise<ConnectToEntranceResult | KeyConflict>;
  /** The delivery as it is when it settles, or else after `waitMs`; null: there is none such. */
  settledDelivery(deliveryId: bigint, waitMs: number): Promise<DeliveryRow | null>;
  effectOutcome(delivery: DeliveryRow): Promise<EffectOutcome>;
}

export function accountCommands(store: Store, waiter: DeliveryWaiter, caller: Caller): AccountCommands {
  const { companyId, actor } = caller;
  const [request, by] = [
    { companyId, requestedBy: actor },
    { companyId, actor },
  ];
  return {
    importAccounts: () => requestImport(store, request),
    previewImport: () => requestImportPreview(store, request),
    refreshAccount: (accountRosdomofonId) =>
      requestAccountRefresh(store, { ...request, accountRosdomofonId }),
    cancelSyncRun: (runId) => cancelSyncRun(store, { ...by, runId }),
    blockAccount: (given) => blockAccount(store, { ...by, ...given }),
    unblockAccount: (given) => unblockAccount(store, { ...by, ...given }),
    blockServiceConnection: (given) => blockServiceConnection(store, { ...by, ...given }),
    unblockServiceConnection: (given) => unblockServiceConnection(store, { ...by, ...given }),
    createAccount: (given) => createAccount(store, { ...by, ...given }),
    createFlat: (given) => createFlat(store, { ...by, ...given }),
    connectService: (given) => connectService(store, { ...by, ...given }),
    previewConnectToEntrance: (at, sampleSize) =>
      previewConnectToEntrance(store, { companyId, at, sampleSize }),
    connectServiceToEntrance: (given) => connectServiceToEntrance(store, { ...by, ...given }),
    settledDelivery: (deliveryId, waitMs) => waiter.settled({ companyId, deliveryId, waitMs }),
    effectOutcome: (delivery) => effectOutcome(store, delivery),
  };
}
