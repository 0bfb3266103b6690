export {
  type Auth,
  type OAuthAuth,
  type OAuthAuthOptions,
  oauthAuth,
  type WebhookAuth,
  webhookAuth,
} from './auth/auth.ts';
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
export { type BucketRule, type BucketStore, createMemoryBucketStore } from './limits/bucket-store.ts';
export type { Bitrix24Options } from './options.ts';
