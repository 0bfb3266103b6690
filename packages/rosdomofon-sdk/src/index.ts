export {
  createRosDomofonAbonent,
  type RosDomofonAbonent,
  type RosDomofonAbonentOptions,
} from './abonent-client.ts';
export type { CallOptions } from './call/call.ts';
export { createRosDomofon, type RosDomofon, type RosDomofonOptions } from './client.ts';
export {
  CHANNELS,
  type RequestEnded,
  type RequestRepeated,
  type RequestStarted,
  type TokenObtained,
} from './diagnostics.ts';
export {
  AbortError,
  AuthenticationError,
  ClosedError,
  ConfigurationError,
  ConflictError,
  ConnectionError,
  type FieldIssue,
  NotFoundError,
  PermissionError,
  RateLimitError,
  RequestRejectedError,
  ResponseError,
  ResponseValidationError,
  RosDomofonError,
  ServerError,
  TimeoutError,
} from './errors.ts';
export type { RequestToSend } from './options.ts';
export type { Page, PagedList } from './pagination.ts';
export {
  createEntranceCache,
  type EntranceCache,
  type EntranceCacheOptions,
  type FoundEntrance,
} from './resources/entrances/entrance-cache.ts';
export type { EntranceSearch } from './resources/entrances/find-entrance.ts';
export type { Recipient } from './resources/messages/messages.ts';
export type { ListOptions, RowIssue, RowOptions, Rows } from './rows/rows.ts';
export type { AbonentTokens } from './sign-in/abonent.ts';
