export {
  createDomovoyClient,
  type DomovoyClient,
  type EventOf,
  type RequestOptions,
  type SubscribeOptions,
} from './client.ts';
export {
  type AnswerError,
  ApiError,
  type ApiErrorCode,
  ConnectionError,
  isApiError,
  RefusedError,
} from './errors.ts';
export type { FeedItem, LiveState } from './live/follow.ts';
export { newIdempotencyKey } from './new-idempotency-key.ts';
export type { Operation } from './operation.ts';
export {
  ApproveSignUpDocument,
  type ConversationPartsFragment,
  ConversationsDocument,
  FeedCursorDocument,
  MarkReadDocument,
  MessageAddedDocument,
  MessageChangedDocument,
  type MessagePartsFragment,
  MessagesDocument,
  RejectSignUpDocument,
  SendMessageDocument,
  SignUpChangedDocument,
  SignUpDocument,
  type SignUpPartsFragment,
  SignUpsDocument,
  ViewerDocument,
} from './operations/operations.generated.ts';
export { type ClientOptions, DEFAULT_RETRY, type RetryOptions } from './options.ts';
export { type Payload, payloadOf, type Refusal } from './payload-of.ts';
export { type WaitForSignUpOptions, waitForSignUp } from './tasks/wait-for-sign-up.ts';
