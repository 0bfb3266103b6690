/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What `approveSignUp` is given. */
export type ApproveSignUpInput = {
  /** RosDomofon's id of the entrance: of a suggestion, or of any `Entrance`. Left out: the only one that is suggested. */
  readonly entranceRosdomofonId?: number | null | undefined;
  /** The `version` of the sign-up that the caller saw. */
  readonly expectedVersion: number;
  /** Left out: that of the sign-up. */
  readonly flat?: string | null | undefined;
  /** Which one: its `id`. */
  readonly id: string;
  /** Names this one intention: the same key again within 24 hours gives the first result, and with another input an `IdempotencyConflictError`. */
  readonly idempotencyKey: string;
  /** RosDomofon's ids. Left out: what the company's policy connects there. */
  readonly serviceRosdomofonIds?: ReadonlyArray<number> | null | undefined;
};

/** All named fields have to hold; within a list, one of its values. */
export type ConversationFilterInput = {
  /** RosDomofon's id of the abonent. */
  readonly abonentRosdomofonId?: number | null | undefined;
  /** As `assignConversation` was told. */
  readonly assignee?: string | null | undefined;
  /** `support`, `notification`, … */
  readonly channel?: ReadonlyArray<string> | null | undefined;
  /** true: with unread messages; false: without. */
  readonly hasUnread?: boolean | null | undefined;
  /** Time of the newest message. */
  readonly lastMessageAt?: DateTimeRangeInput | null | undefined;
  /** Whose turn it is. */
  readonly state?: ReadonlyArray<ConversationState> | null | undefined;
  /** One of the lists that people work with; together with the other fields. */
  readonly view?: ConversationView | null | undefined;
};

/** Whose turn it is in a conversation. */
export type ConversationState =
  /** Somebody has to answer. */
  | 'OPEN'
  /** Waits for the abonent. */
  | 'PENDING'
  /** Done; a new message opens it again. */
  | 'RESOLVED';

/** A list of conversations that people work with. */
export type ConversationView =
  /** All but those that are set aside. */
  | 'AWAKE'
  /** Those that the caller looks after, without those that are set aside. */
  | 'MINE'
  /** Those that are set aside. */
  | 'SNOOZED'
  /** Those that nobody in particular looks after, without those that are set aside. */
  | 'UNASSIGNED';

/** A time range: `from` belongs to it, `to` does not. Either may be left out. */
export type DateTimeRangeInput = {
  /** Belongs to the range. */
  readonly from?: string | null | undefined;
  /** Does not belong to the range. */
  readonly to?: string | null | undefined;
};

/** Why an entrance is no more than a suggestion. Further ones may come. */
export type DoubtReason =
  /** Several places have that name. */
  | 'CITY_AMBIGUOUS'
  /** The streets' codes agree, and the towns' names do not. */
  | 'CITY_CONTRADICTS_CODE'
  /** The sign-up or the entrance says no town. */
  | 'CITY_UNKNOWN'
  /** The entrance has no such flat. */
  | 'FLAT_OUTSIDE_RANGES'
  /** Nobody knows which flats the entrance has. */
  | 'FLAT_RANGES_UNKNOWN'
  /** More than a number: `12А`, `12-13`. */
  | 'FLAT_UNCLEAR'
  /** The sign-up says no flat. */
  | 'FLAT_UNKNOWN'
  /** The same numbers in another notation, which in some towns is another house: `5/2` and `5 к2`. */
  | 'HOUSE_NOTATION_DIFFERS'
  /** The sign-up or the entrance says no house. */
  | 'HOUSE_UNKNOWN'
  /** Nothing is wrong with it, but another one fits as well. */
  | 'SEVERAL_ENTRANCES_FIT'
  /** Streets of the same name with different codes. */
  | 'STREET_CODE_AMBIGUOUS'
  /** A surname that several people have, or initials that may be something else. */
  | 'STREET_NAME_AMBIGUOUS'
  /** The name fits streets of several types. */
  | 'STREET_TYPE_AMBIGUOUS'
  /** The sign-up or the entrance says no street. */
  | 'STREET_UNKNOWN';

/** What `markRead` is given. */
export type MarkReadInput = {
  /** Of which conversation. */
  readonly conversationId: string;
  /** The newest message that was seen: what the abonent wrote behind it stays unread. */
  readonly upToMessageId: string;
};

/** Who wrote to whom. */
export type MessageDirection =
  /** From the abonent. */
  | 'IN'
  /** To the abonent. */
  | 'OUT';

/** Whether a message arrived. */
export type MessageState =
  /** `failure` says why. `retryMessage` sends it again. */
  | 'FAILED'
  /** Waits to be sent: behind an earlier one of its conversation, or for RosDomofon. */
  | 'QUEUED'
  /** Came from the abonent. */
  | 'RECEIVED'
  /** RosDomofon has it. */
  | 'SENT';

/**
 * What a caller may be allowed: a key by what it was made for, a person by their role. Who may write need not be allowed to
 * read. Further ones may come.
 */
export type Permission =
  /** Decide about them: approve and reject. */
  | 'APPROVE_SIGN_UPS'
  /** Write to many abonents at once. */
  | 'BROADCAST'
  /** Many at once. */
  | 'BULK'
  /** See abonents, accounts, flats, services and their connections. */
  | 'READ_ACCOUNTS'
  /** See who did what. */
  | 'READ_AUDIT'
  /** See conversations and messages. */
  | 'READ_CONVERSATIONS'
  /** See what left the house, targets and jobs. */
  | 'READ_DELIVERIES'
  /** See entrances. */
  | 'READ_ENTRANCES'
  /** See events that could not be read. */
  | 'READ_EVENTS'
  /** See integrations and policies. */
  | 'READ_INTEGRATIONS'
  /** See API keys, never their secrets. */
  | 'READ_KEYS'
  /** See sign-ups. */
  | 'READ_SIGN_UPS'
  /** See the people of the company. */
  | 'READ_STAFF'
  /** See phones, and search by them. */
  | 'SEE_PHONES'
  /** See the schema where the installation shows it to nobody else, and be told which field one may have meant. */
  | 'SEE_SCHEMA'
  /** Make, block and refresh accounts, flats and service connections. */
  | 'WRITE_ACCOUNTS'
  /** For nothing yet: the trail is written by what is done. */
  | 'WRITE_AUDIT'
  /** Answer, assign and resolve. */
  | 'WRITE_CONVERSATIONS'
  /** Redeliver, cancel, pause targets. */
  | 'WRITE_DELIVERIES'
  /** For nothing yet. */
  | 'WRITE_ENTRANCES'
  /** For nothing yet. */
  | 'WRITE_EVENTS'
  /** Also policies: how the hub works for the company. */
  | 'WRITE_INTEGRATIONS'
  /** Make and revoke API keys. */
  | 'WRITE_KEYS'
  /** Assign sign-ups, and have them tried again. */
  | 'WRITE_SIGN_UPS'
  /** Invite people, give them roles. */
  | 'WRITE_STAFF';

/** What `rejectSignUp` is given. */
export type RejectSignUpInput = {
  /** The `version` of the sign-up that the caller saw. */
  readonly expectedVersion: number;
  /** Which one: its `id`. */
  readonly id: string;
  /** Names this one intention: the same key again within 24 hours gives the first result, and with another input an `IdempotencyConflictError`. */
  readonly idempotencyKey: string;
  /** 1 to 500 characters. */
  readonly reason: string;
  /** Writes the abonent the policy's `refusal`, with the reason in it. */
  readonly tellsAbonent: boolean;
};

/** What `sendMessage` is given. */
export type SendMessageInput = {
  /** Whose abonent gets it. */
  readonly conversationId: string;
  /** Names this one intention: the same key again within 24 hours gives the first result, and with another input an `IdempotencyConflictError`. */
  readonly idempotencyKey: string;
  /** The newest message that its author has seen: when the abonent has written more since, it is not sent. */
  readonly lastSeenMessageId?: string | null | undefined;
  /** 1 to 4,000 characters. */
  readonly text: string;
};

/** All named fields have to hold; within a list, one of its values. */
export type SignUpFilterInput = {
  /** RosDomofon's id of the abonent. */
  readonly abonentRosdomofonId?: number | null | undefined;
  /** Of the address, exactly. */
  readonly city?: string | null | undefined;
  /** When the hub first saw it. */
  readonly createdAt?: DateTimeRangeInput | null | undefined;
  /** true: set aside at this moment; false: not. */
  readonly isParked?: boolean | null | undefined;
  /** RosDomofon's number of the sign-up. */
  readonly rosdomofonId?: number | null | undefined;
  /** The hub's state of the work on it. */
  readonly state?: ReadonlyArray<SignUpState> | null | undefined;
  /** RosDomofon's identity of it. */
  readonly uid?: string | null | undefined;
  /** Lower case, for example `unprocessed`. */
  readonly wireStatus?: ReadonlyArray<string> | null | undefined;
};

/** Why a sign-up is where it is. Further ones may come. */
export type SignUpReason =
  /** It may be another street, house or town; the suggestions say what is doubtful. */
  | 'ADDRESS_DOUBTFUL'
  /** A person does the rest by hand. */
  | 'ASSIGNED'
  /** `NEW`: asked for before the policy's `startsAt`. */
  | 'BEFORE_START'
  /** `REJECTED`: what was done about it is taken back, as far as it can be; `steps` shows how far that is. */
  | 'COMPENSATED'
  /** In RosDomofon somebody has connected it. */
  | 'CONNECTED_ELSEWHERE'
  /** A person took a decision back that was made in a state to which there is no way back. */
  | 'DECISION_UNDONE'
  /** In RosDomofon somebody has delegated it. */
  | 'DELEGATED_ELSEWHERE'
  /** No entrance is known there. A person can search with `entrances`. */
  | 'ENTRANCE_NOT_FOUND'
  /** Neither the abonent nor a person has said a flat. */
  | 'FLAT_MISSING'
  /** No entrance of the house has such a flat. */
  | 'FLAT_OUTSIDE_RANGES'
  /** Nobody knows which flats the entrances have. */
  | 'FLAT_RANGES_UNKNOWN'
  /** What was written is more than a number: `12А`, `12-13`. */
  | 'FLAT_UNCLEAR'
  /** `NEW`: RosDomofon had it as decided when the hub first saw it. */
  | 'HANDLED_ELSEWHERE'
  /** A person cancelled the look for the entrance. */
  | 'MATCH_CANCELLED'
  /** Nobody could look for the entrance: RosDomofon does not answer. */
  | 'MATCH_FAILED'
  /** The entrance offers nothing that the policy connects. */
  | 'NO_SERVICES'
  /** The policy wants a person to approve each; nothing is doubtful. */
  | 'POLICY_REVIEW'
  /** A person rejected it. */
  | 'REJECTED_BY_HAND'
  /** In RosDomofon somebody has rejected it. */
  | 'REJECTED_ELSEWHERE'
  /** `NEW`: the company has no access to RosDomofon's REST API, so that nothing can be done. */
  | 'REST_OFF'
  /** A person had it looked at again, and the answer is on its way. */
  | 'RETRIED'
  /** More than one fits; the suggestions say which. */
  | 'SEVERAL_ENTRANCES'
  /** `FAILED`: a person cancelled the delivery of a step. `retrySignUp` goes on there. */
  | 'STEP_CANCELLED'
  /** A step failed; `steps` says which one and why. */
  | 'STEP_FAILED';

/** What the hub does with a sign-up. */
export type SignUpState =
  /** Every step is done. */
  | 'COMPLETED'
  /** A step failed and nobody retries it. */
  | 'FAILED'
  /** A person has to decide. */
  | 'NEEDS_REVIEW'
  /** Came in, nothing was done yet. */
  | 'NEW'
  /** The steps at RosDomofon and the CRM are running. */
  | 'PROVISIONING'
  /** A person refused it. */
  | 'REJECTED';

/** A step at RosDomofon. */
export type SignUpStepName =
  /** An account for the abonent's phone. */
  | 'ACCOUNT'
  /** Blocks the account that `ACCOUNT` made: of `compensateSignUp`. */
  | 'BLOCK_ACCOUNT'
  /** Blocks what `CONNECTIONS` connected: of `compensateSignUp`. */
  | 'BLOCK_CONNECTIONS'
  /** The services of the flat. */
  | 'CONNECTIONS'
  /** The flat, of the account's owner. */
  | 'FLAT'
  /** The message that it was refused. */
  | 'REFUSAL'
  /** Tells RosDomofon that it is being worked on, where the policy says so. */
  | 'STARTED'
  /** RosDomofon's status at the end. */
  | 'STATUS'
  /** The welcome message. */
  | 'WELCOME';

/** How far a step is. */
export type SignUpStepState =
  /** It is so at RosDomofon. */
  | 'DONE'
  /** It failed for good; `errorCode` says why. */
  | 'FAILED'
  /** Not possible or not wanted; the sign-up goes on without it. */
  | 'SKIPPED'
  /** Its delivery is on its way. */
  | 'WAITING';

/** Why a mutation did nothing: one code for each type of error. Further ones may come. */
export type UserErrorCode =
  /** Of a `AmbiguousEntranceError`. */
  | 'AMBIGUOUS_ENTRANCE'
  /** Of a `ApiKeyInvalidError`. */
  | 'API_KEY_INVALID'
  /** Of a `ApiKeyStateError`. */
  | 'API_KEY_STATE'
  /** Of a `AssignmentChangedError`. */
  | 'ASSIGNMENT_CHANGED'
  /** Of a `BeyondPermissionsError`. */
  | 'BEYOND_PERMISSIONS'
  /** Of a `ClaimedByOtherError`. */
  | 'CLAIMED_BY_OTHER'
  /** Of a `ConversationMovedError`. */
  | 'CONVERSATION_MOVED'
  /** Of a `ConversationStateError`. */
  | 'CONVERSATION_STATE'
  /** Of a `CountChangedError`. */
  | 'COUNT_CHANGED'
  /** Of a `DeliveryStateError`. */
  | 'DELIVERY_STATE'
  /** Of a `EffectFailedError`. */
  | 'EFFECT_FAILED'
  /** Of a `EmailInvalidError`. */
  | 'EMAIL_INVALID'
  /** Of a `FlatMissingError`. */
  | 'FLAT_MISSING'
  /** Of a `FlatOutOfRangeError`. */
  | 'FLAT_OUT_OF_RANGE'
  /** Of a `IdempotencyConflictError`. */
  | 'IDEMPOTENCY_CONFLICT'
  /** Of a `InboxEventStateError`. */
  | 'INBOX_EVENT_STATE'
  /** Of a `InboxEventUnreadableError`. */
  | 'INBOX_EVENT_UNREADABLE'
  /** Of a `IntegrationExistsError`. */
  | 'INTEGRATION_EXISTS'
  /** Of a `IntegrationInvalidError`. */
  | 'INTEGRATION_INVALID'
  /** Of a `IntegrationStateError`. */
  | 'INTEGRATION_STATE'
  /** Of a `IssueStateError`. */
  | 'ISSUE_STATE'
  /** Of a `JobStateError`. */
  | 'JOB_STATE'
  /** Of a `LastOwnerError`. */
  | 'LAST_OWNER'
  /** Of a `MappingInvalidError`. */
  | 'MAPPING_INVALID'
  /** Of a `MessageStateError`. */
  | 'MESSAGE_STATE'
  /** Of a `MessageTextError`. */
  | 'MESSAGE_TEXT'
  /** Of a `MirrorOffError`. */
  | 'MIRROR_OFF'
  /** Of a `NotFoundError`. */
  | 'NOT_FOUND'
  /** Of a `PolicyInvalidError`. */
  | 'POLICY_INVALID'
  /** Of a `ReasonMissingError`. */
  | 'REASON_MISSING'
  /** Of a `RedeliveryUnderWayError`. */
  | 'REDELIVERY_UNDER_WAY'
  /** Of a `RosdomofonOffError`. */
  | 'ROSDOMOFON_OFF'
  /** Of a `RosdomofonRefusedError`. */
  | 'ROSDOMOFON_REFUSED'
  /** Of a `SecretsOffError`. */
  | 'SECRETS_OFF'
  /** Of a `ServicesRefusedError`. */
  | 'SERVICES_REFUSED'
  /** Of a `SignUpStateError`. */
  | 'SIGN_UP_STATE'
  /** Of a `StaffExistsError`. */
  | 'STAFF_EXISTS'
  /** Of a `StaleVersionError`. */
  | 'STALE_VERSION'
  /** Of a `SyncRunStateError`. */
  | 'SYNC_RUN_STATE'
  /** Of a `TargetPausedError`. */
  | 'TARGET_PAUSED'
  /** Of a `TargetStateError`. */
  | 'TARGET_STATE'
  /** Of a `TimeRefusedError`. */
  | 'TIME_REFUSED'
  /** Of a `TooLateError`. */
  | 'TOO_LATE'
  /** Of a `UnknownVariablesError`. */
  | 'UNKNOWN_VARIABLES';

export type ConversationPartsFragment = { readonly id: string, readonly channel: string, readonly state: ConversationState, readonly assignee: string | null, readonly unreadCount: number, readonly lastMessageAt: string, readonly abonentRosdomofonId: number, readonly abonent: { readonly id: string, readonly phone: string | null } | null };

export type MessagePartsFragment = { readonly id: string, readonly direction: MessageDirection, readonly state: MessageState, readonly text: string, readonly sentAt: string, readonly author: string | null, readonly authorName: string | null, readonly isOutcomeUnknown: boolean, readonly failure: { readonly code: string, readonly reason: string | null } | null, readonly conversation: { readonly id: string } };

export type ConversationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: ConversationFilterInput | null | undefined;
}>;


export type ConversationsQuery = { readonly conversations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly channel: string, readonly state: ConversationState, readonly assignee: string | null, readonly unreadCount: number, readonly lastMessageAt: string, readonly abonentRosdomofonId: number, readonly abonent: { readonly id: string, readonly phone: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MessagesQueryVariables = Exact<{
  conversationId: string;
  last: number;
  before?: string | null | undefined;
}>;


export type MessagesQuery = { readonly conversation: { readonly id: string, readonly channel: string, readonly state: ConversationState, readonly assignee: string | null, readonly unreadCount: number, readonly lastMessageAt: string, readonly abonentRosdomofonId: number, readonly messages: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly direction: MessageDirection, readonly state: MessageState, readonly text: string, readonly sentAt: string, readonly author: string | null, readonly authorName: string | null, readonly isOutcomeUnknown: boolean, readonly failure: { readonly code: string, readonly reason: string | null } | null, readonly conversation: { readonly id: string } }>, readonly pageInfo: { readonly hasPreviousPage: boolean, readonly startCursor: string | null } }, readonly abonent: { readonly id: string, readonly phone: string | null } | null } | null };

export type SendMessageMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendMessageMutation = { readonly sendMessage:
    | { readonly __typename: 'ConversationMovedError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly newMessages: ReadonlyArray<{ readonly id: string, readonly direction: MessageDirection, readonly state: MessageState, readonly text: string, readonly sentAt: string, readonly author: string | null, readonly authorName: string | null, readonly isOutcomeUnknown: boolean, readonly failure: { readonly code: string, readonly reason: string | null } | null, readonly conversation: { readonly id: string } }> }
    | { readonly __typename: 'IdempotencyConflictError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'MessageTextError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'NotFoundError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'RosdomofonOffError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'SendMessagePayload', readonly sent: { readonly id: string, readonly direction: MessageDirection, readonly state: MessageState, readonly text: string, readonly sentAt: string, readonly author: string | null, readonly authorName: string | null, readonly isOutcomeUnknown: boolean, readonly failure: { readonly code: string, readonly reason: string | null } | null, readonly conversation: { readonly id: string } } }
   };

export type MarkReadMutationVariables = Exact<{
  input: MarkReadInput;
}>;


export type MarkReadMutation = { readonly markRead:
    | { readonly __typename: 'MarkReadPayload', readonly conversation: { readonly id: string, readonly channel: string, readonly state: ConversationState, readonly assignee: string | null, readonly unreadCount: number, readonly lastMessageAt: string, readonly abonentRosdomofonId: number, readonly abonent: { readonly id: string, readonly phone: string | null } | null } }
    | { readonly __typename: 'NotFoundError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
   };

export type MessageAddedSubscriptionVariables = Exact<{
  conversationId?: string | null | undefined;
  since?: string | null | undefined;
}>;


export type MessageAddedSubscription = { readonly messageAdded:
    | { readonly __typename: 'Gap', readonly since: string, readonly cursor: string }
    | { readonly __typename: 'Heartbeat', readonly cursor: string }
    | { readonly __typename: 'MessageAdded', readonly cursor: string, readonly message: { readonly id: string, readonly direction: MessageDirection, readonly state: MessageState, readonly text: string, readonly sentAt: string, readonly author: string | null, readonly authorName: string | null, readonly isOutcomeUnknown: boolean, readonly failure: { readonly code: string, readonly reason: string | null } | null, readonly conversation: { readonly id: string } } }
   };

export type MessageChangedSubscriptionVariables = Exact<{
  conversationId?: string | null | undefined;
  since?: string | null | undefined;
}>;


export type MessageChangedSubscription = { readonly messageChanged:
    | { readonly __typename: 'Gap', readonly since: string, readonly cursor: string }
    | { readonly __typename: 'Heartbeat', readonly cursor: string }
    | { readonly __typename: 'MessageChanged', readonly cursor: string, readonly message: { readonly id: string, readonly direction: MessageDirection, readonly state: MessageState, readonly text: string, readonly sentAt: string, readonly author: string | null, readonly authorName: string | null, readonly isOutcomeUnknown: boolean, readonly failure: { readonly code: string, readonly reason: string | null } | null, readonly conversation: { readonly id: string } } }
   };

export type SignUpPartsFragment = { readonly id: string, readonly uid: string, readonly version: number, readonly state: SignUpState, readonly stateReason: SignUpReason | null, readonly wireStatus: string, readonly phone: string, readonly requestedAt: string, readonly abonentRosdomofonId: number, readonly assignee: string | null, readonly address: { readonly city: string | null, readonly street: string | null, readonly house: string | null, readonly flat: string | null } };

export type SignUpsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: SignUpFilterInput | null | undefined;
}>;


export type SignUpsQuery = { readonly signUps: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly uid: string, readonly version: number, readonly state: SignUpState, readonly stateReason: SignUpReason | null, readonly wireStatus: string, readonly phone: string, readonly requestedAt: string, readonly abonentRosdomofonId: number, readonly assignee: string | null, readonly address: { readonly city: string | null, readonly street: string | null, readonly house: string | null, readonly flat: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SignUpQueryVariables = Exact<{
  id: string;
}>;


export type SignUpQuery = { readonly signUp: { readonly id: string, readonly uid: string, readonly version: number, readonly state: SignUpState, readonly stateReason: SignUpReason | null, readonly wireStatus: string, readonly phone: string, readonly requestedAt: string, readonly abonentRosdomofonId: number, readonly assignee: string | null, readonly suggestions: ReadonlyArray<{ readonly entranceRosdomofonId: number, readonly addressLine: string, readonly score: number, readonly reasons: ReadonlyArray<DoubtReason>, readonly services: ReadonlyArray<{ readonly rosdomofonId: number, readonly name: string, readonly type: string }> }>, readonly steps: ReadonlyArray<{ readonly step: SignUpStepName, readonly state: SignUpStepState, readonly errorCode: string | null }>, readonly address: { readonly city: string | null, readonly street: string | null, readonly house: string | null, readonly flat: string | null } } | null };

export type ApproveSignUpMutationVariables = Exact<{
  input: ApproveSignUpInput;
}>;


export type ApproveSignUpMutation = { readonly approveSignUp:
    | { readonly __typename: 'AmbiguousEntranceError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'ApproveSignUpPayload', readonly signUp: { readonly id: string, readonly uid: string, readonly version: number, readonly state: SignUpState, readonly stateReason: SignUpReason | null, readonly wireStatus: string, readonly phone: string, readonly requestedAt: string, readonly abonentRosdomofonId: number, readonly assignee: string | null, readonly address: { readonly city: string | null, readonly street: string | null, readonly house: string | null, readonly flat: string | null } } }
    | { readonly __typename: 'FlatMissingError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'FlatOutOfRangeError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'IdempotencyConflictError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'NotFoundError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'RosdomofonOffError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'ServicesRefusedError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'SignUpStateError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'StaleVersionError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
   };

export type RejectSignUpMutationVariables = Exact<{
  input: RejectSignUpInput;
}>;


export type RejectSignUpMutation = { readonly rejectSignUp:
    | { readonly __typename: 'IdempotencyConflictError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'NotFoundError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'ReasonMissingError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'RejectSignUpPayload', readonly signUp: { readonly id: string, readonly uid: string, readonly version: number, readonly state: SignUpState, readonly stateReason: SignUpReason | null, readonly wireStatus: string, readonly phone: string, readonly requestedAt: string, readonly abonentRosdomofonId: number, readonly assignee: string | null, readonly address: { readonly city: string | null, readonly street: string | null, readonly house: string | null, readonly flat: string | null } } }
    | { readonly __typename: 'RosdomofonOffError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'SignUpStateError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'StaleVersionError', readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }
   };

export type SignUpChangedSubscriptionVariables = Exact<{
  filter?: SignUpFilterInput | null | undefined;
  since?: string | null | undefined;
}>;


export type SignUpChangedSubscription = { readonly signUpChanged:
    | { readonly __typename: 'Gap', readonly since: string, readonly cursor: string }
    | { readonly __typename: 'Heartbeat', readonly cursor: string }
    | { readonly __typename: 'SignUpChanged', readonly cursor: string, readonly signUp: { readonly id: string, readonly uid: string, readonly version: number, readonly state: SignUpState, readonly stateReason: SignUpReason | null, readonly wireStatus: string, readonly phone: string, readonly requestedAt: string, readonly abonentRosdomofonId: number, readonly assignee: string | null, readonly address: { readonly city: string | null, readonly street: string | null, readonly house: string | null, readonly flat: string | null } } }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly permissions: ReadonlyArray<Permission>, readonly company: { readonly id: string, readonly name: string, readonly shortName: string } } };

export type FeedCursorQueryVariables = Exact<{ [key: string]: never; }>;


export type FeedCursorQuery = { readonly viewer: { readonly feedCursor: string } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ConversationPartsFragmentDoc = new TypedDocumentString(`
    fragment ConversationParts on Conversation {
  id
  channel
  state
  assignee
  unreadCount
  lastMessageAt
  abonentRosdomofonId
  abonent {
    id
    phone
  }
}
    `, {"fragmentName":"ConversationParts"}) as unknown as TypedDocumentString<ConversationPartsFragment, unknown>;
export const MessagePartsFragmentDoc = new TypedDocumentString(`
    fragment MessageParts on Message {
  id
  direction
  state
  text
  sentAt
  author
  authorName
  isOutcomeUnknown
  failure {
    code
    reason
  }
  conversation {
    id
  }
}
    `, {"fragmentName":"MessageParts"}) as unknown as TypedDocumentString<MessagePartsFragment, unknown>;
export const SignUpPartsFragmentDoc = new TypedDocumentString(`
    fragment SignUpParts on SignUp {
  id
  uid
  version
  state
  stateReason
  wireStatus
  phone
  requestedAt
  address {
    city
    street
    house
    flat
  }
  abonentRosdomofonId
  assignee
}
    `, {"fragmentName":"SignUpParts"}) as unknown as TypedDocumentString<SignUpPartsFragment, unknown>;
export const ConversationsDocument = new TypedDocumentString(`
    query Conversations($first: Int!, $after: String, $filter: ConversationFilterInput) {
  conversations(first: $first, after: $after, filter: $filter) {
    nodes {
      ...ConversationParts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ConversationParts on Conversation {
  id
  channel
  state
  assignee
  unreadCount
  lastMessageAt
  abonentRosdomofonId
  abonent {
    id
    phone
  }
}`) as unknown as TypedDocumentString<ConversationsQuery, ConversationsQueryVariables>;
export const MessagesDocument = new TypedDocumentString(`
    query Messages($conversationId: ID!, $last: Int!, $before: String) {
  conversation(id: $conversationId) {
    ...ConversationParts
    messages(last: $last, before: $before) {
      nodes {
        ...MessageParts
      }
      pageInfo {
        hasPreviousPage
        startCursor
      }
    }
  }
}
    fragment ConversationParts on Conversation {
  id
  channel
  state
  assignee
  unreadCount
  lastMessageAt
  abonentRosdomofonId
  abonent {
    id
    phone
  }
}
fragment MessageParts on Message {
  id
  direction
  state
  text
  sentAt
  author
  authorName
  isOutcomeUnknown
  failure {
    code
    reason
  }
  conversation {
    id
  }
}`) as unknown as TypedDocumentString<MessagesQuery, MessagesQueryVariables>;
export const SendMessageDocument = new TypedDocumentString(`
    mutation SendMessage($input: SendMessageInput!) {
  sendMessage(input: $input) {
    __typename
    ... on SendMessagePayload {
      sent: message {
        ...MessageParts
      }
    }
    ... on ConversationMovedError {
      newMessages {
        ...MessageParts
      }
    }
    ... on UserError {
      code
      message
      path
    }
  }
}
    fragment MessageParts on Message {
  id
  direction
  state
  text
  sentAt
  author
  authorName
  isOutcomeUnknown
  failure {
    code
    reason
  }
  conversation {
    id
  }
}`) as unknown as TypedDocumentString<SendMessageMutation, SendMessageMutationVariables>;
export const MarkReadDocument = new TypedDocumentString(`
    mutation MarkRead($input: MarkReadInput!) {
  markRead(input: $input) {
    __typename
    ... on MarkReadPayload {
      conversation {
        ...ConversationParts
      }
    }
    ... on UserError {
      code
      message
      path
    }
  }
}
    fragment ConversationParts on Conversation {
  id
  channel
  state
  assignee
  unreadCount
  lastMessageAt
  abonentRosdomofonId
  abonent {
    id
    phone
  }
}`) as unknown as TypedDocumentString<MarkReadMutation, MarkReadMutationVariables>;
export const MessageAddedDocument = new TypedDocumentString(`
    subscription MessageAdded($conversationId: ID, $since: Cursor) {
  messageAdded(conversationId: $conversationId, since: $since) {
    __typename
    cursor
    ... on MessageAdded {
      message {
        ...MessageParts
      }
    }
    ... on Gap {
      since
    }
  }
}
    fragment MessageParts on Message {
  id
  direction
  state
  text
  sentAt
  author
  authorName
  isOutcomeUnknown
  failure {
    code
    reason
  }
  conversation {
    id
  }
}`) as unknown as TypedDocumentString<MessageAddedSubscription, MessageAddedSubscriptionVariables>;
export const MessageChangedDocument = new TypedDocumentString(`
    subscription MessageChanged($conversationId: ID, $since: Cursor) {
  messageChanged(conversationId: $conversationId, since: $since) {
    __typename
    cursor
    ... on MessageChanged {
      message {
        ...MessageParts
      }
    }
    ... on Gap {
      since
    }
  }
}
    fragment MessageParts on Message {
  id
  direction
  state
  text
  sentAt
  author
  authorName
  isOutcomeUnknown
  failure {
    code
    reason
  }
  conversation {
    id
  }
}`) as unknown as TypedDocumentString<MessageChangedSubscription, MessageChangedSubscriptionVariables>;
export const SignUpsDocument = new TypedDocumentString(`
    query SignUps($first: Int!, $after: String, $filter: SignUpFilterInput) {
  signUps(first: $first, after: $after, filter: $filter) {
    nodes {
      ...SignUpParts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment SignUpParts on SignUp {
  id
  uid
  version
  state
  stateReason
  wireStatus
  phone
  requestedAt
  address {
    city
    street
    house
    flat
  }
  abonentRosdomofonId
  assignee
}`) as unknown as TypedDocumentString<SignUpsQuery, SignUpsQueryVariables>;
export const SignUpDocument = new TypedDocumentString(`
    query SignUp($id: ID!) {
  signUp(id: $id) {
    ...SignUpParts
    suggestions {
      entranceRosdomofonId
      addressLine
      score
      reasons
      services {
        rosdomofonId
        name
        type
      }
    }
    steps {
      step
      state
      errorCode
    }
  }
}
    fragment SignUpParts on SignUp {
  id
  uid
  version
  state
  stateReason
  wireStatus
  phone
  requestedAt
  address {
    city
    street
    house
    flat
  }
  abonentRosdomofonId
  assignee
}`) as unknown as TypedDocumentString<SignUpQuery, SignUpQueryVariables>;
export const ApproveSignUpDocument = new TypedDocumentString(`
    mutation ApproveSignUp($input: ApproveSignUpInput!) {
  approveSignUp(input: $input) {
    __typename
    ... on ApproveSignUpPayload {
      signUp {
        ...SignUpParts
      }
    }
    ... on UserError {
      code
      message
      path
    }
  }
}
    fragment SignUpParts on SignUp {
  id
  uid
  version
  state
  stateReason
  wireStatus
  phone
  requestedAt
  address {
    city
    street
    house
    flat
  }
  abonentRosdomofonId
  assignee
}`) as unknown as TypedDocumentString<ApproveSignUpMutation, ApproveSignUpMutationVariables>;
export const RejectSignUpDocument = new TypedDocumentString(`
    mutation RejectSignUp($input: RejectSignUpInput!) {
  rejectSignUp(input: $input) {
    __typename
    ... on RejectSignUpPayload {
      signUp {
        ...SignUpParts
      }
    }
    ... on UserError {
      code
      message
      path
    }
  }
}
    fragment SignUpParts on SignUp {
  id
  uid
  version
  state
  stateReason
  wireStatus
  phone
  requestedAt
  address {
    city
    street
    house
    flat
  }
  abonentRosdomofonId
  assignee
}`) as unknown as TypedDocumentString<RejectSignUpMutation, RejectSignUpMutationVariables>;
export const SignUpChangedDocument = new TypedDocumentString(`
    subscription SignUpChanged($filter: SignUpFilterInput, $since: Cursor) {
  signUpChanged(filter: $filter, since: $since) {
    __typename
    cursor
    ... on SignUpChanged {
      signUp {
        ...SignUpParts
      }
    }
    ... on Gap {
      since
    }
  }
}
    fragment SignUpParts on SignUp {
  id
  uid
  version
  state
  stateReason
  wireStatus
  phone
  requestedAt
  address {
    city
    street
    house
    flat
  }
  abonentRosdomofonId
  assignee
}`) as unknown as TypedDocumentString<SignUpChangedSubscription, SignUpChangedSubscriptionVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    company {
      id
      name
      shortName
    }
    permissions
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const FeedCursorDocument = new TypedDocumentString(`
    query FeedCursor {
  viewer {
    feedCursor
  }
}
    `) as unknown as TypedDocumentString<FeedCursorQuery, FeedCursorQueryVariables>;