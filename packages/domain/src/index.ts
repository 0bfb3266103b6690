export type { Identity, PersonSession } from './access/identity.ts';
export { lacking } from './access/lacking.ts';
export { maskPhones } from './access/mask-phones.ts';
export { type IsAllowedFrom, isNetwork } from './access/networks.ts';
export { ALL_PERMISSIONS, PERMISSIONS, type Permission, type Permissions } from './access/permissions.ts';
export { PERMISSIONS_OF_ROLE, ROLES, type Role } from './access/roles.ts';
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
  type ConnectToEntranceResult,
  connectServiceToEntrance,
} from './account/entrance-service/connect-service-to-entrance.ts';
export {
  type ConnectToEntrancePreview,
  previewConnectToEntrance,
} from './account/entrance-service/preview-connect-to-entrance.ts';
export type { ServiceAtEntrance } from './account/entrance-service/service-at-entrance.ts';
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
  requestImportPreview,
} from './account/request-sync.ts';
export {
  SYNC_RUN_TRANSITIONS,
  type SyncRunState,
  syncRunStatesBefore,
} from './account/sync-run-transitions.ts';
export { WrittenObjects } from './account/written-objects.ts';
export type { ApiKeyEnvironment } from './api-key/api-key-text.ts';
export {
  type ApiKeyProblem,
  type ApiKeyToCreate,
  apiKeyProblem,
  createApiKey,
} from './api-key/create-api-key.ts';
export { revokeApiKey } from './api-key/revoke-api-key.ts';
export { rotateApiKey } from './api-key/rotate-api-key.ts';
export { verifyApiKey } from './api-key/verify-api-key.ts';
export { escapeBbCode, plainText } from './chat/bb-code.ts';
export { CHAT_REFS, chatMessageId, chatUserId, isFromPortal } from './chat/chat-ids.ts';
export {
  answeredText,
  answerInComment,
  chatCommentText,
  incomingText,
  messageOfComment,
} from './chat/forward-text.ts';
export { chatPlanner, tellingOf } from './chat/plan-chat.ts';
export { receiveAnswer } from './chat/receive-operator-messages.ts';
export { timelineComment } from './crm/comment/comment-text.ts';
export { ContactDetail, type ContactWanted, contactWanted } from './crm/contact/contact-wanted.ts';
export { type Picked, pickContact } from './crm/contact/pick-contact.ts';
export { CRM_KINDS, type CrmTarget } from './crm/crm-kinds.ts';
export { applyDealStage, CRM_ACTOR, type StageApplied } from './crm/deal/apply-deal-stage.ts';
export {
  DealDetail,
  type DealWanted,
  dealChanges,
  dealWanted,
  NOTHING_TOLD,
  type ProductRow,
} from './crm/deal/deal-wanted.ts';
export { type StageMeaning, stageMeaning } from './crm/deal/stage-rule.ts';
export { linkRemote } from './crm/link/link-remote.ts';
export { CrmCatalogue, takesUserFields } from './crm/mapping/catalogue.ts';
export { CRM_FACTS, type CrmFacts } from './crm/mapping/crm-facts.ts';
export {
  CrmMapping,
  DEFAULT_MAPPING,
  dealKind,
  type MappedField,
  remoteKindOf,
  tellsAccounts,
} from './crm/mapping/crm-mapping.ts';
export { accountFacts, servicesOf, signUpFacts } from './crm/mapping/facts-of.ts';
export type { PortalFields } from './crm/mapping/fill-fields.ts';
export {
  type PreviewedCall,
  type PreviewResult,
  previewCalls,
  previewMapping,
} from './crm/mapping/preview-mapping.ts';
export { type ReadMapping, readMapping } from './crm/mapping/read-mapping.ts';
export {
  readCatalogue,
  readMappingProblems,
  type SaveMappingResult,
  saveMapping,
} from './crm/mapping/save-mapping.ts';
export { type MappingProblem, validateMapping } from './crm/mapping/validate-mapping.ts';
export { commentMarker, contactOrigin, dealOrigin, originFields, productOrigin } from './crm/origin.ts';
export { enqueueUnlessPending, type ToTell } from './crm/plan/enqueue-unless-pending.ts';
export { followForgotten, followMissed, followNewEpoch } from './crm/plan/follow-missed.ts';
export { type Follower, followBackfill, followPage } from './crm/plan/follow-page.ts';
export { missedText } from './crm/plan/missed-reason.ts';
export { type CrmPlace, feedPlace, openCrmCursor } from './crm/plan/open-crm-cursor.ts';
export { type CrmPlanner, causeOf, changedIds, type Planned } from './crm/plan/planner.ts';
export { CRM_PLANNERS } from './crm/plan/planners.ts';
export { type ProductWanted, productWanted } from './crm/product/product-wanted.ts';
export { noteRemoteChange, type RemoteChange } from './crm/remote/note-remote-change.ts';
export { type ResolveReviewResult, resolveCrmReview } from './crm/review/resolve-crm-review.ts';
export { type Backoff, backoffMs } from './deliveries/attempt/backoff.ts';
export { canDeliveryMove, DELIVERY_TRANSITIONS } from './deliveries/attempt/delivery-transitions.ts';
export {
  ambiguous,
  type Continuation,
  dead,
  delivered,
  notYet,
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
export { HEALTH_CODES, type HealthCode, healthWords } from './health/health-words.ts';
export { type HealthPart, type HealthState, type HealthSubject, worstOf } from './health/judge-health.ts';
export {
  type Health,
  type IntegrationHealth,
  readHealth,
  readIntegrationHealth,
} from './health/read-health.ts';
export { type HookWork, workOf } from './hook-event/read-hook-event.ts';
export {
  doHookWork,
  type HookPortal,
  type ReceivedHookEvents,
  receiveHookEvents,
} from './hook-event/receive-hook-events.ts';
export type { KeyConflict, Once } from './idempotency/intention.ts';
export { once, RememberedId } from './idempotency/once.ts';
export type { DeadRecord, EventRecord, Received, ReceivedChunk } from './intake/event-record.ts';
export { type EventSource, openEventSource } from './intake/event-source.ts';
export { type Intake, intakesOf } from './intake/intakes-of.ts';
export { isRefusedData, refusalReason } from './intake/refused-data.ts';
export { type ReprocessResult, reprocessEvent } from './intake/reprocess/reprocess-event.ts';
export {
  type Bitrix24Access,
  bitrix24Access,
} from './integration/bitrix24/bitrix24-access.ts';
export {
  type Bitrix24Config,
  type ChatConfig,
  chatOf,
  DEFAULT_CONNECTOR,
  PortalOrigin,
  readBitrix24Config,
} from './integration/bitrix24/bitrix24-config.ts';
export { type Bitrix24Tokens, openTokens, sealTokens } from './integration/bitrix24/bitrix24-tokens.ts';
export {
  type ConnectionTrouble,
  isConnectionTrouble,
  type Language,
  troubleText,
} from './integration/bitrix24/connection-trouble.ts';
export { movePortal } from './integration/bitrix24/move-portal.ts';
export { saveAuthorization } from './integration/bitrix24/save-authorization.ts';
export { breakIntegration, healIntegration } from './integration/break-integration.ts';
export type { AccessGiven, AccessProblem, ChatGiven } from './integration/by-hand/access-given.ts';
export {
  type AuthorizationBegun,
  beginBitrix24Authorization,
} from './integration/by-hand/begin-authorization.ts';
export {
  type ChangeResult,
  changeBitrix24,
  type PortalChange,
} from './integration/by-hand/change-bitrix24.ts';
export {
  type ConnectResult,
  connectBitrix24,
  type PortalToConnect,
} from './integration/by-hand/connect-bitrix24.ts';
export { enqueueChatSetup } from './integration/by-hand/integration-deliveries.ts';
export {
  type IntegrationMoved,
  pauseIntegration,
  resumeIntegration,
} from './integration/by-hand/pause-integration.ts';
export { type CheckRequested, requestCheck } from './integration/by-hand/request-check.ts';
export { hintText } from './integration/check/check-hints.ts';
export {
  CHECK_STEPS,
  type CheckReport,
  type CheckStep,
  type CheckStepName,
  limitsOf,
  type PortalLimits,
  readCheckReport,
  TARIFF_LIMITS,
} from './integration/check/check-report.ts';
export { integrationAccess, type StoredIntegration } from './integration/integration-access.ts';
export { IntegrationAccessError } from './integration/integration-error.ts';
export {
  canIntegrationMove,
  INTEGRATION_TRANSITIONS,
  type IntegrationState,
} from './integration/integration-transitions.ts';
export { type Rotation, rotateEncryption } from './integration/keys/encryption-keys.ts';
export {
  hasRestAccess,
  type RosdomofonAccess,
  type RosdomofonConfig,
  type RosdomofonRestAccess,
  type RosdomofonSecrets,
} from './integration/rosdomofon-config.ts';
export { type IntegrationToSave, saveIntegration } from './integration/save-integration.ts';
export {
  type IssueDecided,
  type MuteTimeRefused,
  muteIssue,
  resolveIssue,
} from './issue/decide-issue.ts';
export { issueWords } from './issue/issue-words.ts';
export { JOB_KINDS } from './jobs/all-job-kinds.ts';
export { cancelJob } from './jobs/cancel-job.ts';
export { deliveriesOfJob } from './jobs/deliveries-of-job.ts';
export { defineJobKind, type JobInHand, type JobKind, type JobKinds } from './jobs/job-kinds.ts';
export { JOB_TRANSITIONS, jobStatesBefore } from './jobs/job-transitions.ts';
export { autoReply } from './messaging/auto-reply/auto-reply.ts';
export { AutoReplyPolicy, type AutoReplyRule } from './messaging/auto-reply/auto-reply-policy.ts';
export { type BroadcastResult, broadcastMessage } from './messaging/broadcast/broadcast-message.ts';
export { type BroadcastPreview, previewBroadcast } from './messaging/broadcast/preview-broadcast.ts';
export { type RenderResult, renderCannedResponse } from './messaging/canned/render-canned-response.ts';
export {
  deleteCannedResponse,
  type SaveCannedResult,
  saveCannedResponse,
} from './messaging/canned/save-canned-response.ts';
export { CANNED_VARIABLES } from './messaging/canned/variables.ts';
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
export { type SnoozeResult, snoozeConversation } from './messaging/conversation/snooze-conversation.ts';
export { cancelMessage } from './messaging/message-of-delivery.ts';
export { MESSAGE_TRANSITIONS, messageStatesBefore } from './messaging/message-transitions.ts';
export { LONGEST_MESSAGE, outgoingText } from './messaging/outgoing-text.ts';
export { type SaveDraftResult, saveDraft } from './messaging/person/save-draft.ts';
export { type Outgoing, type Queued, queueOutgoing } from './messaging/queue-outgoing.ts';
export {
  type ReceivedIncomingMessages,
  receiveIncomingMessages,
} from './messaging/receive-incoming-messages.ts';
export { type RetryMessageResult, retryMessage } from './messaging/retry-message.ts';
export {
  type MessagingPolicy,
  readMessagingPolicy,
  type SavePolicyResult,
  saveMessagingPolicy,
} from './messaging/save-messaging-policy.ts';
export { type MessageToWrite, type SendMessageResult, sendMessage } from './messaging/send-message.ts';
export { type ChangePasswordResult, changePassword } from './person/change-password.ts';
export { createPerson, resetPassword } from './person/create-person.ts';
export { createPasswords, type Passwords } from './person/passwords.ts';
export { type PasswordProblem, readEmail, readPersonName } from './person/person-input.ts';
export type { NotProven, PersonProof, PersonTools } from './person/prove-person.ts';
export { type OwnPerson, readPerson } from './person/read-person.ts';
export {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
} from './person/second-factor/second-factor.ts';
export { verifySecondFactors } from './person/second-factor/second-factor-keys.ts';
export { type AccessTokens, createAccessTokens } from './session/access-token.ts';
export { type BegunSession, SESSION_LIFE, type SessionPlace } from './session/begin-session.ts';
export { revokeSession, signOut, signOutEverywhere } from './session/end-session.ts';
export { type AttemptLimits, countAddressAttempt } from './session/limit-attempts.ts';
export { type NoteRefusal, noteRefusedSignIn, type RefusedSignIn } from './session/note-refusal.ts';
export { refreshSession } from './session/refresh-session.ts';
export { signIn } from './session/sign-in.ts';
export { type GrantedRole, signInByIdentity } from './session/sign-in-by-identity.ts';
export { switchCompany } from './session/switch-company.ts';
export { unlinkIdentity } from './session/unlink-identity.ts';
export { verifyAccessToken } from './session/verify-access-token.ts';
export {
  type ClaimedByOther,
  claimSignUp,
  releaseSignUp,
  type SignUpClaim,
} from './sign-up/aside/claim-sign-up.ts';
export { type ParkingRefused, parkSignUp, type SignUpParking } from './sign-up/aside/park-sign-up.ts';
export type { Acted, ActRefused, SignUpAct } from './sign-up/by-hand/act.ts';
export { type ActedOnce, actOnce } from './sign-up/by-hand/act-once.ts';
export { approveSignUp, type SignUpApproval } from './sign-up/by-hand/approve-sign-up.ts';
export { assignSignUp, type SignUpAssignment } from './sign-up/by-hand/assign-sign-up.ts';
export { type ApprovalRefused, type SignUpDecision } from './sign-up/by-hand/decide-approval.ts';
export {
  type RejectionRefused,
  rejectSignUp,
  type SignUpRejection,
} from './sign-up/by-hand/reject-sign-up.ts';
export { retrySignUp } from './sign-up/by-hand/retry-sign-up.ts';
export {
  type ApproveManyResult,
  approvableOf,
  approveSignUps,
} from './sign-up/many/approve-sign-ups.ts';
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
export {
  type ApprovalPreview,
  type ApprovalWarning,
  type PlannedDelivery,
  previewApproval,
} from './sign-up/preview/preview-approval.ts';
export {
  type AddressAsked,
  type ExplainedSuggestion,
  type SuggestedEntrances,
  suggestEntrances,
} from './sign-up/preview/suggest-entrances.ts';
export { resumeWaitingSignUps } from './sign-up/resume-waiting-sign-ups.ts';
export { SIGN_UP_KINDS } from './sign-up/sign-up-kinds.ts';
export {
  canSignUpMove,
  SIGN_UP_TRANSITIONS,
  type SignUpState,
  signUpStatesBefore,
} from './sign-up/sign-up-transitions.ts';
export { STATE_REASONS, type StateReason } from './sign-up/state-reason.ts';
export { compensateSignUp, type SignUpCompensation } from './sign-up/undo/compensate-sign-up.ts';
export {
  type Compensation,
  type CompensationItem,
  type CompensationReason,
  connectionsMade,
  isMadeBy,
} from './sign-up/undo/compensation.ts';
export { type DecisionToUndo, type TooLate, undoDecision } from './sign-up/undo/undo-decision.ts';
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
export { acceptInvitation } from './staff/accept-invitation.ts';
export { type RemoveStaffResult, removeStaff, type SetRoleResult, setRole } from './staff/change-staff.ts';
export { type InviteResult, inviteStaff, withdrawInvitation } from './staff/invite-staff.ts';
export { type InvitationEnd, lookAtInvitation } from './staff/look-at-invitation.ts';
