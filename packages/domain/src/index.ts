export {
  BEGINNING,
  IMPORT_PHASES,
  ImportCheckpoint,
  type ImportPhase,
} from './account/import-checkpoint.ts';
export {
  MIRROR_CHUNK,
  mirrorAccountDetails,
  mirrorAccounts,
  mirrorEntrances,
  mirrorFlats,
  mirrorServiceConnections,
  mirrorServices,
} from './account/mirror-chunk.ts';
export {
  cancelSyncRun,
  type RequestedSync,
  requestAccountRefresh,
  requestImport,
} from './account/request-sync.ts';
export {
  SYNC_RUN_TRANSITIONS,
  type SyncRunState,
  syncRunStatesBefore,
} from './account/sync-run-transitions.ts';
export { WrittenEntrances } from './account/written-entrances.ts';
export type { ApiKeyEnvironment } from './api-key/api-key-text.ts';
export { createApiKey } from './api-key/create-api-key.ts';
export { type ApiKeyIdentity, verifyApiKey } from './api-key/verify-api-key.ts';
export { type Backoff, backoffMs } from './deliveries/attempt/backoff.ts';
export { canDeliveryMove, DELIVERY_TRANSITIONS } from './deliveries/attempt/delivery-transitions.ts';
export {
  ambiguous,
  type Continuation,
  dead,
  delivered,
  type Outcome,
  retry,
  skipped,
} from './deliveries/attempt/outcome.ts';
export { redactSummary } from './deliveries/attempt/redact-summary.ts';
export { type AttemptSummary, releaseOf, settlementOf } from './deliveries/attempt/settlement.ts';
export { type Verdict, verdictOfError, verdictOfOutcome } from './deliveries/attempt/verdict.ts';
export { type CancelResult, cancelDelivery } from './deliveries/by-hand/cancel-delivery.ts';
export { pauseTarget, resumeTarget } from './deliveries/by-hand/pause-target.ts';
export { type RedeliverResult, redeliverOne } from './deliveries/by-hand/redeliver.ts';
export {
  type RedeliverExpectedResult,
  redeliverExpected,
} from './deliveries/by-hand/redeliver-expected.ts';
export {
  type DeliveryKind,
  type DeliveryKinds,
  defineDeliveryKind,
  type Payload,
  type PayloadInput,
  type TargetKind,
} from './deliveries/kind/delivery-kind.ts';
export { DELIVERY_KINDS } from './deliveries/kind/delivery-kinds.ts';
export {
  createEnqueue,
  type DeliveryTarget,
  type Enqueue,
  type ToEnqueue,
} from './deliveries/kind/enqueue.ts';
export type { KeyConflict, Once } from './idempotency/intention.ts';
export { once, onceResumable, RememberedId } from './idempotency/once.ts';
export type { DeadRecord, EventRecord, Received, ReceivedChunk } from './intake/event-record.ts';
export { type EventSource, openEventSource } from './intake/event-source.ts';
export { integrationAccess, type StoredIntegration } from './integration/integration-access.ts';
export { IntegrationAccessError } from './integration/integration-error.ts';
export {
  hasRestAccess,
  type RosdomofonAccess,
  type RosdomofonConfig,
  type RosdomofonRestAccess,
  type RosdomofonSecrets,
} from './integration/rosdomofon-config.ts';
export { type IntegrationToSave, saveIntegration } from './integration/save-integration.ts';
export { createSecretBox, type SecretBox } from './integration/secret-box.ts';
export {
  type ReceivedIncomingMessages,
  receiveIncomingMessages,
} from './messaging/receive-incoming-messages.ts';
export { receiveOutgoingMessages } from './messaging/receive-outgoing-messages.ts';
export { type ReceivedSignUps, receiveSignUps } from './sign-up/receive-sign-ups.ts';
export { canSignUpMove, SIGN_UP_TRANSITIONS, type SignUpState } from './sign-up/sign-up-transitions.ts';
