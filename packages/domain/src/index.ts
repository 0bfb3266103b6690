export { blockAccount, unblockAccount } from './account/effects/block-account.ts';
export {
  blockServiceConnection,
  unblockServiceConnection,
} from './account/effects/block-service-connection.ts';
export { connectService, type ServiceToConnect } from './account/effects/connect-service.ts';
export { createAccount } from './account/effects/create-account.ts';
export { createFlat, type FlatToCreate } from './account/effects/create-flat.ts';
export { type EffectOutcome, effectOutcome } from './account/effects/effect-outcome.ts';
export type { EffectCaller, RequestedEffect } from './account/effects/request-effect.ts';
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
export { accountRows, flatRows, serviceConnectionRows } from './account/mirror-rows.ts';
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
export { WrittenObjects } from './account/written-objects.ts';
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
export { previewRedelivery, type RedeliveryPreview } from './deliveries/many/preview-redelivery.ts';
export { type RedeliverMatchingResult, redeliverMatching } from './deliveries/many/redeliver-matching.ts';
export { type DeliveryToAwait, DeliveryWaiter } from './deliveries/waiting/delivery-waiter.ts';
export type { KeyConflict, Once } from './idempotency/intention.ts';
export { once, RememberedId } from './idempotency/once.ts';
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
export { JOB_KINDS } from './jobs/all-job-kinds.ts';
export { cancelJob } from './jobs/cancel-job.ts';
export { defineJobKind, type JobInHand, type JobKind, type JobKinds } from './jobs/job-kinds.ts';
export { JOB_TRANSITIONS, jobStatesBefore } from './jobs/job-transitions.ts';
export { autoReply } from './messaging/auto-reply/auto-reply.ts';
export { AutoReplyPolicy, type AutoReplyRule } from './messaging/auto-reply/auto-reply-policy.ts';
export { type AssignResult, assignConversation } from './messaging/conversation/assign-conversation.ts';
export {
  type MarkReadResult,
  markConversationRead,
} from './messaging/conversation/mark-conversation-read.ts';
export {
  type ConversationStateResult,
  reopenConversation,
  resolveConversation,
} from './messaging/conversation/set-conversation-state.ts';
export { cancelMessage } from './messaging/message-of-delivery.ts';
export { MESSAGE_TRANSITIONS, messageStatesBefore } from './messaging/message-transitions.ts';
export { LONGEST_MESSAGE, outgoingText } from './messaging/outgoing-text.ts';
export { type Outgoing, type Queued, queueOutgoing } from './messaging/queue-outgoing.ts';
export {
  type ReceivedIncomingMessages,
  receiveIncomingMessages,
} from './messaging/receive-incoming-messages.ts';
export { receiveOutgoingMessages } from './messaging/receive-outgoing-messages.ts';
export { type RetryMessageResult, retryMessage } from './messaging/retry-message.ts';
export {
  type MessagingPolicy,
  readMessagingPolicy,
  type SavePolicyResult,
  saveMessagingPolicy,
} from './messaging/save-messaging-policy.ts';
export { type MessageToWrite, type SendMessageResult, sendMessage } from './messaging/send-message.ts';
export type { Acted, ActRefused, SignUpAct } from './sign-up/by-hand/act.ts';
export { type ActedOnce, actOnce } from './sign-up/by-hand/act-once.ts';
export {
  type ApprovalRefused,
  approveSignUp,
  type SignUpApproval,
} from './sign-up/by-hand/approve-sign-up.ts';
export { assignSignUp, type SignUpAssignment } from './sign-up/by-hand/assign-sign-up.ts';
export {
  type RejectionRefused,
  rejectSignUp,
  type SignUpRejection,
} from './sign-up/by-hand/reject-sign-up.ts';
export { retrySignUp } from './sign-up/by-hand/retry-sign-up.ts';
export { judgeMatch, type MatchDecision } from './sign-up/match/judge-match.ts';
export { matchInMirror, placesOf } from './sign-up/match/match-in-mirror.ts';
export { ChosenServices, type Place, Suggestion, Suggestions } from './sign-up/match/suggestion.ts';
export { accountNumbers } from './sign-up/policy/account-numbers.ts';
export type { OfferedService } from './sign-up/policy/choose-services.ts';
export {
  type FilledText,
  MESSAGE_FIELDS,
  type MessageFacts,
  type MessageField,
  previewMessage,
} from './sign-up/policy/message-template.ts';
export { readSignUpPolicy } from './sign-up/policy/read-sign-up-policy.ts';
export {
  ensureAutomaticPolicy,
  type SavedSignUpPolicy,
  saveSignUpPolicy,
} from './sign-up/policy/save-sign-up-policy.ts';
export { DEFAULT_POLICY, type SignUpPolicy, SignUpRules } from './sign-up/policy/sign-up-policy.ts';
export { type ReceivedSignUps, receiveSignUps } from './sign-up/receive-sign-ups.ts';
export { resumeWaitingSignUps } from './sign-up/resume-waiting-sign-ups.ts';
export { SIGN_UP_KINDS } from './sign-up/sign-up-kinds.ts';
export {
  canSignUpMove,
  SIGN_UP_TRANSITIONS,
  type SignUpState,
  signUpStatesBefore,
} from './sign-up/sign-up-transitions.ts';
export { STATE_REASONS, type StateReason } from './sign-up/state-reason.ts';
export { followedIn, followRosdomofon } from './sign-up/workflow/follow.ts';
export { messageOf } from './sign-up/workflow/message-facts.ts';
export { previewWelcome } from './sign-up/workflow/preview-welcome.ts';
export { failMatch, isForMatching, settleMatch } from './sign-up/workflow/settle-match.ts';
export {
  failStep,
  isCurrent,
  type StepOf,
  type StepResult,
  settleStep,
} from './sign-up/workflow/settle-step.ts';
export { loadSignUpWork, queryOf, type SignUpWork } from './sign-up/workflow/sign-up-work.ts';
export {
  failStepMessage,
  isStepMessageCancelled,
  type MessageStep,
  queueStepMessage,
  type StepMessage,
  settleStepMessage,
} from './sign-up/workflow/step-message.ts';
export { quietMsNow, type StepTools } from './sign-up/workflow/steps.ts';
