export {
  type Auth,
  type OAuthAuth,
  type OAuthAuthOptions,
  oauthAuth,
  type WebhookAuth,
  webhookAuth,
} from './auth/auth.ts';
export { type CodeExchange, exchangeCode } from './auth/exchange-code.ts';
export {
  createMemoryTokenStore,
  type LockedTokens,
  type OAuthTokens,
  type TokenStore,
} from './auth/token-store.ts';
export type { BatchOptions, Outcome, OutcomeOf, OutcomesOf } from './batch/outcome.ts';
export { Reference, reference } from './batch/reference.ts';
export type { Bitrix24Calls } from './call/calls.ts';
export type {
  CallOptions,
  Command,
  Effect,
  IterateOptions,
  Lane,
  ListCommand,
  ListOptions,
  ListPage,
  RowIssue,
  Rows,
} from './call/command.ts';
export { type Bitrix24, createBitrix24 } from './client.ts';
export {
  type CallRepeated,
  CHANNELS,
  type LimitReached,
  type PortalMoved,
  type RequestEnded,
  type RequestStarted,
  type TokenObtained,
} from './diagnostics.ts';
export {
  AbortError,
  ApiError,
  AuthenticationError,
  Bitrix24Error,
  BlockedError,
  ClosedError,
  ConfigurationError,
  ConnectionError,
  type FieldIssue,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ResponseError,
  ResponseValidationError,
  ServerError,
  StalledCursorError,
  TimeoutError,
} from './errors.ts';
export type { Bitrix24Event } from './events/bitrix24-event.ts';
export { EventError } from './events/event-errors.ts';
export { applicationTokenHash, isGenuineEvent } from './events/genuine-event.ts';
export {
  createOfflineQueue,
  type DrainOutcome,
  type OfflineQueue,
  type OfflineQueueOptions,
} from './events/offline-queue.ts';
export { type EventFormLimits, parseEventForm } from './events/parse-event-form.ts';
export { readEvent, readOfflineEvent } from './events/read-event.ts';
export {
  type BucketMoments,
  type BucketRule,
  type BucketStore,
  createBucketStore,
  createMemoryBucketStore,
} from './limits/bucket-store.ts';
export {
  classicMultiFields,
  type MultiFieldChanges,
  multiFieldChanges,
  type NewMultiField,
  newMultiField,
  type WantedMultiField,
  type WantedMultiFields,
} from './multi-field/multi-field.ts';
export { phoneSpellings, samePhone } from './multi-field/phone-spellings.ts';
export type { Bitrix24Options } from './options.ts';
export { productRowOwnerOf } from './resources/catalog/product-rows.ts';
export type {
  AnyFields,
  ContactFields,
  DealFields,
  ItemFields,
  LeadFields,
} from './resources/crm/fields.ts';
export type { ImportOutcome } from './resources/crm/item-methods.ts';
export { dealStagesOf } from './resources/crm/pipelines.ts';
export type { KnownUserField } from './resources/crm/user-fields.ts';
export type { Method, TypedCommand } from './resources/method.ts';
export { decodeBbCode, encodeBbCode } from './resources/open-lines/bb-code.ts';
export type { ConnectorMessage, MessageOutcome } from './resources/open-lines/connector-messages.ts';
export { openLineName } from './resources/open-lines/open-line-name.ts';
export { type OperatorMessage, readOperatorMessage } from './resources/open-lines/operator-message.ts';
