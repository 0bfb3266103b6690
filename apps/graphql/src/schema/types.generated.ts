import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AbonentMapper, AbonentConnectionMapper } from './abonent/schema.mappers.ts';
import type { AccountMapper, AccountConnectionMapper } from './account/schema.mappers.ts';
import type { AccountHitsMapper, ConversationHitsMapper, EntranceHitsMapper, FlatHitsMapper, MessageHitsMapper, SearchResultsMapper, SignUpHitsMapper } from './search/schema.mappers.ts';
import type { ApiKeyMapper, ApiKeyConnectionMapper } from './api-key/schema.mappers.ts';
import type { ApprovalPreviewMapper, CompensationItemMapper, PlannedDeliveryMapper } from './sign-up-review/schema.mappers.ts';
import type { AuditCauseMapper, AuditEventMapper, AuditEventConnectionMapper } from './audit/schema.mappers.ts';
import type { AutoReplyPolicyMapper, MessagingPolicyMapper } from './messaging-policy/schema.mappers.ts';
import type { BroadcastRecipientMapper } from './broadcast/schema.mappers.ts';
import type { CannedResponseMapper, CannedResponseConnectionMapper } from './canned-response/schema.mappers.ts';
import type { CheckStepMapper, HookRefusalMapper, IntegrationMapper, IntegrationProblemMapper, IntegrationStateReasonMapper, MissedChangesMapper, PortalHooksMapper } from './integration/schema.mappers.ts';
import type { CompanyMapper, ViewerMapper } from './company/schema.mappers.ts';
import type { ConsumerLagMapper, HealthMapper, HealthPartMapper, IntegrationHealthMapper } from './health/schema.mappers.ts';
import type { ConversationMapper, ConversationConnectionMapper, MessageMapper, MessageConnectionMapper } from './conversation/schema.mappers.ts';
import type { CrmReviewMapper } from './crm-review/schema.mappers.ts';
import type { DeliveryMapper, DeliveryAttemptMapper, DeliveryConnectionMapper } from './delivery/schema.mappers.ts';
import type { DeliveryIssueMapper, InboxEventIssueMapper, IssuesMapper } from './issue/schema.mappers.ts';
import type { DeliveryStatsMapper, DeliveryStatsBucketMapper, SignUpFunnelMapper, SignUpFunnelBucketMapper, SignUpFunnelStageMapper } from './statistics/schema.mappers.ts';
import type { DeliveryTargetMapper } from './delivery-target/schema.mappers.ts';
import type { EntranceMapper, EntranceConnectionMapper, FlatMapEntryMapper } from './entrance/schema.mappers.ts';
import type { EntranceSuggestionMapper, SignUpMapper, SignUpAddressMapper, SignUpConnectionMapper, SignUpEventMapper, SignUpEventConnectionMapper, SignUpPlanMapper, SignUpStepMapper, SuggestedServiceMapper } from './sign-up/schema.mappers.ts';
import type { ExternalRefMapper } from './external-ref/schema.mappers.ts';
import type { FieldMappingMapper } from './field-mapping/schema.mappers.ts';
import type { FlatMapper, FlatConnectionMapper } from './flat/schema.mappers.ts';
import type { InboxEventMapper, InboxEventConnectionMapper, InboxEventEffectMapper, InboxPayloadMapper } from './inbox/schema.mappers.ts';
import type { InvitationMapper, InvitationConnectionMapper, MembershipMapper, PersonMapper, SessionMapper, StaffMemberMapper, StaffMemberConnectionMapper } from './person/schema.mappers.ts';
import type { JobMapper, JobConnectionMapper } from './job/schema.mappers.ts';
import type { MirrorMapper } from './mirror/schema.mappers.ts';
import type { PageInfoMapper } from './node/schema.mappers.ts';
import type { ServiceMapper, ServiceConnectionMapper, ServiceConnectionConnectionMapper, ServiceListConnectionMapper } from './service/schema.mappers.ts';
import type { ServiceRuleMapper, SignUpPolicyMapper } from './sign-up-policy/schema.mappers.ts';
import type { SyncRunMapper, SyncRunConnectionMapper } from './sync-run/schema.mappers.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * A place in the feed of changes. Opaque: give it back as `since` to go on where you stopped. It stays good across
   * reconnects and across instances of the API.
   */
  Cursor: { input: string; output: string; }
  /** A moment: RFC 3339. Answers are in UTC with milliseconds (`2026-01-31T12:00:00.000Z`); any offset is accepted. */
  DateTime: { input: Date; output: Date; }
  /** An exact decimal number as text, for example `-123.40`: amounts of money. */
  Decimal: { input: string; output: string; }
  /** Any JSON value. Its shape is told where it is used, or nowhere: then show it, and do not rely on it. */
  JSON: { input: unknown; output: unknown; }
  /** A calendar day, `2026-01-31`. */
  LocalDate: { input: string; output: string; }
  /** A phone in E.164 with its plus: `+79000000000`. Callers without `SEE_PHONES` get `+*********00`. */
  Phone: { input: string; output: string; }
  /** A whole number between -(2^53 - 1) and 2^53 - 1: ids and offsets of other systems, which do not fit into `Int`. */
  SafeInt: { input: number; output: number; }
};

/** A person with RosDomofon's app, as the company knows them. */
export type Abonent = Node & {
  __typename?: 'Abonent';
  /** The accounts that the abonent owns, in the order in which the hub came to know them. Exactly one of `first` and `last`, 1 to 100. */
  accounts: AccountConnection;
  /** The abonent's contact in the company's first portal of Bitrix24; null: there is none. */
  bitrixContactId?: Maybe<Scalars['SafeInt']['output']>;
  company: Company;
  /** When the hub first saw the abonent. */
  createdAt: Scalars['DateTime']['output'];
  /** As what the company's CRMs know the abonent. */
  externalRefs: Array<ExternalRef>;
  /** Has the person ever opened the app? Null: RosDomofon did not say. */
  hasLoggedIn?: Maybe<Scalars['Boolean']['output']>;
  /** Begins with `abn_`. */
  id: Scalars['ID']['output'];
  /** Null when nobody told it. */
  phone?: Maybe<Scalars['Phone']['output']>;
  /** RosDomofon's id of the abonent. */
  rosdomofonId: Scalars['SafeInt']['output'];
  /** When RosDomofon's accounts last told of the person; null: only events did. */
  syncedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A person with RosDomofon's app, as the company knows them. */
export type AbonentaccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type AbonentConnection = {
  __typename?: 'AbonentConnection';
  edges: Array<AbonentEdge>;
  nodes: Array<Abonent>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type AbonentEdge = {
  __typename?: 'AbonentEdge';
  cursor: Scalars['String']['output'];
  node: Abonent;
};

/** All named fields have to hold. */
export type AbonentFilterInput = {
  /** Exactly, and only with `SEE_PHONES`; parts of a phone are found by `accounts(search:)`. */
  phone?: InputMaybe<Scalars['Phone']['input']>;
};

/** A contract of the company with an abonent (лицевой счёт), as RosDomofon has it. */
export type Account = Mirrored & Node & {
  __typename?: 'Account';
  /**
   * What is on the account; below zero is a debt. Null: not known, because only the details of an account tell it, and
   * imports do not read them (see `detailsSyncedAt`, `refreshAccount`).
   */
  balance?: Maybe<Money>;
  /** Of which moment the balance is. */
  balanceAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it is blocked, in the words of whoever did it. */
  blockReason?: Maybe<Scalars['String']['output']>;
  changedAt: Scalars['DateTime']['output'];
  company: Company;
  /** When the hub first saw it. */
  createdAt: Scalars['DateTime']['output'];
  /** When balance, recommended payment and `paidUntil` were last read; null: never. */
  detailsSyncedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its flats, in the order in which the hub came to know them. Exactly one of `first` and `last`, 1 to 100. */
  flats: FlatConnection;
  /** Begins with `acc_`. */
  id: Scalars['ID']['output'];
  /** While it is blocked, none of its services works. */
  isBlocked: Scalars['Boolean']['output'];
  /** Given by the company's billing; as it writes it. */
  number?: Maybe<Scalars['String']['output']>;
  /** The abonent who owns it; null while the hub knows nobody of that id. */
  owner?: Maybe<Abonent>;
  /** RosDomofon's id of the owner. */
  ownerRosdomofonId?: Maybe<Scalars['SafeInt']['output']>;
  /** Until when the services are paid; with the details. */
  paidUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The owner's phone. */
  phone?: Maybe<Scalars['Phone']['output']>;
  /** What RosDomofon advises the abonent to pay, in the currency of the balance; with the details, like the balance. */
  recommendedPayment?: Maybe<Money>;
  /** By when. */
  recommendedPaymentAt?: Maybe<Scalars['DateTime']['output']>;
  /** RosDomofon's id. Not the number: RosDomofon blocks accounts by `number`. */
  rosdomofonId: Scalars['SafeInt']['output'];
  /** The services that its flats have, in the same order. Exactly one of `first` and `last`, 1 to 100. */
  serviceConnections: ServiceConnectionConnection;
  syncedAt: Scalars['DateTime']['output'];
  vanishedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A contract of the company with an abonent (лицевой счёт), as RosDomofon has it. */
export type AccountflatsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A contract of the company with an abonent (лицевой счёт), as RosDomofon has it. */
export type AccountserviceConnectionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type AccountConnection = {
  __typename?: 'AccountConnection';
  edges: Array<AccountEdge>;
  nodes: Array<Account>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type AccountEdge = {
  __typename?: 'AccountEdge';
  cursor: Scalars['String']['output'];
  node: Account;
};

/** All named fields have to hold. */
export type AccountFilterInput = {
  /** true: the balance is known, and below zero. false: all others, also those whose balance is not known. */
  hasDebt?: InputMaybe<Scalars['Boolean']['input']>;
  /** true: blocked ones. false: others. Left out: both. */
  isBlocked?: InputMaybe<Scalars['Boolean']['input']>;
  /** true: no longer at RosDomofon. false: still there. Left out: both. */
  isVanished?: InputMaybe<Scalars['Boolean']['input']>;
  /** When the hub last saw them: `{ to: … }` finds what is out of date. */
  syncedAt?: InputMaybe<DateTimeRangeInput>;
};

/** Accounts that a search found. */
export type AccountHits = {
  __typename?: 'AccountHits';
  /** Are there more than were asked for? Then `accounts(search:)` lists all of them. */
  hasMore: Scalars['Boolean']['output'];
  /** So many at most as the search asked for. */
  nodes: Array<Account>;
};

/** Which number a new account gets. */
export type AccountNumberRule = {
  __typename?: 'AccountNumberRule';
  /** The contract's number, when the sign-up has one. */
  prefersContract: Scalars['Boolean']['output'];
  /** Fields: `{{signUpId}}`, `{{contract}}`, `{{phone}}`, `{{flat}}`. */
  template: Scalars['String']['output'];
};

export type AccountNumberRuleInput = {
  /** The contract's number, when the sign-up has one. */
  prefersContract: Scalars['Boolean']['input'];
  /** Of all others. Fields: `{{signUpId}}`, `{{contract}}`, `{{phone}}`, `{{flat}}`. */
  template: Scalars['String']['input'];
};

/** How well each part of a suggested address agrees with that of the sign-up. */
export type AddressEvidence = {
  __typename?: 'AddressEvidence';
  /** Of the town. */
  city: FieldEvidence;
  /** Of the flat's number. */
  flat: FieldEvidence;
  /** Of the house with its block, building and housing. */
  house: FieldEvidence;
  /** Of the street. */
  street: FieldEvidence;
};

/** A part of an address. */
export type AddressField =
  /** City or settlement. */
  | 'CITY'
  /** Flat. */
  | 'FLAT'
  /** House, with block and building. */
  | 'HOUSE'
  /** Street, lane, avenue, with its kind. */
  | 'STREET';

/** Which words and numbers of one part of the asked address are those of the entrance's. */
export type AddressFieldEvidence = {
  __typename?: 'AddressFieldEvidence';
  /** As the hub reads what was asked; null: it does not say. */
  asked?: Maybe<Scalars['String']['output']>;
  /** Which part it is. */
  field: AddressField;
  /** As the hub reads the entrance's; null: it does not say. Of a flat: the entrance's ranges. */
  found?: Maybe<Scalars['String']['output']>;
  /** Of a street: both sides carry the same code (FIAS, KLADR); the name decides nothing then. */
  isSameCode: Scalars['Boolean']['output'];
  /** Words and numbers that only the asked address has. */
  onlyAsked: Array<Scalars['String']['output']>;
  /** Words and numbers that only the entrance has. */
  onlyFound: Array<Scalars['String']['output']>;
  /** Words and numbers that both sides have, as the hub writes them: `ул.` is `улица`, `корп. 2` is `к2`. */
  shared: Array<Scalars['String']['output']>;
  /** How well it agrees, as the hub judged it. */
  verdict: FieldEvidence;
};

/** No entrance is named, and not exactly one is suggested. */
export type AmbiguousEntranceError = UserError & {
  __typename?: 'AmbiguousEntranceError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** To choose from, the best one first; at most 20. */
  suggestions: Array<EntranceSuggestion>;
};

/**
 * Access for a program: the header `Authorization: Bearer dmv_…`. Its secret is shown once, when it is made or rotated, and
 * is nowhere afterwards.
 */
export type ApiKey = Node & {
  __typename?: 'ApiKey';
  /** When it was made. Lists are ordered by this, newest first. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it: `user:` or `api-key:` with a public id, or `cli`. Null: made before that was written down. */
  createdBy?: Maybe<Scalars['String']['output']>;
  /** From then on it opens nothing; null: never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Begins with `key_`. */
  id: Scalars['ID']['output'];
  /** When it was last used, to the minute; null: never. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is for, in the words of whoever made it. */
  name: Scalars['String']['output'];
  /** Addresses and CIDR blocks that it may be used from; empty: any. */
  networks: Array<Scalars['String']['output']>;
  /** What it permits, in alphabetical order. Null: everything, also what will be added; such keys are made on the command line alone. */
  permissions?: Maybe<Array<Permission>>;
  /** After a rotation: until when the secret before works beside the new one. Null: it never did, or does no more. */
  previousSecretUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The part of the key between its environment and its secret: by it people tell keys apart. `actor` and `requestedBy` name it as `api-key:` with this. */
  publicId: Scalars['String']['output'];
  /** When it was revoked; null: it is not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it can be used at this moment. */
  state: ApiKeyState;
};

/** A page of keys. */
export type ApiKeyConnection = {
  __typename?: 'ApiKeyConnection';
  /** The keys with their cursors. */
  edges: Array<ApiKeyEdge>;
  /** The keys alone. */
  nodes: Array<ApiKey>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are under the filter. */
  totalCount: TotalCount;
};

/** A key of a page. */
export type ApiKeyEdge = {
  __typename?: 'ApiKeyEdge';
  /** Its place in the list: give it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The key. */
  node: ApiKey;
};

/** All named fields have to hold. */
export type ApiKeyFilterInput = {
  /** True: those that can be used now. False: those that are expired or revoked. */
  isUsable?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A part of the input makes no sense: nothing was made. */
export type ApiKeyInvalidError = UserError & {
  __typename?: 'ApiKeyInvalidError';
  /** `API_KEY_INVALID`. */
  code: UserErrorCode;
  /** For people, in English: what is wrong. */
  message: Scalars['String']['output'];
  /** The part of the input that is wrong. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Whether a key still opens anything. */
export type ApiKeyState =
  /** It opens what it permits. */
  | 'ACTIVE'
  /** Its time is over. */
  | 'EXPIRED'
  /** Somebody revoked it. */
  | 'REVOKED';

/** The key cannot be used any more: it is revoked. */
export type ApiKeyStateError = UserError & {
  __typename?: 'ApiKeyStateError';
  /** As it is now. */
  apiKey: ApiKey;
  /** `API_KEY_STATE`. */
  code: UserErrorCode;
  /** For people, in English. */
  message: Scalars['String']['output'];
  /** The part of the input that names it. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/**
 * What would happen if a sign-up were approved now, as far as the mirror knows: RosDomofon has the last word when it is done.
 * Nothing is changed by asking.
 */
export type ApprovalPreview = {
  __typename?: 'ApprovalPreview';
  /** The account that would be used; null: a new one would be made. */
  account?: Maybe<Account>;
  /** The address of the entrance, as RosDomofon writes it. */
  addressLine?: Maybe<Scalars['String']['output']>;
  /** RosDomofon's ids of those that the flat has already. */
  connectedServiceRosdomofonIds: Array<Scalars['SafeInt']['output']>;
  /** In the order in which they would be made. */
  deliveries: Array<PlannedDelivery>;
  /** As the mirror knows it; null: see `refusal`. */
  entrance?: Maybe<Entrance>;
  /** Null: see `refusal`. */
  entranceRosdomofonId?: Maybe<Scalars['SafeInt']['output']>;
  /** The flat that the mirror knows there; null: one would be made. */
  existingFlat?: Maybe<Flat>;
  /** The number of the flat. */
  flat?: Maybe<Scalars['String']['output']>;
  /** Is the entrance one without a door-phone of its own? */
  isVirtual: Scalars['Boolean']['output'];
  /** What the abonent would read; null: nothing. */
  message?: Maybe<Scalars['String']['output']>;
  /** The number that a new account would get; null: none would be made. */
  newAccountNumber?: Maybe<Scalars['String']['output']>;
  /** Why `approveSignUp` would refuse it now; null: it would not. */
  refusal?: Maybe<ApprovalRefusal>;
  /** Those that would be connected. */
  services: Array<SuggestedService>;
  /** As it stands now. */
  signUp: SignUp;
  /** What is worth a look before; none of it prevents the approval. */
  warnings: Array<ApprovalWarning>;
};

/** As the errors of `approveSignUp` say it. */
export type ApprovalRefusal = {
  __typename?: 'ApprovalRefusal';
  /** Stable, upper case: the `code` of the error. */
  code: UserErrorCode;
  /** For people, in English. */
  message: Scalars['String']['output'];
};

/** What speaks against an approval, or is worth a look; none of it prevents one. Further ones may come. */
export type ApprovalWarning =
  /** The account that would be used is blocked. */
  | 'ACCOUNT_BLOCKED'
  /** Another account has the number: the new one gets another number. */
  | 'ACCOUNT_NUMBER_TAKEN'
  /** Somebody else looks at it. */
  | 'CLAIMED_BY_OTHER'
  /** The flat belongs to somebody else, as far as the mirror knows. */
  | 'FLAT_OF_ANOTHER_ABONENT'
  /** The abonent has another sign-up that waits or is worked on. */
  | 'OTHER_SIGN_UP_OPEN'
  /** The welcome waits for the end of the quiet hours. */
  | 'QUIET_HOURS'
  /** The flat has some of the services already: nothing is done about those. */
  | 'SERVICES_CONNECTED_ALREADY'
  /** The abonent has several accounts: the first one is used. */
  | 'SEVERAL_ACCOUNTS'
  /** Nothing is sent to RosDomofon until somebody resumes it. */
  | 'TARGET_PAUSED';

export type ApproveSignUpInput = {
  /** RosDomofon's id of the entrance: of a suggestion, or of any `Entrance`. Left out: the only one that is suggested. */
  entranceRosdomofonId?: InputMaybe<Scalars['SafeInt']['input']>;
  /** The `version` of the sign-up that the caller saw. */
  expectedVersion: Scalars['Int']['input'];
  /** Left out: that of the sign-up. */
  flat?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  /** RosDomofon's ids. Left out: what the company's policy connects there. */
  serviceRosdomofonIds?: InputMaybe<Array<Scalars['SafeInt']['input']>>;
};

export type ApproveSignUpPayload = {
  __typename?: 'ApproveSignUpPayload';
  /** `PROVISIONING`. Follow it with `signUpChanged`. */
  signUp: SignUp;
};

export type ApproveSignUpResult = AmbiguousEntranceError | ApproveSignUpPayload | FlatMissingError | FlatOutOfRangeError | IdempotencyConflictError | NotFoundError | RosdomofonOffError | ServicesRefusedError | SignUpStateError | StaleVersionError;

export type ApproveSignUpsInput = {
  /** How many sign-ups in `NEEDS_REVIEW` the caller saw: with another number nothing is done. */
  expectedCount: Scalars['Int']['input'];
  /** All that match. Of any state but `NEEDS_REVIEW` none is approved: `state` is left out, or is that. */
  filter?: InputMaybe<SignUpFilterInput>;
  idempotencyKey: Scalars['ID']['input'];
  /** These; at most 1,000. Either `ids` or `filter`. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type ApproveSignUpsPayload = {
  __typename?: 'ApproveSignUpsPayload';
  /** Follow it with `jobChanged`. Its result: `approved`, and `refused` by code. */
  job: Job;
};

export type ApproveSignUpsResult = ApproveSignUpsPayload | CountChangedError | IdempotencyConflictError;

export type AssignConversationInput = {
  /** Who looks after it: 1 to 100 characters; null: nobody in particular. */
  assignee?: InputMaybe<Scalars['String']['input']>;
  /** Who did so as far as the caller knows: with another one there, nothing is changed. */
  expectedAssignee?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
};

export type AssignConversationPayload = {
  __typename?: 'AssignConversationPayload';
  conversation: Conversation;
};

export type AssignConversationResult = AssignConversationPayload | AssignmentChangedError | NotFoundError;

export type AssignSignUpInput = {
  /** Who does the rest by hand: 1 to 100 characters; null: the hub goes on. */
  assignee?: InputMaybe<Scalars['String']['input']>;
  /** The `version` of the sign-up that the caller saw. */
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};

export type AssignSignUpPayload = {
  __typename?: 'AssignSignUpPayload';
  signUp: SignUp;
};

export type AssignSignUpResult = AssignSignUpPayload | IdempotencyConflictError | NotFoundError | RosdomofonOffError | SignUpStateError | StaleVersionError;

/** Somebody else looks after it now: nothing was changed. */
export type AssignmentChangedError = UserError & {
  __typename?: 'AssignmentChangedError';
  code: UserErrorCode;
  /** As it is now. */
  conversation: Conversation;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Something that was made or changed together with what an audit event tells: in one transaction with it. */
export type AuditCause = {
  __typename?: 'AuditCause';
  /** Whether it is new. */
  change: ChangeKind;
  /** What kind of thing, as in `AuditEvent.entity`: `delivery`, `job`, `message`, … */
  entity: Scalars['String']['output'];
  /** Its id, for `node`; null for a kind of thing that has none here. */
  id?: Maybe<Scalars['ID']['output']>;
};

/**
 * Something that a person or a program did, or tried: sessions that begin and end are told, and sign-ins that were refused.
 * Events are written in the transaction of what they tell, and are never changed.
 */
export type AuditEvent = Node & {
  __typename?: 'AuditEvent';
  /** What, `<entity>.<verb>`: `sign_up.approve`, `api_key.rotate`, `session.begin`, `person.refuse_sign_in`. Stable: programs may branch on it. Further ones may come. */
  action: Scalars['String']['output'];
  /** Who: `user:` or `api-key:` with a public id, `cli`, a portal's user as `bitrix24:…`, or `somebody` who was not let in. */
  actor: Scalars['String']['output'];
  /** The person's name, when it was a person. */
  actorName?: Maybe<Scalars['String']['output']>;
  /** The same as it was afterwards; null: it is gone, or nothing of it changed. */
  after?: Maybe<Scalars['JSON']['output']>;
  /** When the transaction began. Lists are ordered by this, newest first. */
  at: Scalars['DateTime']['output'];
  /** What of the thing was changed, as it was; null: it was not there, or nothing of it changed. */
  before?: Maybe<Scalars['JSON']['output']>;
  /** What was made or changed by it: deliveries, jobs, messages and other things, in the order in which they were written. The first 100. */
  caused: Array<AuditCause>;
  /** What was decided beside `before` and `after`: reasons, counts, what was asked for. Its shape is the action's, and may grow. No secret is in it. */
  details: Scalars['JSON']['output'];
  /** What kind of thing it was done to, in lower case: `sign_up`, `conversation`, `api_key`, `user`, … */
  entity: Scalars['String']['output'];
  /** The id of what it was done to, for `node`; null for a kind of thing that has none here (a policy, a session). */
  entityId?: Maybe<Scalars['ID']['output']>;
  /** Begins with `aud_`. */
  id: Scalars['ID']['output'];
};

/** A page of audit events. */
export type AuditEventConnection = {
  __typename?: 'AuditEventConnection';
  /** The events with their cursors. */
  edges: Array<AuditEventEdge>;
  /** The events alone. */
  nodes: Array<AuditEvent>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are under the filter. */
  totalCount: TotalCount;
};

/** An audit event of a page. */
export type AuditEventEdge = {
  __typename?: 'AuditEventEdge';
  /** Its place in the list: give it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The event. */
  node: AuditEvent;
};

/** All named fields have to hold; within a list, one of its values. */
export type AuditFilterInput = {
  /** As in `AuditEvent.action`; at most 50. */
  action?: InputMaybe<Array<Scalars['String']['input']>>;
  /** As in `AuditEvent.actor`; at most 20. */
  actor?: InputMaybe<Array<Scalars['String']['input']>>;
  /** When it was done. */
  at?: InputMaybe<DateTimeRangeInput>;
  /** A kind of thing, as in `AuditEvent.entity`. */
  entity?: InputMaybe<Scalars['String']['input']>;
  /** What was done to this one thing, by its id. */
  entityId?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * Answers that nobody has to write. At most one to what came at once, each text at most once a day to one abonent, and none to
 * what looks like the answer of a machine or while a person is answering. A text that is null is never sent.
 */
export type AutoReplyPolicy = {
  __typename?: 'AutoReplyPolicy';
  /** To the first message of a day. */
  firstOfDay?: Maybe<Scalars['String']['output']>;
  /** Free days. */
  holidays: Array<Scalars['LocalDate']['output']>;
  /** When somebody is there. A day that is missing is a free one. */
  hours: Array<DayHours>;
  /** Most automatic answers to one abonent on one day, 1 to 5. */
  mostPerDay: Scalars['Int']['output'];
  /** To a message outside of the hours. */
  outOfHours?: Maybe<Scalars['String']['output']>;
  /** For example `Europe/Moscow`. */
  timeZone: Scalars['String']['output'];
  /** To the first message of an abonent. */
  welcome?: Maybe<Scalars['String']['output']>;
};

export type AutoReplyPolicyInput = {
  /** To the first message of a day, at most 4,000 characters. Null: never. */
  firstOfDay?: InputMaybe<Scalars['String']['input']>;
  /** Free days, at most 100. */
  holidays?: InputMaybe<Array<Scalars['LocalDate']['input']>>;
  /** When somebody is there. A day that is missing is a free one; each day at most once. */
  hours: Array<DayHoursInput>;
  /** 1 to 5; left out, 2. */
  mostPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** To a message outside of the hours, at most 4,000 characters. Null: never. */
  outOfHours?: InputMaybe<Scalars['String']['input']>;
  /** For example `Europe/Moscow`. */
  timeZone: Scalars['String']['input'];
  /** To the first message of an abonent, at most 4,000 characters, like the others. Null: never. */
  welcome?: InputMaybe<Scalars['String']['input']>;
};

export type BeginBitrix24AuthorizationInput = {
  id: Scalars['ID']['input'];
};

export type BeginBitrix24AuthorizationPayload = {
  __typename?: 'BeginBitrix24AuthorizationPayload';
  /** Where a person signs in at the portal and says yes. Works once, for 15 minutes; follow `integrationChanged` meanwhile. */
  authorizeUrl: Scalars['String']['output'];
};

export type BeginBitrix24AuthorizationResult = BeginBitrix24AuthorizationPayload | IntegrationStateError | NotFoundError;

/** What was asked for would give away more than the caller may do: nobody can. Nothing was changed. */
export type BeyondPermissionsError = UserError & {
  __typename?: 'BeyondPermissionsError';
  /** `BEYOND_PERMISSIONS`. */
  code: UserErrorCode;
  /** For people, in English. */
  message: Scalars['String']['output'];
  /** The part of the input that asks for too much. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** What the caller has not, in alphabetical order. */
  permissions: Array<Permission>;
};

export type BlockAccountInput = {
  idempotencyKey: Scalars['ID']['input'];
  /** The account's number, exactly as the billing writes it. It need not be in the mirror yet. */
  number: Scalars['String']['input'];
  /** At most 500 characters. It is kept here, in the audit trail: RosDomofon has no place for it. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** How long to wait for RosDomofon, in milliseconds, 0 to 10,000; left out, 5,000. */
  waitMs?: InputMaybe<Scalars['Int']['input']>;
};

export type BlockAccountPayload = {
  __typename?: 'BlockAccountPayload';
  /** As the mirror has it now: blocked, when `delivery` is `DELIVERED`. Null: the mirror does not know it yet. */
  account?: Maybe<Account>;
  /** The change. Not settled after `waitMs`, it goes on by itself: follow it with `deliveryChanged`. */
  delivery: Delivery;
};

export type BlockAccountResult = BlockAccountPayload | EffectFailedError | IdempotencyConflictError | NotFoundError | RosdomofonOffError | RosdomofonRefusedError;

export type BlockServiceConnectionInput = {
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  /** At most 500 characters. It is kept here, in the audit trail: RosDomofon has no place for it. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** How long to wait for RosDomofon, in milliseconds, 0 to 10,000; left out, 5,000. */
  waitMs?: InputMaybe<Scalars['Int']['input']>;
};

export type BlockServiceConnectionPayload = {
  __typename?: 'BlockServiceConnectionPayload';
  /** The change. Not settled after `waitMs`, it goes on by itself: follow it with `deliveryChanged`. */
  delivery: Delivery;
  /** As the mirror has it now: blocked, when `delivery` is `DELIVERED`. */
  serviceConnection: ServiceConnection;
};

export type BlockServiceConnectionResult = BlockServiceConnectionPayload | EffectFailedError | IdempotencyConflictError | NotFoundError | RosdomofonOffError | RosdomofonRefusedError;

/** Whether a target is being spared, because it failed. */
export type BreakerState =
  /** All is well. */
  | 'CLOSED'
  /** One delivery is tried; when that works, all go on. */
  | 'HALF_OPEN'
  /** The target failed several times in a row: it is left alone, and deliveries wait without spending attempts. */
  | 'OPEN';

/**
 * Abonents by their accounts: all named fields have to hold of one account; within a list, one of its values. Without any field
 * it is everybody. Accounts that RosDomofon has no more never match.
 */
export type BroadcastFilterInput = {
  /** Numbers of accounts, as they are written; at most 1,000. */
  accountNumber?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Words of the address of such an entrance, in any order: names by their beginning, numbers as a whole. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** RosDomofon's ids of entrances where the account has a flat; at most 1,000. */
  entranceRosdomofonId?: InputMaybe<Array<Scalars['SafeInt']['input']>>;
  /** true: only accounts that are blocked; false: only those that are not. */
  isAccountBlocked?: InputMaybe<Scalars['Boolean']['input']>;
  /** RosDomofon's ids of services of which one is connected, on the account or a flat of it; at most 1,000. */
  serviceRosdomofonId?: InputMaybe<Array<Scalars['SafeInt']['input']>>;
};

/** How many get no message for one reason. */
export type BroadcastLeftOut = {
  __typename?: 'BroadcastLeftOut';
  /** Accounts or people, as the reason says. */
  count: Scalars['Int']['output'];
  /** Why they get none. */
  reason: BroadcastLeftOutReason;
};

/** Why somebody who matches gets no message. */
export type BroadcastLeftOutReason =
  /** The person never opened the app, which would show the message. Counted are people. */
  | 'NEVER_LOGGED_IN'
  /** RosDomofon names no owner of the account. Counted are accounts. */
  | 'NO_OWNER'
  /** The person gets it already, by another account. Counted are accounts. */
  | 'SAME_PERSON';

export type BroadcastMessageInput = {
  /** How many people the caller means, at most 10,000: the preview's `totalCount`. With another number nothing is done. */
  expectedCount: Scalars['Int']['input'];
  /** The same as in `previewBroadcast`. */
  filter: BroadcastFilterInput;
  /** Made once for each click. With the same key the first result comes back. */
  idempotencyKey: Scalars['ID']['input'];
  /** 1 to 4,000 characters; the same for all. */
  text: Scalars['String']['input'];
};

export type BroadcastMessagePayload = {
  __typename?: 'BroadcastMessagePayload';
  /**
   * Writes to them from now on; `jobChanged` tells how far it is, `cancelJob` saves from it those who were not reached yet. Its
   * `result`: `queued`, how many messages were made.
   */
  job: Job;
};

export type BroadcastMessageResult = BroadcastMessagePayload | CountChangedError | IdempotencyConflictError | MessageTextError | RosdomofonOffError;

/** Whom a broadcast would reach at this moment. */
export type BroadcastPreview = {
  __typename?: 'BroadcastPreview';
  /**
   * Milliseconds until all are sent, when RosDomofon takes as many as it allows and nothing else is sent; null: it has not
   * told what it allows.
   */
  estimatedDurationMs?: Maybe<Scalars['Float']['output']>;
  /** Who matches and gets none, and why; reasons that apply to nobody are missing. */
  leftOut: Array<BroadcastLeftOut>;
  /** The first ones in the order of RosDomofon's ids; at most 10. */
  sample: Array<BroadcastRecipient>;
  /** How many people get it, each once: what `broadcastMessage` wants as `expectedCount`. */
  totalCount: TotalCount;
};

/** Somebody who would get the message. */
export type BroadcastRecipient = {
  __typename?: 'BroadcastRecipient';
  /** The person; null while the hub knows nobody of that id. */
  abonent?: Maybe<Abonent>;
  /** RosDomofon's id of the person. */
  abonentRosdomofonId: Scalars['SafeInt']['output'];
  /** Of one of the accounts by which they match; null: it has no number. */
  accountNumber?: Maybe<Scalars['String']['output']>;
};

export type CancelDeliveryInput = {
  id: Scalars['ID']['input'];
};

export type CancelDeliveryPayload = {
  __typename?: 'CancelDeliveryPayload';
  delivery: Delivery;
};

export type CancelDeliveryResult = CancelDeliveryPayload | DeliveryStateError | NotFoundError;

export type CancelJobInput = {
  id: Scalars['ID']['input'];
};

export type CancelJobPayload = {
  __typename?: 'CancelJobPayload';
  job: Job;
};

export type CancelJobResult = CancelJobPayload | JobStateError | NotFoundError;

export type CancelSyncRunInput = {
  id: Scalars['ID']['input'];
};

export type CancelSyncRunPayload = {
  __typename?: 'CancelSyncRunPayload';
  syncRun: SyncRun;
};

export type CancelSyncRunResult = CancelSyncRunPayload | NotFoundError | SyncRunStateError;

/** A text that is written often, with variables that are filled in for a conversation. */
export type CannedResponse = Node & {
  __typename?: 'CannedResponse';
  company: Company;
  /** When it was saved first. */
  createdAt: Scalars['DateTime']['output'];
  /** Begins with `cnr_`. */
  id: Scalars['ID']['output'];
  /**
   * With variables: `{{abonent.phone}}`, `{{account}}`, `{{address}}`, `{{flat}}`, `{{services}}`, `{{company}}`, `{{agent}}`
   * (who writes). The hub knows no names of abonents.
   */
  text: Scalars['String']['output'];
  /** By this people find it. */
  title: Scalars['String']['output'];
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Who changed it last: `user:` or `api-key:` with the public part. */
  updatedBy: Scalars['String']['output'];
  /** Moves on with every change: give it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

export type CannedResponseConnection = {
  __typename?: 'CannedResponseConnection';
  edges: Array<CannedResponseEdge>;
  nodes: Array<CannedResponse>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type CannedResponseEdge = {
  __typename?: 'CannedResponseEdge';
  cursor: Scalars['String']['output'];
  node: CannedResponse;
};

/** Whether a row was made or changed. */
export type ChangeKind =
  /** A new row. */
  | 'ADDED'
  /** A row that was there. */
  | 'CHANGED';

/** How abonents' messages reach the portal, and its people's answers the abonents. */
export type ChatMode =
  /** Not at all. */
  | 'OFF'
  /** In dialogs of an open line, through a connector of the hub's own. Takes an application. */
  | 'OPEN_LINE'
  /** As comments on the abonent's contact; comments that begin with `Абоненту:` (or `Reply:`) go to the abonent. */
  | 'TIMELINE';

/** One thing that a live check looked at. */
export type CheckStep = {
  __typename?: 'CheckStep';
  /** What a person should know or do; null: nothing. */
  hint?: Maybe<Scalars['String']['output']>;
  /** The same as a code, stable, upper case. */
  hintCode?: Maybe<Scalars['String']['output']>;
  /** How long the portal took, in milliseconds. */
  ms: Scalars['Int']['output'];
  /** `portal`, `application`, `scopes`, `limits`, `events`, `open_line`. Stable; further ones may come. */
  name: Scalars['String']['output'];
  /** What the hint is about: permissions or events, by the portal's names. */
  names: Array<Scalars['String']['output']>;
  /** state is not `FAILED`. */
  ok: Scalars['Boolean']['output'];
  /** How it ended. */
  state: CheckStepState;
};


/** One thing that a live check looked at. */
export type CheckStephintArgs = {
  language?: InputMaybe<Language>;
};

/** How a step of a live check ended. */
export type CheckStepState =
  /** `hint` says what a person has to do. */
  | 'FAILED'
  /** It is as it should be. */
  | 'OK'
  /** Not asked for, or of no use after an earlier step failed. */
  | 'SKIPPED'
  /** It works, but not all of it: `hint` says what is left out. */
  | 'WARNING';

export type ClaimSignUpInput = {
  /** true: also when somebody else looks at it. Left out: no. */
  canTakeOver?: InputMaybe<Scalars['Boolean']['input']>;
  id: Scalars['ID']['input'];
};

export type ClaimSignUpPayload = {
  __typename?: 'ClaimSignUpPayload';
  signUp: SignUp;
};

export type ClaimSignUpResult = ClaimSignUpPayload | ClaimedByOtherError | NotFoundError | RosdomofonOffError | SignUpStateError;

/** Somebody else looks at it. */
export type ClaimedByOtherError = UserError & {
  __typename?: 'ClaimedByOtherError';
  /** Who looks at it: `user:` or `api-key:` with the public part. */
  claimedBy: Scalars['String']['output'];
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** As it stands now. */
  signUp: SignUp;
  /** Since when they do. */
  since?: Maybe<Scalars['DateTime']['output']>;
};

/** An operator of door-phones: a tenant of the hub. */
export type Company = Node & {
  __typename?: 'Company';
  /** When the hub began to work for it. */
  createdAt: Scalars['DateTime']['output'];
  /** Begins with `cmp_`. */
  id: Scalars['ID']['output'];
  /** How old the company's mirror of RosDomofon is, and whether it is being renewed. */
  mirror: Mirror;
  /** As people call it. */
  name: Scalars['String']['output'];
  /** RosDomofon's short name; the company's Kafka topics end with it. */
  shortName: Scalars['String']['output'];
};

export type CompensateSignUpInput = {
  /** The `version` of the sign-up that the caller saw. */
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  /** 1 to 500 characters. */
  reason: Scalars['String']['input'];
  /** Writes the abonent the policy's `refusal`, with the reason in it. */
  tellsAbonent: Scalars['Boolean']['input'];
};

export type CompensateSignUpPayload = {
  __typename?: 'CompensateSignUpPayload';
  /** `REJECTED`. What is taken back are its steps `BLOCK_CONNECTIONS`, `BLOCK_ACCOUNT` and `STATUS`: `steps` shows how far they are. */
  signUp: SignUp;
};

export type CompensateSignUpResult = CompensateSignUpPayload | IdempotencyConflictError | NotFoundError | ReasonMissingError | RosdomofonOffError | SignUpStateError | StaleVersionError;

/** What takes back what was done about a sign-up. */
export type CompensationAction =
  /** The account that was made is blocked. */
  | 'BLOCK_ACCOUNT'
  /** What was connected is blocked: RosDomofon cannot take a connection away. */
  | 'BLOCK_CONNECTIONS'
  /** The CRM's deal goes where the field mapping has rejected ones. */
  | 'MOVE_DEAL'
  /** RosDomofon is told that the sign-up is rejected. */
  | 'SET_STATUS';

/** One thing that was done about a sign-up, and whether it can be taken back. */
export type CompensationItem = {
  __typename?: 'CompensationItem';
  /** With `BLOCK_ACCOUNT`. */
  accountNumber?: Maybe<Scalars['String']['output']>;
  /** What `compensateSignUp` does about it; null: it stays as it is. */
  action?: Maybe<CompensationAction>;
  /** With `BLOCK_CONNECTIONS`; empty: which ones is found out when it is done. */
  connectionRosdomofonIds: Array<Scalars['SafeInt']['output']>;
  /** For people, in English: what becomes of it, and why. */
  explanation: Scalars['String']['output'];
  /** Null: the deal of a CRM. */
  step?: Maybe<SignUpStepName>;
};

/** How many flats do not get it for one reason. */
export type ConnectLeftOut = {
  __typename?: 'ConnectLeftOut';
  /** How many flats. */
  count: Scalars['Int']['output'];
  /** Why they do not get it. */
  reason: ConnectLeftOutReason;
};

/** Why a flat of the entrance does not get the service. */
export type ConnectLeftOutReason =
  /** It has the service already; one that is blocked is not touched. */
  | 'CONNECTED_ALREADY'
  /** It has not the service, and no account that could pay for it. */
  | 'NO_ACCOUNT';

export type ConnectServiceInput = {
  /** Who pays for it. Left out: the flat's account. */
  accountId?: InputMaybe<Scalars['ID']['input']>;
  /** Which flat gets it. */
  flatId: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  /** What it gets. */
  serviceId: Scalars['ID']['input'];
  /** How long to wait for RosDomofon, in milliseconds, 0 to 10,000; left out, 5,000. */
  waitMs?: InputMaybe<Scalars['Int']['input']>;
};

export type ConnectServicePayload = {
  __typename?: 'ConnectServicePayload';
  /** The change. Not settled after `waitMs`, it goes on by itself: follow it with `deliveryChanged`. */
  delivery: Delivery;
  /** Null while `delivery` is not settled. */
  serviceConnection?: Maybe<ServiceConnection>;
};

export type ConnectServiceResult = ConnectServicePayload | EffectFailedError | IdempotencyConflictError | NotFoundError | RosdomofonOffError | RosdomofonRefusedError;

export type ConnectServiceToEntranceInput = {
  /** Whose flats get it. */
  entranceId: Scalars['ID']['input'];
  /**
   * How many flats the caller means, at most 10,000: the `totalCount` of `previewConnectServiceToEntrance`. When another number
   * would get it, nothing is done.
   */
  expectedCount: Scalars['Int']['input'];
  /** Made once for each click. With the same key the first result comes back. */
  idempotencyKey: Scalars['ID']['input'];
  /** What they get: one of the entrance's `services`. */
  serviceId: Scalars['ID']['input'];
};

export type ConnectServiceToEntrancePayload = {
  __typename?: 'ConnectServiceToEntrancePayload';
  /**
   * Connects them from now on; `jobChanged` tells how far it is, `cancelJob` saves from it the flats that RosDomofon was not asked
   * about yet. Its `result`: `connected`, how many flats got the service, `alreadyConnected`, of how many RosDomofon knew it and
   * the mirror did not, and `failed`. Each flat is a delivery of the kind `service.connect`: `deliveries` finds those of the job
   * by its id as `aboutId`, with the state `DEAD` those that could not be connected.
   */
  job: Job;
};

/** Which flats of an entrance would get a service at this moment, as the mirror has them. */
export type ConnectServiceToEntrancePreview = {
  __typename?: 'ConnectServiceToEntrancePreview';
  /**
   * Milliseconds until all have it, with three requests for each flat, when RosDomofon takes as many as it allows and nothing
   * else is sent; null: it has not told what it allows.
   */
  estimatedDurationMs?: Maybe<Scalars['Float']['output']>;
  /** Which flats there do not get it, and why; reasons that apply to none are missing. */
  leftOut: Array<ConnectLeftOut>;
  /** The first ones in the order of RosDomofon's ids; at most 10. */
  sample: Array<Flat>;
  /** How many flats get it: what `connectServiceToEntrance` wants as `expectedCount`. */
  totalCount: TotalCount;
};

export type ConnectServiceToEntranceResult = ConnectServiceToEntrancePayload | CountChangedError | IdempotencyConflictError | NotFoundError | RosdomofonOffError;

/** How far the reading of a partition is, as the process that reads it noted it last. */
export type ConsumerLag = {
  __typename?: 'ConsumerLag';
  /** Offset that the next record will get that somebody writes; null: not known yet. */
  end?: Maybe<Scalars['SafeInt']['output']>;
  /** Attempts in a row that could not be stored. */
  failures: Scalars['Int']['output'];
  /** By whose access it is read. */
  integration: Integration;
  /** Records that are not handled yet; null: not known yet. */
  lag?: Maybe<Scalars['SafeInt']['output']>;
  /** Of the topic. */
  partition: Scalars['Int']['output'];
  /** Offset of the next record to handle; null: not known yet. */
  position?: Maybe<Scalars['SafeInt']['output']>;
  /** When this was noted: each second while something moves, else every five. Older than half a minute: nobody reads. */
  reportedAt: Scalars['DateTime']['output'];
  /** Its name at the broker. */
  topic: Scalars['String']['output'];
  /** Records that were there at this time are not all handled yet; null: none waits, or nobody knows. */
  waitingSince?: Maybe<Scalars['DateTime']['output']>;
};

/** What the company and one abonent say to each other on one channel. */
export type Conversation = Node & {
  __typename?: 'Conversation';
  /** Null while the hub knows nobody of that id. */
  abonent?: Maybe<Abonent>;
  /** RosDomofon's id of the abonent. */
  abonentRosdomofonId: Scalars['SafeInt']['output'];
  /** Who looks after it, as `assignConversation` was told; null: nobody in particular. */
  assignee?: Maybe<Scalars['String']['output']>;
  /** `support`, `notification`, … */
  channel: Scalars['String']['output'];
  company: Company;
  /** When the hub stored its first message. */
  createdAt: Scalars['DateTime']['output'];
  /** What the caller has begun to write here, as `saveDraft` was told; nobody else sees it. */
  draft?: Maybe<ConversationDraft>;
  /** Begins with `cnv_`. */
  id: Scalars['ID']['output'];
  /** Time of its newest message. Lists are ordered by this, newest first. */
  lastMessageAt: Scalars['DateTime']['output'];
  /** Oldest first: `last: 50` is the newest page. Exactly one of `first` and `last`, 1 to 100. */
  messages: MessageConnection;
  /**
   * Who is there at this moment, at most 20. A process that has just started hears of them within the time after which they say
   * it again.
   */
  presence: Array<Presence>;
  /** Who set it aside. */
  snoozedBy?: Maybe<Scalars['String']['output']>;
  /** Set aside until then, as `snoozeConversation` was told; null: it is not. A message of the abonent ends it. */
  snoozedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Whose turn it is. */
  state: ConversationState;
  /** Messages from the abonent that nobody has read yet. */
  unreadCount: Scalars['Int']['output'];
  /**
   * Messages from the abonent that the caller has not read, up to 100. Counted from when the caller first marked anything as
   * read; until then it is `unreadCount`.
   */
  viewerUnreadCount: Scalars['Int']['output'];
};


/** What the company and one abonent say to each other on one channel. */
export type ConversationmessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A conversation that was added or changed, as it is now. Several changes within moments may come as one. */
export type ConversationChanged = ConversationChangedEvent & FeedEvent & {
  __typename?: 'ConversationChanged';
  /** As it is now. */
  conversation: Conversation;
  cursor: Scalars['Cursor']['output'];
};

/**
 * A `ConversationChanged`, or what a feed tells besides: a `Gap`, a `Heartbeat`. Further kinds may come: ignore those that
 * you do not know.
 */
export type ConversationChangedEvent = {
  cursor: Scalars['Cursor']['output'];
};

export type ConversationConnection = {
  __typename?: 'ConversationConnection';
  edges: Array<ConversationEdge>;
  nodes: Array<Conversation>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

/** What somebody has begun to write. */
export type ConversationDraft = {
  __typename?: 'ConversationDraft';
  /** As it stands in the text field, 4,000 characters at most. */
  text: Scalars['String']['output'];
  /** When it was kept the last time. */
  updatedAt: Scalars['DateTime']['output'];
};

export type ConversationEdge = {
  __typename?: 'ConversationEdge';
  cursor: Scalars['String']['output'];
  node: Conversation;
};

/** All named fields have to hold; within a list, one of its values. */
export type ConversationFilterInput = {
  /** RosDomofon's id of the abonent. */
  abonentRosdomofonId?: InputMaybe<Scalars['SafeInt']['input']>;
  /** As `assignConversation` was told. */
  assignee?: InputMaybe<Scalars['String']['input']>;
  /** `support`, `notification`, … */
  channel?: InputMaybe<Array<Scalars['String']['input']>>;
  /** true: with unread messages; false: without. */
  hasUnread?: InputMaybe<Scalars['Boolean']['input']>;
  /** Time of the newest message. */
  lastMessageAt?: InputMaybe<DateTimeRangeInput>;
  /** Whose turn it is. */
  state?: InputMaybe<Array<ConversationState>>;
  /** One of the lists that people work with; together with the other fields. */
  view?: InputMaybe<ConversationView>;
};

/** Conversations that a search found. */
export type ConversationHits = {
  __typename?: 'ConversationHits';
  /** Are there more than were asked for? */
  hasMore: Scalars['Boolean']['output'];
  /** So many at most as the search asked for. */
  nodes: Array<Conversation>;
};

/** The abonent wrote meanwhile: nothing was sent. */
export type ConversationMovedError = UserError & {
  __typename?: 'ConversationMovedError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  /** What the author has not seen, oldest first; at most 20. */
  newMessages: Array<Message>;
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Whose turn it is in a conversation. */
export type ConversationState =
  /** Somebody has to answer. */
  | 'OPEN'
  /** Waits for the abonent. */
  | 'PENDING'
  /** Done; a new message opens it again. */
  | 'RESOLVED';

/** It is in another state than expected, or cannot go from there to this one. */
export type ConversationStateError = UserError & {
  __typename?: 'ConversationStateError';
  code: UserErrorCode;
  /** As it is now. */
  conversation: Conversation;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

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

/** Others match now than the caller saw: look again, and say the new number. */
export type CountChangedError = UserError & {
  __typename?: 'CountChangedError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  /** How many match now. */
  now: TotalCount;
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Whether rows were counted to the end. */
export type CountPrecision =
  /** There are at least that many: counting stops at 10,000. */
  | 'AT_LEAST'
  /** Exactly that many. */
  | 'EXACT';

export type CreateAccountInput = {
  idempotencyKey: Scalars['ID']['input'];
  /** 1 to 100 characters; unique at RosDomofon. */
  number: Scalars['String']['input'];
  /** Whose account it is. */
  phone: Scalars['Phone']['input'];
  /** How long to wait for RosDomofon, in milliseconds, 0 to 10,000; left out, 5,000. */
  waitMs?: InputMaybe<Scalars['Int']['input']>;
};

export type CreateAccountPayload = {
  __typename?: 'CreateAccountPayload';
  /** Null while `delivery` is not settled. */
  account?: Maybe<Account>;
  /** The change. Not settled after `waitMs`, it goes on by itself: follow it with `deliveryChanged`. */
  delivery: Delivery;
};

export type CreateAccountResult = CreateAccountPayload | EffectFailedError | IdempotencyConflictError | NotFoundError | RosdomofonOffError | RosdomofonRefusedError;

export type CreateApiKeyInput = {
  /** From then on it opens nothing; in the future. Left out: it never expires. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it is for, 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** Addresses (`203.0.113.7`) and CIDR blocks (`10.0.0.0/8`, `2001:db8::/32`) that it may be used from, at most 50; left out or empty: any. */
  networks?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What it permits: at most what the caller may do itself. */
  permissions: Array<Permission>;
};

/** A new key. */
export type CreateApiKeyPayload = {
  __typename?: 'CreateApiKeyPayload';
  /** The key as it was made. */
  apiKey: ApiKey;
  /** The whole key, with its secret. It is shown this once. */
  key: Scalars['String']['output'];
};

export type CreateApiKeyResult = ApiKeyInvalidError | BeyondPermissionsError | CreateApiKeyPayload;

export type CreateFlatInput = {
  /** Whose owner gets it. */
  accountId: Scalars['ID']['input'];
  /** Behind which door it is. */
  entranceId: Scalars['ID']['input'];
  /** 1 to 999999. */
  flatNumber: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  /** Without a hardware intercom. */
  isVirtual: Scalars['Boolean']['input'];
  /** How long to wait for RosDomofon, in milliseconds, 0 to 10,000; left out, 5,000. */
  waitMs?: InputMaybe<Scalars['Int']['input']>;
};

export type CreateFlatPayload = {
  __typename?: 'CreateFlatPayload';
  /** The change. Not settled after `waitMs`, it goes on by itself: follow it with `deliveryChanged`. */
  delivery: Delivery;
  /** Null while `delivery` is not settled. */
  flat?: Maybe<Flat>;
};

export type CreateFlatResult = CreateFlatPayload | EffectFailedError | IdempotencyConflictError | NotFoundError | RosdomofonOffError | RosdomofonRefusedError;

export type CreateIntegrationInput = {
  /** A local application of the portal. Afterwards somebody has to authorise it: `beginBitrix24Authorization`. */
  application?: InputMaybe<PortalApplicationInput>;
  /** Left out: no chat. */
  chat?: InputMaybe<PortalChatInput>;
  /** Of an outbound webhook: its application token. */
  eventToken?: InputMaybe<Scalars['String']['input']>;
  /** Sign-ups that were asked for since then are told to the portal as well; left out: what happens from now on. */
  historySince?: InputMaybe<Scalars['DateTime']['input']>;
  idempotencyKey: Scalars['ID']['input'];
  /** As people call it; left out: by its kind. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** How long to wait for the live check, in milliseconds, 0 to 10,000; left out, 5,000. */
  waitMs?: InputMaybe<Scalars['Int']['input']>;
  /** Of an inbound webhook with the permission `crm`: `https://company.bitrix24.ru/rest/1/…/`. Give either this or `application`. */
  webhookUrl?: InputMaybe<Scalars['String']['input']>;
};

export type CreateIntegrationPayload = {
  __typename?: 'CreateIntegrationPayload';
  /** The live check; not settled after `waitMs`, it goes on. Null: an application has to be authorised first. */
  delivery?: Maybe<Delivery>;
  /** With `checks`, when the portal has answered in time. */
  integration: Integration;
};

export type CreateIntegrationResult = CreateIntegrationPayload | IdempotencyConflictError | IntegrationExistsError | IntegrationInvalidError | SecretsOffError;

/** Something about an abonent that a person has to decide in the CRM: several contacts have the phone, and none is known to be it. */
export type CrmReview = {
  __typename?: 'CrmReview';
  /** Null while the hub knows nobody of that id. */
  abonent?: Maybe<Abonent>;
  /** RosDomofon's id. */
  abonentRosdomofonId: Scalars['SafeInt']['output'];
  /** The portal's ids to choose from. */
  candidateIds: Array<Scalars['SafeInt']['output']>;
  /** When the question came up. */
  createdAt: Scalars['DateTime']['output'];
  /** In which portal. */
  integration: Integration;
  /** Stable, upper case. */
  reason: Scalars['String']['output'];
};

/** A time range: `from` belongs to it, `to` does not. Either may be left out. */
export type DateTimeRangeInput = {
  /** Belongs to the range. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Does not belong to the range. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The hours of one day of the week. */
export type DayHours = {
  __typename?: 'DayHours';
  /** Which day. */
  day: Weekday;
  /** From when to when, in their order. */
  intervals: Array<HoursInterval>;
};

/** The hours of one day of the week. */
export type DayHoursInput = {
  /** Which day. */
  day: Weekday;
  /** At most 10. */
  intervals: Array<HoursIntervalInput>;
};

export type DeleteCannedResponseInput = {
  id: Scalars['ID']['input'];
};

export type DeleteCannedResponsePayload = {
  __typename?: 'DeleteCannedResponsePayload';
  /** The id that it had. */
  deletedId: Scalars['ID']['output'];
};

export type DeleteCannedResponseResult = DeleteCannedResponsePayload | NotFoundError;

/** How many deliveries of the company are not done. Comes first as it is, then when a number is another one. */
export type DeliveriesCounted = DeliveryCountersEvent & FeedEvent & {
  __typename?: 'DeliveriesCounted';
  /** By target, those that have any; at most 100. */
  byTarget: Array<TargetDeliveryCounts>;
  /** When they were counted. */
  countedAt: Scalars['DateTime']['output'];
  /** Of all targets together. */
  counts: DeliveryCounts;
  /** Where the feed stood before they were counted: numbers are no part of the feed, and cannot be resumed. */
  cursor: Scalars['Cursor']['output'];
};

/**
 * One effect outside the hub: a call to RosDomofon, a message to an abonent. Everything that the hub does outside of its own
 * database is such a row first. Those of one target and one subject are sent in the order of their making.
 */
export type Delivery = Node & {
  __typename?: 'Delivery';
  /**
   * What it is about: of the steps of a sign-up the sign-up, else what the subject names (`Abonent`, `Account`,
   * `Conversation`, `Entrance`, `Flat`, `ServiceConnection`). Null: the hub does not know it, or not yet.
   */
  about?: Maybe<Node>;
  /** How many attempts ended without anybody knowing whether they had an effect. Above 0, it may have been sent twice. */
  ambiguousAttemptCount: Scalars['Int']['output'];
  /** Attempts that count; one that a target refused for its own quota does not. */
  attemptCount: Scalars['Int']['output'];
  /** What was tried, oldest first; of more than 50 attempts the newest 50. */
  attempts: Array<DeliveryAttempt>;
  /** Who cancelled it. */
  cancelledBy?: Maybe<Scalars['String']['output']>;
  company: Company;
  /** Lists are ordered by this, newest first. */
  createdAt: Scalars['DateTime']['output'];
  /** Not before this. In the past while it waits for its turn. */
  dueAt: Scalars['DateTime']['output'];
  /** Begins with `dlv_`. */
  id: Scalars['ID']['output'];
  /** What is done, `<aggregate>.<verb>`. Stable: programs may branch on it. Further kinds may come. */
  kind: Scalars['String']['output'];
  /** Why the newest attempt failed. Stable, upper case: programs may branch on it. `CANCELLED`: a person cancelled it. */
  lastErrorCode?: Maybe<Scalars['String']['output']>;
  /** While `LEASED`: when the worker has to be done; afterwards another one takes it over. */
  leaseUntil?: Maybe<Scalars['DateTime']['output']>;
  /** After so many it is `DEAD`. */
  maxAttempts: Scalars['Int']['output'];
  /** Of a redelivery: the first one of its line. */
  original?: Maybe<Delivery>;
  /** Ids and small facts; what else is needed is read when its turn comes. Its shape is the kind's, and may change. */
  payload?: Maybe<Scalars['JSON']['output']>;
  /** The newest delivery that was made to repeat this one. */
  redelivery?: Maybe<Delivery>;
  /** Who asked for it by hand: `api-key:` with the public part of a key; null: the workflow did. */
  requestedBy?: Maybe<Scalars['String']['output']>;
  /** What came of it. Its shape is the kind's, and may change. */
  result?: Maybe<Scalars['JSON']['output']>;
  /** When it became `DELIVERED`, `DEAD` or `SKIPPED`. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it is. */
  state: DeliveryState;
  /**
   * For whom or what it is: those of one subject go one after the other. Text such as `abonent:1574870`, for
   * `DeliveryFilterInput.subject`; `about` is the object itself.
   */
  subject: Scalars['String']['output'];
  /** Where it goes. */
  target: DeliveryTarget;
};

/** One attempt of a delivery. */
export type DeliveryAttempt = {
  __typename?: 'DeliveryAttempt';
  /** Null: the worker never told. */
  durationMs?: Maybe<Scalars['Int']['output']>;
  /** When it ended, by the hub's clock. */
  endedAt: Scalars['DateTime']['output'];
  /** Stable, upper case. `LEASE_EXPIRED`: the worker never told how it ended. */
  errorCode?: Maybe<Scalars['String']['output']>;
  /** What the worker told after its lease was lost. It changed nothing, but something may have been sent twice. */
  lateOutcome?: Maybe<DeliveryOutcome>;
  /** How it ended. */
  outcome: DeliveryOutcome;
  /** What was sent: cut to size, without secrets, phones masked. Null: nothing was. */
  request?: Maybe<Scalars['JSON']['output']>;
  /** What was answered, likewise. */
  response?: Maybe<Scalars['JSON']['output']>;
  /** The process that made it. */
  worker: Scalars['String']['output'];
};

/** A delivery that was added or changed, as it is now. Several changes within moments may come as one. */
export type DeliveryChanged = DeliveryChangedEvent & FeedEvent & {
  __typename?: 'DeliveryChanged';
  cursor: Scalars['Cursor']['output'];
  /** As it is now. */
  delivery: Delivery;
};

/**
 * A `DeliveryChanged`, or what a feed tells besides: a `Gap`, a `Heartbeat`. Further kinds may come: ignore those that you
 * do not know.
 */
export type DeliveryChangedEvent = {
  cursor: Scalars['Cursor']['output'];
};

export type DeliveryConnection = {
  __typename?: 'DeliveryConnection';
  edges: Array<DeliveryEdge>;
  nodes: Array<Delivery>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

/** A `DeliveriesCounted`, or a `Heartbeat`. Further kinds may come: ignore those that you do not know. */
export type DeliveryCountersEvent = {
  cursor: Scalars['Cursor']['output'];
};

/** How many deliveries are not done, each kind counted up to 10,000. Which those are, `deliveries` tells. */
export type DeliveryCounts = {
  __typename?: 'DeliveryCounts';
  /** `DEAD`: failed for good. They are counted until they are forgotten by age, also when they were sent again. */
  dead: TotalCount;
  /** Of those that wait or are being sent: nobody knows whether an earlier attempt had an effect. The next one looks first. */
  doubtful: TotalCount;
  /** Of those that wait: their time has come. They wait for an earlier one of their subject, for the target, or for a worker. */
  due: TotalCount;
  /** `LEASED`: a worker is at them. */
  sending: TotalCount;
  /** `PENDING`: wait for their turn. */
  waiting: TotalCount;
};

/** Of all attempts, whatever came of them. Within 9 % of the exact value. */
export type DeliveryDuration = {
  __typename?: 'DeliveryDuration';
  /** Half of the attempts took no longer. */
  p50Ms: Scalars['Int']['output'];
  /** 19 of 20 attempts took no longer. */
  p95Ms: Scalars['Int']['output'];
};

export type DeliveryEdge = {
  __typename?: 'DeliveryEdge';
  cursor: Scalars['String']['output'];
  node: Delivery;
};

/** All named fields have to hold; within a list, one of its values. */
export type DeliveryFilterInput = {
  /**
   * Of an abonent, account, conversation, flat, message, service connection or sign-up: its id. Of a job that makes deliveries
   * (`services.connect`, `messages.broadcast`): those that it made, and what was sent again of them.
   */
  aboutId?: InputMaybe<Scalars['ID']['input']>;
  /** When it was enqueued. */
  createdAt?: InputMaybe<DateTimeRangeInput>;
  /** `Delivery.lastErrorCode`. */
  errorCode?: InputMaybe<Array<Scalars['String']['input']>>;
  /** For example `message.send`. */
  kind?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Redeliveries of this one. */
  originalId?: InputMaybe<Scalars['ID']['input']>;
  /** How far it is. */
  state?: InputMaybe<Array<DeliveryState>>;
  /** As `Delivery.subject` says. Give either this or `aboutId`. */
  subject?: InputMaybe<Scalars['String']['input']>;
  /** Where it goes. */
  targetId?: InputMaybe<Scalars['ID']['input']>;
};

/** Deliveries of one kind to one target that died with one code. Those that were sent again are not among them. */
export type DeliveryIssue = Issue & Node & {
  __typename?: 'DeliveryIssue';
  advice: Scalars['String']['output'];
  /** `Delivery.lastErrorCode`. */
  code?: Maybe<Scalars['String']['output']>;
  company: Company;
  firstFailedAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  integration?: Maybe<Integration>;
  /** `Delivery.kind`. */
  kind: Scalars['String']['output'];
  lastFailedAt: Scalars['DateTime']['output'];
  message: Scalars['String']['output'];
  mute?: Maybe<IssueMute>;
  resolution?: Maybe<IssueResolution>;
  /** Those that died last, at most 10. `deliveries` lists all by `targetId`, `kind`, `errorCode` and the state `DEAD`, with those that were sent again. */
  sample: Array<Delivery>;
  state: IssueState;
  /** Where they were to go. */
  target: DeliveryTarget;
  totalCount: TotalCount;
};


/** Deliveries of one kind to one target that died with one code. Those that were sent again are not among them. */
export type DeliveryIssueadviceArgs = {
  language?: InputMaybe<Language>;
};


/** Deliveries of one kind to one target that died with one code. Those that were sent again are not among them. */
export type DeliveryIssuemessageArgs = {
  language?: InputMaybe<Language>;
};

/** Issues of deliveries. */
export type DeliveryIssues = {
  __typename?: 'DeliveryIssues';
  /** Are there more than were asked for? */
  hasMore: Scalars['Boolean']['output'];
  /** So many at most as were asked for, the one that failed last first. */
  nodes: Array<DeliveryIssue>;
};

/** How an attempt ended. */
export type DeliveryOutcome =
  /** Nobody knows whether it had an effect: the answer was lost. The next attempt looks first. */
  | 'AMBIGUOUS'
  /** It never will have an effect, or it was the last attempt. */
  | 'DEAD'
  /** It had its effect. */
  | 'DELIVERED'
  /** It had no effect, and is tried again. */
  | 'RETRY'
  /** There was nothing to do any more. */
  | 'SKIPPED';

/** How far a delivery is. */
export type DeliveryState =
  /** It failed for good, or too often. `redeliver` sends it again. */
  | 'DEAD'
  /** It is at the other side as it should be. */
  | 'DELIVERED'
  /** A worker is at it. */
  | 'LEASED'
  /** Waits for its turn: for its time, for an earlier one of its subject, or for its target. */
  | 'PENDING'
  /** It was not wanted any more, or a person cancelled it. */
  | 'SKIPPED';

/** The delivery is in a state in which this is not possible. */
export type DeliveryStateError = UserError & {
  __typename?: 'DeliveryStateError';
  code: UserErrorCode;
  /** As it is now. */
  delivery: Delivery;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** What was attempted within a range. */
export type DeliveryStats = {
  __typename?: 'DeliveryStats';
  /** By time, and within a time by what was grouped by. Where nothing was attempted there is no bucket. */
  buckets: Array<DeliveryStatsBucket>;
};

/** What was attempted from `startsAt` until the next bucket begins. */
export type DeliveryStatsBucket = {
  __typename?: 'DeliveryStatsBucket';
  /** Attempts of which nobody knows whether they had an effect. */
  ambiguous: Scalars['Int']['output'];
  /** Deliveries that died, counted when their last attempt ended. One that is sent again later counts as another delivery. */
  dead: Scalars['Int']['output'];
  /** Deliveries that arrived. */
  delivered: Scalars['Int']['output'];
  /** How long its attempts took; null when nobody told. */
  duration?: Maybe<DeliveryDuration>;
  /** Attempts that failed and are repeated, and the last one of a delivery that died by it. */
  failedAttempts: Scalars['Int']['output'];
  /** Null unless grouped by `KIND`. */
  kind?: Maybe<Scalars['String']['output']>;
  /** Deliveries that turned out to be not wanted any more. */
  skipped: Scalars['Int']['output'];
  /** Its first moment. */
  startsAt: Scalars['DateTime']['output'];
  /** Null unless grouped by `TARGET`, and for a target that is gone. */
  target?: Maybe<DeliveryTarget>;
};

/** What deliveries are counted apart by. */
export type DeliveryStatsGroup =
  /** By what is done: `sign_up.flat`, `message.send`, … */
  | 'KIND'
  /** By where it goes. */
  | 'TARGET';

/** Where deliveries go: one integration of the company. A target that fails or rests slows no other one. */
export type DeliveryTarget = Node & {
  __typename?: 'DeliveryTarget';
  /** Deliveries that are to be sent: `PENDING` and `LEASED`. */
  backlog: TotalCount;
  /** Whether it is being spared, because it failed. */
  breaker: TargetBreaker;
  company: Company;
  /** Begins with `tgt_`. */
  id: Scalars['ID']['output'];
  /** State of the integration that it is. */
  integrationState: IntegrationState;
  /** Which service it is. */
  kind: IntegrationKind;
  /** Since when the oldest of those that are due has been so; null: none is due. */
  oldestDueAt?: Maybe<Scalars['DateTime']['output']>;
  /** A person paused it; null: nobody did. `resumeTarget` ends it. */
  pause?: Maybe<TargetPause>;
  /** Null: no process has sent anything there yet. */
  rate?: Maybe<TargetRate>;
  /** The target asked for a rest (Retry-After, a spent quota); null: it did not, or the rest is over. */
  rest?: Maybe<TargetRest>;
};

/** A target that was paused or resumed, asked for a rest, or whose breaker moved, as it is now. */
export type DeliveryTargetChanged = DeliveryTargetChangedEvent & FeedEvent & {
  __typename?: 'DeliveryTargetChanged';
  cursor: Scalars['Cursor']['output'];
  /** As it is now. */
  target: DeliveryTarget;
};

/**
 * A `DeliveryTargetChanged`, or what a feed tells besides: a `Gap`, a `Heartbeat`. Further kinds may come: ignore those that
 * you do not know.
 */
export type DeliveryTargetChangedEvent = {
  cursor: Scalars['Cursor']['output'];
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

/** The hub gave up, or a person cancelled it. */
export type EffectFailedError = UserError & {
  __typename?: 'EffectFailedError';
  code: UserErrorCode;
  /** What was tried, attempt by attempt. `redeliver` begins again. */
  delivery: Delivery;
  /** Nobody knows whether the last attempt did it. */
  isOutcomeUnknown: Scalars['Boolean']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Why, stable, upper case; `CANCELLED`: by a person. */
  reasonCode: Scalars['String']['output'];
};

/** The e-mail is none: nobody was invited. */
export type EmailInvalidError = UserError & {
  __typename?: 'EmailInvalidError';
  /** `EMAIL_INVALID`. */
  code: UserErrorCode;
  /** For people, in English. */
  message: Scalars['String']['output'];
  /** The part of the input that is wrong. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A door of a house, with what is installed there. */
export type Entrance = Mirrored & Node & {
  __typename?: 'Entrance';
  /** The address in parts; its fields are null until a flat there has told them. */
  address: EntranceAddress;
  /** The address as RosDomofon writes it, for people to read. */
  addressLine: Scalars['String']['output'];
  changedAt: Scalars['DateTime']['output'];
  company: Company;
  /** When the hub first saw it. */
  createdAt: Scalars['DateTime']['output'];
  /**
   * Every flat number of the ranges and who has it, in ascending order. Ranges may be wrong by orders of magnitude (1 to
   * 100,000): numbers come in pages.
   */
  flatMap: FlatMap;
  /**
   * Which flats lie behind it, in ascending order; at most 100 ranges. Empty: not known, because RosDomofon tells it only
   * with the address of a flat.
   */
  flatRanges: Array<FlatRange>;
  /** The flats that RosDomofon knows there, also those outside the ranges. Exactly one of `first` and `last`, 1 to 100. */
  flats: FlatConnection;
  /** Begins with `ent_`. */
  id: Scalars['ID']['output'];
  /** Of the entrance in its house. */
  number?: Maybe<Scalars['String']['output']>;
  /** What RosDomofon puts before flat numbers there; null: nothing. */
  prefix?: Maybe<Scalars['String']['output']>;
  rosdomofonId: Scalars['SafeInt']['output'];
  /** What the company offers there, in the order of RosDomofon's ids; at most 50. */
  services: Array<Service>;
  syncedAt: Scalars['DateTime']['output'];
  vanishedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A door of a house, with what is installed there. */
export type EntranceflatMapArgs = {
  after?: InputMaybe<Scalars['Int']['input']>;
  first: Scalars['Int']['input'];
};


/** A door of a house, with what is installed there. */
export type EntranceflatsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Codes are those of the Russian registers; other countries have `streetUniversalCode`. */
export type EntranceAddress = {
  __typename?: 'EntranceAddress';
  /** Block of the house (блок). */
  block?: Maybe<Scalars['String']['output']>;
  /** Building of the house (строение). */
  building?: Maybe<Scalars['String']['output']>;
  /** Town. */
  city?: Maybe<Scalars['String']['output']>;
  /** Its code in the register ФИАС. */
  cityFias?: Maybe<Scalars['String']['output']>;
  /** `RU`, `KZ`, … */
  countryCode?: Maybe<Scalars['String']['output']>;
  /** Number of the house, as it is written. */
  house?: Maybe<Scalars['String']['output']>;
  /** Its code in the register ФИАС. */
  houseFias?: Maybe<Scalars['String']['output']>;
  /** Housing of the house (корпус). */
  housing?: Maybe<Scalars['String']['output']>;
  /** Street with its type. */
  street?: Maybe<Scalars['String']['output']>;
  /** Its code in the register ФИАС. */
  streetFias?: Maybe<Scalars['String']['output']>;
  /** Its code in the register КЛАДР. */
  streetKladr?: Maybe<Scalars['String']['output']>;
  /** Its code in the register of another country. */
  streetUniversalCode?: Maybe<Scalars['String']['output']>;
};

/** An entrance that may be the right one, with what speaks for it and against it. */
export type EntranceCandidate = {
  __typename?: 'EntranceCandidate';
  /** City, street, house, flat. */
  fields: Array<AddressFieldEvidence>;
  /** The entrance, and how well it fits. */
  suggestion: EntranceSuggestion;
};

/** What the mirror knows about where an address may be. */
export type EntranceCandidates = {
  __typename?: 'EntranceCandidates';
  /** The best one first; at most 20. */
  candidates: Array<EntranceCandidate>;
  /**
   * How far the best address came when there is no candidate: `NO_OPTIONS`, `QUERY_WITHOUT_STREET`, `QUERY_WITHOUT_HOUSE`,
   * `CITY_DIFFERS`, `STREET_DIFFERS`, `HOUSE_DIFFERS`. Further ones may come.
   */
  detail?: Maybe<Scalars['String']['output']>;
  /** Would the hub choose the first one by itself? Nothing about it is doubtful, and no other entrance may be it. */
  isCertain: Scalars['Boolean']['output'];
  /** Why a person is asked; null: nobody is, the policy approves what is certain. */
  reason?: Maybe<SignUpReason>;
};

export type EntranceConnection = {
  __typename?: 'EntranceConnection';
  edges: Array<EntranceEdge>;
  nodes: Array<Entrance>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type EntranceEdge = {
  __typename?: 'EntranceEdge';
  cursor: Scalars['String']['output'];
  node: Entrance;
};

/** All named fields have to hold; within a list, one of its values. */
export type EntranceFilterInput = {
  /** true: no longer at RosDomofon. false: still there. Left out: both. */
  isVanished?: InputMaybe<Scalars['Boolean']['input']>;
  /** This service is offered there. */
  serviceId?: InputMaybe<Scalars['ID']['input']>;
  /** A service of one of these types is offered there. RosDomofon's words, for example `Gate`. */
  serviceType?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Entrances that a search found. */
export type EntranceHits = {
  __typename?: 'EntranceHits';
  /** Are there more than were asked for? Then `entrances(search:)` lists all of them. */
  hasMore: Scalars['Boolean']['output'];
  /** So many at most as the search asked for. */
  nodes: Array<Entrance>;
};

/** An entrance that may be the right one. */
export type EntranceSuggestion = {
  __typename?: 'EntranceSuggestion';
  /** The address as RosDomofon writes it, for people to read. */
  addressLine: Scalars['String']['output'];
  /** Null while the mirror has it not: it was found at RosDomofon itself. */
  entrance?: Maybe<Entrance>;
  /** For `ApproveSignUpInput`. */
  entranceRosdomofonId: Scalars['SafeInt']['output'];
  /** How well each part of the address agrees. */
  evidence: AddressEvidence;
  /** Null: nobody knows. */
  flatRanges?: Maybe<Array<FlatRange>>;
  /** What is doubtful about it; empty: it fits, and only the policy wants a person. */
  reasons: Array<DoubtReason>;
  /** 0 to 1, to sort and to show; never a probability. */
  score: Scalars['Float']['output'];
  /** What could be connected there. */
  services: Array<SuggestedService>;
};

/** As what something of ours is known in another service. */
export type ExternalRef = {
  __typename?: 'ExternalRef';
  /** Which service knows it. */
  integration: Integration;
  /** `contact`, `deal`, `lead`, `item_<entityTypeId>`, `product`, `open_line_message`, `open_line_chat`, `timeline_comment`. Further ones may come. */
  kind: Scalars['String']['output'];
  /** Its id over there; null: not known yet. */
  remoteId?: Maybe<Scalars['String']['output']>;
  /** Whether it is there. */
  state: ExternalRefState;
  /** When that was last noted. */
  updatedAt: Scalars['DateTime']['output'];
  /** Where a person sees it; null: there is no such page. */
  url?: Maybe<Scalars['String']['output']>;
};

/** Whether something of ours is known over there. */
export type ExternalRefState =
  /** It may have been made over there, or not: a person should look. */
  | 'AMBIGUOUS'
  /** Somebody deleted it over there. */
  | 'GONE'
  /** It is there, under this id. */
  | 'LINKED'
  /** It is being made over there. */
  | 'SENDING';

/** What every event of a subscription carries. */
export type FeedEvent = {
  /** Give it as `since` to go on after this event. */
  cursor: Scalars['Cursor']['output'];
};

/** How well a part of the entrance's address agrees with the sign-up's. */
export type FieldEvidence =
  /** Another way to write the same. */
  | 'EQUIVALENT'
  /** The same text or code; of the flat: inside a range. */
  | 'EXACT'
  /** May be the same. */
  | 'UNCERTAIN'
  /** One side does not say. */
  | 'UNKNOWN';

/** How the rows of the company become contacts, deals, comments and products of a portal. Versions are kept. */
export type FieldMapping = {
  __typename?: 'FieldMapping';
  /**
   * The mapping itself, complete: `language`, `contact` (`name`, `responsibleId`, `typeId`, `sourceId`, `whenSeveral`,
   * `fields`), `deal` (`entityTypeId`: 1 lead, 2 deal, from 128 on a smart process; `categoryId`, `title`, `responsibleId`,
   * `sourceId`, `stages` by state of the sign-up, `onStage`, `fields`, `hasProductRows`), `comments` by kind of the
   * timeline, `hasProducts`, `currency`. Texts may hold facts in double braces, such as `{{address}}`; an unknown one is
   * refused with the list of those that there are.
   */
  content: Scalars['JSON']['output'];
  /** Of which portal. */
  integration: Integration;
  /** What the portal, as it was last read, says against it. */
  problems: Array<MappingProblem>;
  /** 0: nobody has saved one, and the default counts. `saveFieldMapping` wants to know it. */
  version: Scalars['Int']['output'];
};

/** A flat that RosDomofon knows. */
export type Flat = Mirrored & Node & {
  __typename?: 'Flat';
  /** Null while the hub does not know it. */
  account?: Maybe<Account>;
  /** RosDomofon's id of the account. */
  accountRosdomofonId?: Maybe<Scalars['SafeInt']['output']>;
  changedAt: Scalars['DateTime']['output'];
  company: Company;
  /** When the hub first saw it. */
  createdAt: Scalars['DateTime']['output'];
  /** Null while the hub does not know it. */
  entrance?: Maybe<Entrance>;
  /** RosDomofon's id of the entrance. */
  entranceRosdomofonId?: Maybe<Scalars['SafeInt']['output']>;
  /** Begins with `flt_`. */
  id: Scalars['ID']['output'];
  /** Null: RosDomofon did not say. */
  isBlocked?: Maybe<Scalars['Boolean']['output']>;
  /** A flat without a device in it. */
  isVirtual: Scalars['Boolean']['output'];
  /** As text, because people write `12а` as well; null when RosDomofon told no address. */
  number?: Maybe<Scalars['String']['output']>;
  /** Null while the hub does not know them. */
  owner?: Maybe<Abonent>;
  /** RosDomofon's id of the abonent who owns it. */
  ownerRosdomofonId?: Maybe<Scalars['SafeInt']['output']>;
  rosdomofonId: Scalars['SafeInt']['output'];
  /** The services that it has. Exactly one of `first` and `last`, 1 to 100. */
  serviceConnections: ServiceConnectionConnection;
  syncedAt: Scalars['DateTime']['output'];
  vanishedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A flat that RosDomofon knows. */
export type FlatserviceConnectionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type FlatConnection = {
  __typename?: 'FlatConnection';
  edges: Array<FlatEdge>;
  nodes: Array<Flat>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type FlatEdge = {
  __typename?: 'FlatEdge';
  cursor: Scalars['String']['output'];
  node: Flat;
};

/** All named fields have to hold. */
export type FlatFilterInput = {
  /** Of this account. */
  accountId?: InputMaybe<Scalars['ID']['input']>;
  /** Behind this door. */
  entranceId?: InputMaybe<Scalars['ID']['input']>;
  /** true: no longer at RosDomofon. false: still there. Left out: both. */
  isVanished?: InputMaybe<Scalars['Boolean']['input']>;
  /** true: without a device. false: with one. Left out: both. */
  isVirtual?: InputMaybe<Scalars['Boolean']['input']>;
  /** Exactly. */
  number?: InputMaybe<Scalars['String']['input']>;
};

/** Flats that a search found. */
export type FlatHits = {
  __typename?: 'FlatHits';
  /** Are there more than were asked for? */
  hasMore: Scalars['Boolean']['output'];
  /** So many at most as the search asked for. */
  nodes: Array<Flat>;
};

/** A page of the flat numbers of an entrance. */
export type FlatMap = {
  __typename?: 'FlatMap';
  /** The last number of this page; null when it is empty. */
  endNumber?: Maybe<Scalars['Int']['output']>;
  /** The numbers of this page. */
  entries: Array<FlatMapEntry>;
  /** Are there numbers after the last one of this page? Then `after: endNumber` gives the next page. */
  hasMore: Scalars['Boolean']['output'];
  /** How many numbers the ranges have together. */
  size: Scalars['SafeInt']['output'];
};

/** A flat number of an entrance. */
export type FlatMapEntry = {
  __typename?: 'FlatMapEntry';
  /** Whose flat it is; null when the number is free, or nobody told. */
  account?: Maybe<Account>;
  /** Null when the number is free. Of several flats with one number a real one, and the newest. */
  flat?: Maybe<Flat>;
  /** The flat's number. */
  number: Scalars['Int']['output'];
  /** What is known of it. */
  state: FlatState;
};

/** Neither the input nor the sign-up says a flat number that RosDomofon would take. */
export type FlatMissingError = UserError & {
  __typename?: 'FlatMissingError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The entrance has no such flat. */
export type FlatOutOfRangeError = UserError & {
  __typename?: 'FlatOutOfRangeError';
  code: UserErrorCode;
  /** Which flats the entrance has. */
  flatRanges: Array<FlatRange>;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Both ends belong to it. */
export type FlatRange = {
  __typename?: 'FlatRange';
  /** Last number. */
  end: Scalars['Int']['output'];
  /** First number. */
  start: Scalars['Int']['output'];
};

/** What the hub knows of a flat number. */
export type FlatState =
  /** RosDomofon has one, and it is blocked, or its account is. */
  | 'BLOCKED'
  /** No flat with this number is known there. It may still be at RosDomofon, without a service and an account. */
  | 'FREE'
  /** RosDomofon has a flat of this number. */
  | 'TAKEN'
  /** RosDomofon has one, without a device in it. */
  | 'VIRTUAL';

/**
 * Events between `since` and `cursor` are not told. The subscription itself goes on from `cursor`; `reason` says what to do
 * about the rest.
 */
export type Gap = ConversationChangedEvent & DeliveryChangedEvent & DeliveryTargetChangedEvent & FeedEvent & IntegrationChangedEvent & JobChangedEvent & MessageAddedEvent & MessageChangedEvent & SignUpChangedEvent & SyncRunChangedEvent & {
  __typename?: 'Gap';
  cursor: Scalars['Cursor']['output'];
  /** Why, and whether the events can still be had. */
  reason: GapReason;
  /** Everything up to here was told, if it was told by this subscription; else the cursor that you gave. */
  since: Scalars['Cursor']['output'];
};

/** Why a subscription does not tell everything. */
export type GapReason =
  /** The cursor is older than the feed is kept: two weeks, unless the hub is set up otherwise. Read the lists anew. */
  | 'EXPIRED'
  /** The database was taken back to an earlier state, to which the cursor does not belong. Read the lists anew. */
  | 'RESTORED'
  /**
   * You did not take the events fast enough, and more came than are kept for one who waits. They are still there: read the
   * lists anew, or subscribe again with `since` of this gap and get all of them.
   */
  | 'TOO_SLOW';

/** How the hub is at this moment, as it is noted in the database: the API asks nobody else. */
export type Health = {
  __typename?: 'Health';
  /** When it was looked at. */
  checkedAt: Scalars['DateTime']['output'];
  /** At most 203: what all companies share, then the intake of each integration that is read from Kafka, then the deliveries of each integration. */
  parts: Array<HealthPart>;
  /** The worst of the parts' states. */
  state: HealthState;
};

/** How the hub is now, all of it. Comes first as it is, then whenever a part's state, code or cause is another one. */
export type HealthChanged = FeedEvent & HealthChangedEvent & {
  __typename?: 'HealthChanged';
  /** Where the feed stood before it was looked at: health is no part of the feed, and cannot be resumed. */
  cursor: Scalars['Cursor']['output'];
  /** How it is. */
  health: Health;
};

/** A `HealthChanged`, or a `Heartbeat`. Further kinds may come: ignore those that you do not know. */
export type HealthChangedEvent = {
  cursor: Scalars['Cursor']['output'];
};

/** One thing that works or does not. */
export type HealthPart = {
  __typename?: 'HealthPart';
  /** What that person can do; null: nothing, or nothing is needed: it passes by itself. */
  advice?: Maybe<Scalars['String']['output']>;
  /** What is behind it, by the code of whoever failed: `KAFKA_UNREACHABLE`, `SERVER_ERROR`, …; null: not known, or nothing is. */
  cause?: Maybe<Scalars['String']['output']>;
  /**
   * What is the matter. Stable, upper case; null: nothing. `FEED_HELD` · `NO_CONSUMER` · `SEARCH_NOT_BEGUN`, `SEARCH_BEHIND`,
   * `SEARCH_FILLING` · `INTEGRATION_PAUSED`, `INTEGRATION_BROKEN` · of an intake `INTAKE_SILENT`, `INTAKE_STARTING`,
   * `TOPICS_MISSING`, `INTAKE_FAILING`, `STORING_FAILED`, `INTAKE_BEHIND` · of deliveries `SENDS_NOTHING`, `TARGET_PAUSED`,
   * `TARGET_FAILING`, `TARGET_RESTING`, `DELIVERIES_LATE`. Further ones may come.
   */
  code?: Maybe<Scalars['String']['output']>;
  /** Whose intake or deliveries they are; null: all companies share it. */
  integration?: Maybe<Integration>;
  /** How it is, for a person. */
  message: Scalars['String']['output'];
  /** Since when; null: nobody knows, or all is well. */
  since?: Maybe<Scalars['DateTime']['output']>;
  /** How it is. */
  state: HealthState;
  /** What it does. */
  subject: HealthSubject;
};


/** One thing that works or does not. */
export type HealthPartadviceArgs = {
  language?: InputMaybe<Language>;
};


/** One thing that works or does not. */
export type HealthPartmessageArgs = {
  language?: InputMaybe<Language>;
};

/** How a part of the hub is, from best to worst. */
export type HealthState =
  /** It does not work. Nothing is lost: what comes in and what is to be sent waits. */
  | 'BROKEN'
  /** It works, later than it should, or has not begun yet. */
  | 'LATE'
  /** It works. */
  | 'OK'
  /** A person decided that it rests. */
  | 'PAUSED';

/** What a part of the hub does. */
export type HealthSubject =
  /** The processes that read and send. All companies share them. */
  | 'CONSUMERS'
  /** Sending to an integration. */
  | 'DELIVERIES'
  /** The feed in the database: by it everything is shown live. All companies share it. */
  | 'FEED'
  /** Reading the topics of an integration from Kafka. */
  | 'INTAKE'
  /** Making what comes in searchable. All companies share it. */
  | 'SEARCH';

/**
 * Nothing happened that is told here. Comes when the subscription begins to be live, and every 20 seconds: what was
 * told ends at its cursor.
 */
export type Heartbeat = ConversationChangedEvent & DeliveryChangedEvent & DeliveryCountersEvent & DeliveryTargetChangedEvent & FeedEvent & HealthChangedEvent & IntegrationChangedEvent & JobChangedEvent & MessageAddedEvent & MessageChangedEvent & PresenceChangedEvent & SignUpChangedEvent & SyncRunChangedEvent & {
  __typename?: 'Heartbeat';
  cursor: Scalars['Cursor']['output'];
};

/** Events of a portal that were turned away for one reason. */
export type HookRefusal = {
  __typename?: 'HookRefusal';
  /** How many, since the integration was made. */
  count: Scalars['SafeInt']['output'];
  /** When the last one came. */
  lastAt: Scalars['DateTime']['output'];
  /** `token_foreign`, `token_missing`, `unreadable`, `rate`. Further ones may come. */
  reason: Scalars['String']['output'];
};

/** Over midnight: two, the first one until `24:00`. */
export type HoursInterval = {
  __typename?: 'HoursInterval';
  /** `09:00` */
  from: Scalars['String']['output'];
  /** `18:00` */
  to: Scalars['String']['output'];
};

/** From when to when. Over midnight: two, the first one until `24:00`. */
export type HoursIntervalInput = {
  /** `09:00` */
  from: Scalars['String']['input'];
  /** `18:00`, at most `24:00`. */
  to: Scalars['String']['input'];
};

/**
 * The idempotency key was used within the last 24 hours, for another mutation or with another input. A key names one
 * intention: the same again gives the first result, another one needs a key of its own. Inputs that are refused use no key
 * up.
 */
export type IdempotencyConflictError = UserError & {
  __typename?: 'IdempotencyConflictError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type ImportAccountsInput = {
  /**
   * true: only to see what an import would change. `run` is then of the kind `PREVIEW`, its `counts` and `differences` say it when it
   * is completed, and nothing of the mirror is changed. Left out: false.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

export type ImportAccountsPayload = {
  __typename?: 'ImportAccountsPayload';
  /** There was one already that waits or runs: nothing was added. */
  isJoined: Scalars['Boolean']['output'];
  /** The import, or its preview. Follow it with `syncRunChanged`. */
  run: SyncRun;
};

export type ImportAccountsResult = ImportAccountsPayload | MirrorOffError;

/** An event that came in and was not simply done. */
export type InboxEvent = Node & {
  __typename?: 'InboxEvent';
  company: Company;
  /** Begins with `inb_`. */
  id: Scalars['ID']['output'];
  /** Where its record stands. */
  kafka: KafkaCoordinates;
  /** The event as it arrived; null when it arrived without one (a tombstone). */
  payload?: Maybe<InboxPayload>;
  /** What is wrong and where, in words for a person; of one that is done, what had been wrong. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When the hub stored it. Lists are ordered by this, newest first. */
  receivedAt: Scalars['DateTime']['output'];
  /** When it was taken in; null: it was not. */
  reprocessedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who had it taken in: `user:` or `api-key:` with a public id; null: nobody has. */
  reprocessedBy?: Maybe<Scalars['String']['output']>;
  /** What became of it. */
  state: InboxEventState;
};

export type InboxEventConnection = {
  __typename?: 'InboxEventConnection';
  edges: Array<InboxEventEdge>;
  nodes: Array<InboxEvent>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type InboxEventEdge = {
  __typename?: 'InboxEventEdge';
  cursor: Scalars['String']['output'];
  node: InboxEvent;
};

/** Things of one kind that were made or changed by an event. */
export type InboxEventEffect = {
  __typename?: 'InboxEventEffect';
  /** Whether they are new. */
  change: ChangeKind;
  /** How many. */
  count: Scalars['Int']['output'];
  /** What kind of thing, as in `AuditCause.entity`: `sign_up`, `conversation`, `message`, `delivery`, … */
  entity: Scalars['String']['output'];
  /** The first of them, for `node`; null in a dry run, and for a kind of thing that has none here. */
  id?: Maybe<Scalars['ID']['output']>;
};

/** Events of one topic that could not be read for one reason. */
export type InboxEventIssue = Issue & Node & {
  __typename?: 'InboxEventIssue';
  advice: Scalars['String']['output'];
  company: Company;
  firstFailedAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  integration?: Maybe<Integration>;
  lastFailedAt: Scalars['DateTime']['output'];
  message: Scalars['String']['output'];
  mute?: Maybe<IssueMute>;
  /** The first 200 characters of `InboxEvent.reason`, in which `#` stands for each number: so that the same mistake is one issue. */
  reason: Scalars['String']['output'];
  resolution?: Maybe<IssueResolution>;
  /** Those that came last, at most 10. */
  sample: Array<InboxEvent>;
  state: IssueState;
  /** `KafkaCoordinates.topic`. */
  topic: Scalars['String']['output'];
  totalCount: TotalCount;
};


/** Events of one topic that could not be read for one reason. */
export type InboxEventIssueadviceArgs = {
  language?: InputMaybe<Language>;
};


/** Events of one topic that could not be read for one reason. */
export type InboxEventIssuemessageArgs = {
  language?: InputMaybe<Language>;
};

/** Issues of events. */
export type InboxEventIssues = {
  __typename?: 'InboxEventIssues';
  /** Are there more than were asked for? */
  hasMore: Scalars['Boolean']['output'];
  /** So many at most as were asked for, the one that failed last first. */
  nodes: Array<InboxEventIssue>;
};

/** What became of an event that is not done. */
export type InboxEventState =
  /** Could not be understood. It is kept here, and the others went on. */
  | 'DEAD'
  /** Was dead, and was taken in when somebody asked for it (`reprocessEvent`). Others that are done are not told of. */
  | 'DONE'
  /** Waits to be worked on. */
  | 'PENDING';

/** The event is not dead: there is nothing to reprocess. */
export type InboxEventStateError = UserError & {
  __typename?: 'InboxEventStateError';
  code: UserErrorCode;
  /** As it is now. */
  event: InboxEvent;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The event cannot be taken in today either. It stays as it is. */
export type InboxEventUnreadableError = UserError & {
  __typename?: 'InboxEventUnreadableError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** What is wrong and where, by today's rules, in words for a person. */
  reason: Scalars['String']['output'];
};

/** The first bytes of what arrived, unchanged. */
export type InboxPayload = {
  __typename?: 'InboxPayload';
  /** The first 4,096 bytes in base64. */
  base64: Scalars['String']['output'];
  /** Is there more than the previews show? */
  isTruncated: Scalars['Boolean']['output'];
  /** Size of the whole, in bytes. */
  sizeBytes: Scalars['Int']['output'];
  /** The first 4,096 bytes as text; what is not valid UTF-8 shows as U+FFFD. */
  text: Scalars['String']['output'];
};

/**
 * A service that the company is connected to. One consumer process looks after it at a time: reads its events, sends its
 * deliveries. Secrets go in and never come out.
 */
export type Integration = Node & {
  __typename?: 'Integration';
  /** Null for kinds without a chat. */
  chat?: Maybe<PortalChat>;
  /** When it was last looked at live; null: never. */
  checkedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the last live check found, step by step; empty: nobody has looked yet. `testIntegration` looks now. */
  checks: Array<CheckStep>;
  company: Company;
  /** When it was set up. */
  createdAt: Scalars['DateTime']['output'];
  /** How it is. Its parts of `health`, and no others. */
  health: IntegrationHealth;
  /** How the portal's events come in. Null for kinds whose events come otherwise. */
  hooks?: Maybe<PortalHooks>;
  /** Begins with `int_`. */
  id: Scalars['ID']['output'];
  /** Which service it is. */
  kind: IntegrationKind;
  /** What the portal allows, by its plan. Null for other kinds. */
  limits?: Maybe<PortalLimits>;
  /** How the company's rows become contacts, deals and products there. Null for other kinds. */
  mapping?: Maybe<FieldMapping>;
  /** What a portal was not told when it happened, because nobody worked with it for too long: it is told anew. Null: that never happened. */
  missedChanges?: Maybe<MissedChanges>;
  /** As people call it; of one without a name that of its kind. */
  name: Scalars['String']['output'];
  /** Of a Bitrix24 integration: the portal. Null for other kinds. */
  portal?: Maybe<Portal>;
  /** Whether it works. */
  state: IntegrationState;
  /** Why it is `BROKEN`; null: it is not. */
  stateReason?: Maybe<IntegrationStateReason>;
  /** Since when it is in this state. */
  stateSince: Scalars['DateTime']['output'];
  /** Its deliveries: backlog, pause, breaker, rate. */
  target: DeliveryTarget;
};

/** An integration that was added or changed, as it is now. */
export type IntegrationChanged = FeedEvent & IntegrationChangedEvent & {
  __typename?: 'IntegrationChanged';
  cursor: Scalars['Cursor']['output'];
  /** As it is now. */
  integration: Integration;
};

/**
 * An `IntegrationChanged`, or what a feed tells besides: a `Gap`, a `Heartbeat`. Further kinds may come: ignore those that
 * you do not know.
 */
export type IntegrationChangedEvent = {
  cursor: Scalars['Cursor']['output'];
};

/** The company is connected to this portal already. */
export type IntegrationExistsError = UserError & {
  __typename?: 'IntegrationExistsError';
  code: UserErrorCode;
  /** The one that is there. */
  integration: Integration;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** How one integration is at this moment, as it is noted in the database. */
export type IntegrationHealth = {
  __typename?: 'IntegrationHealth';
  /** When it was looked at. */
  checkedAt: Scalars['DateTime']['output'];
  /** Its intake, if it is read from Kafka, then its deliveries: the same parts as in `health`. */
  parts: Array<HealthPart>;
  /** The worst of the parts' states. What all companies share is no part of it: without a consumer its intake is silent. */
  state: HealthState;
};

/** What was given is no access to a portal: nothing was saved. */
export type IntegrationInvalidError = UserError & {
  __typename?: 'IntegrationInvalidError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** What is wrong, in the order of the input; at most 100. */
  problems: Array<IntegrationProblem>;
};

/** A kind of service that a company is connected to. */
export type IntegrationKind =
  /** A portal of Bitrix24. */
  | 'BITRIX24'
  /** RosDomofon: its REST API and its Kafka topics. */
  | 'ROSDOMOFON';

/** What is wrong with an access that was given. */
export type IntegrationProblem = {
  __typename?: 'IntegrationProblem';
  /** Where in the input, for example `webhookUrl`. */
  field: Scalars['String']['output'];
  /** For people. */
  message: Scalars['String']['output'];
  /**
   * Stable, upper case: `ACCESS_MISSING`, `ACCESS_TWICE`, `WEBHOOK_URL_INVALID`, `PORTAL_INVALID`, `CLIENT_INVALID`,
   * `CHAT_TAKES_APPLICATION`, `CONNECTOR_INVALID`, `OTHER_PORTAL`.
   */
  problem: Scalars['String']['output'];
};


/** What is wrong with an access that was given. */
export type IntegrationProblemmessageArgs = {
  language?: InputMaybe<Language>;
};

/** Whether an integration works. */
export type IntegrationState =
  /** It reads and sends. */
  | 'ACTIVE'
  /** It cannot work as it is set up. */
  | 'BROKEN'
  /** Nothing is read and nothing is sent. */
  | 'PAUSED'
  /** It reads, and sends nothing. */
  | 'SHADOW';

/** It is in a state, or of a kind, in which this is not possible. */
export type IntegrationStateError = UserError & {
  __typename?: 'IntegrationStateError';
  code: UserErrorCode;
  /** As it is now. */
  integration: Integration;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Why an integration cannot work. */
export type IntegrationStateReason = {
  __typename?: 'IntegrationStateReason';
  /**
   * Stable, upper case: `AUTHORIZATION_AWAITED`, `AUTHORIZATION_LOST`, `WEBHOOK_REVOKED`, `APPLICATION_REMOVED`,
   * `APPLICATION_SECRET_WRONG`, `NOT_PAID`, `PORTAL_BLOCKED`, `PORTAL_GONE`, `ACCESS_UNUSABLE`, or of RosDomofon
   * `ACCESS_REFUSED`. Further ones may come.
   */
  code: Scalars['String']['output'];
  /** What happened and what to do, for a person. */
  message: Scalars['String']['output'];
};


/** Why an integration cannot work. */
export type IntegrationStateReasonmessageArgs = {
  language?: InputMaybe<Language>;
};

/** A person who was asked to join, and has not yet. */
export type Invitation = Node & {
  __typename?: 'Invitation';
  /** When it was asked. Lists are ordered by this, newest first. */
  createdAt: Scalars['DateTime']['output'];
  /** Who asked: `user:…` or `api-key:…`. */
  createdBy: Scalars['String']['output'];
  /** Whoever accepts it signs in with this e-mail from then on. */
  email: Scalars['String']['output'];
  /** Until then the link works: a week. */
  expiresAt: Scalars['DateTime']['output'];
  /** Begins with `inv_`. */
  id: Scalars['ID']['output'];
  /** What the person may do in this company. */
  role: Role;
};

/** A page of invitations. */
export type InvitationConnection = {
  __typename?: 'InvitationConnection';
  /** The invitations with their cursors. */
  edges: Array<InvitationEdge>;
  /** The invitations alone. */
  nodes: Array<Invitation>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are. */
  totalCount: TotalCount;
};

/** An invitation of a page. */
export type InvitationEdge = {
  __typename?: 'InvitationEdge';
  /** Its place in the list: give it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The invitation. */
  node: Invitation;
};

export type InviteStaffInput = {
  /** The person's e-mail. The hub sends none: pass the link on. */
  email: Scalars['String']['input'];
  /** What the person may do: nothing that the caller may not. */
  role: Role;
};

/** The person can join. */
export type InviteStaffPayload = {
  __typename?: 'InviteStaffPayload';
  /** The invitation; one that was open for the same e-mail works no more. */
  invitation: Invitation;
  /** The page on which the person joins: `https://api.example.org/join#dmi_…`. The token is behind a `#`, so that it gets into no log. Without the setting `API_PUBLIC_URL` it is the path alone: put the API's address before it. */
  link: Scalars['String']['output'];
  /** Whoever has it may join, once: `POST /auth/join`. It is shown this once. Begins with `dmi_`. */
  token: Scalars['String']['output'];
};

export type InviteStaffResult = BeyondPermissionsError | EmailInvalidError | InviteStaffPayload | StaffExistsError;

/**
 * What is dead now and died of one cause, as one thing. It is made of the dead: sent again, reprocessed or forgotten, they
 * leave it, and an issue that none is left of does not exist.
 */
export type Issue = {
  /** What that person can do. */
  advice: Scalars['String']['output'];
  company: Company;
  /** When the oldest of them failed. */
  firstFailedAt: Scalars['DateTime']['output'];
  /** Begins with `iss_`. The same cause has the same one for ever. */
  id: Scalars['ID']['output'];
  /** Whose it is. Needs `READ_INTEGRATIONS`; null with an error `FORBIDDEN` without. */
  integration?: Maybe<Integration>;
  /** When the newest of them failed. Lists are ordered by this, newest first. */
  lastFailedAt: Scalars['DateTime']['output'];
  /** What is the matter, for a person. */
  message: Scalars['String']['output'];
  /** Until when it is muted; null: it is not. */
  mute?: Maybe<IssueMute>;
  /** The last resolution; of an `OPEN` issue: it has failed again since. Null: nobody resolved it. */
  resolution?: Maybe<IssueResolution>;
  /** Whether it wants somebody's attention. */
  state: IssueState;
  /** How many are dead. */
  totalCount: TotalCount;
};


/**
 * What is dead now and died of one cause, as one thing. It is made of the dead: sent again, reprocessed or forgotten, they
 * leave it, and an issue that none is left of does not exist.
 */
export type IssueadviceArgs = {
  language?: InputMaybe<Language>;
};


/**
 * What is dead now and died of one cause, as one thing. It is made of the dead: sent again, reprocessed or forgotten, they
 * leave it, and an issue that none is left of does not exist.
 */
export type IssuemessageArgs = {
  language?: InputMaybe<Language>;
};

/** All named fields have to hold; within a list, one of its values. */
export type IssueFilterInput = {
  /** Whose they are. */
  integrationId?: InputMaybe<Scalars['ID']['input']>;
  /** Of those of deliveries, for example `message.send`. */
  kind?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether they want attention. Left out: all, also those that nobody wants to see. */
  state?: InputMaybe<Array<IssueState>>;
  /** Of those of events. */
  topic?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** That somebody does not want to see an issue. */
export type IssueMute = {
  __typename?: 'IssueMute';
  /** `user:` or `api-key:` with a public id. */
  mutedBy: Scalars['String']['output'];
  /** In that person's words; null: none were given. */
  note?: Maybe<Scalars['String']['output']>;
  /** When it comes back by itself. */
  until: Scalars['DateTime']['output'];
};

/** When somebody dealt with an issue. */
export type IssueResolution = {
  __typename?: 'IssueResolution';
  /** In that person's words; null: none were given. */
  note?: Maybe<Scalars['String']['output']>;
  /** When somebody did. */
  resolvedAt: Scalars['DateTime']['output'];
  /** `user:` or `api-key:` with a public id. */
  resolvedBy: Scalars['String']['output'];
};

/** Whether an issue wants somebody's attention. */
export type IssueState =
  /** Somebody does not want to see it until a time, whatever fails meanwhile. */
  | 'MUTED'
  /** It does. */
  | 'OPEN'
  /** Somebody resolved it, and nothing has failed of this cause since. One more failure opens it by itself. */
  | 'RESOLVED';

/** It is so already: the issue says who decided it. */
export type IssueStateError = UserError & {
  __typename?: 'IssueStateError';
  code: UserErrorCode;
  /** As it is now. */
  issue: Issue;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Issues by what failed. A list that the caller may not read is null, with an error `FORBIDDEN` that names the permission. */
export type Issues = {
  __typename?: 'Issues';
  /** What did not go out. */
  deliveryIssues?: Maybe<DeliveryIssues>;
  /** What could not be read. */
  inboxEventIssues?: Maybe<InboxEventIssues>;
};

/** Long work that somebody asked for, done piece by piece by the hub's own processes. */
export type Job = Node & {
  __typename?: 'Job';
  /** Who stopped it; null: nobody did. */
  cancelledBy?: Maybe<Scalars['String']['output']>;
  company: Company;
  /** When it was asked for. Lists are ordered by this, newest first. */
  createdAt: Scalars['DateTime']['output'];
  /** Why it failed. */
  error?: Maybe<JobError>;
  /** Null until it is over. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Begins with `job_`. */
  id: Scalars['ID']['output'];
  /** What is done, `<aggregate>.<verb>`: `deliveries.redeliver`. Stable: programs may branch on it. Further kinds may come. */
  kind: Scalars['String']['output'];
  /** How far it is. */
  progress: JobProgress;
  /** When it last got further. */
  progressAt?: Maybe<Scalars['DateTime']['output']>;
  /** `api-key:` with the public part of a key. */
  requestedBy: Scalars['String']['output'];
  /** What came of it. Null until it is completed. Its shape is the kind's, and may change. */
  result?: Maybe<Scalars['JSON']['output']>;
  /** Null while it waits. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it waits, is worked on, or is over. */
  state: JobState;
};

/** A job that was asked for or got further, as it is now. Several changes within moments may come as one. */
export type JobChanged = FeedEvent & JobChangedEvent & {
  __typename?: 'JobChanged';
  cursor: Scalars['Cursor']['output'];
  /** As it is now. */
  job: Job;
};

/**
 * A `JobChanged`, or what a feed tells besides: a `Gap`, a `Heartbeat`. Further kinds may come: ignore those that you do not
 * know.
 */
export type JobChangedEvent = {
  cursor: Scalars['Cursor']['output'];
};

export type JobConnection = {
  __typename?: 'JobConnection';
  edges: Array<JobEdge>;
  nodes: Array<Job>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type JobEdge = {
  __typename?: 'JobEdge';
  cursor: Scalars['String']['output'];
  node: Job;
};

/** Why a job failed. */
export type JobError = {
  __typename?: 'JobError';
  /** Stable, upper case; programs may branch on it. */
  code: Scalars['String']['output'];
  /** For people, in English. */
  message: Scalars['String']['output'];
};

/** All named fields have to hold; within a list, one of its values. */
export type JobFilterInput = {
  /** `Job.kind`. */
  kind?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether it waits, is worked on, or is over. */
  state?: InputMaybe<Array<JobState>>;
};

/** Of the things that a job is about. */
export type JobProgress = {
  __typename?: 'JobProgress';
  /** How many were dealt with, the failed ones among them. */
  done: Scalars['Int']['output'];
  /** How many could not be done; the job goes on with the others. */
  failed: Scalars['Int']['output'];
  /** How many there are; null: nobody knows. */
  total?: Maybe<Scalars['Int']['output']>;
};

/** How far a job is. */
export type JobState =
  /** A person stopped it. What was done until then stays done. */
  | 'CANCELLED'
  /** All is done; `result` says what came of it. */
  | 'COMPLETED'
  /** `error` says why. What was done until then stays done. */
  | 'FAILED'
  /** Waits for a process that works on it. */
  | 'QUEUED'
  /** Is being worked on. When that process dies, another one goes on from there. */
  | 'RUNNING';

/** The job is over: there is nothing to stop. */
export type JobStateError = UserError & {
  __typename?: 'JobStateError';
  code: UserErrorCode;
  /** As it is now. */
  job: Job;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Where a Kafka record stands. */
export type KafkaCoordinates = {
  __typename?: 'KafkaCoordinates';
  /** Within the partition. */
  offset: Scalars['SafeInt']['output'];
  /** Of the topic. */
  partition: Scalars['Int']['output'];
  /** Its name at RosDomofon. */
  topic: Scalars['String']['output'];
};

/** A language that people are spoken to in. */
export type Language =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU';

/** Nobody would be left who may give access to others: make another person an owner first. */
export type LastOwnerError = UserError & {
  __typename?: 'LastOwnerError';
  /** `LAST_OWNER`. */
  code: UserErrorCode;
  /** For people, in English. */
  message: Scalars['String']['output'];
  /** The part of the input that names the person. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The mapping cannot be used: nothing was saved. */
export type MappingInvalidError = UserError & {
  __typename?: 'MappingInvalidError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** What is wrong, at most 100. */
  problems: Array<MappingProblem>;
};

/** What a portal would be told. */
export type MappingPreview = {
  __typename?: 'MappingPreview';
  /** In their order; at most 20. */
  calls: Array<PreviewedCall>;
  /** What the portal has against the mapping. */
  problems: Array<MappingProblem>;
};

/** What is wrong with a mapping. */
export type MappingProblem = {
  __typename?: 'MappingProblem';
  /** Where in the mapping, for example `deal.stages.completed`. */
  field: Scalars['String']['output'];
  /** For people, in English. */
  message: Scalars['String']['output'];
  /** Stable, upper case: `SHAPE`, `STAGE_UNKNOWN`, `FIELD_UNKNOWN`, `FIELD_REQUIRED`, … */
  problem: Scalars['String']['output'];
  /** Whether it can be used all the same. */
  severity: MappingSeverity;
};

/** How bad a problem of a mapping is. */
export type MappingSeverity =
  /** It cannot work: a mapping with one of these is not saved. */
  | 'ERROR'
  /** It may not do what is meant. */
  | 'WARNING';

export type MarkReadInput = {
  /** Of which conversation. */
  conversationId: Scalars['ID']['input'];
  /** The newest message that was seen: what the abonent wrote behind it stays unread. */
  upToMessageId: Scalars['ID']['input'];
};

export type MarkReadPayload = {
  __typename?: 'MarkReadPayload';
  conversation: Conversation;
};

export type MarkReadResult = MarkReadPayload | NotFoundError;

/** A company that the person who is asking belongs to. */
export type Membership = {
  __typename?: 'Membership';
  /** The company's name. */
  name: Scalars['String']['output'];
  /** What the person may do there. */
  role: Role;
  /** RosDomofon's short name: for `POST /auth/company`, and `POST /auth/sign-in`. */
  shortName: Scalars['String']['output'];
};

/** What an abonent wrote, or was written. */
export type Message = Node & {
  __typename?: 'Message';
  /**
   * Who had it sent from here: `api-key:` with the public part of a key, `workflow`, `auto-reply:` with the rule, `bitrix24:`
   * with the portal's id of an operator; null: it came with a topic.
   */
  author?: Maybe<Scalars['String']['output']>;
  /** As whom people know the author: the operator's name at the portal. Null: by `author`. */
  authorName?: Maybe<Scalars['String']['output']>;
  company: Company;
  /** In which it stands. */
  conversation: Conversation;
  /** Who wrote to whom. */
  direction: MessageDirection;
  /** Why it is `FAILED`; null in any other state. */
  failure?: Maybe<MessageFailure>;
  /** Begins with `msg_`. */
  id: Scalars['ID']['output'];
  /**
   * It may have reached the abonent, or not: an attempt ended without an answer. While it is `QUEUED`, that is being found out;
   * when it is `FAILED`, nobody could. Its deliveries: `deliveries(filter: { aboutId: … })`.
   */
  isOutcomeUnknown: Scalars['Boolean']['output'];
  /** The Kafka record that it came with; null for one that begins here. */
  kafka?: Maybe<KafkaCoordinates>;
  /** Record time, by the producer's clock; never later than the hub's. Of one that begins here: when it was queued. */
  sentAt: Scalars['DateTime']['output'];
  /** Whether it arrived. */
  state: MessageState;
  /** What it says. */
  text: Scalars['String']['output'];
};

/** A message that came in, or was queued. */
export type MessageAdded = FeedEvent & MessageAddedEvent & {
  __typename?: 'MessageAdded';
  cursor: Scalars['Cursor']['output'];
  /** As it is now. */
  message: Message;
};

/**
 * A `MessageAdded`, or what a feed tells besides: a `Gap`, a `Heartbeat`. Further kinds may come: ignore those that you
 * do not know.
 */
export type MessageAddedEvent = {
  cursor: Scalars['Cursor']['output'];
};

/** A message that was added, sent, or failed, as it is now. Several changes within moments may come as one. */
export type MessageChanged = FeedEvent & MessageChangedEvent & {
  __typename?: 'MessageChanged';
  cursor: Scalars['Cursor']['output'];
  /** As it is now. */
  message: Message;
};

/**
 * A `MessageChanged`, or what a feed tells besides: a `Gap`, a `Heartbeat`. Further kinds may come: ignore those that you
 * do not know.
 */
export type MessageChangedEvent = {
  cursor: Scalars['Cursor']['output'];
};

export type MessageConnection = {
  __typename?: 'MessageConnection';
  edges: Array<MessageEdge>;
  nodes: Array<Message>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

/** Who wrote to whom. */
export type MessageDirection =
  /** From the abonent. */
  | 'IN'
  /** To the abonent. */
  | 'OUT';

export type MessageEdge = {
  __typename?: 'MessageEdge';
  cursor: Scalars['String']['output'];
  node: Message;
};

/** Why a message did not arrive. */
export type MessageFailure = {
  __typename?: 'MessageFailure';
  /** Stable, upper case; programs may branch on it. */
  code: Scalars['String']['output'];
  /** What RosDomofon said about it, in its own words. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** Messages that a search found. */
export type MessageHits = {
  __typename?: 'MessageHits';
  /** Are there more than were asked for? */
  hasMore: Scalars['Boolean']['output'];
  /** So many at most as the search asked for. */
  nodes: Array<Message>;
};

/** A language in which abonents are written to. */
export type MessageLanguage =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU';

/** How a text will read. */
export type MessagePreview = {
  __typename?: 'MessagePreview';
  /** Those that there are. */
  knownFields: Array<Scalars['String']['output']>;
  /** Null: it has unknown fields, or nothing is left of it. */
  text?: Maybe<Scalars['String']['output']>;
  /** As they stand in the text, each once. */
  unknownFields: Array<Scalars['String']['output']>;
};

/** How messages reach abonents. */
export type MessageRoute =
  /** Through the company's topic `MESSAGES_OUT`. */
  | 'KAFKA'
  /** One call of RosDomofon's REST API for each message. */
  | 'REST';

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

/** Only a failed message is sent again, and only while its delivery is remembered. */
export type MessageStateError = UserError & {
  __typename?: 'MessageStateError';
  code: UserErrorCode;
  /** As it is now. (`message` is the error's text.) */
  current: Message;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** There is nothing to send, or more than 4,000 characters. */
export type MessageTextError = UserError & {
  __typename?: 'MessageTextError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** One text in both languages. */
export type MessageTexts = {
  __typename?: 'MessageTexts';
  /** In English. */
  en: Scalars['String']['output'];
  /** In Russian. */
  ru: Scalars['String']['output'];
};

/** One text in both languages. */
export type MessageTextsInput = {
  /** In English. */
  en: Scalars['String']['input'];
  /** In Russian. */
  ru: Scalars['String']['input'];
};

/** How the company writes to its abonents. */
export type MessagingPolicy = {
  __typename?: 'MessagingPolicy';
  /** What the hub answers by itself; null: nothing. */
  autoReplies?: Maybe<AutoReplyPolicy>;
  /** How messages reach abonents. */
  sendBy: MessageRoute;
  /** 0: the company never said anything, these are the defaults. */
  version: Scalars['Int']['output'];
};

/** How complete and how old the mirror of RosDomofon is. */
export type Mirror = {
  __typename?: 'Mirror';
  /** An import of everything that waits or runs at the moment. */
  currentImport?: Maybe<SyncRun>;
  /** The newest import of everything that came to its end; null: there was none yet, the mirror may be empty. */
  lastImport?: Maybe<SyncRun>;
};

/** Nothing is read from RosDomofon for this company. */
export type MirrorOffError = UserError & {
  __typename?: 'MirrorOffError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Why nothing is read. */
  reason: MirrorOffReason;
};

/** Why RosDomofon is not asked. */
export type MirrorOffReason =
  /** The company has no integration with RosDomofon, or none with a user and a password for its REST API. */
  | 'NO_ACCESS'
  /** The integration is paused. */
  | 'PAUSED';

/**
 * What every object has that the hub mirrors from RosDomofon. The mirror is a copy: it is as old as `syncedAt` says, and
 * `importAccounts` and `refreshAccount` renew it.
 */
export type Mirrored = {
  /** When its content last became another. */
  changedAt: Scalars['DateTime']['output'];
  /** RosDomofon's id of the object. */
  rosdomofonId: Scalars['SafeInt']['output'];
  /** When the hub last saw the object at RosDomofon, changed or not. */
  syncedAt: Scalars['DateTime']['output'];
  /**
   * When a complete reading did not find the object at RosDomofon any more; null while it is there. It can still be read
   * here, and this becomes null again when it comes back.
   */
  vanishedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A kind of object of RosDomofon. */
export type MirroredEntity =
  /** Accounts. */
  | 'ACCOUNT'
  /** Entrances. */
  | 'ENTRANCE'
  /** Flats. */
  | 'FLAT'
  /** Services. */
  | 'SERVICE'
  /** Service connections. */
  | 'SERVICE_CONNECTION';

/** Changes that a portal was not told in time. They are told anew by themselves; people are told why the portal is behind. */
export type MissedChanges = {
  __typename?: 'MissedChanges';
  /** Stable, upper case: `FEED_FORGOTTEN`, `FEED_RESTARTED`. Further ones may come. */
  code: Scalars['String']['output'];
  /** Is all of it on its way to the portal? Until then more of it is enqueued as the queue has room. */
  isCaughtUp: Scalars['Boolean']['output'];
  /** What happened, and what is done about it, for a person. */
  message: Scalars['String']['output'];
  /** What changed from then … */
  since: Scalars['DateTime']['output'];
  /** … until then was missed: that is when it was noticed. */
  until: Scalars['DateTime']['output'];
};


/** Changes that a portal was not told in time. They are told anew by themselves; people are told why the portal is behind. */
export type MissedChangesmessageArgs = {
  language?: InputMaybe<Language>;
};

/** An amount of money. */
export type Money = {
  __typename?: 'Money';
  /** As text, with all its decimals. */
  amount: Scalars['Decimal']['output'];
  /** As RosDomofon writes it, for example `RUB`; null where it says none. */
  currency?: Maybe<Scalars['String']['output']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Decides where a sign-up belongs; the hub does the rest. Of two people who decide at once, the second gets a `StaleVersionError`. */
  approveSignUp: ApproveSignUpResult;
  /**
   * A job that approves each of these for which exactly one entrance is suggested, with what the policy connects; the others
   * stay with people. Each decision is held, and can be taken back, like any other.
   */
  approveSignUps: ApproveSignUpsResult;
  /** Says who looks after a conversation. Whoever saw another assignee than there is hears of it. */
  assignConversation: AssignConversationResult;
  /**
   * Takes a sign-up over by hand: the hub begins nothing more, and only follows what is decided in RosDomofon. Or gives it
   * back: it is looked at anew, and what is done already is found.
   */
  assignSignUp: AssignSignUpResult;
  /** The address at the portal where a person authorises the application. */
  beginBitrix24Authorization: BeginBitrix24AuthorizationResult;
  /** Blocks an account: none of its services works until it is unblocked. One that is blocked already stays so. */
  blockAccount: BlockAccountResult;
  /** Blocks one service of one flat. One that is blocked already stays so. */
  blockServiceConnection: BlockServiceConnectionResult;
  /**
   * Writes one text to many abonents, each once, on the channel `notification`, as a job. Messages are made few at a time, as the
   * target takes them: what agents write in between does not wait behind all of them.
   */
  broadcastMessage: BroadcastMessageResult;
  /**
   * Has a delivery not sent: it becomes `SKIPPED`. Only a `PENDING` one can be cancelled. Its message becomes `FAILED`, its
   * sign-up stops as `FAILED` with the reason `STEP_CANCELLED`.
   */
  cancelDelivery: CancelDeliveryResult;
  /** Stops a job within a moment. What it has done stays done. */
  cancelJob: CancelJobResult;
  /** Stops a reading, one that waits or runs. What it has read stays in the mirror; a preview has changed nothing. */
  cancelSyncRun: CancelSyncRunResult;
  /** Says that the caller looks at a sign-up. It stops nobody: it keeps two people from the same work. */
  claimSignUp: ClaimSignUpResult;
  /**
   * Takes back what was done about an approved sign-up, as far as it can be (`TooLateError.compensation`): connections and an
   * account that were made for it are blocked, RosDomofon is told that it is rejected. What the abonent had before stays.
   */
  compensateSignUp: CompensateSignUpResult;
  /** Connects a service to a flat. A connection of the two that is there is found, not made. */
  connectService: ConnectServiceResult;
  /**
   * Connects a service to each flat of an entrance that has an account and not the service, as a job. The flat's account pays. A
   * connection that is there is found, not made. Flats that the hub comes to know later are left alone.
   */
  connectServiceToEntrance: ConnectServiceToEntranceResult;
  /** Makes an account. One that is there with this number and phone is found, not made; a number that another phone has is refused. */
  createAccount: CreateAccountResult;
  /** Makes a key for a program. Its secret is in the answer and nowhere else. */
  createApiKey: CreateApiKeyResult;
  /** Makes a flat for the owner of an account. One of theirs that is there with this number is found, not made. */
  createFlat: CreateFlatResult;
  /**
   * Connects a portal of Bitrix24. By a webhook it is looked at live at once, and told what happens from then on; an
   * application begins to work when it is authorised.
   */
  createIntegration: CreateIntegrationResult;
  /** Takes a text away from everybody in the company. What was sent with it stays. */
  deleteCannedResponse: DeleteCannedResponseResult;
  /**
   * Asks for a new copy of everything that RosDomofon knows of the company: services, entrances, accounts, flats and
   * service connections; or, with `dryRun`, for what that copy would change. It takes minutes, and runs once at a time: a second
   * request joins the first.
   */
  importAccounts: ImportAccountsResult;
  /** Asks a person to join the company, by a link that works once, for a week. */
  inviteStaff: InviteStaffResult;
  /** Says up to where the abonent's messages were read: by the caller, and by anybody. Never makes more unread than there are. */
  markRead: MarkReadResult;
  /** Sets an issue aside until a time. Needs the same permissions as `resolveIssue`. */
  muteIssue: MuteIssueResult;
  /** Sets a sign-up that waits for a person aside. It can be decided about all the same. */
  parkSignUp: ParkSignUpResult;
  /** Nothing is read, sent or answered until it is resumed; what comes in by web hook waits. */
  pauseIntegration: PauseIntegrationResult;
  /**
   * Nothing new is sent to the target until somebody resumes it. What is on its way ends; what waits, waits without spending
   * attempts.
   */
  pauseTarget: PauseTargetResult;
  /** For a `BROKEN` one: tries its webhook again, or a new one, or gives the address at which an application is authorised anew. */
  reconnectIntegration: ReconnectIntegrationResult;
  /** Sends a delivery again, as a new one that points to the first and says who asked. */
  redeliver: RedeliverResult;
  /**
   * Sends all again that match now, in the order of their making, as a job. What they are parts of goes on with them: a
   * message is queued again, a sign-up that failed at a step goes on there.
   */
  redeliverMatching: RedeliverMatchingResult;
  /** Asks for one account with its balance, flats and service connections, and waits for it. */
  refreshAccount: RefreshAccountResult;
  /** Refuses a sign-up. What was made for it already stays. */
  rejectSignUp: RejectSignUpResult;
  /** The caller does not look at it any more. A decision does that as well. */
  releaseSignUp: ReleaseSignUpResult;
  /** Ends a person's membership and their sessions in the company. API keys that they made go on: revoke those that they know. */
  removeStaff: RemoveStaffResult;
  /** Reads a dead event again with today's rules, and takes it in as if it had come now; once. */
  reprocessEvent: ReprocessEventResult;
  /** Links the abonent to the contact, and tells the portal what waited for it. */
  resolveCrmReview: ResolveCrmReviewResult;
  /**
   * What has failed of this cause until now needs nobody any more; a mute ends. Nothing is sent or deleted: the dead stay as they
   * are. Needs `WRITE_DELIVERIES` for an issue of deliveries, `WRITE_EVENTS` for one of events.
   */
  resolveIssue: ResolveIssueResult;
  /** Work goes on, with what waited. */
  resumeIntegration: ResumeIntegrationResult;
  /** Sending goes on: ends a person's pause, and the rest that the target asked for. */
  resumeTarget: ResumeTargetResult;
  /** Sends a failed message again. When nobody knows whether it arrived, the hub looks before it sends. */
  retryMessage: RetryMessageResult;
  /**
   * Goes on where it stopped: a failed one from its first step that is not done, a rejected one with what RosDomofon or the
   * abonent was not told; one that waits for a person is looked at again.
   */
  retrySignUp: RetrySignUpResult;
  /** Ends a key for good: requests within seconds are refused, its open sockets are closed within 5 s. */
  revokeApiKey: RevokeApiKeyResult;
  /** Signs one of the caller's own sessions out, for example of a browser that was lost. A program has none. */
  revokeSession: RevokeSessionResult;
  /**
   * Gives a key another secret. The former one works for 24 hours more, so that its programs need not change at one moment;
   * one before that works no more. Who may not do what the key may cannot rotate it.
   */
  rotateApiKey: RotateApiKeyResult;
  /** Saves a text for everybody in the company. A variable that does not exist is refused. */
  saveCannedResponse: SaveCannedResponseResult;
  /** Keeps what the caller has begun to write; `sendMessage` deletes it. No event tells of it. */
  saveDraft: SaveDraftResult;
  /**
   * How the portal is told from now on. What is there already changes with the next news of each; fields that the portal
   * lacks are created.
   */
  saveFieldMapping: SaveFieldMappingResult;
  /** The policy becomes this, for what is queued and answered from now on. */
  saveMessagingPolicy: SaveMessagingPolicyResult;
  /** The policy becomes this, for what is decided from now on; sign-ups that wait for a person stay with them. */
  saveSignUpPolicy: SaveSignUpPolicyResult;
  /**
   * Sends a text to the abonent. Those of one conversation are sent in the order in which they were queued. To send is a
   * promise of the hub: it goes on after an outage by itself.
   */
  sendMessage: SendMessageResult;
  /** Resolves a conversation, or opens it again. It is told nobody outside. */
  setConversationState: SetConversationStateResult;
  /**
   * Says that the caller reads a conversation, or types in it. Held in memory, told to those who follow `presenceChanged`, and
   * written down nowhere.
   */
  setPresence: SetPresenceResult;
  /** Gives a person another role. It counts within seconds; their open sockets are closed, and come back with what they may see now. */
  setRole: SetRoleResult;
  /**
   * Sets a conversation aside. It comes back by itself at the time, or before that with a message of the abonent, or when somebody
   * resolves or opens it.
   */
  snoozeConversation: SnoozeConversationResult;
  /** Looks at the portal live: access, permissions, plan, events, open line. Events that are missing are bound. */
  testIntegration: TestIntegrationResult;
  /** Ends the block of an account. */
  unblockAccount: UnblockAccountResult;
  /** Ends the block of one service of one flat. */
  unblockServiceConnection: UnblockServiceConnectionResult;
  /**
   * Takes the last decision about a sign-up back, as long as nothing was begun about it: for as long as the policy's `holdMs`
   * says, and on until a worker takes it up. What the hub decides by itself, and what people decide by the stages of a CRM, is
   * not held.
   */
  undoSignUpDecision: UndoSignUpDecisionResult;
  /** Another name, access, token or way of chatting. The portal stays the same: what is linked belongs to it. */
  updateIntegration: UpdateIntegrationResult;
  /** Takes an invitation back that nobody has accepted yet. */
  withdrawInvitation: WithdrawInvitationResult;
};


export type MutationapproveSignUpArgs = {
  input: ApproveSignUpInput;
};


export type MutationapproveSignUpsArgs = {
  input: ApproveSignUpsInput;
};


export type MutationassignConversationArgs = {
  input: AssignConversationInput;
};


export type MutationassignSignUpArgs = {
  input: AssignSignUpInput;
};


export type MutationbeginBitrix24AuthorizationArgs = {
  input: BeginBitrix24AuthorizationInput;
};


export type MutationblockAccountArgs = {
  input: BlockAccountInput;
};


export type MutationblockServiceConnectionArgs = {
  input: BlockServiceConnectionInput;
};


export type MutationbroadcastMessageArgs = {
  input: BroadcastMessageInput;
};


export type MutationcancelDeliveryArgs = {
  input: CancelDeliveryInput;
};


export type MutationcancelJobArgs = {
  input: CancelJobInput;
};


export type MutationcancelSyncRunArgs = {
  input: CancelSyncRunInput;
};


export type MutationclaimSignUpArgs = {
  input: ClaimSignUpInput;
};


export type MutationcompensateSignUpArgs = {
  input: CompensateSignUpInput;
};


export type MutationconnectServiceArgs = {
  input: ConnectServiceInput;
};


export type MutationconnectServiceToEntranceArgs = {
  input: ConnectServiceToEntranceInput;
};


export type MutationcreateAccountArgs = {
  input: CreateAccountInput;
};


export type MutationcreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationcreateFlatArgs = {
  input: CreateFlatInput;
};


export type MutationcreateIntegrationArgs = {
  input: CreateIntegrationInput;
};


export type MutationdeleteCannedResponseArgs = {
  input: DeleteCannedResponseInput;
};


export type MutationimportAccountsArgs = {
  input?: ImportAccountsInput;
};


export type MutationinviteStaffArgs = {
  input: InviteStaffInput;
};


export type MutationmarkReadArgs = {
  input: MarkReadInput;
};


export type MutationmuteIssueArgs = {
  input: MuteIssueInput;
};


export type MutationparkSignUpArgs = {
  input: ParkSignUpInput;
};


export type MutationpauseIntegrationArgs = {
  input: PauseIntegrationInput;
};


export type MutationpauseTargetArgs = {
  input: PauseTargetInput;
};


export type MutationreconnectIntegrationArgs = {
  input: ReconnectIntegrationInput;
};


export type MutationredeliverArgs = {
  input: RedeliverInput;
};


export type MutationredeliverMatchingArgs = {
  input: RedeliverMatchingInput;
};


export type MutationrefreshAccountArgs = {
  input: RefreshAccountInput;
};


export type MutationrejectSignUpArgs = {
  input: RejectSignUpInput;
};


export type MutationreleaseSignUpArgs = {
  input: ReleaseSignUpInput;
};


export type MutationremoveStaffArgs = {
  input: RemoveStaffInput;
};


export type MutationreprocessEventArgs = {
  input: ReprocessEventInput;
};


export type MutationresolveCrmReviewArgs = {
  input: ResolveCrmReviewInput;
};


export type MutationresolveIssueArgs = {
  input: ResolveIssueInput;
};


export type MutationresumeIntegrationArgs = {
  input: ResumeIntegrationInput;
};


export type MutationresumeTargetArgs = {
  input: ResumeTargetInput;
};


export type MutationretryMessageArgs = {
  input: RetryMessageInput;
};


export type MutationretrySignUpArgs = {
  input: RetrySignUpInput;
};


export type MutationrevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationrevokeSessionArgs = {
  input: RevokeSessionInput;
};


export type MutationrotateApiKeyArgs = {
  input: RotateApiKeyInput;
};


export type MutationsaveCannedResponseArgs = {
  input: SaveCannedResponseInput;
};


export type MutationsaveDraftArgs = {
  input: SaveDraftInput;
};


export type MutationsaveFieldMappingArgs = {
  input: SaveFieldMappingInput;
};


export type MutationsaveMessagingPolicyArgs = {
  input: SaveMessagingPolicyInput;
};


export type MutationsaveSignUpPolicyArgs = {
  input: SaveSignUpPolicyInput;
};


export type MutationsendMessageArgs = {
  input: SendMessageInput;
};


export type MutationsetConversationStateArgs = {
  input: SetConversationStateInput;
};


export type MutationsetPresenceArgs = {
  input: SetPresenceInput;
};


export type MutationsetRoleArgs = {
  input: SetRoleInput;
};


export type MutationsnoozeConversationArgs = {
  input: SnoozeConversationInput;
};


export type MutationtestIntegrationArgs = {
  input: TestIntegrationInput;
};


export type MutationunblockAccountArgs = {
  input: UnblockAccountInput;
};


export type MutationunblockServiceConnectionArgs = {
  input: UnblockServiceConnectionInput;
};


export type MutationundoSignUpDecisionArgs = {
  input: UndoSignUpDecisionInput;
};


export type MutationupdateIntegrationArgs = {
  input: UpdateIntegrationInput;
};


export type MutationwithdrawInvitationArgs = {
  input: WithdrawInvitationInput;
};

export type MuteIssueInput = {
  id: Scalars['ID']['input'];
  /** For those who wonder later. At most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** When it comes back by itself: within 90 days; null: it is not muted any more. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type MuteIssuePayload = {
  __typename?: 'MuteIssuePayload';
  /** As it is now. */
  issue: Issue;
};

export type MuteIssueResult = IssueStateError | MuteIssuePayload | NotFoundError | TimeRefusedError;

/** Sign-ups that the hub saw only in the network's topic (`SIGN_UPS_ALL`), counted. */
export type NetworkSignUpCount = {
  __typename?: 'NetworkSignUpCount';
  /** The app that they were sent from; null: not told. */
  application?: Maybe<Scalars['String']['output']>;
  /** Of the address; null: not told. */
  city?: Maybe<Scalars['String']['output']>;
  /** How many. */
  count: Scalars['Int']['output'];
  /** Day of `requestedAt`, UTC. */
  day: Scalars['LocalDate']['output'];
};

/** Everything that has an id of its own. Ids are opaque: their inside may change, their prefix names the type. */
export type Node = {
  /** Opaque; its prefix names the type. */
  id: Scalars['ID']['output'];
};

/** The caller's company has no such object. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Where a page of a list stands in it. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The last row's cursor: give it as `after`, with `first`, for the page after this one. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Are there rows after the last one of this page? */
  hasNextPage: Scalars['Boolean']['output'];
  /** Are there rows before the first one of this page? */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The first row's cursor: give it as `before`, with `last`, for the page before this one. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type ParkSignUpInput = {
  id: Scalars['ID']['input'];
  /** Why, for colleagues; at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** When it comes back by itself: within 90 days; null: at once. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type ParkSignUpPayload = {
  __typename?: 'ParkSignUpPayload';
  signUp: SignUp;
};

export type ParkSignUpResult = NotFoundError | ParkSignUpPayload | RosdomofonOffError | SignUpStateError | TimeRefusedError;

export type PauseIntegrationInput = {
  id: Scalars['ID']['input'];
};

export type PauseIntegrationPayload = {
  __typename?: 'PauseIntegrationPayload';
  integration: Integration;
};

export type PauseIntegrationResult = IntegrationStateError | NotFoundError | PauseIntegrationPayload;

export type PauseTargetInput = {
  id: Scalars['ID']['input'];
  /** For those who wonder later. At most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type PauseTargetPayload = {
  __typename?: 'PauseTargetPayload';
  target: DeliveryTarget;
};

export type PauseTargetResult = NotFoundError | PauseTargetPayload | TargetStateError;

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

/** A permission and who has it. */
export type PermissionDescription = {
  __typename?: 'PermissionDescription';
  /** The permission. */
  permission: Permission;
  /** The roles that have it. */
  roles: Array<Role>;
};

/** The person who is asking, over all their companies. */
export type Person = {
  __typename?: 'Person';
  /** As rows name the person: `user:` with a public id. */
  actor: Scalars['String']['output'];
  /** With it the person signs in. */
  email: Scalars['String']['output'];
  /** Whether a code is asked for besides the password. */
  hasSecondFactor: Scalars['Boolean']['output'];
  /** The companies that the person belongs to, by short name. Another one is entered with `POST /auth/company`. */
  memberships: Array<Membership>;
  /** As the person wrote it. */
  name: Scalars['String']['output'];
  /** Where the person is signed in, the last used first; at most 100. */
  sessions: Array<Session>;
};

/** A delivery that an approval would lead to. Each begins when the one before it is done. */
export type PlannedDelivery = {
  __typename?: 'PlannedDelivery';
  /** As `Delivery.kind`. */
  kind: Scalars['String']['output'];
  /** Null: a CRM is told how it stands. */
  step?: Maybe<SignUpStepName>;
  /** Where it goes: RosDomofon or a CRM. */
  target?: Maybe<DeliveryTarget>;
  /** What it waits for at least, in milliseconds: the hold of the decision, quiet hours. */
  waitMs: Scalars['Float']['output'];
};

/** Parts of a policy make no sense: nothing was saved. */
export type PolicyInvalidError = UserError & {
  __typename?: 'PolicyInvalidError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** What is wrong, at most 100. */
  problems: Array<PolicyProblem>;
};

/** What is wrong with a policy. */
export type PolicyProblem = {
  __typename?: 'PolicyProblem';
  /** Where in the input, for example `autoReplies.hours.MON`. */
  field: Scalars['String']['output'];
  /** For people, in English. */
  message: Scalars['String']['output'];
};

/** A portal of Bitrix24. */
export type Portal = {
  __typename?: 'Portal';
  /** How the hub gets in. */
  auth: PortalAuth;
  /** Changes come from the queue that the portal keeps for us, and none is lost while the hub is away. */
  hasOfflineQueue: Scalars['Boolean']['output'];
  /** Is that user an administrator? Null: nobody has looked yet. */
  isAdmin?: Maybe<Scalars['Boolean']['output']>;
  /** `ent`, `pro`, …; null: not known. */
  licenceFamily?: Maybe<Scalars['String']['output']>;
  /** Names the portal for good; null: not known (a webhook does not tell it). */
  memberId?: Maybe<Scalars['String']['output']>;
  /** The permissions that the hub was given. */
  scopes: Array<Scalars['String']['output']>;
  /** `https://company.bitrix24.ru`. Follows a portal that is renamed. */
  url: Scalars['String']['output'];
  /** The user with whose rights the hub acts there; null: nobody has looked yet. */
  userName?: Maybe<Scalars['String']['output']>;
};

/** A local application of a portal. */
export type PortalApplicationInput = {
  /** `local.…` or `app.…` */
  clientId: Scalars['String']['input'];
  /** Is kept encrypted, and never shown again. */
  clientSecret: Scalars['String']['input'];
  /** `https://company.bitrix24.ru` */
  portal: Scalars['String']['input'];
};

/** How the hub gets into a portal. */
export type PortalAuth =
  /** As an application of the portal, by OAuth. */
  | 'APPLICATION'
  /** By the address of an inbound webhook. Takes a minute; open lines and the portal's own queue of changes are out of reach. */
  | 'WEBHOOK';

/** How the hub chats through a portal. */
export type PortalChat = {
  __typename?: 'PortalChat';
  /** The connector's id at the portal. */
  connector: Scalars['String']['output'];
  /** Did the last check find the connector active at the line? Null: there is no line, or nobody has looked. */
  isActive?: Maybe<Scalars['Boolean']['output']>;
  /** The open line; null: not chosen yet, or another mode. */
  lineId?: Maybe<Scalars['Int']['output']>;
  /** How messages get there and back. */
  mode: ChatMode;
};

/** How the hub chats through a portal. */
export type PortalChatInput = {
  /** Of the connector, `a-z`, `0-9`, `_`; left out: `domovoy`. Two hubs at one portal need two. */
  connector?: InputMaybe<Scalars['String']['input']>;
  /** An open line that exists; when there is none yet, or with `null`, the hub makes one of its own. */
  lineId?: InputMaybe<Scalars['Int']['input']>;
  /** How messages get there and back. */
  mode: ChatMode;
};

/** How a portal's events reach the hub. */
export type PortalHooks = {
  __typename?: 'PortalHooks';
  /** Is a token known by which events are told from forged ones? Until then they are refused. */
  hasToken: Scalars['Boolean']['output'];
  /** The address to enter as the application's path for its installation. Null likewise. */
  installUrl?: Maybe<Scalars['String']['output']>;
  /** The address to enter as the application's redirect address. Null likewise. */
  redirectUrl?: Maybe<Scalars['String']['output']>;
  /** Events that were turned away, by reason. */
  refusals: Array<HookRefusal>;
  /** Where the portal sends events to: for an outbound webhook that is made by hand. Null: the hub has no public address. */
  url?: Maybe<Scalars['String']['output']>;
};

/** How much a portal lets itself be asked. */
export type PortalLimits = {
  __typename?: 'PortalLimits';
  /** So many requests at once; a batch of 50 calls is one. */
  burst: Scalars['Int']['output'];
  /** false: the portal did not tell its plan, and the smaller limits are assumed. */
  isKnown: Scalars['Boolean']['output'];
  /** Seconds of work per method in ten minutes. */
  operatingSeconds: Scalars['Int']['output'];
  /** And so many per second in the long run. */
  perSecond: Scalars['Float']['output'];
  /** `standard` or `enterprise`. */
  tariff: Scalars['String']['output'];
};

/** Somebody who is at a conversation. */
export type Presence = {
  __typename?: 'Presence';
  /** `user:` or `api-key:` with the public part. */
  person: Scalars['String']['output'];
  /** What they do there. */
  state: PresenceState;
};

/** Who is at the conversation now, all of them. Comes first as it is, then with each change. */
export type PresenceChanged = FeedEvent & PresenceChangedEvent & {
  __typename?: 'PresenceChanged';
  /** The conversation that it is about. */
  conversation: Conversation;
  /** Where the feed stood when the subscription began: presence is no part of it, and cannot be resumed. */
  cursor: Scalars['Cursor']['output'];
  /** Who is there now, at most 20; empty: nobody. */
  presence: Array<Presence>;
};

/** A `PresenceChanged`, or a `Heartbeat`. Further kinds may come: ignore those that you do not know. */
export type PresenceChangedEvent = {
  cursor: Scalars['Cursor']['output'];
};

/** What somebody does at a conversation. */
export type PresenceState =
  /** Has it open before them. */
  | 'READING'
  /** Writes an answer. */
  | 'TYPING';

/** What `previewMapping` answers: the calls, or why there are none. */
export type PreviewMappingResult = MappingInvalidError | MappingPreview | NotFoundError;

/** A call to the portal as it would be made. */
export type PreviewedCall = {
  __typename?: 'PreviewedCall';
  /** `crm.item.add` */
  method: Scalars['String']['output'];
  /** true: only when an earlier call has not found it. */
  onlyWhenNotFound: Scalars['Boolean']['output'];
  /** As the portal's REST API takes them. */
  params: Scalars['JSON']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** An abonent by its id; null when the caller's company has none such. */
  abonent?: Maybe<Abonent>;
  /** Everybody whom the company knows, RosDomofon's newest first. Exactly one of `first` and `last`, 1 to 100. */
  abonents: AbonentConnection;
  /** An account by its id; null when the caller's company has none such. */
  account?: Maybe<Account>;
  /** The account of this number, exactly as the billing writes it. Of several, one that is still at RosDomofon, and the newest. */
  accountByNumber?: Maybe<Account>;
  /**
   * The company's accounts, RosDomofon's newest first. Exactly one of `first` and `last`, 1 to 100.
   *
   * `search` finds what a person has at hand, in any spelling:
   * - a phone (`+7 900 000-00-12`, `8 (900) 000 00 12`), or a part of it of four digits and more (`0012`);
   * - an account number, or a part of it of four characters and more;
   * - words of the address of one of its flats, in any order, names by their beginnings and numbers as a whole
   *   (`ташк 100 7`: house 100, flat 7). Words that only name a kind (ул., дом, кв.) do not matter;
   * - an address and a part of a phone or number together (`ташкентская 0012`).
   *
   * Without `SEE_PHONES` phones are not searched.
   */
  accounts: AccountConnection;
  /** Needs `SEE_PHONES` too. The accounts with this phone: those that are still at RosDomofon first, then the newest. At most 20. */
  accountsByPhone: Array<Account>;
  /** The company's keys for programs, newest first, revoked ones too. Exactly one of `first` and `last`, 1 to 100. */
  apiKeys: ApiKeyConnection;
  /** What was done in the company and by whom, newest first. Exactly one of `first` and `last`, 1 to 100. */
  auditEvents: AuditEventConnection;
  /** The company's canned responses, oldest first. Exactly one of `first` and `last`, 1 to 100. */
  cannedResponses: CannedResponseConnection;
  /** The company of the session or key, as a list. Others of a person are in `viewer { person { memberships } }`. */
  companies: Array<Company>;
  /** Of each partition that is read how much of it is not handled yet, by integration, topic and partition; at most 300. */
  consumerLag: Array<ConsumerLag>;
  /** A conversation by its id; null when the caller's company has none such. */
  conversation?: Maybe<Conversation>;
  /**
   * The company's conversations, the one with the newest message first. Exactly one of `first` and `last`, 1 to 100.
   * A conversation moves to the front with each message: to follow, subscribe instead of paging again.
   */
  conversations: ConversationConnection;
  /** What waits for a decision, newest first; at most 100. */
  crmReviews: Array<CrmReview>;
  /** The company's deliveries, newest first. Exactly one of `first` and `last`, 1 to 100. */
  deliveries: DeliveryConnection;
  /** A delivery by its id; null when the caller's company has none such. */
  delivery?: Maybe<Delivery>;
  /**
   * How deliveries went, by time. Counted by when attempts ended, so that past buckets do not change. The range is counted in
   * whole hours, at most 400 days and 1,000 buckets of time long.
   */
  deliveryStats: DeliveryStats;
  /** A target by its id; null when the caller's company has none such. */
  deliveryTarget?: Maybe<DeliveryTarget>;
  /** All targets of the company, in the order in which they were set up; at most 100. */
  deliveryTargets: Array<DeliveryTarget>;
  /** An entrance by its id; null when the caller's company has none such. */
  entrance?: Maybe<Entrance>;
  /** The company's entrances, RosDomofon's newest first. Exactly one of `first` and `last`, 1 to 100. */
  entrances: EntranceConnection;
  /** The mapping of an integration; null when the caller's company has none such, or it has none. */
  fieldMapping?: Maybe<FieldMapping>;
  /** A flat by its id; null when the caller's company has none such. */
  flat?: Maybe<Flat>;
  /** The company's flats, RosDomofon's newest first. Exactly one of `first` and `last`, 1 to 100. */
  flats: FlatConnection;
  /** How the hub is, part by part, with what to do. Cheap: ask every few seconds if you like, or follow `healthChanged`. */
  health: Health;
  /** An event that is not done, or was reprocessed, by its id; null when the caller's company has none such. */
  inboxEvent?: Maybe<InboxEvent>;
  /** Events in one state, newest first. Exactly one of `first` and `last`, 1 to 100. */
  inboxEvents: InboxEventConnection;
  /** An integration by its id; null when the caller's company has none such. */
  integration?: Maybe<Integration>;
  /** How one integration is, by its id; null when the caller's company has none such. */
  integrationHealth?: Maybe<IntegrationHealth>;
  /** All integrations of the company, in the order in which they were set up; at most 100. */
  integrations: Array<Integration>;
  /** Those who were asked to join and still can, newest first. Exactly one of `first` and `last`, 1 to 100. */
  invitations: InvitationConnection;
  /**
   * What failed, by its cause: one line for each target, kind and code, or topic and reason. As cheap with a million dead as with ten.
   * `deliveryChanged` tells when to ask again.
   */
  issues: Issues;
  /** A job by its id; null when the caller's company has none such. */
  job?: Maybe<Job>;
  /** The company's jobs, newest first. Exactly one of `first` and `last`, 1 to 100. */
  jobs: JobConnection;
  /** How the company writes to its abonents. */
  messagingPolicy: MessagingPolicy;
  /**
   * How many sign-ups the network saw besides the company's own, by day, city and application. Newest day first. The
   * range is at most 366 days, the answer at most 10,000 rows.
   */
  networkSignUpCounts: Array<NetworkSignUpCount>;
  /** Any object by its id; null when the caller's company has none such. */
  node?: Maybe<Node>;
  /** Objects by their ids, in the order of the ids, null for each that the caller's company has not. */
  nodes: Array<Maybe<Node>>;
  /** The permissions that there are, with the roles that have them. Keys are made with any of them. */
  permissions: Array<PermissionDescription>;
  /** What `approveSignUp` would do now with these sign-ups: 1 to 20 of them. Those that the company has not are left out. */
  previewApproval: Array<ApprovalPreview>;
  /** Whom `broadcastMessage` would write to with this filter now. Nothing is sent by asking. */
  previewBroadcast: BroadcastPreview;
  /**
   * Which flats `connectServiceToEntrance` would connect now. Null when the caller's company has no such entrance, or the service
   * is not to be had there.
   */
  previewConnectServiceToEntrance?: Maybe<ConnectServiceToEntrancePreview>;
  /**
   * What the portal would be told of a sign-up that it does not know yet: by the mapping that counts, or by another one.
   * Nothing is called.
   */
  previewMapping: PreviewMappingResult;
  /** What `redeliverMatching` would do with this filter now. */
  previewRedelivery: RedeliveryPreview;
  /** How a welcome will read. */
  previewWelcome: MessagePreview;
  /** A canned response with its variables filled in for a conversation. Sends nothing. */
  renderCannedResponse: RenderCannedResponseResult;
  /** The roles that people may have, with what each permits. The same in every company. */
  roles: Array<RoleDescription>;
  /**
   * Everything of the company that a text finds: a phone or a part of it in any spelling (`8 900…`, `+7 (900)…`), the number
   * of an account or a flat, words of an address in any order and by their beginnings, words of messages. Callers without
   * `SEE_PHONES` find nothing by phones.
   */
  search: SearchResults;
  /** A service by its id; null when the caller's company has none such. */
  service?: Maybe<Service>;
  /** The company's services, RosDomofon's newest first. Exactly one of `first` and `last`, 1 to 100. */
  services: ServiceListConnection;
  /** A sign-up by its id; null when the caller's company has none such. */
  signUp?: Maybe<SignUp>;
  /**
   * How many sign-ups came, and how far they have got until now: a bucket goes on changing as long as its sign-ups do. At
   * most 400 days and 1,000 buckets long.
   */
  signUpFunnel: SignUpFunnel;
  /** How the company has its sign-ups worked on. */
  signUpPolicy: SignUpPolicy;
  /** The company's sign-ups, newest first. Exactly one of `first` and `last`, 1 to 100. */
  signUps: SignUpConnection;
  /** The people of the company, by when they joined the hub. Exactly one of `first` and `last`, 1 to 100. */
  staff: StaffMemberConnection;
  /**
   * Entrances that may be the one of a sign-up, or of an address that somebody types, as the mirror knows them now. Exactly one
   * of `signUpId` and `address`.
   */
  suggestEntrances?: Maybe<EntranceCandidates>;
  /** A reading by its id; null when the caller's company has none such. */
  syncRun?: Maybe<SyncRun>;
  /** The company's readings of RosDomofon, newest first. Exactly one of `first` and `last`, 1 to 100. */
  syncRuns: SyncRunConnection;
  /** Who is asking. */
  viewer: Viewer;
};


export type QueryabonentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryabonentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AbonentFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryaccountArgs = {
  id: Scalars['ID']['input'];
};


export type QueryaccountByNumberArgs = {
  number: Scalars['String']['input'];
};


export type QueryaccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryaccountsByPhoneArgs = {
  phone: Scalars['Phone']['input'];
};


export type QueryapiKeysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ApiKeyFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryauditEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerycannedResponsesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryconversationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryconversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConversationFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerydeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeliveryFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerydeliveryArgs = {
  id: Scalars['ID']['input'];
};


export type QuerydeliveryStatsArgs = {
  groupBy?: InputMaybe<DeliveryStatsGroup>;
  range: StatisticsRangeInput;
  step?: StatisticsStep;
  timeZone?: Scalars['String']['input'];
};


export type QuerydeliveryTargetArgs = {
  id: Scalars['ID']['input'];
};


export type QueryentranceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryentrancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EntranceFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryfieldMappingArgs = {
  integrationId: Scalars['ID']['input'];
};


export type QueryflatArgs = {
  id: Scalars['ID']['input'];
};


export type QueryflatsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FlatFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryinboxEventArgs = {
  id: Scalars['ID']['input'];
};


export type QueryinboxEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  state: InboxEventState;
};


export type QueryintegrationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryintegrationHealthArgs = {
  id: Scalars['ID']['input'];
};


export type QueryinvitationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryissuesArgs = {
  filter?: InputMaybe<IssueFilterInput>;
  first: Scalars['Int']['input'];
};


export type QueryjobArgs = {
  id: Scalars['ID']['input'];
};


export type QueryjobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<JobFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerynetworkSignUpCountsArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type QuerynodeArgs = {
  id: Scalars['ID']['input'];
};


export type QuerynodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type QuerypreviewApprovalArgs = {
  decision?: InputMaybe<SignUpDecisionInput>;
  ids: Array<Scalars['ID']['input']>;
};


export type QuerypreviewBroadcastArgs = {
  filter: BroadcastFilterInput;
};


export type QuerypreviewConnectServiceToEntranceArgs = {
  entranceId: Scalars['ID']['input'];
  serviceId: Scalars['ID']['input'];
};


export type QuerypreviewMappingArgs = {
  integrationId: Scalars['ID']['input'];
  mapping?: InputMaybe<Scalars['JSON']['input']>;
  signUpId: Scalars['ID']['input'];
};


export type QuerypreviewRedeliveryArgs = {
  filter: DeliveryFilterInput;
};


export type QuerypreviewWelcomeArgs = {
  signUpId?: InputMaybe<Scalars['ID']['input']>;
  text: Scalars['String']['input'];
};


export type QueryrenderCannedResponseArgs = {
  conversationId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type QuerysearchArgs = {
  first: Scalars['Int']['input'];
  text: Scalars['String']['input'];
};


export type QueryserviceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryservicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ServiceFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerysignUpArgs = {
  id: Scalars['ID']['input'];
};


export type QuerysignUpFunnelArgs = {
  range: StatisticsRangeInput;
  step?: StatisticsStep;
  timeZone?: Scalars['String']['input'];
};


export type QuerysignUpsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SignUpFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerystaffArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerysuggestEntrancesArgs = {
  address?: InputMaybe<Scalars['String']['input']>;
  flat?: InputMaybe<Scalars['String']['input']>;
  signUpId?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerysyncRunArgs = {
  id: Scalars['ID']['input'];
};


export type QuerysyncRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SyncRunFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** In the abonent's own time zone. A span that ends before it begins goes over midnight. */
export type QuietHours = {
  __typename?: 'QuietHours';
  /** `22:00` */
  from: Scalars['String']['output'];
  /** Where the abonent's own is unknown. */
  timeZone: Scalars['String']['output'];
  /** `09:00` */
  to: Scalars['String']['output'];
};

/** In the abonent's own time zone. A span that ends before it begins goes over midnight. */
export type QuietHoursInput = {
  /** `22:00` */
  from: Scalars['String']['input'];
  /** Where the abonent's own is unknown, for example `Europe/Moscow`. */
  timeZone: Scalars['String']['input'];
  /** `09:00` */
  to: Scalars['String']['input'];
};

/** A refusal needs a reason: RosDomofon keeps it, and the abonent may read it. */
export type ReasonMissingError = UserError & {
  __typename?: 'ReasonMissingError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type ReconnectIntegrationInput = {
  id: Scalars['ID']['input'];
  /** How long to wait for the live check, in milliseconds, 0 to 10,000; left out, 5,000. */
  waitMs?: InputMaybe<Scalars['Int']['input']>;
  /** Of one that works by a webhook: its new address; left out: the known one is tried again. */
  webhookUrl?: InputMaybe<Scalars['String']['input']>;
};

export type ReconnectIntegrationPayload = {
  __typename?: 'ReconnectIntegrationPayload';
  /** Of an application: where a person signs in at the portal. Works once, for 15 minutes. */
  authorizeUrl?: Maybe<Scalars['String']['output']>;
  /** By a webhook: the live check. */
  delivery?: Maybe<Delivery>;
  integration: Integration;
};

export type ReconnectIntegrationResult = IntegrationInvalidError | IntegrationStateError | NotFoundError | ReconnectIntegrationPayload | SecretsOffError;

export type RedeliverInput = {
  /**
   * Also when it was delivered: the target lost it. Otherwise only `DEAD` and `SKIPPED` ones are sent again. And also when
   * its target is paused.
   */
  force?: InputMaybe<Scalars['Boolean']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};

export type RedeliverMatchingInput = {
  /**
   * How many the caller means, at most 10,000: the `totalCount` of `previewRedelivery` with the same filter. When another
   * number matches, nothing is done.
   */
  expectedCount: Scalars['Int']['input'];
  /** Of its `state`, `DEAD` and `SKIPPED` are possible; left out, it is both. */
  filter: DeliveryFilterInput;
  idempotencyKey: Scalars['ID']['input'];
};

export type RedeliverMatchingPayload = {
  __typename?: 'RedeliverMatchingPayload';
  /**
   * Works on it from now on; `jobChanged` tells how far it is. Its `result`: `redelivered`, how many new deliveries were
   * made, and `passedOver`, how many somebody else had sent again by then.
   */
  job: Job;
};

export type RedeliverMatchingResult = CountChangedError | IdempotencyConflictError | RedeliverMatchingPayload;

export type RedeliverPayload = {
  __typename?: 'RedeliverPayload';
  /** The new one. Its `original` is the first one of the line. */
  delivery: Delivery;
};

export type RedeliverResult = DeliveryStateError | IdempotencyConflictError | NotFoundError | RedeliverPayload | RedeliveryUnderWayError | TargetPausedError;

/** What sending again would mean. */
export type RedeliveryPreview = {
  __typename?: 'RedeliveryPreview';
  /** Why they failed, most frequent first; at most 50. */
  byErrorCode: Array<RedeliveryPreviewCode>;
  /**
   * How long the targets will take for them, when they take as many as they allow; null: a target has not told what it
   * allows.
   */
  estimatedDurationMs?: Maybe<Scalars['Float']['output']>;
  /**
   * How many match: what `redeliverMatching` wants as `expectedCount`. One that was sent again is not among them, its newest
   * redelivery may be.
   */
  totalCount: TotalCount;
};

/** How many failed for one reason. */
export type RedeliveryPreviewCode = {
  __typename?: 'RedeliveryPreviewCode';
  /** `Delivery.lastErrorCode`. */
  code?: Maybe<Scalars['String']['output']>;
  /** How many. */
  count: Scalars['Int']['output'];
};

/** A redelivery of it is still to be sent: no second one was made. */
export type RedeliveryUnderWayError = UserError & {
  __typename?: 'RedeliveryUnderWayError';
  code: UserErrorCode;
  /** That redelivery. */
  delivery: Delivery;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type RefreshAccountInput = {
  /** The account's id. Give either this or `number`. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The account's number, exactly as the billing writes it. */
  number?: InputMaybe<Scalars['String']['input']>;
  /**
   * How long to wait for the reading to end, in milliseconds, 0 to 10,000. A reading that takes longer goes on, and
   * `run` tells how far it is.
   */
  waitMs?: InputMaybe<Scalars['Int']['input']>;
};

export type RefreshAccountPayload = {
  __typename?: 'RefreshAccountPayload';
  /** As it is in the mirror now: renewed when `run` is completed, as before while it is not. */
  account: Account;
  /** The reading. Completed, failed, or still waiting or running after `waitMs`: follow it with `syncRunChanged`. */
  run: SyncRun;
};

export type RefreshAccountResult = MirrorOffError | NotFoundError | RefreshAccountPayload;

export type RejectSignUpInput = {
  /** The `version` of the sign-up that the caller saw. */
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  /** 1 to 500 characters. */
  reason: Scalars['String']['input'];
  /** Writes the abonent the policy's `refusal`, with the reason in it. */
  tellsAbonent: Scalars['Boolean']['input'];
};

export type RejectSignUpPayload = {
  __typename?: 'RejectSignUpPayload';
  /** `REJECTED`. RosDomofon is told as the policy says; `steps` shows it. */
  signUp: SignUp;
};

export type RejectSignUpResult = IdempotencyConflictError | NotFoundError | ReasonMissingError | RejectSignUpPayload | RosdomofonOffError | SignUpStateError | StaleVersionError;

export type ReleaseSignUpInput = {
  id: Scalars['ID']['input'];
};

export type ReleaseSignUpPayload = {
  __typename?: 'ReleaseSignUpPayload';
  signUp: SignUp;
};

export type ReleaseSignUpResult = ClaimedByOtherError | NotFoundError | ReleaseSignUpPayload | RosdomofonOffError;

export type RemoveStaffInput = {
  /** The person: `stf_…`. */
  id: Scalars['ID']['input'];
};

/** The person belongs to the company no more. */
export type RemoveStaffPayload = {
  __typename?: 'RemoveStaffPayload';
  /** Who it was: the id names nobody any more. */
  removedId: Scalars['ID']['output'];
};

export type RemoveStaffResult = LastOwnerError | NotFoundError | RemoveStaffPayload;

/** A canned response as it would be written in a conversation. */
export type RenderCannedResponsePayload = {
  __typename?: 'RenderCannedResponsePayload';
  /** Variables of which the hub knows nothing in this conversation: they are left out of the text. */
  missingVariables: Array<Scalars['String']['output']>;
  text: Scalars['String']['output'];
};

export type RenderCannedResponseResult = NotFoundError | RenderCannedResponsePayload | UnknownVariablesError;

export type ReprocessEventInput = {
  /** Only tells what would come of it: nothing is changed, and the key is not used up. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of a dead event. */
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};

export type ReprocessEventPayload = {
  __typename?: 'ReprocessEventPayload';
  /** What came of it, or would. Empty: it tells nothing that was not known. */
  caused: Array<InboxEventEffect>;
  /** As it is now: `DONE`, or as dead as before in a dry run. */
  event: InboxEvent;
};

export type ReprocessEventResult = IdempotencyConflictError | InboxEventStateError | InboxEventUnreadableError | NotFoundError | ReprocessEventPayload;

export type ResolveCrmReviewInput = {
  /** `CrmReview.abonentRosdomofonId`. */
  abonentRosdomofonId: Scalars['SafeInt']['input'];
  /** The contact that the abonent is; also one that is not among the candidates. */
  contactId: Scalars['SafeInt']['input'];
  /** In which portal. */
  integrationId: Scalars['ID']['input'];
};

export type ResolveCrmReviewPayload = {
  __typename?: 'ResolveCrmReviewPayload';
  /** As it is now; null while the hub knows nobody of that id. */
  abonent?: Maybe<Abonent>;
};

export type ResolveCrmReviewResult = NotFoundError | ResolveCrmReviewPayload;

export type ResolveIssueInput = {
  id: Scalars['ID']['input'];
  /** For those who wonder later. At most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

export type ResolveIssuePayload = {
  __typename?: 'ResolveIssuePayload';
  /** As it is now: `RESOLVED`, or `OPEN` when it has failed again meanwhile. */
  issue: Issue;
};

export type ResolveIssueResult = IssueStateError | NotFoundError | ResolveIssuePayload;

export type ResumeIntegrationInput = {
  id: Scalars['ID']['input'];
};

export type ResumeIntegrationPayload = {
  __typename?: 'ResumeIntegrationPayload';
  integration: Integration;
};

export type ResumeIntegrationResult = IntegrationStateError | NotFoundError | ResumeIntegrationPayload;

export type ResumeTargetInput = {
  id: Scalars['ID']['input'];
};

export type ResumeTargetPayload = {
  __typename?: 'ResumeTargetPayload';
  target: DeliveryTarget;
};

export type ResumeTargetResult = NotFoundError | ResumeTargetPayload | TargetStateError;

export type RetryMessageInput = {
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};

export type RetryMessagePayload = {
  __typename?: 'RetryMessagePayload';
  /** `QUEUED` again. */
  message: Message;
};

export type RetryMessageResult = IdempotencyConflictError | MessageStateError | NotFoundError | RetryMessagePayload;

export type RetrySignUpInput = {
  /** The `version` of the sign-up that the caller saw. */
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};

export type RetrySignUpPayload = {
  __typename?: 'RetrySignUpPayload';
  signUp: SignUp;
};

export type RetrySignUpResult = IdempotencyConflictError | NotFoundError | RetrySignUpPayload | RosdomofonOffError | SignUpStateError | StaleVersionError;

export type RevokeApiKeyInput = {
  /** The key: `key_…`. */
  id: Scalars['ID']['input'];
};

/** The key opens nothing any more. */
export type RevokeApiKeyPayload = {
  __typename?: 'RevokeApiKeyPayload';
  /** As it is now. */
  apiKey: ApiKey;
};

export type RevokeApiKeyResult = ApiKeyStateError | NotFoundError | RevokeApiKeyPayload;

export type RevokeSessionInput = {
  /** One of the caller's own sessions: `ses_…`. */
  id: Scalars['ID']['input'];
};

/** The session is over: its requests are refused within seconds, its sockets closed within 5 s. */
export type RevokeSessionPayload = {
  __typename?: 'RevokeSessionPayload';
  /** Which one it was. */
  revokedId: Scalars['ID']['output'];
};

export type RevokeSessionResult = NotFoundError | RevokeSessionPayload;

/** What a person is in a company. Each permits a fixed set of things: see `roles`. */
export type Role =
  /** Works with sign-ups and conversations, and sees phones. */
  | 'AGENT'
  /** Keeps it running: integrations, deliveries, events. Sees no phones. */
  | 'ENGINEER'
  /** Everything but giving access: people and keys are only seen. */
  | 'MANAGER'
  /** May do everything, also give access to others. */
  | 'OWNER'
  /** Looks at the daily work, and changes nothing. Sees no phones. */
  | 'VIEWER';

/** A role and what it permits. */
export type RoleDescription = {
  __typename?: 'RoleDescription';
  /** What it permits, in alphabetical order. */
  permissions: Array<Permission>;
  /** The role. */
  role: Role;
};

/** Nothing can be done at RosDomofon for this company. */
export type RosdomofonOffError = UserError & {
  __typename?: 'RosdomofonOffError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Why nothing can be done. */
  reason: MirrorOffReason;
};

/** RosDomofon said no, and would again. */
export type RosdomofonRefusedError = UserError & {
  __typename?: 'RosdomofonRefusedError';
  code: UserErrorCode;
  /** What was tried, attempt by attempt. */
  delivery: Delivery;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Why, stable, upper case: `ROSDOMOFON_REJECTED`, `ACCOUNT_NUMBER_TAKEN`, … */
  reasonCode: Scalars['String']['output'];
  /** In its own words. */
  rosdomofonSays?: Maybe<Scalars['String']['output']>;
};

export type RotateApiKeyInput = {
  /** The key: `key_…`. */
  id: Scalars['ID']['input'];
};

/** The key has another secret. */
export type RotateApiKeyPayload = {
  __typename?: 'RotateApiKeyPayload';
  /** As it is now: `previousSecretUntil` says how long the former secret still works. */
  apiKey: ApiKey;
  /** The whole key, with its new secret. It is shown this once. */
  key: Scalars['String']['output'];
};

export type RotateApiKeyResult = ApiKeyStateError | BeyondPermissionsError | NotFoundError | RotateApiKeyPayload;

export type SaveCannedResponseInput = {
  /** With `id`: the `version` that the caller saw. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Left out: a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 4,000 characters. */
  text: Scalars['String']['input'];
  /** 1 to 100 characters. */
  title: Scalars['String']['input'];
};

export type SaveCannedResponsePayload = {
  __typename?: 'SaveCannedResponsePayload';
  cannedResponse: CannedResponse;
};

export type SaveCannedResponseResult = MessageTextError | NotFoundError | SaveCannedResponsePayload | StaleVersionError | UnknownVariablesError;

export type SaveDraftInput = {
  /** The conversation that it is written in. */
  conversationId: Scalars['ID']['input'];
  /** At most 4,000 characters; empty: the draft is deleted. */
  text: Scalars['String']['input'];
};

export type SaveDraftPayload = {
  __typename?: 'SaveDraftPayload';
  conversation: Conversation;
};

export type SaveDraftResult = MessageTextError | NotFoundError | SaveDraftPayload;

export type SaveFieldMappingInput = {
  /** `FieldMapping.version` as it was seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Of a portal. */
  integrationId: Scalars['ID']['input'];
  /** As `FieldMapping.content`; what is left out is the default. */
  mapping: Scalars['JSON']['input'];
};

export type SaveFieldMappingPayload = {
  __typename?: 'SaveFieldMappingPayload';
  mapping: FieldMapping;
};

export type SaveFieldMappingResult = MappingInvalidError | NotFoundError | SaveFieldMappingPayload | StaleVersionError;

export type SaveMessagingPolicyInput = {
  /** Null: nothing is answered by itself. */
  autoReplies?: InputMaybe<AutoReplyPolicyInput>;
  /** The `version` that the caller saw. */
  expectedVersion: Scalars['Int']['input'];
  /** How messages reach abonents. */
  sendBy: MessageRoute;
};

export type SaveMessagingPolicyPayload = {
  __typename?: 'SaveMessagingPolicyPayload';
  policy: MessagingPolicy;
};

export type SaveMessagingPolicyResult = PolicyInvalidError | SaveMessagingPolicyPayload | StaleVersionError;

/** The whole policy. What is left out becomes the default, except where null says something. */
export type SaveSignUpPolicyInput = {
  /** Which number a new account gets. */
  accountNumber?: InputMaybe<AccountNumberRuleInput>;
  /** The `version` that the caller saw. */
  expectedVersion: Scalars['Int']['input'];
  /** 0 to 600,000. Left out: 10,000. */
  holdMs?: InputMaybe<Scalars['Int']['input']>;
  /** In which language abonents are written to. */
  language?: InputMaybe<MessageLanguage>;
  /** What the hub decides by itself. */
  mode: SignUpMode;
  /** Null or left out: never. */
  quietHours?: InputMaybe<QuietHoursInput>;
  /** Sent when a person who rejects wants the abonent to know. */
  refusal?: InputMaybe<MessageTextsInput>;
  /** Which services of the entrance are connected. */
  services?: InputMaybe<ServiceRuleInput>;
  /** Left out: since the company is in the hub. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** A status that is null or left out is not given. */
  statuses?: InputMaybe<StatusRuleInput>;
  /** Is the flat made as a virtual one? */
  virtual?: InputMaybe<VirtualRule>;
  /** Null: no welcome. Left out: the default one. */
  welcome?: InputMaybe<MessageTextsInput>;
};

export type SaveSignUpPolicyPayload = {
  __typename?: 'SaveSignUpPolicyPayload';
  policy: SignUpPolicy;
};

export type SaveSignUpPolicyResult = PolicyInvalidError | SaveSignUpPolicyPayload | StaleVersionError;

/**
 * What a text finds, by type; each of the lists is looked for only when it is asked for. A list that the caller may not read
 * is null, with an error `FORBIDDEN` that names the permission.
 */
export type SearchResults = {
  __typename?: 'SearchResults';
  /**
   * By the account's number or a part of it (four characters), by the owner's phone or a part of it (four digits), by words
   * of an address behind which it has a flat. RosDomofon's newest first.
   */
  accounts?: Maybe<AccountHits>;
  /** By the abonent's phone or a part of it (four digits). The one that began last first. */
  conversations?: Maybe<ConversationHits>;
  /** By words of the address. RosDomofon's newest first. */
  entrances?: Maybe<EntranceHits>;
  /** By the flat's number, alone or with words of its entrance's address. RosDomofon's newest first. */
  flats?: Maybe<FlatHits>;
  /**
   * By words of the text, all of them, in any Russian form; of the last word its beginning is enough. By a phone that stands
   * in the text. The newest first. What came within the last seconds may not be found yet.
   */
  messages?: Maybe<MessageHits>;
  /** By the phone or a part of it (four digits), by words of the address. The newest first. */
  signUps?: Maybe<SignUpHits>;
};

/** Secrets cannot be kept: the hub runs without a key to encrypt them with. Its administrator has to set ENCRYPTION_KEY. */
export type SecretsOffError = UserError & {
  __typename?: 'SecretsOffError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type SendMessageInput = {
  /** Whose abonent gets it. */
  conversationId: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  /** The newest message that its author has seen: when the abonent has written more since, it is not sent. */
  lastSeenMessageId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 4,000 characters. */
  text: Scalars['String']['input'];
};

export type SendMessagePayload = {
  __typename?: 'SendMessagePayload';
  /** `QUEUED`. Follow it with `messageChanged`. */
  message: Message;
};

export type SendMessageResult = ConversationMovedError | IdempotencyConflictError | MessageTextError | NotFoundError | RosdomofonOffError | SendMessagePayload;

/** What the company sells: a gate, a camera, an intercom. */
export type Service = Mirrored & Node & {
  __typename?: 'Service';
  changedAt: Scalars['DateTime']['output'];
  company: Company;
  /** When the hub first saw it. */
  createdAt: Scalars['DateTime']['output'];
  /** What the company calls it, where that is another name. */
  customName?: Maybe<Scalars['String']['output']>;
  /** Begins with `svc_`. */
  id: Scalars['ID']['output'];
  /** RosDomofon's name of it. */
  name: Scalars['String']['output'];
  rosdomofonId: Scalars['SafeInt']['output'];
  /** Who has it. Exactly one of `first` and `last`, 1 to 100. */
  serviceConnections: ServiceConnectionConnection;
  syncedAt: Scalars['DateTime']['output'];
  /** The price of a month; null when RosDomofon told none. Its currency stands in the service connections. */
  tariff?: Maybe<Scalars['Decimal']['output']>;
  /** RosDomofon's word: `Gate`, `VideoSurveillance`, `HouseChat`, `HardwareIntercom`, `SoftwareIntercom`, or one that is not known yet. */
  type: Scalars['String']['output'];
  vanishedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** What the company sells: a gate, a camera, an intercom. */
export type ServiceserviceConnectionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A service that a flat has (подключение услуги). */
export type ServiceConnection = Mirrored & Node & {
  __typename?: 'ServiceConnection';
  /** Who pays for it; null while the hub does not know it. */
  account?: Maybe<Account>;
  /** RosDomofon's id of the account; null: it told none. */
  accountRosdomofonId?: Maybe<Scalars['SafeInt']['output']>;
  changedAt: Scalars['DateTime']['output'];
  company: Company;
  /** When the hub first saw it. */
  createdAt: Scalars['DateTime']['output'];
  /** Null while the hub does not know it. */
  flat?: Maybe<Flat>;
  /** RosDomofon's id of the flat; null: it told none. */
  flatRosdomofonId?: Maybe<Scalars['SafeInt']['output']>;
  /** Begins with `scn_`. */
  id: Scalars['ID']['output'];
  /** While it is blocked, the service does not work in this flat. */
  isBlocked: Scalars['Boolean']['output'];
  rosdomofonId: Scalars['SafeInt']['output'];
  /** Null while the hub does not know it. */
  service?: Maybe<Service>;
  /** RosDomofon's id of the service. */
  serviceRosdomofonId: Scalars['SafeInt']['output'];
  syncedAt: Scalars['DateTime']['output'];
  /** The price of a month; null when RosDomofon told none. */
  tariff?: Maybe<Money>;
  vanishedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of service connections. */
export type ServiceConnectionConnection = {
  __typename?: 'ServiceConnectionConnection';
  edges: Array<ServiceConnectionEdge>;
  nodes: Array<ServiceConnection>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type ServiceConnectionEdge = {
  __typename?: 'ServiceConnectionEdge';
  cursor: Scalars['String']['output'];
  node: ServiceConnection;
};

/** All named fields have to hold; within a list, one of its values. */
export type ServiceFilterInput = {
  /** true: no longer at RosDomofon. false: still there. Left out: both. */
  isVanished?: InputMaybe<Scalars['Boolean']['input']>;
  /** RosDomofon's words, for example `Gate`. */
  type?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** A page of services. Not called by the usual name, which is taken by the service that a flat has. */
export type ServiceListConnection = {
  __typename?: 'ServiceListConnection';
  edges: Array<ServiceListEdge>;
  nodes: Array<Service>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type ServiceListEdge = {
  __typename?: 'ServiceListEdge';
  cursor: Scalars['String']['output'];
  node: Service;
};

/** How the services for a new flat are chosen. */
export type ServicePick =
  /** All that the entrance offers. */
  | 'ALL'
  /** Those of `serviceRosdomofonIds`. */
  | 'LIST'
  /** Those of `types`. */
  | 'TYPES';

/** Which services of the entrance are connected. */
export type ServiceRule = {
  __typename?: 'ServiceRule';
  /** How they are chosen. */
  pick: ServicePick;
  /** Of `LIST`. */
  serviceRosdomofonIds?: Maybe<Array<Scalars['SafeInt']['output']>>;
  /** RosDomofon's words, as `Service.type`; of `TYPES`. */
  types?: Maybe<Array<Scalars['String']['output']>>;
};

/** Which services of the entrance are connected. */
export type ServiceRuleInput = {
  /** How they are chosen. */
  pick: ServicePick;
  /** With `LIST`: at least one. */
  serviceRosdomofonIds?: InputMaybe<Array<Scalars['SafeInt']['input']>>;
  /** With `TYPES`: at least one. */
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** The entrance does not offer these services, or nothing would be connected. */
export type ServicesRefusedError = UserError & {
  __typename?: 'ServicesRefusedError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Those of the input that the entrance does not offer; empty: nothing would be connected. */
  unknownRosdomofonIds: Array<Scalars['SafeInt']['output']>;
};

/** A browser or program in which a person is signed in. */
export type Session = {
  __typename?: 'Session';
  /** From where it began, as an address of the net. */
  address: Scalars['String']['output'];
  /** The short name of the company that it works in. */
  company: Scalars['String']['output'];
  /** When the person signed in. */
  createdAt: Scalars['DateTime']['output'];
  /** It ends then, unless it is used before. */
  expiresAt: Scalars['DateTime']['output'];
  /** For `revokeSession`. Begins with `ses_`. */
  id: Scalars['ID']['output'];
  /** Whether it is the one that asks. */
  isCurrent: Scalars['Boolean']['output'];
  /** When it last got an access token: to ten minutes. */
  lastUsedAt: Scalars['DateTime']['output'];
  /** The browser or program, as it called itself. */
  userAgent?: Maybe<Scalars['String']['output']>;
};

export type SetConversationStateInput = {
  /** As the caller saw it: when a message has opened it meanwhile, nothing is changed. */
  expectedState?: InputMaybe<ConversationState>;
  id: Scalars['ID']['input'];
  /** `RESOLVED`, or `OPEN` to have it answered after all. `PENDING` it becomes by an answer. */
  state: ConversationState;
};

export type SetConversationStatePayload = {
  __typename?: 'SetConversationStatePayload';
  conversation: Conversation;
};

export type SetConversationStateResult = ConversationStateError | NotFoundError | SetConversationStatePayload;

export type SetPresenceInput = {
  /** The conversation that they are at. */
  conversationId: Scalars['ID']['input'];
  /** Null: is not there any more. */
  state?: InputMaybe<PresenceState>;
};

export type SetPresencePayload = {
  __typename?: 'SetPresencePayload';
  /**
   * For how long it holds, in milliseconds. Say it again after a third of that for as long as it is so: a client that goes away
   * without a word is forgotten then.
   */
  holdsForMs: Scalars['Int']['output'];
};

export type SetPresenceResult = NotFoundError | SetPresencePayload;

export type SetRoleInput = {
  /** The person: `stf_…`. */
  id: Scalars['ID']['input'];
  /** What the person may do from now on. */
  role: Role;
};

/** The person has the role. */
export type SetRolePayload = {
  __typename?: 'SetRolePayload';
  /** As the person is now. */
  member: StaffMember;
};

export type SetRoleResult = BeyondPermissionsError | LastOwnerError | NotFoundError | SetRolePayload;

/** A wish to be connected. One per `uid`, however many topics and events told of it. */
export type SignUp = Node & {
  __typename?: 'SignUp';
  /** The abonent who asks; null while the hub knows nobody of that id. */
  abonent?: Maybe<Abonent>;
  /** RosDomofon's id of the abonent who asks. */
  abonentRosdomofonId: Scalars['SafeInt']['output'];
  /**
   * The company's accounts with this phone: those that are still at RosDomofon first, then the newest; at most 20. Empty: the
   * hub's mirror has none.
   */
  accounts: Array<Account>;
  /** Where the abonent wants to be connected. */
  address: SignUpAddress;
  /** The app that it was sent from, for example `rd_android`. */
  application?: Maybe<Scalars['String']['output']>;
  /** Who does the rest by hand, as `assignSignUp` was told; the hub leaves it alone meanwhile. Null: the hub does. */
  assignee?: Maybe<Scalars['String']['output']>;
  /** The sign-up's deal (lead, item) in the company's first portal of Bitrix24; null: there is none. */
  bitrixDealId?: Maybe<Scalars['SafeInt']['output']>;
  /** Since when somebody looks at it; null: nobody does. */
  claimedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who looks at it, as `claimSignUp` was told; it stops nothing. Null: nobody says so. */
  claimedBy?: Maybe<Scalars['String']['output']>;
  company: Company;
  /** Of a contract that the abonent has; null: not told. */
  contractNumber?: Maybe<Scalars['String']['output']>;
  /** When the hub first saw it. Lists are ordered by this, newest first. */
  createdAt: Scalars['DateTime']['output'];
  /** What was and is done about it outside the hub, newest first; at most 50. More: `deliveries(filter: { aboutId: … })`. */
  deliveries: Array<Delivery>;
  /** As what the company's CRMs know the sign-up. */
  externalRefs: Array<ExternalRef>;
  /**
   * Until then nothing is done about a person's decision, and `undoSignUpDecision` takes it back with nothing done. It may work
   * for a while longer: until a worker takes it up. Null: nobody decided, or it was taken back.
   */
  heldUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Begins with `sup_`. */
  id: Scalars['ID']['output'];
  /** Has the abonent signed the offer? Null: not told. */
  isOfferSigned?: Maybe<Scalars['Boolean']['output']>;
  /** A flat without a device in it. Null: not told. */
  isVirtual?: Maybe<Scalars['Boolean']['output']>;
  /** Record time of the newest event about it. */
  lastEventAt: Scalars['DateTime']['output'];
  /** When `movedBy` did so. */
  movedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who made the version what it is: `workflow`, `rosdomofon`, or a person or key; null: its first event. */
  movedBy?: Maybe<Scalars['String']['output']>;
  /** Why it is set aside, in a person's words. */
  parkNote?: Maybe<Scalars['String']['output']>;
  /** Set aside until then, as `parkSignUp` was told; null: it is not. */
  parkedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Of the abonent who asks. */
  phone: Scalars['Phone']['output'];
  /** What was decided; null: nobody has looked at it. */
  plan?: Maybe<SignUpPlan>;
  /** When the abonent asked, by RosDomofon's clock. */
  requestedAt: Scalars['DateTime']['output'];
  /** Why a person has to decide; null: nobody has to. The same as `stateReason` while it is `NEEDS_REVIEW`. */
  reviewReason?: Maybe<SignUpReason>;
  /** RosDomofon's number of the sign-up. */
  rosdomofonId: Scalars['SafeInt']['output'];
  /** The hub's state of the work on it. */
  state: SignUpState;
  /** Why it is there; null: nothing needs an explanation. */
  stateReason?: Maybe<SignUpReason>;
  /** The steps that were begun, in their order. */
  steps: Array<SignUpStep>;
  /** Entrances that may be it, the best one first; at most 20. Empty: none was found, or one was chosen. */
  suggestions: Array<EntranceSuggestion>;
  /** As RosDomofon writes it, for example `Europe/Moscow +03:00`. */
  timeZone?: Maybe<Scalars['String']['output']>;
  /** Every event that told of it, and everything that the hub and people did; oldest first. */
  timeline: SignUpEventConnection;
  /** RosDomofon's identity of the sign-up; the same in every topic and event. */
  uid: Scalars['ID']['output'];
  /** When the hub last changed it. */
  updatedAt: Scalars['DateTime']['output'];
  /** Moves on with every move of its state and everything that a person does: give it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /**
   * RosDomofon's status, lower case: `unprocessed`, `processed`, `connected`, `delegated`, `rejected`, or one that
   * is not known yet.
   */
  wireStatus: Scalars['String']['output'];
};


/** A wish to be connected. One per `uid`, however many topics and events told of it. */
export type SignUptimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** As the event gave it: never an entrance, often no flat. */
export type SignUpAddress = {
  __typename?: 'SignUpAddress';
  /** Block of the house (блок). */
  block?: Maybe<Scalars['String']['output']>;
  /** Building of the house (строение). */
  building?: Maybe<Scalars['String']['output']>;
  /** Town. */
  city?: Maybe<Scalars['String']['output']>;
  /** `RU`, `KZ`, … */
  countryCode?: Maybe<Scalars['String']['output']>;
  /** As the abonent wrote it. */
  flat?: Maybe<Scalars['String']['output']>;
  /** Number of the house, as it is written. */
  house?: Maybe<Scalars['String']['output']>;
  /** Housing of the house (корпус). */
  housing?: Maybe<Scalars['String']['output']>;
  /** Street with its type. */
  street?: Maybe<Scalars['String']['output']>;
};

/** A sign-up that was added or changed, as it is now. Several changes within moments may come as one. */
export type SignUpChanged = FeedEvent & SignUpChangedEvent & {
  __typename?: 'SignUpChanged';
  cursor: Scalars['Cursor']['output'];
  /** As it is now. */
  signUp: SignUp;
};

/**
 * A `SignUpChanged`, or what a feed tells besides: a `Gap`, a `Heartbeat`. Further kinds may come: ignore those that
 * you do not know.
 */
export type SignUpChangedEvent = {
  cursor: Scalars['Cursor']['output'];
};

export type SignUpConnection = {
  __typename?: 'SignUpConnection';
  edges: Array<SignUpEdge>;
  nodes: Array<SignUp>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

/** Where a sign-up belongs. What is left out is decided as `approveSignUp` does it. */
export type SignUpDecisionInput = {
  /** RosDomofon's id of the entrance; left out: the one that is suggested, when it is the only one. */
  entranceRosdomofonId?: InputMaybe<Scalars['SafeInt']['input']>;
  /** The number of the flat; left out: as the abonent gave it. */
  flat?: InputMaybe<Scalars['String']['input']>;
  /** RosDomofon's ids of what to connect; left out: as the policy says. */
  serviceRosdomofonIds?: InputMaybe<Array<Scalars['SafeInt']['input']>>;
};

export type SignUpEdge = {
  __typename?: 'SignUpEdge';
  cursor: Scalars['String']['output'];
  node: SignUp;
};

/** One line of a sign-up's timeline. */
export type SignUpEvent = {
  __typename?: 'SignUpEvent';
  /** Who did it: `workflow`, `rosdomofon`, or a person or key; null: an event of RosDomofon told it. */
  actor?: Maybe<Scalars['String']['output']>;
  /** When the hub stored it. */
  createdAt: Scalars['DateTime']['output'];
  /** Codes and ids; its shape is the kind's, and may change. */
  details?: Maybe<Scalars['JSON']['output']>;
  /** The Kafka record; null for what did not come through Kafka. */
  kafka?: Maybe<KafkaCoordinates>;
  /** What happened. */
  kind: SignUpEventKind;
  /** Record time, by the producer's clock; of what the hub or a person did, its own time. */
  occurredAt: Scalars['DateTime']['output'];
  /** RosDomofon's status as the event told it, or as it was then; lower case. */
  wireStatus: Scalars['String']['output'];
};

export type SignUpEventConnection = {
  __typename?: 'SignUpEventConnection';
  edges: Array<SignUpEventEdge>;
  nodes: Array<SignUpEvent>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type SignUpEventEdge = {
  __typename?: 'SignUpEventEdge';
  cursor: Scalars['String']['output'];
  node: SignUpEvent;
};

/** What an event did to its sign-up; then what the hub and people did. */
export type SignUpEventKind =
  /** Known from the network's topic before; now the company's own topic brought it. */
  | 'ADOPTED'
  /** A person chose entrance, flat and services. */
  | 'APPROVED'
  /** A person does the rest by hand. */
  | 'ASSIGNED'
  /** A person has what was done about it taken back, as far as it can be. */
  | 'COMPENSATED'
  /** Every step is done. */
  | 'COMPLETED'
  /** People moved its deal in the CRM, and that could not be done here: `details` say why. */
  | 'CRM_REFUSED'
  /** Others moved it in RosDomofon. */
  | 'FOLLOWED'
  /** The hub goes on with it. */
  | 'HANDED_BACK'
  /** Its entrance is known. */
  | 'MATCHED'
  /** Older than what was known: changed nothing. */
  | 'OUTDATED'
  /** A person set it aside: `details` say until when. */
  | 'PARKED'
  /** The first event of this sign-up. */
  | 'RECEIVED'
  /** A person refused it. */
  | 'REJECTED'
  /** Told nothing new. */
  | 'REPEATED'
  /** A person had it tried again. */
  | 'RETRIED'
  /** A person has to decide. */
  | 'REVIEW_NEEDED'
  /** RosDomofon's status moved. */
  | 'STATUS_CHANGED'
  /** A step at RosDomofon is done; it may have been so before. */
  | 'STEP_DONE'
  /** A step failed for good. */
  | 'STEP_FAILED'
  /** A step was not wanted any more. */
  | 'STEP_SKIPPED'
  /** A person took a decision back before anything was done about it. */
  | 'UNDONE';

/** All named fields have to hold; within a list, one of its values. */
export type SignUpFilterInput = {
  /** RosDomofon's id of the abonent. */
  abonentRosdomofonId?: InputMaybe<Scalars['SafeInt']['input']>;
  /** Of the address, exactly. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** When the hub first saw it. */
  createdAt?: InputMaybe<DateTimeRangeInput>;
  /** true: set aside at this moment; false: not. */
  isParked?: InputMaybe<Scalars['Boolean']['input']>;
  /** RosDomofon's number of the sign-up. */
  rosdomofonId?: InputMaybe<Scalars['SafeInt']['input']>;
  /** The hub's state of the work on it. */
  state?: InputMaybe<Array<SignUpState>>;
  /** RosDomofon's identity of it. */
  uid?: InputMaybe<Scalars['ID']['input']>;
  /** Lower case, for example `unprocessed`. */
  wireStatus?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Sign-ups by when the hub first saw them, and how far they have got until now. */
export type SignUpFunnel = {
  __typename?: 'SignUpFunnel';
  /** By time; where none came there is no bucket. */
  buckets: Array<SignUpFunnelBucket>;
  /** The whole range. */
  total: SignUpFunnelStage;
};

/** Sign-ups that came from `startsAt` until the next bucket begins. */
export type SignUpFunnelBucket = {
  __typename?: 'SignUpFunnelBucket';
  /** How far those that came in it have got. */
  reached: SignUpFunnelStage;
  /** Its first moment. */
  startsAt: Scalars['DateTime']['output'];
};

/** How many of some sign-ups ever reached a state: one may have reached several, and have left them again. */
export type SignUpFunnelStage = {
  __typename?: 'SignUpFunnelStage';
  /** All steps are done. */
  completed: Scalars['Int']['output'];
  /** A step of theirs could not be done; they may have been completed later. */
  failed: Scalars['Int']['output'];
  /** The median time from seeing a sign-up to its completion; null: none is complete. */
  medianMsToCompletion?: Maybe<Scalars['SafeInt']['output']>;
  /** The median time from seeing a sign-up to its first approval or rejection; null: none was decided. */
  medianMsToDecision?: Maybe<Scalars['SafeInt']['output']>;
  /** A person had to decide. */
  needsReview: Scalars['Int']['output'];
  /** Approved, by a person or by the policy. */
  provisioning: Scalars['Int']['output'];
  /** All of them. */
  received: Scalars['Int']['output'];
  /** Turned down, by a person or in RosDomofon. */
  rejected: Scalars['Int']['output'];
};

/** Sign-ups that a search found. */
export type SignUpHits = {
  __typename?: 'SignUpHits';
  /** Are there more than were asked for? */
  hasMore: Scalars['Boolean']['output'];
  /** So many at most as the search asked for. */
  nodes: Array<SignUp>;
};

/** What the hub decides by itself. */
export type SignUpMode =
  /** What is certain is done; a person sees only what is not. */
  | 'AUTOMATIC'
  /** A person approves each. */
  | 'REVIEW';

/** What was decided about a sign-up, and what came of it so far. */
export type SignUpPlan = {
  __typename?: 'SignUpPlan';
  /** The account that was found or made. */
  account?: Maybe<Account>;
  /** Of that account. */
  accountNumber?: Maybe<Scalars['String']['output']>;
  /** Of the entrance, for people to read. */
  addressLine?: Maybe<Scalars['String']['output']>;
  /** The flat that was found or made; not to be confused with `flat`, its number. */
  createdFlat?: Maybe<Flat>;
  /** Who chose them: `workflow`, or a person or key. */
  decidedBy?: Maybe<Scalars['String']['output']>;
  /** Null while the mirror has it not. */
  entrance?: Maybe<Entrance>;
  /** RosDomofon's id of the entrance that was chosen. */
  entranceRosdomofonId?: Maybe<Scalars['SafeInt']['output']>;
  /** Its number. */
  flat?: Maybe<Scalars['String']['output']>;
  /** Is the flat made as a virtual one? Null: not decided. */
  isVirtual?: Maybe<Scalars['Boolean']['output']>;
  /** Why it was rejected, in a person's words. */
  rejectedReason?: Maybe<Scalars['String']['output']>;
  /** What is connected. */
  services: Array<SuggestedService>;
};

/** How the company has its sign-ups worked on. */
export type SignUpPolicy = {
  __typename?: 'SignUpPolicy';
  /** Which number a new account gets. */
  accountNumber: AccountNumberRule;
  /** How long a person's decision waits before anything is done about it, in milliseconds: for so long it can be taken back. 0: not at all. */
  holdMs: Scalars['Int']['output'];
  /** In which language abonents are written to. */
  language: MessageLanguage;
  /** What the hub decides by itself. */
  mode: SignUpMode;
  /** When abonents are not written to; null: never. */
  quietHours?: Maybe<QuietHours>;
  /** Sent when a person who rejects wants the abonent to know. */
  refusal: MessageTexts;
  /** Which services of the entrance are connected. */
  services: ServiceRule;
  /** Who asked before that is left alone; null: the company never said anything. */
  startsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Which status RosDomofon is given when. */
  statuses: StatusRule;
  /** When it was last saved; null: these are the defaults. */
  updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** `api-key:` with the public part of a key; null: these are the defaults. */
  updatedBy?: Maybe<Scalars['String']['output']>;
  /** 0: the company never said anything, these are the defaults. */
  version: Scalars['Int']['output'];
  /** Is the flat made as a virtual one, without a hardware intercom? */
  virtual: VirtualRule;
  /** Null: no welcome. Fields: `{{address}}`, `{{flat}}`, … ; `previewWelcome` shows how a text will read. */
  welcome?: Maybe<MessageTexts>;
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

/** The sign-up is in a state in which this is not possible. */
export type SignUpStateError = UserError & {
  __typename?: 'SignUpStateError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** As it is now. */
  signUp: SignUp;
};

/** One step at RosDomofon. What is there already is found, not made a second time. */
export type SignUpStep = {
  __typename?: 'SignUpStep';
  /** What does it, or did it last; null when it is forgotten. */
  delivery?: Maybe<Delivery>;
  /** Why it was skipped or failed. Stable, upper case. */
  errorCode?: Maybe<Scalars['String']['output']>;
  /** Ids of what was found or made; its shape is the step's, and may change. */
  result?: Maybe<Scalars['JSON']['output']>;
  /** Null while it is `WAITING`. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was begun. */
  startedAt: Scalars['DateTime']['output'];
  /** How far it is. */
  state: SignUpStepState;
  /** Which one. */
  step: SignUpStepName;
};

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

export type SnoozeConversationInput = {
  id: Scalars['ID']['input'];
  /** When it comes back by itself: within 90 days; null: at once. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type SnoozeConversationPayload = {
  __typename?: 'SnoozeConversationPayload';
  conversation: Conversation;
};

export type SnoozeConversationResult = NotFoundError | SnoozeConversationPayload | TimeRefusedError;

/** The person belongs to the company already. */
export type StaffExistsError = UserError & {
  __typename?: 'StaffExistsError';
  /** `STAFF_EXISTS`. */
  code: UserErrorCode;
  /** The person, with the role that they have. */
  member: StaffMember;
  /** For people, in English. */
  message: Scalars['String']['output'];
  /** The part of the input that names the person. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A person who works for the company. */
export type StaffMember = Node & {
  __typename?: 'StaffMember';
  /** As `AuditEvent.actor`, `requestedBy` and others name the person: `user:` with a public id. */
  actor: Scalars['String']['output'];
  /** Who brought the person in: `user:…`, `api-key:…`, `cli`; the person, when they accepted an invitation. */
  addedBy: Scalars['String']['output'];
  /** With it the person signs in. */
  email: Scalars['String']['output'];
  /** Whether a code is asked for besides the password. */
  hasSecondFactor: Scalars['Boolean']['output'];
  /** Begins with `stf_`. */
  id: Scalars['ID']['output'];
  /** When the person joined the company. */
  joinedAt: Scalars['DateTime']['output'];
  /** As the person wrote it. */
  name: Scalars['String']['output'];
  /** What the person may do in this company. */
  role: Role;
};

/** A page of people. */
export type StaffMemberConnection = {
  __typename?: 'StaffMemberConnection';
  /** The people with their cursors. */
  edges: Array<StaffMemberEdge>;
  /** The people alone. */
  nodes: Array<StaffMember>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are. */
  totalCount: TotalCount;
};

/** A person of a page. */
export type StaffMemberEdge = {
  __typename?: 'StaffMemberEdge';
  /** Its place in the list: give it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The person. */
  node: StaffMember;
};

/**
 * Somebody else changed it meanwhile, or the workflow went on: nothing was done. Look at it as it is now, and decide
 * again with its version.
 */
export type StaleVersionError = UserError & {
  __typename?: 'StaleVersionError';
  /** When it was changed; null: not known. */
  changedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who made it what it is: `workflow`, `rosdomofon`, or a person or key. */
  changedBy?: Maybe<Scalars['String']['output']>;
  code: UserErrorCode;
  /** The version that it has now. */
  currentVersion: Scalars['Int']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A time range: `from` belongs to it, `to` does not. */
export type StatisticsRangeInput = {
  /** Belongs to the range. */
  from: Scalars['DateTime']['input'];
  /** Does not belong to it. */
  to: Scalars['DateTime']['input'];
};

/** How long the buckets of a statistic are. They begin at whole hours, at midnight, on Mondays, on the first of a month. */
export type StatisticsStep =
  /** From midnight to midnight in the time zone asked for: 23 or 25 hours when its clocks change. */
  | 'DAY'
  /** From one whole hour to the next. */
  | 'HOUR'
  /** From the first of a month to the first of the next. */
  | 'MONTH'
  /** From Monday to Monday. */
  | 'WEEK';

/** RosDomofon's statuses, lower case; null: none is given. */
export type StatusRule = {
  __typename?: 'StatusRule';
  /** When every step is done. */
  completed?: Maybe<Scalars['String']['output']>;
  /** When it was refused. */
  rejected?: Maybe<Scalars['String']['output']>;
  /** When the work begins. */
  started?: Maybe<Scalars['String']['output']>;
};

/** RosDomofon's statuses, lower case; null or left out: none is given. */
export type StatusRuleInput = {
  /** When every step is done. */
  completed?: InputMaybe<Scalars['String']['input']>;
  /** When it was refused. */
  rejected?: InputMaybe<Scalars['String']['input']>;
  /** When the work begins. */
  started?: InputMaybe<Scalars['String']['input']>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Conversations as they begin, get messages, are read, assigned and resolved. Told are those that match the filter after
   * the change. With `since`: first all that happened after that cursor, then on.
   */
  conversationChanged: ConversationChangedEvent;
  /**
   * Deliveries as they are added, tried and settled. Told are those that match the filter after the change. With `since`:
   * first all that happened after that cursor, then on.
   */
  deliveryChanged: DeliveryChangedEvent;
  /**
   * How many deliveries wait, are being sent, are dead: first as it is now, then each change, at most once in a second. That
   * sending begins, or that a delivery has become due, may be told five seconds late. It has no `since`: after a break subscribe
   * again, and the present numbers come first. When the database cannot be read an event has the error `SERVICE_UNAVAILABLE`;
   * the subscription goes on.
   */
  deliveryCounters: DeliveryCountersEvent;
  /**
   * Targets as their health changes. Rates and backlogs move without being told: ask for them when you need them. With
   * `since`: first all that happened after that cursor, then on.
   */
  deliveryTargetChanged: DeliveryTargetChangedEvent;
  /**
   * How the hub is: first as it is now, then each change. Looked at every five seconds, and at once when an integration or a
   * target was changed. It has no `since`, because what was is kept nowhere: after a break subscribe again, and what is comes
   * first. When the database cannot be read an event has the error `SERVICE_UNAVAILABLE`; the subscription goes on, and tells
   * how it is as soon as somebody knows.
   */
  healthChanged: HealthChangedEvent;
  /** Integrations as they are set up, checked, break and work again. With `since`: first all that happened after that cursor. */
  integrationChanged: IntegrationChangedEvent;
  /** Jobs as they are asked for, get further and end: one, or all. With `since`: first all that happened after that cursor, then on. */
  jobChanged: JobChangedEvent;
  /**
   * Every message in and out, once, in the order in which they were stored: of one conversation, or of all. With
   * `since`: first all that were added after that cursor, then on.
   */
  messageAdded: MessageAddedEvent;
  /**
   * Messages as they are added and as they are sent or fail: of one conversation, or of all. With `since`: first all that
   * happened after that cursor, then on.
   */
  messageChanged: MessageChangedEvent;
  /** Who reads and who types, from whichever process of the API they are connected to: at one conversation, or at all. */
  presenceChanged: PresenceChangedEvent;
  /**
   * Sign-ups as they are added and change. Told are those that match the filter after the change. With `since`: first
   * all that happened after that cursor, then on.
   */
  signUpChanged: SignUpChangedEvent;
  /**
   * Readings of RosDomofon as they are asked for, get further and end: one, or all of a kind. With `since`: first all
   * that happened after that cursor, then on.
   */
  syncRunChanged: SyncRunChangedEvent;
};


export type SubscriptionconversationChangedArgs = {
  filter?: InputMaybe<ConversationFilterInput>;
  since?: InputMaybe<Scalars['Cursor']['input']>;
};


export type SubscriptiondeliveryChangedArgs = {
  filter?: InputMaybe<DeliveryFilterInput>;
  since?: InputMaybe<Scalars['Cursor']['input']>;
};


export type SubscriptiondeliveryTargetChangedArgs = {
  since?: InputMaybe<Scalars['Cursor']['input']>;
};


export type SubscriptionintegrationChangedArgs = {
  since?: InputMaybe<Scalars['Cursor']['input']>;
};


export type SubscriptionjobChangedArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  since?: InputMaybe<Scalars['Cursor']['input']>;
};


export type SubscriptionmessageAddedArgs = {
  conversationId?: InputMaybe<Scalars['ID']['input']>;
  since?: InputMaybe<Scalars['Cursor']['input']>;
};


export type SubscriptionmessageChangedArgs = {
  conversationId?: InputMaybe<Scalars['ID']['input']>;
  since?: InputMaybe<Scalars['Cursor']['input']>;
};


export type SubscriptionpresenceChangedArgs = {
  conversationId?: InputMaybe<Scalars['ID']['input']>;
};


export type SubscriptionsignUpChangedArgs = {
  filter?: InputMaybe<SignUpFilterInput>;
  since?: InputMaybe<Scalars['Cursor']['input']>;
};


export type SubscriptionsyncRunChangedArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  kind?: InputMaybe<SyncRunKind>;
  since?: InputMaybe<Scalars['Cursor']['input']>;
};

/** A service that could be connected. */
export type SuggestedService = {
  __typename?: 'SuggestedService';
  /** What the company calls it. */
  name: Scalars['String']['output'];
  /** For `ApproveSignUpInput`. */
  rosdomofonId: Scalars['SafeInt']['output'];
  /** RosDomofon's word, as `Service.type`. */
  type: Scalars['String']['output'];
};

/** A reading of RosDomofon into the mirror. */
export type SyncRun = Node & {
  __typename?: 'SyncRun';
  /** Of kind `ACCOUNT`: which one; null while the hub does not know it. */
  account?: Maybe<Account>;
  /** Of kind `ACCOUNT`: RosDomofon's id of which one. */
  accountRosdomofonId?: Maybe<Scalars['SafeInt']['output']>;
  company: Company;
  /** What was found, by kind of object; of a phase at its end. Of a preview, what an import would have found; at its end. */
  counts: Array<SyncRunCount>;
  /** When it was asked for. Lists are ordered by this, newest first. */
  createdAt: Scalars['DateTime']['output'];
  /**
   * Of a completed preview: the first 10 objects of each kind that an import would add, change, or find vanished. Empty for
   * other readings. At most 150.
   */
  differences: Array<SyncRunDifference>;
  /** Objects read in this phase. */
  done: Scalars['Int']['output'];
  /** Why it failed, or what it waits for while it runs. */
  error?: Maybe<SyncRunError>;
  /** Null until it has ended. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Begins with `syn_`. */
  id: Scalars['ID']['output'];
  /** What is read. */
  kind: SyncRunKind;
  /** Null before the beginning. */
  phase?: Maybe<SyncRunPhase>;
  /** Objects that could not be read; the run went on without them. The first hundred: the rest is in `counts`. */
  problems: Array<SyncRunProblem>;
  /** When it last got further. */
  progressAt?: Maybe<Scalars['DateTime']['output']>;
  /** `schedule`, `cli`, or `api-key:` with the public part of a key. */
  requestedBy: Scalars['String']['output'];
  /** Null while it waits. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it is. */
  state: SyncRunState;
  /** How many objects the phase has, as far as that is known: an estimate where RosDomofon does not say; null: unknown. */
  total?: Maybe<Scalars['Int']['output']>;
};

/** What an import would do to an object of the mirror. */
export type SyncRunChange =
  /** Not known yet. */
  | 'ADDED'
  /** Known, and another now. */
  | 'CHANGED'
  /** Known, and not found any more. */
  | 'VANISHED';

/** A reading that was asked for or got further, as it is now. Several changes within moments may come as one. */
export type SyncRunChanged = FeedEvent & SyncRunChangedEvent & {
  __typename?: 'SyncRunChanged';
  cursor: Scalars['Cursor']['output'];
  /** As it is now. */
  syncRun: SyncRun;
};

/**
 * A `SyncRunChanged`, or what a feed tells besides: a `Gap`, a `Heartbeat`. Further kinds may come: ignore those that you
 * do not know.
 */
export type SyncRunChangedEvent = {
  cursor: Scalars['Cursor']['output'];
};

export type SyncRunConnection = {
  __typename?: 'SyncRunConnection';
  edges: Array<SyncRunEdge>;
  nodes: Array<SyncRun>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

/** What a reading found of one kind of object. */
export type SyncRunCount = {
  __typename?: 'SyncRunCount';
  /** Not known before. */
  added: Scalars['Int']['output'];
  /** Known, and now another. */
  changed: Scalars['Int']['output'];
  /** Of which kind of object. */
  entity: MirroredEntity;
  /** As before. */
  same: Scalars['Int']['output'];
  /** Could not be read. */
  unreadable: Scalars['Int']['output'];
  /** Known, and not found any more. */
  vanished: Scalars['Int']['output'];
};

/** An object that is another at RosDomofon than in the mirror. */
export type SyncRunDifference = {
  __typename?: 'SyncRunDifference';
  /** What an import would do to it. */
  change: SyncRunChange;
  /**
   * Of a changed one: what is another, by names like `isBlocked`, without the values. Empty also where only what belongs to an
   * entrance changed: its services, its flat ranges.
   */
  changedFields: Array<Scalars['String']['output']>;
  /** Which kind of object. */
  entity: MirroredEntity;
  /** A service's name, an entrance's address, the number of an account or a flat; null: it has none. */
  label?: Maybe<Scalars['String']['output']>;
  /** RosDomofon's id of the object. */
  rosdomofonId: Scalars['SafeInt']['output'];
};

export type SyncRunEdge = {
  __typename?: 'SyncRunEdge';
  cursor: Scalars['String']['output'];
  node: SyncRun;
};

/** Why a reading failed, or what it waits for. */
export type SyncRunError = {
  __typename?: 'SyncRunError';
  /** Stable, upper case; programs may branch on it. */
  code: Scalars['String']['output'];
  /** For people, in English. */
  message: Scalars['String']['output'];
};

/** All named fields have to hold; within a list, one of its values. */
export type SyncRunFilterInput = {
  /** What is read. */
  kind?: InputMaybe<SyncRunKind>;
  /** How far it is. */
  state?: InputMaybe<Array<SyncRunState>>;
};

/** What is read. */
export type SyncRunKind =
  /** One account with its balance, flats and service connections. */
  | 'ACCOUNT'
  /** Everything that RosDomofon knows of the company. */
  | 'FULL'
  /** Everything, as `FULL` reads it, compared with the mirror: `counts` and `differences` say what an import would change. The mirror stays as it is. */
  | 'PREVIEW';

/** What is being read, in the order of a full run; an account has a phase of its own. */
export type SyncRunPhase =
  /** The one account. */
  | 'ACCOUNT'
  /** Accounts, with their owners. */
  | 'ACCOUNTS'
  /** Service connections, with their flats and entrances. */
  | 'CONNECTIONS'
  /** Entrances, with what is offered there. */
  | 'ENTRANCES'
  /** Entrances whose flats no service connection confirmed. */
  | 'FLATS'
  /** What the company sells. */
  | 'SERVICES';

/** An object that could not be read. */
export type SyncRunProblem = {
  __typename?: 'SyncRunProblem';
  /** Lower case, like the phases. */
  phase: Scalars['String']['output'];
  /** What is wrong and where, in words for a person, without personal data. */
  reason: Scalars['String']['output'];
  /** Null when not even that could be read. */
  rosdomofonId?: Maybe<Scalars['String']['output']>;
};

/** How far a reading is. */
export type SyncRunState =
  /** A person stopped it. What was read until then stays in the mirror. */
  | 'CANCELLED'
  /** Everything was read. */
  | 'COMPLETED'
  /** `error` says why. What was read until then stays in the mirror. */
  | 'FAILED'
  /** Waits for the process that looks after the company's integration. */
  | 'QUEUED'
  /** Is being read. When that process dies, another one goes on from there. */
  | 'RUNNING';

/** The reading has ended: there is nothing to stop. */
export type SyncRunStateError = UserError & {
  __typename?: 'SyncRunStateError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** As it is now. */
  syncRun: SyncRun;
};

/** Whether a target is being spared, because it failed. */
export type TargetBreaker = {
  __typename?: 'TargetBreaker';
  /** What the last failure was. Stable, upper case. */
  code?: Maybe<Scalars['String']['output']>;
  /** While it is `OPEN`: when the target is tried again. */
  retryAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is being spared. */
  state: BreakerState;
};

/** What is not done of one target. */
export type TargetDeliveryCounts = {
  __typename?: 'TargetDeliveryCounts';
  /**
   * How many. Of a company that has more than 10,000 of a kind the 10,000 oldest are counted, by target: then it may be more, as
   * the precision says.
   */
  counts: DeliveryCounts;
  /** Where they go; null: it is gone. */
  target?: Maybe<DeliveryTarget>;
};

/** A pause that a person made. */
export type TargetPause = {
  __typename?: 'TargetPause';
  /** When somebody did. */
  pausedAt: Scalars['DateTime']['output'];
  /** `api-key:` with the public part of a key. */
  pausedBy: Scalars['String']['output'];
  /** In that person's words; null: none was given. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** A person has paused the target: the delivery would only wait there. `force` sends it again all the same. */
export type TargetPausedError = UserError & {
  __typename?: 'TargetPausedError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** As it is now. */
  target: DeliveryTarget;
};

/** As the process that sends there saw it last. */
export type TargetRate = {
  __typename?: 'TargetRate';
  /** Null: no limit is known. */
  allowedPerSecond?: Maybe<Scalars['Float']['output']>;
  /** When that process told it. */
  reportedAt: Scalars['DateTime']['output'];
  /** Requests in a second, lately. */
  usedPerSecond: Scalars['Float']['output'];
};

/** A rest that a target asked for. */
export type TargetRest = {
  __typename?: 'TargetRest';
  /** Why. Stable, upper case. */
  code?: Maybe<Scalars['String']['output']>;
  /** When it is over. */
  until: Scalars['DateTime']['output'];
};

/** The target is in a state in which this is not possible: paused already, or nothing to resume. */
export type TargetStateError = UserError & {
  __typename?: 'TargetStateError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** As it is now. */
  target: DeliveryTarget;
};

export type TestIntegrationInput = {
  id: Scalars['ID']['input'];
  /** How long to wait for the portal, in milliseconds, 0 to 10,000; left out, 5,000. */
  waitMs?: InputMaybe<Scalars['Int']['input']>;
};

export type TestIntegrationPayload = {
  __typename?: 'TestIntegrationPayload';
  delivery: Delivery;
  integration: Integration;
  /** What was found; empty when the portal has not answered within `waitMs`: the check goes on, see `delivery`. */
  steps: Array<CheckStep>;
};

export type TestIntegrationResult = IntegrationStateError | NotFoundError | TestIntegrationPayload;

/** The time is over, or more than 90 days away. */
export type TimeRefusedError = UserError & {
  __typename?: 'TimeRefusedError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Something was begun about the decision, and may have had its effect: nothing was taken back. */
export type TooLateError = UserError & {
  __typename?: 'TooLateError';
  code: UserErrorCode;
  /** What `compensateSignUp` would do about it. */
  compensation: Array<CompensationItem>;
  /** What was begun since the decision, oldest first. */
  executedSteps: Array<SignUpStep>;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** As it stands now. */
  signUp: SignUp;
};

/** How many rows a list has under its filter. Counted only when asked for, and up to 10,000. */
export type TotalCount = {
  __typename?: 'TotalCount';
  /** How many, at most 10,000. */
  count: Scalars['Int']['output'];
  /** Whether that is all. */
  precision: CountPrecision;
};

export type UnblockAccountInput = {
  idempotencyKey: Scalars['ID']['input'];
  /** The account's number, exactly as the billing writes it. It need not be in the mirror yet. */
  number: Scalars['String']['input'];
  /** How long to wait for RosDomofon, in milliseconds, 0 to 10,000; left out, 5,000. */
  waitMs?: InputMaybe<Scalars['Int']['input']>;
};

export type UnblockAccountPayload = {
  __typename?: 'UnblockAccountPayload';
  /** As the mirror has it now: free, when `delivery` is `DELIVERED`. Null: the mirror does not know it yet. */
  account?: Maybe<Account>;
  /** The change. Not settled after `waitMs`, it goes on by itself: follow it with `deliveryChanged`. */
  delivery: Delivery;
};

export type UnblockAccountResult = EffectFailedError | IdempotencyConflictError | NotFoundError | RosdomofonOffError | RosdomofonRefusedError | UnblockAccountPayload;

export type UnblockServiceConnectionInput = {
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  /** How long to wait for RosDomofon, in milliseconds, 0 to 10,000; left out, 5,000. */
  waitMs?: InputMaybe<Scalars['Int']['input']>;
};

export type UnblockServiceConnectionPayload = {
  __typename?: 'UnblockServiceConnectionPayload';
  /** The change. Not settled after `waitMs`, it goes on by itself: follow it with `deliveryChanged`. */
  delivery: Delivery;
  /** As the mirror has it now: free, when `delivery` is `DELIVERED`. */
  serviceConnection: ServiceConnection;
};

export type UnblockServiceConnectionResult = EffectFailedError | IdempotencyConflictError | NotFoundError | RosdomofonOffError | RosdomofonRefusedError | UnblockServiceConnectionPayload;

export type UndoSignUpDecisionInput = {
  /**
   * The `version` that the decision's payload told: when somebody has decided anew, nothing is taken back. Left out: whichever
   * decision was the last.
   */
  decisionVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};

export type UndoSignUpDecisionPayload = {
  __typename?: 'UndoSignUpDecisionPayload';
  /** As it was before the decision: `NEEDS_REVIEW`, or `FAILED`. */
  signUp: SignUp;
};

export type UndoSignUpDecisionResult = IdempotencyConflictError | NotFoundError | RosdomofonOffError | SignUpStateError | StaleVersionError | TooLateError | UndoSignUpDecisionPayload;

/** The text has variables that do not exist. */
export type UnknownVariablesError = UserError & {
  __typename?: 'UnknownVariablesError';
  code: UserErrorCode;
  /** Those that there are. */
  known: Array<Scalars['String']['output']>;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** As they stand in the text, each once. */
  unknown: Array<Scalars['String']['output']>;
};

/** What is left out stays as it is; `null` takes away what can be without: the name, the event token, of the chat the line and the connector's id. */
export type UpdateIntegrationInput = {
  /** Another application, or another secret, of the same portal. It has to be authorised anew. */
  application?: InputMaybe<PortalApplicationInput>;
  /** Another way of chatting. */
  chat?: InputMaybe<PortalChatInput>;
  /** Of an outbound webhook: its application token. The former one is not believed any more, with `null` none is. */
  eventToken?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  /** As people call it. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** How long to wait for the live check, in milliseconds, 0 to 10,000; left out, 5,000. */
  waitMs?: InputMaybe<Scalars['Int']['input']>;
  /** A new inbound webhook of the same portal. */
  webhookUrl?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateIntegrationPayload = {
  __typename?: 'UpdateIntegrationPayload';
  /** The live check; null: there is nothing to look at yet. */
  delivery?: Maybe<Delivery>;
  integration: Integration;
};

export type UpdateIntegrationResult = IntegrationInvalidError | IntegrationStateError | NotFoundError | SecretsOffError | UpdateIntegrationPayload;

/**
 * Why a mutation did nothing, where the caller can do something about it. Further kinds may come: ask for the fields of
 * this interface, so that those that you do not know are shown as well.
 */
export type UserError = {
  /** What programs branch on. */
  code: UserErrorCode;
  /** For people, in English. */
  message: Scalars['String']['output'];
  /** Which part of the input it is about; null: none in particular. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Why a mutation did nothing: one code for each type of error. Further ones may come. */
export type UserErrorCode =
  | 'AMBIGUOUS_ENTRANCE'
  | 'API_KEY_INVALID'
  | 'API_KEY_STATE'
  | 'ASSIGNMENT_CHANGED'
  | 'BEYOND_PERMISSIONS'
  | 'CLAIMED_BY_OTHER'
  | 'CONVERSATION_MOVED'
  | 'CONVERSATION_STATE'
  | 'COUNT_CHANGED'
  | 'DELIVERY_STATE'
  | 'EFFECT_FAILED'
  | 'EMAIL_INVALID'
  | 'FLAT_MISSING'
  | 'FLAT_OUT_OF_RANGE'
  | 'IDEMPOTENCY_CONFLICT'
  | 'INBOX_EVENT_STATE'
  | 'INBOX_EVENT_UNREADABLE'
  | 'INTEGRATION_EXISTS'
  | 'INTEGRATION_INVALID'
  | 'INTEGRATION_STATE'
  | 'ISSUE_STATE'
  | 'JOB_STATE'
  | 'LAST_OWNER'
  | 'MAPPING_INVALID'
  | 'MESSAGE_STATE'
  | 'MESSAGE_TEXT'
  | 'MIRROR_OFF'
  | 'NOT_FOUND'
  | 'POLICY_INVALID'
  | 'REASON_MISSING'
  | 'REDELIVERY_UNDER_WAY'
  | 'ROSDOMOFON_OFF'
  | 'ROSDOMOFON_REFUSED'
  | 'SECRETS_OFF'
  | 'SERVICES_REFUSED'
  | 'SIGN_UP_STATE'
  | 'STAFF_EXISTS'
  | 'STALE_VERSION'
  | 'SYNC_RUN_STATE'
  | 'TARGET_PAUSED'
  | 'TARGET_STATE'
  | 'TIME_REFUSED'
  | 'TOO_LATE'
  | 'UNKNOWN_VARIABLES';

/** Who is asking: a person in a session, or a program with an API key. */
export type Viewer = {
  __typename?: 'Viewer';
  /** As rows name the caller: `user:` or `api-key:` with a public id. */
  actor: Scalars['String']['output'];
  /** The company of the session or key. Every query and subscription sees this company alone. */
  company: Company;
  /**
   * Where the feed of changes stands now. For a view without a hole: read this first, then the lists, then subscribe
   * with it as `since`.
   */
  feedCursor: Scalars['Cursor']['output'];
  /** What the caller may do, in alphabetical order: a person by their role, a program by its key. */
  permissions: Array<Permission>;
  /** The person who is asking; null: it is a program, with an API key. */
  person?: Maybe<Person>;
  /** The person's role in the company; null: it is a program. */
  role?: Maybe<Role>;
};

/** Whether new flats are virtual ones, without a hardware intercom. */
export type VirtualRule =
  /** Always. */
  | 'ALWAYS'
  /** As the abonent asked. */
  | 'AS_ASKED'
  /** Never. */
  | 'NEVER';

/** A day of the week. */
export type Weekday =
  /** Friday. */
  | 'FRI'
  /** Monday. */
  | 'MON'
  /** Saturday. */
  | 'SAT'
  /** Sunday. */
  | 'SUN'
  /** Thursday. */
  | 'THU'
  /** Tuesday. */
  | 'TUE'
  /** Wednesday. */
  | 'WED';

export type WithdrawInvitationInput = {
  /** The invitation: `inv_…`. */
  id: Scalars['ID']['input'];
};

/** The link works no more. */
export type WithdrawInvitationPayload = {
  __typename?: 'WithdrawInvitationPayload';
  /** The invitation that was withdrawn. */
  invitation: Invitation;
};

export type WithdrawInvitationResult = NotFoundError | WithdrawInvitationPayload;



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ApproveSignUpResult:
    | ( Omit<AmbiguousEntranceError, 'code' | 'suggestions'> & { code: _RefType['UserErrorCode'], suggestions: Array<_RefType['EntranceSuggestion']> } & { __typename: 'AmbiguousEntranceError' } )
    | ( Omit<ApproveSignUpPayload, 'signUp'> & { signUp: _RefType['SignUp'] } & { __typename: 'ApproveSignUpPayload' } )
    | ( Omit<FlatMissingError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'FlatMissingError' } )
    | ( Omit<FlatOutOfRangeError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'FlatOutOfRangeError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<ServicesRefusedError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ServicesRefusedError' } )
    | ( Omit<SignUpStateError, 'code' | 'signUp'> & { code: _RefType['UserErrorCode'], signUp: _RefType['SignUp'] } & { __typename: 'SignUpStateError' } )
    | ( Omit<StaleVersionError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'StaleVersionError' } )
  ;
  ApproveSignUpsResult:
    | ( Omit<ApproveSignUpsPayload, 'job'> & { job: _RefType['Job'] } & { __typename: 'ApproveSignUpsPayload' } )
    | ( Omit<CountChangedError, 'code' | 'now'> & { code: _RefType['UserErrorCode'], now: _RefType['TotalCount'] } & { __typename: 'CountChangedError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
  ;
  AssignConversationResult:
    | ( Omit<AssignConversationPayload, 'conversation'> & { conversation: _RefType['Conversation'] } & { __typename: 'AssignConversationPayload' } )
    | ( Omit<AssignmentChangedError, 'code' | 'conversation'> & { code: _RefType['UserErrorCode'], conversation: _RefType['Conversation'] } & { __typename: 'AssignmentChangedError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  AssignSignUpResult:
    | ( Omit<AssignSignUpPayload, 'signUp'> & { signUp: _RefType['SignUp'] } & { __typename: 'AssignSignUpPayload' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<SignUpStateError, 'code' | 'signUp'> & { code: _RefType['UserErrorCode'], signUp: _RefType['SignUp'] } & { __typename: 'SignUpStateError' } )
    | ( Omit<StaleVersionError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'StaleVersionError' } )
  ;
  BeginBitrix24AuthorizationResult:
    | ( BeginBitrix24AuthorizationPayload & { __typename: 'BeginBitrix24AuthorizationPayload' } )
    | ( Omit<IntegrationStateError, 'code' | 'integration'> & { code: _RefType['UserErrorCode'], integration: _RefType['Integration'] } & { __typename: 'IntegrationStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  BlockAccountResult:
    | ( Omit<BlockAccountPayload, 'account' | 'delivery'> & { account?: Maybe<_RefType['Account']>, delivery: _RefType['Delivery'] } & { __typename: 'BlockAccountPayload' } )
    | ( Omit<EffectFailedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'EffectFailedError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<RosdomofonRefusedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'RosdomofonRefusedError' } )
  ;
  BlockServiceConnectionResult:
    | ( Omit<BlockServiceConnectionPayload, 'delivery' | 'serviceConnection'> & { delivery: _RefType['Delivery'], serviceConnection: _RefType['ServiceConnection'] } & { __typename: 'BlockServiceConnectionPayload' } )
    | ( Omit<EffectFailedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'EffectFailedError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<RosdomofonRefusedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'RosdomofonRefusedError' } )
  ;
  BroadcastMessageResult:
    | ( Omit<BroadcastMessagePayload, 'job'> & { job: _RefType['Job'] } & { __typename: 'BroadcastMessagePayload' } )
    | ( Omit<CountChangedError, 'code' | 'now'> & { code: _RefType['UserErrorCode'], now: _RefType['TotalCount'] } & { __typename: 'CountChangedError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<MessageTextError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'MessageTextError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
  ;
  CancelDeliveryResult:
    | ( Omit<CancelDeliveryPayload, 'delivery'> & { delivery: _RefType['Delivery'] } & { __typename: 'CancelDeliveryPayload' } )
    | ( Omit<DeliveryStateError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'DeliveryStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CancelJobResult:
    | ( Omit<CancelJobPayload, 'job'> & { job: _RefType['Job'] } & { __typename: 'CancelJobPayload' } )
    | ( Omit<JobStateError, 'code' | 'job'> & { code: _RefType['UserErrorCode'], job: _RefType['Job'] } & { __typename: 'JobStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CancelSyncRunResult:
    | ( Omit<CancelSyncRunPayload, 'syncRun'> & { syncRun: _RefType['SyncRun'] } & { __typename: 'CancelSyncRunPayload' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<SyncRunStateError, 'code' | 'syncRun'> & { code: _RefType['UserErrorCode'], syncRun: _RefType['SyncRun'] } & { __typename: 'SyncRunStateError' } )
  ;
  ClaimSignUpResult:
    | ( Omit<ClaimSignUpPayload, 'signUp'> & { signUp: _RefType['SignUp'] } & { __typename: 'ClaimSignUpPayload' } )
    | ( Omit<ClaimedByOtherError, 'code' | 'signUp'> & { code: _RefType['UserErrorCode'], signUp: _RefType['SignUp'] } & { __typename: 'ClaimedByOtherError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<SignUpStateError, 'code' | 'signUp'> & { code: _RefType['UserErrorCode'], signUp: _RefType['SignUp'] } & { __typename: 'SignUpStateError' } )
  ;
  CompensateSignUpResult:
    | ( Omit<CompensateSignUpPayload, 'signUp'> & { signUp: _RefType['SignUp'] } & { __typename: 'CompensateSignUpPayload' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<ReasonMissingError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ReasonMissingError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<SignUpStateError, 'code' | 'signUp'> & { code: _RefType['UserErrorCode'], signUp: _RefType['SignUp'] } & { __typename: 'SignUpStateError' } )
    | ( Omit<StaleVersionError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'StaleVersionError' } )
  ;
  ConnectServiceResult:
    | ( Omit<ConnectServicePayload, 'delivery' | 'serviceConnection'> & { delivery: _RefType['Delivery'], serviceConnection?: Maybe<_RefType['ServiceConnection']> } & { __typename: 'ConnectServicePayload' } )
    | ( Omit<EffectFailedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'EffectFailedError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<RosdomofonRefusedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'RosdomofonRefusedError' } )
  ;
  ConnectServiceToEntranceResult:
    | ( Omit<ConnectServiceToEntrancePayload, 'job'> & { job: _RefType['Job'] } & { __typename: 'ConnectServiceToEntrancePayload' } )
    | ( Omit<CountChangedError, 'code' | 'now'> & { code: _RefType['UserErrorCode'], now: _RefType['TotalCount'] } & { __typename: 'CountChangedError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
  ;
  CreateAccountResult:
    | ( Omit<CreateAccountPayload, 'account' | 'delivery'> & { account?: Maybe<_RefType['Account']>, delivery: _RefType['Delivery'] } & { __typename: 'CreateAccountPayload' } )
    | ( Omit<EffectFailedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'EffectFailedError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<RosdomofonRefusedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'RosdomofonRefusedError' } )
  ;
  CreateApiKeyResult:
    | ( Omit<ApiKeyInvalidError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ApiKeyInvalidError' } )
    | ( Omit<BeyondPermissionsError, 'code' | 'permissions'> & { code: _RefType['UserErrorCode'], permissions: Array<_RefType['Permission']> } & { __typename: 'BeyondPermissionsError' } )
    | ( Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey: _RefType['ApiKey'] } & { __typename: 'CreateApiKeyPayload' } )
  ;
  CreateFlatResult:
    | ( Omit<CreateFlatPayload, 'delivery' | 'flat'> & { delivery: _RefType['Delivery'], flat?: Maybe<_RefType['Flat']> } & { __typename: 'CreateFlatPayload' } )
    | ( Omit<EffectFailedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'EffectFailedError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<RosdomofonRefusedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'RosdomofonRefusedError' } )
  ;
  CreateIntegrationResult:
    | ( Omit<CreateIntegrationPayload, 'delivery' | 'integration'> & { delivery?: Maybe<_RefType['Delivery']>, integration: _RefType['Integration'] } & { __typename: 'CreateIntegrationPayload' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<IntegrationExistsError, 'code' | 'integration'> & { code: _RefType['UserErrorCode'], integration: _RefType['Integration'] } & { __typename: 'IntegrationExistsError' } )
    | ( Omit<IntegrationInvalidError, 'code' | 'problems'> & { code: _RefType['UserErrorCode'], problems: Array<_RefType['IntegrationProblem']> } & { __typename: 'IntegrationInvalidError' } )
    | ( Omit<SecretsOffError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'SecretsOffError' } )
  ;
  DeleteCannedResponseResult:
    | ( DeleteCannedResponsePayload & { __typename: 'DeleteCannedResponsePayload' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  ImportAccountsResult:
    | ( Omit<ImportAccountsPayload, 'run'> & { run: _RefType['SyncRun'] } & { __typename: 'ImportAccountsPayload' } )
    | ( Omit<MirrorOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'MirrorOffError' } )
  ;
  InviteStaffResult:
    | ( Omit<BeyondPermissionsError, 'code' | 'permissions'> & { code: _RefType['UserErrorCode'], permissions: Array<_RefType['Permission']> } & { __typename: 'BeyondPermissionsError' } )
    | ( Omit<EmailInvalidError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'EmailInvalidError' } )
    | ( Omit<InviteStaffPayload, 'invitation'> & { invitation: _RefType['Invitation'] } & { __typename: 'InviteStaffPayload' } )
    | ( Omit<StaffExistsError, 'code' | 'member'> & { code: _RefType['UserErrorCode'], member: _RefType['StaffMember'] } & { __typename: 'StaffExistsError' } )
  ;
  MarkReadResult:
    | ( Omit<MarkReadPayload, 'conversation'> & { conversation: _RefType['Conversation'] } & { __typename: 'MarkReadPayload' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  MuteIssueResult:
    | ( Omit<IssueStateError, 'code' | 'issue'> & { code: _RefType['UserErrorCode'], issue: _RefType['Issue'] } & { __typename: 'IssueStateError' } )
    | ( Omit<MuteIssuePayload, 'issue'> & { issue: _RefType['Issue'] } & { __typename: 'MuteIssuePayload' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<TimeRefusedError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'TimeRefusedError' } )
  ;
  ParkSignUpResult:
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<ParkSignUpPayload, 'signUp'> & { signUp: _RefType['SignUp'] } & { __typename: 'ParkSignUpPayload' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<SignUpStateError, 'code' | 'signUp'> & { code: _RefType['UserErrorCode'], signUp: _RefType['SignUp'] } & { __typename: 'SignUpStateError' } )
    | ( Omit<TimeRefusedError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'TimeRefusedError' } )
  ;
  PauseIntegrationResult:
    | ( Omit<IntegrationStateError, 'code' | 'integration'> & { code: _RefType['UserErrorCode'], integration: _RefType['Integration'] } & { __typename: 'IntegrationStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<PauseIntegrationPayload, 'integration'> & { integration: _RefType['Integration'] } & { __typename: 'PauseIntegrationPayload' } )
  ;
  PauseTargetResult:
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<PauseTargetPayload, 'target'> & { target: _RefType['DeliveryTarget'] } & { __typename: 'PauseTargetPayload' } )
    | ( Omit<TargetStateError, 'code' | 'target'> & { code: _RefType['UserErrorCode'], target: _RefType['DeliveryTarget'] } & { __typename: 'TargetStateError' } )
  ;
  PreviewMappingResult:
    | ( Omit<MappingInvalidError, 'code' | 'problems'> & { code: _RefType['UserErrorCode'], problems: Array<_RefType['MappingProblem']> } & { __typename: 'MappingInvalidError' } )
    | ( Omit<MappingPreview, 'problems'> & { problems: Array<_RefType['MappingProblem']> } & { __typename: 'MappingPreview' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  ReconnectIntegrationResult:
    | ( Omit<IntegrationInvalidError, 'code' | 'problems'> & { code: _RefType['UserErrorCode'], problems: Array<_RefType['IntegrationProblem']> } & { __typename: 'IntegrationInvalidError' } )
    | ( Omit<IntegrationStateError, 'code' | 'integration'> & { code: _RefType['UserErrorCode'], integration: _RefType['Integration'] } & { __typename: 'IntegrationStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<ReconnectIntegrationPayload, 'delivery' | 'integration'> & { delivery?: Maybe<_RefType['Delivery']>, integration: _RefType['Integration'] } & { __typename: 'ReconnectIntegrationPayload' } )
    | ( Omit<SecretsOffError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'SecretsOffError' } )
  ;
  RedeliverMatchingResult:
    | ( Omit<CountChangedError, 'code' | 'now'> & { code: _RefType['UserErrorCode'], now: _RefType['TotalCount'] } & { __typename: 'CountChangedError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<RedeliverMatchingPayload, 'job'> & { job: _RefType['Job'] } & { __typename: 'RedeliverMatchingPayload' } )
  ;
  RedeliverResult:
    | ( Omit<DeliveryStateError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'DeliveryStateError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RedeliverPayload, 'delivery'> & { delivery: _RefType['Delivery'] } & { __typename: 'RedeliverPayload' } )
    | ( Omit<RedeliveryUnderWayError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'RedeliveryUnderWayError' } )
    | ( Omit<TargetPausedError, 'code' | 'target'> & { code: _RefType['UserErrorCode'], target: _RefType['DeliveryTarget'] } & { __typename: 'TargetPausedError' } )
  ;
  RefreshAccountResult:
    | ( Omit<MirrorOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'MirrorOffError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RefreshAccountPayload, 'account' | 'run'> & { account: _RefType['Account'], run: _RefType['SyncRun'] } & { __typename: 'RefreshAccountPayload' } )
  ;
  RejectSignUpResult:
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<ReasonMissingError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ReasonMissingError' } )
    | ( Omit<RejectSignUpPayload, 'signUp'> & { signUp: _RefType['SignUp'] } & { __typename: 'RejectSignUpPayload' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<SignUpStateError, 'code' | 'signUp'> & { code: _RefType['UserErrorCode'], signUp: _RefType['SignUp'] } & { __typename: 'SignUpStateError' } )
    | ( Omit<StaleVersionError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'StaleVersionError' } )
  ;
  ReleaseSignUpResult:
    | ( Omit<ClaimedByOtherError, 'code' | 'signUp'> & { code: _RefType['UserErrorCode'], signUp: _RefType['SignUp'] } & { __typename: 'ClaimedByOtherError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<ReleaseSignUpPayload, 'signUp'> & { signUp: _RefType['SignUp'] } & { __typename: 'ReleaseSignUpPayload' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
  ;
  RemoveStaffResult:
    | ( Omit<LastOwnerError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'LastOwnerError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( RemoveStaffPayload & { __typename: 'RemoveStaffPayload' } )
  ;
  RenderCannedResponseResult:
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( RenderCannedResponsePayload & { __typename: 'RenderCannedResponsePayload' } )
    | ( Omit<UnknownVariablesError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'UnknownVariablesError' } )
  ;
  ReprocessEventResult:
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<InboxEventStateError, 'code' | 'event'> & { code: _RefType['UserErrorCode'], event: _RefType['InboxEvent'] } & { __typename: 'InboxEventStateError' } )
    | ( Omit<InboxEventUnreadableError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InboxEventUnreadableError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<ReprocessEventPayload, 'caused' | 'event'> & { caused: Array<_RefType['InboxEventEffect']>, event: _RefType['InboxEvent'] } & { __typename: 'ReprocessEventPayload' } )
  ;
  ResolveCrmReviewResult:
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<ResolveCrmReviewPayload, 'abonent'> & { abonent?: Maybe<_RefType['Abonent']> } & { __typename: 'ResolveCrmReviewPayload' } )
  ;
  ResolveIssueResult:
    | ( Omit<IssueStateError, 'code' | 'issue'> & { code: _RefType['UserErrorCode'], issue: _RefType['Issue'] } & { __typename: 'IssueStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<ResolveIssuePayload, 'issue'> & { issue: _RefType['Issue'] } & { __typename: 'ResolveIssuePayload' } )
  ;
  ResumeIntegrationResult:
    | ( Omit<IntegrationStateError, 'code' | 'integration'> & { code: _RefType['UserErrorCode'], integration: _RefType['Integration'] } & { __typename: 'IntegrationStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<ResumeIntegrationPayload, 'integration'> & { integration: _RefType['Integration'] } & { __typename: 'ResumeIntegrationPayload' } )
  ;
  ResumeTargetResult:
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<ResumeTargetPayload, 'target'> & { target: _RefType['DeliveryTarget'] } & { __typename: 'ResumeTargetPayload' } )
    | ( Omit<TargetStateError, 'code' | 'target'> & { code: _RefType['UserErrorCode'], target: _RefType['DeliveryTarget'] } & { __typename: 'TargetStateError' } )
  ;
  RetryMessageResult:
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<MessageStateError, 'code' | 'current'> & { code: _RefType['UserErrorCode'], current: _RefType['Message'] } & { __typename: 'MessageStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RetryMessagePayload, 'message'> & { message: _RefType['Message'] } & { __typename: 'RetryMessagePayload' } )
  ;
  RetrySignUpResult:
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RetrySignUpPayload, 'signUp'> & { signUp: _RefType['SignUp'] } & { __typename: 'RetrySignUpPayload' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<SignUpStateError, 'code' | 'signUp'> & { code: _RefType['UserErrorCode'], signUp: _RefType['SignUp'] } & { __typename: 'SignUpStateError' } )
    | ( Omit<StaleVersionError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'StaleVersionError' } )
  ;
  RevokeApiKeyResult:
    | ( Omit<ApiKeyStateError, 'apiKey' | 'code'> & { apiKey: _RefType['ApiKey'], code: _RefType['UserErrorCode'] } & { __typename: 'ApiKeyStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey: _RefType['ApiKey'] } & { __typename: 'RevokeApiKeyPayload' } )
  ;
  RevokeSessionResult:
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( RevokeSessionPayload & { __typename: 'RevokeSessionPayload' } )
  ;
  RotateApiKeyResult:
    | ( Omit<ApiKeyStateError, 'apiKey' | 'code'> & { apiKey: _RefType['ApiKey'], code: _RefType['UserErrorCode'] } & { __typename: 'ApiKeyStateError' } )
    | ( Omit<BeyondPermissionsError, 'code' | 'permissions'> & { code: _RefType['UserErrorCode'], permissions: Array<_RefType['Permission']> } & { __typename: 'BeyondPermissionsError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RotateApiKeyPayload, 'apiKey'> & { apiKey: _RefType['ApiKey'] } & { __typename: 'RotateApiKeyPayload' } )
  ;
  SaveCannedResponseResult:
    | ( Omit<MessageTextError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'MessageTextError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<SaveCannedResponsePayload, 'cannedResponse'> & { cannedResponse: _RefType['CannedResponse'] } & { __typename: 'SaveCannedResponsePayload' } )
    | ( Omit<StaleVersionError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'StaleVersionError' } )
    | ( Omit<UnknownVariablesError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'UnknownVariablesError' } )
  ;
  SaveDraftResult:
    | ( Omit<MessageTextError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'MessageTextError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<SaveDraftPayload, 'conversation'> & { conversation: _RefType['Conversation'] } & { __typename: 'SaveDraftPayload' } )
  ;
  SaveFieldMappingResult:
    | ( Omit<MappingInvalidError, 'code' | 'problems'> & { code: _RefType['UserErrorCode'], problems: Array<_RefType['MappingProblem']> } & { __typename: 'MappingInvalidError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<SaveFieldMappingPayload, 'mapping'> & { mapping: _RefType['FieldMapping'] } & { __typename: 'SaveFieldMappingPayload' } )
    | ( Omit<StaleVersionError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'StaleVersionError' } )
  ;
  SaveMessagingPolicyResult:
    | ( Omit<PolicyInvalidError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'PolicyInvalidError' } )
    | ( Omit<SaveMessagingPolicyPayload, 'policy'> & { policy: _RefType['MessagingPolicy'] } & { __typename: 'SaveMessagingPolicyPayload' } )
    | ( Omit<StaleVersionError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'StaleVersionError' } )
  ;
  SaveSignUpPolicyResult:
    | ( Omit<PolicyInvalidError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'PolicyInvalidError' } )
    | ( Omit<SaveSignUpPolicyPayload, 'policy'> & { policy: _RefType['SignUpPolicy'] } & { __typename: 'SaveSignUpPolicyPayload' } )
    | ( Omit<StaleVersionError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'StaleVersionError' } )
  ;
  SendMessageResult:
    | ( Omit<ConversationMovedError, 'code' | 'newMessages'> & { code: _RefType['UserErrorCode'], newMessages: Array<_RefType['Message']> } & { __typename: 'ConversationMovedError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<MessageTextError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'MessageTextError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<SendMessagePayload, 'message'> & { message: _RefType['Message'] } & { __typename: 'SendMessagePayload' } )
  ;
  SetConversationStateResult:
    | ( Omit<ConversationStateError, 'code' | 'conversation'> & { code: _RefType['UserErrorCode'], conversation: _RefType['Conversation'] } & { __typename: 'ConversationStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<SetConversationStatePayload, 'conversation'> & { conversation: _RefType['Conversation'] } & { __typename: 'SetConversationStatePayload' } )
  ;
  SetPresenceResult:
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( SetPresencePayload & { __typename: 'SetPresencePayload' } )
  ;
  SetRoleResult:
    | ( Omit<BeyondPermissionsError, 'code' | 'permissions'> & { code: _RefType['UserErrorCode'], permissions: Array<_RefType['Permission']> } & { __typename: 'BeyondPermissionsError' } )
    | ( Omit<LastOwnerError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'LastOwnerError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<SetRolePayload, 'member'> & { member: _RefType['StaffMember'] } & { __typename: 'SetRolePayload' } )
  ;
  SnoozeConversationResult:
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<SnoozeConversationPayload, 'conversation'> & { conversation: _RefType['Conversation'] } & { __typename: 'SnoozeConversationPayload' } )
    | ( Omit<TimeRefusedError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'TimeRefusedError' } )
  ;
  TestIntegrationResult:
    | ( Omit<IntegrationStateError, 'code' | 'integration'> & { code: _RefType['UserErrorCode'], integration: _RefType['Integration'] } & { __typename: 'IntegrationStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<TestIntegrationPayload, 'delivery' | 'integration' | 'steps'> & { delivery: _RefType['Delivery'], integration: _RefType['Integration'], steps: Array<_RefType['CheckStep']> } & { __typename: 'TestIntegrationPayload' } )
  ;
  UnblockAccountResult:
    | ( Omit<EffectFailedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'EffectFailedError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<RosdomofonRefusedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'RosdomofonRefusedError' } )
    | ( Omit<UnblockAccountPayload, 'account' | 'delivery'> & { account?: Maybe<_RefType['Account']>, delivery: _RefType['Delivery'] } & { __typename: 'UnblockAccountPayload' } )
  ;
  UnblockServiceConnectionResult:
    | ( Omit<EffectFailedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'EffectFailedError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<RosdomofonRefusedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'RosdomofonRefusedError' } )
    | ( Omit<UnblockServiceConnectionPayload, 'delivery' | 'serviceConnection'> & { delivery: _RefType['Delivery'], serviceConnection: _RefType['ServiceConnection'] } & { __typename: 'UnblockServiceConnectionPayload' } )
  ;
  UndoSignUpDecisionResult:
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<SignUpStateError, 'code' | 'signUp'> & { code: _RefType['UserErrorCode'], signUp: _RefType['SignUp'] } & { __typename: 'SignUpStateError' } )
    | ( Omit<StaleVersionError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'StaleVersionError' } )
    | ( Omit<TooLateError, 'code' | 'compensation' | 'executedSteps' | 'signUp'> & { code: _RefType['UserErrorCode'], compensation: Array<_RefType['CompensationItem']>, executedSteps: Array<_RefType['SignUpStep']>, signUp: _RefType['SignUp'] } & { __typename: 'TooLateError' } )
    | ( Omit<UndoSignUpDecisionPayload, 'signUp'> & { signUp: _RefType['SignUp'] } & { __typename: 'UndoSignUpDecisionPayload' } )
  ;
  UpdateIntegrationResult:
    | ( Omit<IntegrationInvalidError, 'code' | 'problems'> & { code: _RefType['UserErrorCode'], problems: Array<_RefType['IntegrationProblem']> } & { __typename: 'IntegrationInvalidError' } )
    | ( Omit<IntegrationStateError, 'code' | 'integration'> & { code: _RefType['UserErrorCode'], integration: _RefType['Integration'] } & { __typename: 'IntegrationStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<SecretsOffError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'SecretsOffError' } )
    | ( Omit<UpdateIntegrationPayload, 'delivery' | 'integration'> & { delivery?: Maybe<_RefType['Delivery']>, integration: _RefType['Integration'] } & { __typename: 'UpdateIntegrationPayload' } )
  ;
  WithdrawInvitationResult:
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<WithdrawInvitationPayload, 'invitation'> & { invitation: _RefType['Invitation'] } & { __typename: 'WithdrawInvitationPayload' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  ConversationChangedEvent:
    | ( Omit<ConversationChanged, 'conversation'> & { conversation: _RefType['Conversation'] } & { __typename: 'ConversationChanged' } )
    | ( Omit<Gap, 'reason'> & { reason: _RefType['GapReason'] } & { __typename: 'Gap' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
  ;
  DeliveryChangedEvent:
    | ( Omit<DeliveryChanged, 'delivery'> & { delivery: _RefType['Delivery'] } & { __typename: 'DeliveryChanged' } )
    | ( Omit<Gap, 'reason'> & { reason: _RefType['GapReason'] } & { __typename: 'Gap' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
  ;
  DeliveryCountersEvent:
    | ( Omit<DeliveriesCounted, 'byTarget' | 'counts'> & { byTarget: Array<_RefType['TargetDeliveryCounts']>, counts: _RefType['DeliveryCounts'] } & { __typename: 'DeliveriesCounted' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
  ;
  DeliveryTargetChangedEvent:
    | ( Omit<DeliveryTargetChanged, 'target'> & { target: _RefType['DeliveryTarget'] } & { __typename: 'DeliveryTargetChanged' } )
    | ( Omit<Gap, 'reason'> & { reason: _RefType['GapReason'] } & { __typename: 'Gap' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
  ;
  FeedEvent:
    | ( Omit<ConversationChanged, 'conversation'> & { conversation: _RefType['Conversation'] } & { __typename: 'ConversationChanged' } )
    | ( Omit<DeliveriesCounted, 'byTarget' | 'counts'> & { byTarget: Array<_RefType['TargetDeliveryCounts']>, counts: _RefType['DeliveryCounts'] } & { __typename: 'DeliveriesCounted' } )
    | ( Omit<DeliveryChanged, 'delivery'> & { delivery: _RefType['Delivery'] } & { __typename: 'DeliveryChanged' } )
    | ( Omit<DeliveryTargetChanged, 'target'> & { target: _RefType['DeliveryTarget'] } & { __typename: 'DeliveryTargetChanged' } )
    | ( Omit<Gap, 'reason'> & { reason: _RefType['GapReason'] } & { __typename: 'Gap' } )
    | ( Omit<HealthChanged, 'health'> & { health: _RefType['Health'] } & { __typename: 'HealthChanged' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
    | ( Omit<IntegrationChanged, 'integration'> & { integration: _RefType['Integration'] } & { __typename: 'IntegrationChanged' } )
    | ( Omit<JobChanged, 'job'> & { job: _RefType['Job'] } & { __typename: 'JobChanged' } )
    | ( Omit<MessageAdded, 'message'> & { message: _RefType['Message'] } & { __typename: 'MessageAdded' } )
    | ( Omit<MessageChanged, 'message'> & { message: _RefType['Message'] } & { __typename: 'MessageChanged' } )
    | ( Omit<PresenceChanged, 'conversation' | 'presence'> & { conversation: _RefType['Conversation'], presence: Array<_RefType['Presence']> } & { __typename: 'PresenceChanged' } )
    | ( Omit<SignUpChanged, 'signUp'> & { signUp: _RefType['SignUp'] } & { __typename: 'SignUpChanged' } )
    | ( Omit<SyncRunChanged, 'syncRun'> & { syncRun: _RefType['SyncRun'] } & { __typename: 'SyncRunChanged' } )
  ;
  HealthChangedEvent:
    | ( Omit<HealthChanged, 'health'> & { health: _RefType['Health'] } & { __typename: 'HealthChanged' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
  ;
  IntegrationChangedEvent:
    | ( Omit<Gap, 'reason'> & { reason: _RefType['GapReason'] } & { __typename: 'Gap' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
    | ( Omit<IntegrationChanged, 'integration'> & { integration: _RefType['Integration'] } & { __typename: 'IntegrationChanged' } )
  ;
  Issue:
    | ( DeliveryIssueMapper & { __typename: 'DeliveryIssue' } )
    | ( InboxEventIssueMapper & { __typename: 'InboxEventIssue' } )
  ;
  JobChangedEvent:
    | ( Omit<Gap, 'reason'> & { reason: _RefType['GapReason'] } & { __typename: 'Gap' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
    | ( Omit<JobChanged, 'job'> & { job: _RefType['Job'] } & { __typename: 'JobChanged' } )
  ;
  MessageAddedEvent:
    | ( Omit<Gap, 'reason'> & { reason: _RefType['GapReason'] } & { __typename: 'Gap' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
    | ( Omit<MessageAdded, 'message'> & { message: _RefType['Message'] } & { __typename: 'MessageAdded' } )
  ;
  MessageChangedEvent:
    | ( Omit<Gap, 'reason'> & { reason: _RefType['GapReason'] } & { __typename: 'Gap' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
    | ( Omit<MessageChanged, 'message'> & { message: _RefType['Message'] } & { __typename: 'MessageChanged' } )
  ;
  Mirrored:
    | ( AccountMapper & { __typename: 'Account' } )
    | ( EntranceMapper & { __typename: 'Entrance' } )
    | ( FlatMapper & { __typename: 'Flat' } )
    | ( ServiceMapper & { __typename: 'Service' } )
    | ( ServiceConnectionMapper & { __typename: 'ServiceConnection' } )
  ;
  Node:
    | ( AbonentMapper & { __typename: 'Abonent' } )
    | ( AccountMapper & { __typename: 'Account' } )
    | ( ApiKeyMapper & { __typename: 'ApiKey' } )
    | ( AuditEventMapper & { __typename: 'AuditEvent' } )
    | ( CannedResponseMapper & { __typename: 'CannedResponse' } )
    | ( CompanyMapper & { __typename: 'Company' } )
    | ( ConversationMapper & { __typename: 'Conversation' } )
    | ( DeliveryMapper & { __typename: 'Delivery' } )
    | ( DeliveryIssueMapper & { __typename: 'DeliveryIssue' } )
    | ( DeliveryTargetMapper & { __typename: 'DeliveryTarget' } )
    | ( EntranceMapper & { __typename: 'Entrance' } )
    | ( FlatMapper & { __typename: 'Flat' } )
    | ( InboxEventMapper & { __typename: 'InboxEvent' } )
    | ( InboxEventIssueMapper & { __typename: 'InboxEventIssue' } )
    | ( IntegrationMapper & { __typename: 'Integration' } )
    | ( InvitationMapper & { __typename: 'Invitation' } )
    | ( JobMapper & { __typename: 'Job' } )
    | ( MessageMapper & { __typename: 'Message' } )
    | ( ServiceMapper & { __typename: 'Service' } )
    | ( ServiceConnectionMapper & { __typename: 'ServiceConnection' } )
    | ( SignUpMapper & { __typename: 'SignUp' } )
    | ( StaffMemberMapper & { __typename: 'StaffMember' } )
    | ( SyncRunMapper & { __typename: 'SyncRun' } )
  ;
  PresenceChangedEvent:
    | ( Heartbeat & { __typename: 'Heartbeat' } )
    | ( Omit<PresenceChanged, 'conversation' | 'presence'> & { conversation: _RefType['Conversation'], presence: Array<_RefType['Presence']> } & { __typename: 'PresenceChanged' } )
  ;
  SignUpChangedEvent:
    | ( Omit<Gap, 'reason'> & { reason: _RefType['GapReason'] } & { __typename: 'Gap' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
    | ( Omit<SignUpChanged, 'signUp'> & { signUp: _RefType['SignUp'] } & { __typename: 'SignUpChanged' } )
  ;
  SyncRunChangedEvent:
    | ( Omit<Gap, 'reason'> & { reason: _RefType['GapReason'] } & { __typename: 'Gap' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
    | ( Omit<SyncRunChanged, 'syncRun'> & { syncRun: _RefType['SyncRun'] } & { __typename: 'SyncRunChanged' } )
  ;
  UserError:
    | ( Omit<AmbiguousEntranceError, 'code' | 'suggestions'> & { code: _RefType['UserErrorCode'], suggestions: Array<_RefType['EntranceSuggestion']> } & { __typename: 'AmbiguousEntranceError' } )
    | ( Omit<ApiKeyInvalidError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ApiKeyInvalidError' } )
    | ( Omit<ApiKeyStateError, 'apiKey' | 'code'> & { apiKey: _RefType['ApiKey'], code: _RefType['UserErrorCode'] } & { __typename: 'ApiKeyStateError' } )
    | ( Omit<AssignmentChangedError, 'code' | 'conversation'> & { code: _RefType['UserErrorCode'], conversation: _RefType['Conversation'] } & { __typename: 'AssignmentChangedError' } )
    | ( Omit<BeyondPermissionsError, 'code' | 'permissions'> & { code: _RefType['UserErrorCode'], permissions: Array<_RefType['Permission']> } & { __typename: 'BeyondPermissionsError' } )
    | ( Omit<ClaimedByOtherError, 'code' | 'signUp'> & { code: _RefType['UserErrorCode'], signUp: _RefType['SignUp'] } & { __typename: 'ClaimedByOtherError' } )
    | ( Omit<ConversationMovedError, 'code' | 'newMessages'> & { code: _RefType['UserErrorCode'], newMessages: Array<_RefType['Message']> } & { __typename: 'ConversationMovedError' } )
    | ( Omit<ConversationStateError, 'code' | 'conversation'> & { code: _RefType['UserErrorCode'], conversation: _RefType['Conversation'] } & { __typename: 'ConversationStateError' } )
    | ( Omit<CountChangedError, 'code' | 'now'> & { code: _RefType['UserErrorCode'], now: _RefType['TotalCount'] } & { __typename: 'CountChangedError' } )
    | ( Omit<DeliveryStateError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'DeliveryStateError' } )
    | ( Omit<EffectFailedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'EffectFailedError' } )
    | ( Omit<EmailInvalidError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'EmailInvalidError' } )
    | ( Omit<FlatMissingError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'FlatMissingError' } )
    | ( Omit<FlatOutOfRangeError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'FlatOutOfRangeError' } )
    | ( Omit<IdempotencyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<InboxEventStateError, 'code' | 'event'> & { code: _RefType['UserErrorCode'], event: _RefType['InboxEvent'] } & { __typename: 'InboxEventStateError' } )
    | ( Omit<InboxEventUnreadableError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InboxEventUnreadableError' } )
    | ( Omit<IntegrationExistsError, 'code' | 'integration'> & { code: _RefType['UserErrorCode'], integration: _RefType['Integration'] } & { __typename: 'IntegrationExistsError' } )
    | ( Omit<IntegrationInvalidError, 'code' | 'problems'> & { code: _RefType['UserErrorCode'], problems: Array<_RefType['IntegrationProblem']> } & { __typename: 'IntegrationInvalidError' } )
    | ( Omit<IntegrationStateError, 'code' | 'integration'> & { code: _RefType['UserErrorCode'], integration: _RefType['Integration'] } & { __typename: 'IntegrationStateError' } )
    | ( Omit<IssueStateError, 'code' | 'issue'> & { code: _RefType['UserErrorCode'], issue: _RefType['Issue'] } & { __typename: 'IssueStateError' } )
    | ( Omit<JobStateError, 'code' | 'job'> & { code: _RefType['UserErrorCode'], job: _RefType['Job'] } & { __typename: 'JobStateError' } )
    | ( Omit<LastOwnerError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'LastOwnerError' } )
    | ( Omit<MappingInvalidError, 'code' | 'problems'> & { code: _RefType['UserErrorCode'], problems: Array<_RefType['MappingProblem']> } & { __typename: 'MappingInvalidError' } )
    | ( Omit<MessageStateError, 'code' | 'current'> & { code: _RefType['UserErrorCode'], current: _RefType['Message'] } & { __typename: 'MessageStateError' } )
    | ( Omit<MessageTextError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'MessageTextError' } )
    | ( Omit<MirrorOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'MirrorOffError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<PolicyInvalidError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'PolicyInvalidError' } )
    | ( Omit<ReasonMissingError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ReasonMissingError' } )
    | ( Omit<RedeliveryUnderWayError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'RedeliveryUnderWayError' } )
    | ( Omit<RosdomofonOffError, 'code' | 'reason'> & { code: _RefType['UserErrorCode'], reason: _RefType['MirrorOffReason'] } & { __typename: 'RosdomofonOffError' } )
    | ( Omit<RosdomofonRefusedError, 'code' | 'delivery'> & { code: _RefType['UserErrorCode'], delivery: _RefType['Delivery'] } & { __typename: 'RosdomofonRefusedError' } )
    | ( Omit<SecretsOffError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'SecretsOffError' } )
    | ( Omit<ServicesRefusedError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ServicesRefusedError' } )
    | ( Omit<SignUpStateError, 'code' | 'signUp'> & { code: _RefType['UserErrorCode'], signUp: _RefType['SignUp'] } & { __typename: 'SignUpStateError' } )
    | ( Omit<StaffExistsError, 'code' | 'member'> & { code: _RefType['UserErrorCode'], member: _RefType['StaffMember'] } & { __typename: 'StaffExistsError' } )
    | ( Omit<StaleVersionError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'StaleVersionError' } )
    | ( Omit<SyncRunStateError, 'code' | 'syncRun'> & { code: _RefType['UserErrorCode'], syncRun: _RefType['SyncRun'] } & { __typename: 'SyncRunStateError' } )
    | ( Omit<TargetPausedError, 'code' | 'target'> & { code: _RefType['UserErrorCode'], target: _RefType['DeliveryTarget'] } & { __typename: 'TargetPausedError' } )
    | ( Omit<TargetStateError, 'code' | 'target'> & { code: _RefType['UserErrorCode'], target: _RefType['DeliveryTarget'] } & { __typename: 'TargetStateError' } )
    | ( Omit<TimeRefusedError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'TimeRefusedError' } )
    | ( Omit<TooLateError, 'code' | 'compensation' | 'executedSteps' | 'signUp'> & { code: _RefType['UserErrorCode'], compensation: Array<_RefType['CompensationItem']>, executedSteps: Array<_RefType['SignUpStep']>, signUp: _RefType['SignUp'] } & { __typename: 'TooLateError' } )
    | ( Omit<UnknownVariablesError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'UnknownVariablesError' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Abonent: ResolverTypeWrapper<AbonentMapper>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AbonentConnection: ResolverTypeWrapper<AbonentConnectionMapper>;
  AbonentEdge: ResolverTypeWrapper<Omit<AbonentEdge, 'node'> & { node: ResolversTypes['Abonent'] }>;
  AbonentFilterInput: AbonentFilterInput;
  Account: ResolverTypeWrapper<AccountMapper>;
  AccountConnection: ResolverTypeWrapper<AccountConnectionMapper>;
  AccountEdge: ResolverTypeWrapper<Omit<AccountEdge, 'node'> & { node: ResolversTypes['Account'] }>;
  AccountFilterInput: AccountFilterInput;
  AccountHits: ResolverTypeWrapper<AccountHitsMapper>;
  AccountNumberRule: ResolverTypeWrapper<AccountNumberRule>;
  AccountNumberRuleInput: AccountNumberRuleInput;
  AddressEvidence: ResolverTypeWrapper<Omit<AddressEvidence, 'city' | 'flat' | 'house' | 'street'> & { city: ResolversTypes['FieldEvidence'], flat: ResolversTypes['FieldEvidence'], house: ResolversTypes['FieldEvidence'], street: ResolversTypes['FieldEvidence'] }>;
  AddressField: ResolverTypeWrapper<'CITY' | 'STREET' | 'HOUSE' | 'FLAT'>;
  AddressFieldEvidence: ResolverTypeWrapper<Omit<AddressFieldEvidence, 'field' | 'verdict'> & { field: ResolversTypes['AddressField'], verdict: ResolversTypes['FieldEvidence'] }>;
  AmbiguousEntranceError: ResolverTypeWrapper<Omit<AmbiguousEntranceError, 'code' | 'suggestions'> & { code: ResolversTypes['UserErrorCode'], suggestions: Array<ResolversTypes['EntranceSuggestion']> }>;
  ApiKey: ResolverTypeWrapper<ApiKeyMapper>;
  ApiKeyConnection: ResolverTypeWrapper<ApiKeyConnectionMapper>;
  ApiKeyEdge: ResolverTypeWrapper<Omit<ApiKeyEdge, 'node'> & { node: ResolversTypes['ApiKey'] }>;
  ApiKeyFilterInput: ApiKeyFilterInput;
  ApiKeyInvalidError: ResolverTypeWrapper<Omit<ApiKeyInvalidError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  ApiKeyState: ResolverTypeWrapper<'ACTIVE' | 'EXPIRED' | 'REVOKED'>;
  ApiKeyStateError: ResolverTypeWrapper<Omit<ApiKeyStateError, 'apiKey' | 'code'> & { apiKey: ResolversTypes['ApiKey'], code: ResolversTypes['UserErrorCode'] }>;
  ApprovalPreview: ResolverTypeWrapper<ApprovalPreviewMapper>;
  ApprovalRefusal: ResolverTypeWrapper<Omit<ApprovalRefusal, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  ApprovalWarning: ResolverTypeWrapper<'SEVERAL_ACCOUNTS' | 'ACCOUNT_BLOCKED' | 'ACCOUNT_NUMBER_TAKEN' | 'FLAT_OF_ANOTHER_ABONENT' | 'SERVICES_CONNECTED_ALREADY' | 'OTHER_SIGN_UP_OPEN' | 'CLAIMED_BY_OTHER' | 'QUIET_HOURS' | 'TARGET_PAUSED'>;
  ApproveSignUpInput: ApproveSignUpInput;
  ApproveSignUpPayload: ResolverTypeWrapper<Omit<ApproveSignUpPayload, 'signUp'> & { signUp: ResolversTypes['SignUp'] }>;
  ApproveSignUpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApproveSignUpResult']>;
  ApproveSignUpsInput: ApproveSignUpsInput;
  ApproveSignUpsPayload: ResolverTypeWrapper<Omit<ApproveSignUpsPayload, 'job'> & { job: ResolversTypes['Job'] }>;
  ApproveSignUpsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApproveSignUpsResult']>;
  AssignConversationInput: AssignConversationInput;
  AssignConversationPayload: ResolverTypeWrapper<Omit<AssignConversationPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  AssignConversationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AssignConversationResult']>;
  AssignSignUpInput: AssignSignUpInput;
  AssignSignUpPayload: ResolverTypeWrapper<Omit<AssignSignUpPayload, 'signUp'> & { signUp: ResolversTypes['SignUp'] }>;
  AssignSignUpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AssignSignUpResult']>;
  AssignmentChangedError: ResolverTypeWrapper<Omit<AssignmentChangedError, 'code' | 'conversation'> & { code: ResolversTypes['UserErrorCode'], conversation: ResolversTypes['Conversation'] }>;
  AuditCause: ResolverTypeWrapper<AuditCauseMapper>;
  AuditEvent: ResolverTypeWrapper<AuditEventMapper>;
  AuditEventConnection: ResolverTypeWrapper<AuditEventConnectionMapper>;
  AuditEventEdge: ResolverTypeWrapper<Omit<AuditEventEdge, 'node'> & { node: ResolversTypes['AuditEvent'] }>;
  AuditFilterInput: AuditFilterInput;
  AutoReplyPolicy: ResolverTypeWrapper<AutoReplyPolicyMapper>;
  AutoReplyPolicyInput: AutoReplyPolicyInput;
  BeginBitrix24AuthorizationInput: BeginBitrix24AuthorizationInput;
  BeginBitrix24AuthorizationPayload: ResolverTypeWrapper<BeginBitrix24AuthorizationPayload>;
  BeginBitrix24AuthorizationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['BeginBitrix24AuthorizationResult']>;
  BeyondPermissionsError: ResolverTypeWrapper<Omit<BeyondPermissionsError, 'code' | 'permissions'> & { code: ResolversTypes['UserErrorCode'], permissions: Array<ResolversTypes['Permission']> }>;
  BlockAccountInput: BlockAccountInput;
  BlockAccountPayload: ResolverTypeWrapper<Omit<BlockAccountPayload, 'account' | 'delivery'> & { account?: Maybe<ResolversTypes['Account']>, delivery: ResolversTypes['Delivery'] }>;
  BlockAccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['BlockAccountResult']>;
  BlockServiceConnectionInput: BlockServiceConnectionInput;
  BlockServiceConnectionPayload: ResolverTypeWrapper<Omit<BlockServiceConnectionPayload, 'delivery' | 'serviceConnection'> & { delivery: ResolversTypes['Delivery'], serviceConnection: ResolversTypes['ServiceConnection'] }>;
  BlockServiceConnectionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['BlockServiceConnectionResult']>;
  BreakerState: ResolverTypeWrapper<'CLOSED' | 'OPEN' | 'HALF_OPEN'>;
  BroadcastFilterInput: BroadcastFilterInput;
  BroadcastLeftOut: ResolverTypeWrapper<Omit<BroadcastLeftOut, 'reason'> & { reason: ResolversTypes['BroadcastLeftOutReason'] }>;
  BroadcastLeftOutReason: ResolverTypeWrapper<'NO_OWNER' | 'NEVER_LOGGED_IN' | 'SAME_PERSON'>;
  BroadcastMessageInput: BroadcastMessageInput;
  BroadcastMessagePayload: ResolverTypeWrapper<Omit<BroadcastMessagePayload, 'job'> & { job: ResolversTypes['Job'] }>;
  BroadcastMessageResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['BroadcastMessageResult']>;
  BroadcastPreview: ResolverTypeWrapper<Omit<BroadcastPreview, 'leftOut' | 'sample' | 'totalCount'> & { leftOut: Array<ResolversTypes['BroadcastLeftOut']>, sample: Array<ResolversTypes['BroadcastRecipient']>, totalCount: ResolversTypes['TotalCount'] }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  BroadcastRecipient: ResolverTypeWrapper<BroadcastRecipientMapper>;
  CancelDeliveryInput: CancelDeliveryInput;
  CancelDeliveryPayload: ResolverTypeWrapper<Omit<CancelDeliveryPayload, 'delivery'> & { delivery: ResolversTypes['Delivery'] }>;
  CancelDeliveryResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelDeliveryResult']>;
  CancelJobInput: CancelJobInput;
  CancelJobPayload: ResolverTypeWrapper<Omit<CancelJobPayload, 'job'> & { job: ResolversTypes['Job'] }>;
  CancelJobResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelJobResult']>;
  CancelSyncRunInput: CancelSyncRunInput;
  CancelSyncRunPayload: ResolverTypeWrapper<Omit<CancelSyncRunPayload, 'syncRun'> & { syncRun: ResolversTypes['SyncRun'] }>;
  CancelSyncRunResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelSyncRunResult']>;
  CannedResponse: ResolverTypeWrapper<CannedResponseMapper>;
  CannedResponseConnection: ResolverTypeWrapper<CannedResponseConnectionMapper>;
  CannedResponseEdge: ResolverTypeWrapper<Omit<CannedResponseEdge, 'node'> & { node: ResolversTypes['CannedResponse'] }>;
  ChangeKind: ResolverTypeWrapper<'ADDED' | 'CHANGED'>;
  ChatMode: ResolverTypeWrapper<'OFF' | 'OPEN_LINE' | 'TIMELINE'>;
  CheckStep: ResolverTypeWrapper<CheckStepMapper>;
  CheckStepState: ResolverTypeWrapper<'OK' | 'WARNING' | 'FAILED' | 'SKIPPED'>;
  ClaimSignUpInput: ClaimSignUpInput;
  ClaimSignUpPayload: ResolverTypeWrapper<Omit<ClaimSignUpPayload, 'signUp'> & { signUp: ResolversTypes['SignUp'] }>;
  ClaimSignUpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ClaimSignUpResult']>;
  ClaimedByOtherError: ResolverTypeWrapper<Omit<ClaimedByOtherError, 'code' | 'signUp'> & { code: ResolversTypes['UserErrorCode'], signUp: ResolversTypes['SignUp'] }>;
  Company: ResolverTypeWrapper<CompanyMapper>;
  CompensateSignUpInput: CompensateSignUpInput;
  CompensateSignUpPayload: ResolverTypeWrapper<Omit<CompensateSignUpPayload, 'signUp'> & { signUp: ResolversTypes['SignUp'] }>;
  CompensateSignUpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CompensateSignUpResult']>;
  CompensationAction: ResolverTypeWrapper<'BLOCK_CONNECTIONS' | 'BLOCK_ACCOUNT' | 'SET_STATUS' | 'MOVE_DEAL'>;
  CompensationItem: ResolverTypeWrapper<CompensationItemMapper>;
  ConnectLeftOut: ResolverTypeWrapper<Omit<ConnectLeftOut, 'reason'> & { reason: ResolversTypes['ConnectLeftOutReason'] }>;
  ConnectLeftOutReason: ResolverTypeWrapper<'CONNECTED_ALREADY' | 'NO_ACCOUNT'>;
  ConnectServiceInput: ConnectServiceInput;
  ConnectServicePayload: ResolverTypeWrapper<Omit<ConnectServicePayload, 'delivery' | 'serviceConnection'> & { delivery: ResolversTypes['Delivery'], serviceConnection?: Maybe<ResolversTypes['ServiceConnection']> }>;
  ConnectServiceResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ConnectServiceResult']>;
  ConnectServiceToEntranceInput: ConnectServiceToEntranceInput;
  ConnectServiceToEntrancePayload: ResolverTypeWrapper<Omit<ConnectServiceToEntrancePayload, 'job'> & { job: ResolversTypes['Job'] }>;
  ConnectServiceToEntrancePreview: ResolverTypeWrapper<Omit<ConnectServiceToEntrancePreview, 'leftOut' | 'sample' | 'totalCount'> & { leftOut: Array<ResolversTypes['ConnectLeftOut']>, sample: Array<ResolversTypes['Flat']>, totalCount: ResolversTypes['TotalCount'] }>;
  ConnectServiceToEntranceResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ConnectServiceToEntranceResult']>;
  ConsumerLag: ResolverTypeWrapper<ConsumerLagMapper>;
  Conversation: ResolverTypeWrapper<ConversationMapper>;
  ConversationChanged: ResolverTypeWrapper<Omit<ConversationChanged, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  ConversationChangedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['ConversationChangedEvent']>;
  ConversationConnection: ResolverTypeWrapper<ConversationConnectionMapper>;
  ConversationDraft: ResolverTypeWrapper<ConversationDraft>;
  ConversationEdge: ResolverTypeWrapper<Omit<ConversationEdge, 'node'> & { node: ResolversTypes['Conversation'] }>;
  ConversationFilterInput: ConversationFilterInput;
  ConversationHits: ResolverTypeWrapper<ConversationHitsMapper>;
  ConversationMovedError: ResolverTypeWrapper<Omit<ConversationMovedError, 'code' | 'newMessages'> & { code: ResolversTypes['UserErrorCode'], newMessages: Array<ResolversTypes['Message']> }>;
  ConversationState: ResolverTypeWrapper<'OPEN' | 'PENDING' | 'RESOLVED'>;
  ConversationStateError: ResolverTypeWrapper<Omit<ConversationStateError, 'code' | 'conversation'> & { code: ResolversTypes['UserErrorCode'], conversation: ResolversTypes['Conversation'] }>;
  ConversationView: ResolverTypeWrapper<'MINE' | 'UNASSIGNED' | 'SNOOZED' | 'AWAKE'>;
  CountChangedError: ResolverTypeWrapper<Omit<CountChangedError, 'code' | 'now'> & { code: ResolversTypes['UserErrorCode'], now: ResolversTypes['TotalCount'] }>;
  CountPrecision: ResolverTypeWrapper<'EXACT' | 'AT_LEAST'>;
  CreateAccountInput: CreateAccountInput;
  CreateAccountPayload: ResolverTypeWrapper<Omit<CreateAccountPayload, 'account' | 'delivery'> & { account?: Maybe<ResolversTypes['Account']>, delivery: ResolversTypes['Delivery'] }>;
  CreateAccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateAccountResult']>;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: ResolverTypeWrapper<Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  CreateApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateApiKeyResult']>;
  CreateFlatInput: CreateFlatInput;
  CreateFlatPayload: ResolverTypeWrapper<Omit<CreateFlatPayload, 'delivery' | 'flat'> & { delivery: ResolversTypes['Delivery'], flat?: Maybe<ResolversTypes['Flat']> }>;
  CreateFlatResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateFlatResult']>;
  CreateIntegrationInput: CreateIntegrationInput;
  CreateIntegrationPayload: ResolverTypeWrapper<Omit<CreateIntegrationPayload, 'delivery' | 'integration'> & { delivery?: Maybe<ResolversTypes['Delivery']>, integration: ResolversTypes['Integration'] }>;
  CreateIntegrationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateIntegrationResult']>;
  CrmReview: ResolverTypeWrapper<CrmReviewMapper>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeRangeInput: DateTimeRangeInput;
  DayHours: ResolverTypeWrapper<Omit<DayHours, 'day'> & { day: ResolversTypes['Weekday'] }>;
  DayHoursInput: DayHoursInput;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeleteCannedResponseInput: DeleteCannedResponseInput;
  DeleteCannedResponsePayload: ResolverTypeWrapper<DeleteCannedResponsePayload>;
  DeleteCannedResponseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeleteCannedResponseResult']>;
  DeliveriesCounted: ResolverTypeWrapper<Omit<DeliveriesCounted, 'byTarget' | 'counts'> & { byTarget: Array<ResolversTypes['TargetDeliveryCounts']>, counts: ResolversTypes['DeliveryCounts'] }>;
  Delivery: ResolverTypeWrapper<DeliveryMapper>;
  DeliveryAttempt: ResolverTypeWrapper<DeliveryAttemptMapper>;
  DeliveryChanged: ResolverTypeWrapper<Omit<DeliveryChanged, 'delivery'> & { delivery: ResolversTypes['Delivery'] }>;
  DeliveryChangedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['DeliveryChangedEvent']>;
  DeliveryConnection: ResolverTypeWrapper<DeliveryConnectionMapper>;
  DeliveryCountersEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['DeliveryCountersEvent']>;
  DeliveryCounts: ResolverTypeWrapper<Omit<DeliveryCounts, 'dead' | 'doubtful' | 'due' | 'sending' | 'waiting'> & { dead: ResolversTypes['TotalCount'], doubtful: ResolversTypes['TotalCount'], due: ResolversTypes['TotalCount'], sending: ResolversTypes['TotalCount'], waiting: ResolversTypes['TotalCount'] }>;
  DeliveryDuration: ResolverTypeWrapper<DeliveryDuration>;
  DeliveryEdge: ResolverTypeWrapper<Omit<DeliveryEdge, 'node'> & { node: ResolversTypes['Delivery'] }>;
  DeliveryFilterInput: DeliveryFilterInput;
  DeliveryIssue: ResolverTypeWrapper<DeliveryIssueMapper>;
  DeliveryIssues: ResolverTypeWrapper<Omit<DeliveryIssues, 'nodes'> & { nodes: Array<ResolversTypes['DeliveryIssue']> }>;
  DeliveryOutcome: ResolverTypeWrapper<'DELIVERED' | 'RETRY' | 'DEAD' | 'AMBIGUOUS' | 'SKIPPED'>;
  DeliveryState: ResolverTypeWrapper<'PENDING' | 'LEASED' | 'DELIVERED' | 'DEAD' | 'SKIPPED'>;
  DeliveryStateError: ResolverTypeWrapper<Omit<DeliveryStateError, 'code' | 'delivery'> & { code: ResolversTypes['UserErrorCode'], delivery: ResolversTypes['Delivery'] }>;
  DeliveryStats: ResolverTypeWrapper<DeliveryStatsMapper>;
  DeliveryStatsBucket: ResolverTypeWrapper<DeliveryStatsBucketMapper>;
  DeliveryStatsGroup: ResolverTypeWrapper<'KIND' | 'TARGET'>;
  DeliveryTarget: ResolverTypeWrapper<DeliveryTargetMapper>;
  DeliveryTargetChanged: ResolverTypeWrapper<Omit<DeliveryTargetChanged, 'target'> & { target: ResolversTypes['DeliveryTarget'] }>;
  DeliveryTargetChangedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['DeliveryTargetChangedEvent']>;
  DoubtReason: ResolverTypeWrapper<'CITY_UNKNOWN' | 'CITY_AMBIGUOUS' | 'CITY_CONTRADICTS_CODE' | 'STREET_UNKNOWN' | 'STREET_TYPE_AMBIGUOUS' | 'STREET_NAME_AMBIGUOUS' | 'STREET_CODE_AMBIGUOUS' | 'HOUSE_UNKNOWN' | 'HOUSE_NOTATION_DIFFERS' | 'FLAT_UNKNOWN' | 'FLAT_UNCLEAR' | 'FLAT_RANGES_UNKNOWN' | 'FLAT_OUTSIDE_RANGES' | 'SEVERAL_ENTRANCES_FIT'>;
  EffectFailedError: ResolverTypeWrapper<Omit<EffectFailedError, 'code' | 'delivery'> & { code: ResolversTypes['UserErrorCode'], delivery: ResolversTypes['Delivery'] }>;
  EmailInvalidError: ResolverTypeWrapper<Omit<EmailInvalidError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  Entrance: ResolverTypeWrapper<EntranceMapper>;
  EntranceAddress: ResolverTypeWrapper<EntranceAddress>;
  EntranceCandidate: ResolverTypeWrapper<Omit<EntranceCandidate, 'fields' | 'suggestion'> & { fields: Array<ResolversTypes['AddressFieldEvidence']>, suggestion: ResolversTypes['EntranceSuggestion'] }>;
  EntranceCandidates: ResolverTypeWrapper<Omit<EntranceCandidates, 'candidates' | 'reason'> & { candidates: Array<ResolversTypes['EntranceCandidate']>, reason?: Maybe<ResolversTypes['SignUpReason']> }>;
  EntranceConnection: ResolverTypeWrapper<EntranceConnectionMapper>;
  EntranceEdge: ResolverTypeWrapper<Omit<EntranceEdge, 'node'> & { node: ResolversTypes['Entrance'] }>;
  EntranceFilterInput: EntranceFilterInput;
  EntranceHits: ResolverTypeWrapper<EntranceHitsMapper>;
  EntranceSuggestion: ResolverTypeWrapper<EntranceSuggestionMapper>;
  ExternalRef: ResolverTypeWrapper<ExternalRefMapper>;
  ExternalRefState: ResolverTypeWrapper<'SENDING' | 'LINKED' | 'AMBIGUOUS' | 'GONE'>;
  FeedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['FeedEvent']>;
  FieldEvidence: ResolverTypeWrapper<'EXACT' | 'EQUIVALENT' | 'UNCERTAIN' | 'UNKNOWN'>;
  FieldMapping: ResolverTypeWrapper<FieldMappingMapper>;
  Flat: ResolverTypeWrapper<FlatMapper>;
  FlatConnection: ResolverTypeWrapper<FlatConnectionMapper>;
  FlatEdge: ResolverTypeWrapper<Omit<FlatEdge, 'node'> & { node: ResolversTypes['Flat'] }>;
  FlatFilterInput: FlatFilterInput;
  FlatHits: ResolverTypeWrapper<FlatHitsMapper>;
  FlatMap: ResolverTypeWrapper<Omit<FlatMap, 'entries'> & { entries: Array<ResolversTypes['FlatMapEntry']> }>;
  FlatMapEntry: ResolverTypeWrapper<FlatMapEntryMapper>;
  FlatMissingError: ResolverTypeWrapper<Omit<FlatMissingError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  FlatOutOfRangeError: ResolverTypeWrapper<Omit<FlatOutOfRangeError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  FlatRange: ResolverTypeWrapper<FlatRange>;
  FlatState: ResolverTypeWrapper<'FREE' | 'TAKEN' | 'VIRTUAL' | 'BLOCKED'>;
  Gap: ResolverTypeWrapper<Omit<Gap, 'reason'> & { reason: ResolversTypes['GapReason'] }>;
  GapReason: ResolverTypeWrapper<'EXPIRED' | 'RESTORED' | 'TOO_SLOW'>;
  Health: ResolverTypeWrapper<HealthMapper>;
  HealthChanged: ResolverTypeWrapper<Omit<HealthChanged, 'health'> & { health: ResolversTypes['Health'] }>;
  HealthChangedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['HealthChangedEvent']>;
  HealthPart: ResolverTypeWrapper<HealthPartMapper>;
  HealthState: ResolverTypeWrapper<'OK' | 'PAUSED' | 'LATE' | 'BROKEN'>;
  HealthSubject: ResolverTypeWrapper<'FEED' | 'CONSUMERS' | 'SEARCH' | 'INTAKE' | 'DELIVERIES'>;
  Heartbeat: ResolverTypeWrapper<Heartbeat>;
  HookRefusal: ResolverTypeWrapper<HookRefusalMapper>;
  HoursInterval: ResolverTypeWrapper<HoursInterval>;
  HoursIntervalInput: HoursIntervalInput;
  IdempotencyConflictError: ResolverTypeWrapper<Omit<IdempotencyConflictError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  ImportAccountsInput: ImportAccountsInput;
  ImportAccountsPayload: ResolverTypeWrapper<Omit<ImportAccountsPayload, 'run'> & { run: ResolversTypes['SyncRun'] }>;
  ImportAccountsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ImportAccountsResult']>;
  InboxEvent: ResolverTypeWrapper<InboxEventMapper>;
  InboxEventConnection: ResolverTypeWrapper<InboxEventConnectionMapper>;
  InboxEventEdge: ResolverTypeWrapper<Omit<InboxEventEdge, 'node'> & { node: ResolversTypes['InboxEvent'] }>;
  InboxEventEffect: ResolverTypeWrapper<InboxEventEffectMapper>;
  InboxEventIssue: ResolverTypeWrapper<InboxEventIssueMapper>;
  InboxEventIssues: ResolverTypeWrapper<Omit<InboxEventIssues, 'nodes'> & { nodes: Array<ResolversTypes['InboxEventIssue']> }>;
  InboxEventState: ResolverTypeWrapper<'PENDING' | 'DEAD' | 'DONE'>;
  InboxEventStateError: ResolverTypeWrapper<Omit<InboxEventStateError, 'code' | 'event'> & { code: ResolversTypes['UserErrorCode'], event: ResolversTypes['InboxEvent'] }>;
  InboxEventUnreadableError: ResolverTypeWrapper<Omit<InboxEventUnreadableError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  InboxPayload: ResolverTypeWrapper<InboxPayloadMapper>;
  Integration: ResolverTypeWrapper<IntegrationMapper>;
  IntegrationChanged: ResolverTypeWrapper<Omit<IntegrationChanged, 'integration'> & { integration: ResolversTypes['Integration'] }>;
  IntegrationChangedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['IntegrationChangedEvent']>;
  IntegrationExistsError: ResolverTypeWrapper<Omit<IntegrationExistsError, 'code' | 'integration'> & { code: ResolversTypes['UserErrorCode'], integration: ResolversTypes['Integration'] }>;
  IntegrationHealth: ResolverTypeWrapper<IntegrationHealthMapper>;
  IntegrationInvalidError: ResolverTypeWrapper<Omit<IntegrationInvalidError, 'code' | 'problems'> & { code: ResolversTypes['UserErrorCode'], problems: Array<ResolversTypes['IntegrationProblem']> }>;
  IntegrationKind: ResolverTypeWrapper<'ROSDOMOFON' | 'BITRIX24'>;
  IntegrationProblem: ResolverTypeWrapper<IntegrationProblemMapper>;
  IntegrationState: ResolverTypeWrapper<'ACTIVE' | 'SHADOW' | 'PAUSED' | 'BROKEN'>;
  IntegrationStateError: ResolverTypeWrapper<Omit<IntegrationStateError, 'code' | 'integration'> & { code: ResolversTypes['UserErrorCode'], integration: ResolversTypes['Integration'] }>;
  IntegrationStateReason: ResolverTypeWrapper<IntegrationStateReasonMapper>;
  Invitation: ResolverTypeWrapper<InvitationMapper>;
  InvitationConnection: ResolverTypeWrapper<InvitationConnectionMapper>;
  InvitationEdge: ResolverTypeWrapper<Omit<InvitationEdge, 'node'> & { node: ResolversTypes['Invitation'] }>;
  InviteStaffInput: InviteStaffInput;
  InviteStaffPayload: ResolverTypeWrapper<Omit<InviteStaffPayload, 'invitation'> & { invitation: ResolversTypes['Invitation'] }>;
  InviteStaffResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['InviteStaffResult']>;
  Issue: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Issue']>;
  IssueFilterInput: IssueFilterInput;
  IssueMute: ResolverTypeWrapper<IssueMute>;
  IssueResolution: ResolverTypeWrapper<IssueResolution>;
  IssueState: ResolverTypeWrapper<'OPEN' | 'RESOLVED' | 'MUTED'>;
  IssueStateError: ResolverTypeWrapper<Omit<IssueStateError, 'code' | 'issue'> & { code: ResolversTypes['UserErrorCode'], issue: ResolversTypes['Issue'] }>;
  Issues: ResolverTypeWrapper<IssuesMapper>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Job: ResolverTypeWrapper<JobMapper>;
  JobChanged: ResolverTypeWrapper<Omit<JobChanged, 'job'> & { job: ResolversTypes['Job'] }>;
  JobChangedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['JobChangedEvent']>;
  JobConnection: ResolverTypeWrapper<JobConnectionMapper>;
  JobEdge: ResolverTypeWrapper<Omit<JobEdge, 'node'> & { node: ResolversTypes['Job'] }>;
  JobError: ResolverTypeWrapper<JobError>;
  JobFilterInput: JobFilterInput;
  JobProgress: ResolverTypeWrapper<JobProgress>;
  JobState: ResolverTypeWrapper<'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED'>;
  JobStateError: ResolverTypeWrapper<Omit<JobStateError, 'code' | 'job'> & { code: ResolversTypes['UserErrorCode'], job: ResolversTypes['Job'] }>;
  KafkaCoordinates: ResolverTypeWrapper<KafkaCoordinates>;
  Language: ResolverTypeWrapper<'EN' | 'RU'>;
  LastOwnerError: ResolverTypeWrapper<Omit<LastOwnerError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  MappingInvalidError: ResolverTypeWrapper<Omit<MappingInvalidError, 'code' | 'problems'> & { code: ResolversTypes['UserErrorCode'], problems: Array<ResolversTypes['MappingProblem']> }>;
  MappingPreview: ResolverTypeWrapper<Omit<MappingPreview, 'problems'> & { problems: Array<ResolversTypes['MappingProblem']> }>;
  MappingProblem: ResolverTypeWrapper<Omit<MappingProblem, 'severity'> & { severity: ResolversTypes['MappingSeverity'] }>;
  MappingSeverity: ResolverTypeWrapper<'ERROR' | 'WARNING'>;
  MarkReadInput: MarkReadInput;
  MarkReadPayload: ResolverTypeWrapper<Omit<MarkReadPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  MarkReadResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MarkReadResult']>;
  Membership: ResolverTypeWrapper<MembershipMapper>;
  Message: ResolverTypeWrapper<MessageMapper>;
  MessageAdded: ResolverTypeWrapper<Omit<MessageAdded, 'message'> & { message: ResolversTypes['Message'] }>;
  MessageAddedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['MessageAddedEvent']>;
  MessageChanged: ResolverTypeWrapper<Omit<MessageChanged, 'message'> & { message: ResolversTypes['Message'] }>;
  MessageChangedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['MessageChangedEvent']>;
  MessageConnection: ResolverTypeWrapper<MessageConnectionMapper>;
  MessageDirection: ResolverTypeWrapper<'IN' | 'OUT'>;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  MessageFailure: ResolverTypeWrapper<MessageFailure>;
  MessageHits: ResolverTypeWrapper<MessageHitsMapper>;
  MessageLanguage: ResolverTypeWrapper<'RU' | 'EN'>;
  MessagePreview: ResolverTypeWrapper<MessagePreview>;
  MessageRoute: ResolverTypeWrapper<'KAFKA' | 'REST'>;
  MessageState: ResolverTypeWrapper<'RECEIVED' | 'QUEUED' | 'SENT' | 'FAILED'>;
  MessageStateError: ResolverTypeWrapper<Omit<MessageStateError, 'code' | 'current'> & { code: ResolversTypes['UserErrorCode'], current: ResolversTypes['Message'] }>;
  MessageTextError: ResolverTypeWrapper<Omit<MessageTextError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  MessageTexts: ResolverTypeWrapper<MessageTexts>;
  MessageTextsInput: MessageTextsInput;
  MessagingPolicy: ResolverTypeWrapper<MessagingPolicyMapper>;
  Mirror: ResolverTypeWrapper<MirrorMapper>;
  MirrorOffError: ResolverTypeWrapper<Omit<MirrorOffError, 'code' | 'reason'> & { code: ResolversTypes['UserErrorCode'], reason: ResolversTypes['MirrorOffReason'] }>;
  MirrorOffReason: ResolverTypeWrapper<'NO_ACCESS' | 'PAUSED'>;
  Mirrored: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Mirrored']>;
  MirroredEntity: ResolverTypeWrapper<'SERVICE' | 'ENTRANCE' | 'ACCOUNT' | 'FLAT' | 'SERVICE_CONNECTION'>;
  MissedChanges: ResolverTypeWrapper<MissedChangesMapper>;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MuteIssueInput: MuteIssueInput;
  MuteIssuePayload: ResolverTypeWrapper<Omit<MuteIssuePayload, 'issue'> & { issue: ResolversTypes['Issue'] }>;
  MuteIssueResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MuteIssueResult']>;
  NetworkSignUpCount: ResolverTypeWrapper<NetworkSignUpCount>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotFoundError: ResolverTypeWrapper<Omit<NotFoundError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  PageInfo: ResolverTypeWrapper<PageInfoMapper>;
  ParkSignUpInput: ParkSignUpInput;
  ParkSignUpPayload: ResolverTypeWrapper<Omit<ParkSignUpPayload, 'signUp'> & { signUp: ResolversTypes['SignUp'] }>;
  ParkSignUpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ParkSignUpResult']>;
  PauseIntegrationInput: PauseIntegrationInput;
  PauseIntegrationPayload: ResolverTypeWrapper<Omit<PauseIntegrationPayload, 'integration'> & { integration: ResolversTypes['Integration'] }>;
  PauseIntegrationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PauseIntegrationResult']>;
  PauseTargetInput: PauseTargetInput;
  PauseTargetPayload: ResolverTypeWrapper<Omit<PauseTargetPayload, 'target'> & { target: ResolversTypes['DeliveryTarget'] }>;
  PauseTargetResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PauseTargetResult']>;
  Permission: ResolverTypeWrapper<'READ_SIGN_UPS' | 'WRITE_SIGN_UPS' | 'APPROVE_SIGN_UPS' | 'READ_CONVERSATIONS' | 'WRITE_CONVERSATIONS' | 'READ_ACCOUNTS' | 'WRITE_ACCOUNTS' | 'READ_ENTRANCES' | 'WRITE_ENTRANCES' | 'READ_DELIVERIES' | 'WRITE_DELIVERIES' | 'READ_INTEGRATIONS' | 'WRITE_INTEGRATIONS' | 'READ_EVENTS' | 'WRITE_EVENTS' | 'READ_STAFF' | 'WRITE_STAFF' | 'READ_KEYS' | 'WRITE_KEYS' | 'READ_AUDIT' | 'WRITE_AUDIT' | 'BULK' | 'BROADCAST' | 'SEE_PHONES' | 'SEE_SCHEMA'>;
  PermissionDescription: ResolverTypeWrapper<Omit<PermissionDescription, 'permission' | 'roles'> & { permission: ResolversTypes['Permission'], roles: Array<ResolversTypes['Role']> }>;
  Person: ResolverTypeWrapper<PersonMapper>;
  Phone: ResolverTypeWrapper<Scalars['Phone']['output']>;
  PlannedDelivery: ResolverTypeWrapper<PlannedDeliveryMapper>;
  PolicyInvalidError: ResolverTypeWrapper<Omit<PolicyInvalidError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  PolicyProblem: ResolverTypeWrapper<PolicyProblem>;
  Portal: ResolverTypeWrapper<Omit<Portal, 'auth'> & { auth: ResolversTypes['PortalAuth'] }>;
  PortalApplicationInput: PortalApplicationInput;
  PortalAuth: ResolverTypeWrapper<'WEBHOOK' | 'APPLICATION'>;
  PortalChat: ResolverTypeWrapper<Omit<PortalChat, 'mode'> & { mode: ResolversTypes['ChatMode'] }>;
  PortalChatInput: PortalChatInput;
  PortalHooks: ResolverTypeWrapper<PortalHooksMapper>;
  PortalLimits: ResolverTypeWrapper<PortalLimits>;
  Presence: ResolverTypeWrapper<Omit<Presence, 'state'> & { state: ResolversTypes['PresenceState'] }>;
  PresenceChanged: ResolverTypeWrapper<Omit<PresenceChanged, 'conversation' | 'presence'> & { conversation: ResolversTypes['Conversation'], presence: Array<ResolversTypes['Presence']> }>;
  PresenceChangedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['PresenceChangedEvent']>;
  PresenceState: ResolverTypeWrapper<'READING' | 'TYPING'>;
  PreviewMappingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PreviewMappingResult']>;
  PreviewedCall: ResolverTypeWrapper<PreviewedCall>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QuietHours: ResolverTypeWrapper<QuietHours>;
  QuietHoursInput: QuietHoursInput;
  ReasonMissingError: ResolverTypeWrapper<Omit<ReasonMissingError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  ReconnectIntegrationInput: ReconnectIntegrationInput;
  ReconnectIntegrationPayload: ResolverTypeWrapper<Omit<ReconnectIntegrationPayload, 'delivery' | 'integration'> & { delivery?: Maybe<ResolversTypes['Delivery']>, integration: ResolversTypes['Integration'] }>;
  ReconnectIntegrationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReconnectIntegrationResult']>;
  RedeliverInput: RedeliverInput;
  RedeliverMatchingInput: RedeliverMatchingInput;
  RedeliverMatchingPayload: ResolverTypeWrapper<Omit<RedeliverMatchingPayload, 'job'> & { job: ResolversTypes['Job'] }>;
  RedeliverMatchingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RedeliverMatchingResult']>;
  RedeliverPayload: ResolverTypeWrapper<Omit<RedeliverPayload, 'delivery'> & { delivery: ResolversTypes['Delivery'] }>;
  RedeliverResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RedeliverResult']>;
  RedeliveryPreview: ResolverTypeWrapper<Omit<RedeliveryPreview, 'totalCount'> & { totalCount: ResolversTypes['TotalCount'] }>;
  RedeliveryPreviewCode: ResolverTypeWrapper<RedeliveryPreviewCode>;
  RedeliveryUnderWayError: ResolverTypeWrapper<Omit<RedeliveryUnderWayError, 'code' | 'delivery'> & { code: ResolversTypes['UserErrorCode'], delivery: ResolversTypes['Delivery'] }>;
  RefreshAccountInput: RefreshAccountInput;
  RefreshAccountPayload: ResolverTypeWrapper<Omit<RefreshAccountPayload, 'account' | 'run'> & { account: ResolversTypes['Account'], run: ResolversTypes['SyncRun'] }>;
  RefreshAccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefreshAccountResult']>;
  RejectSignUpInput: RejectSignUpInput;
  RejectSignUpPayload: ResolverTypeWrapper<Omit<RejectSignUpPayload, 'signUp'> & { signUp: ResolversTypes['SignUp'] }>;
  RejectSignUpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RejectSignUpResult']>;
  ReleaseSignUpInput: ReleaseSignUpInput;
  ReleaseSignUpPayload: ResolverTypeWrapper<Omit<ReleaseSignUpPayload, 'signUp'> & { signUp: ResolversTypes['SignUp'] }>;
  ReleaseSignUpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReleaseSignUpResult']>;
  RemoveStaffInput: RemoveStaffInput;
  RemoveStaffPayload: ResolverTypeWrapper<RemoveStaffPayload>;
  RemoveStaffResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveStaffResult']>;
  RenderCannedResponsePayload: ResolverTypeWrapper<RenderCannedResponsePayload>;
  RenderCannedResponseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RenderCannedResponseResult']>;
  ReprocessEventInput: ReprocessEventInput;
  ReprocessEventPayload: ResolverTypeWrapper<Omit<ReprocessEventPayload, 'caused' | 'event'> & { caused: Array<ResolversTypes['InboxEventEffect']>, event: ResolversTypes['InboxEvent'] }>;
  ReprocessEventResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReprocessEventResult']>;
  ResolveCrmReviewInput: ResolveCrmReviewInput;
  ResolveCrmReviewPayload: ResolverTypeWrapper<Omit<ResolveCrmReviewPayload, 'abonent'> & { abonent?: Maybe<ResolversTypes['Abonent']> }>;
  ResolveCrmReviewResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ResolveCrmReviewResult']>;
  ResolveIssueInput: ResolveIssueInput;
  ResolveIssuePayload: ResolverTypeWrapper<Omit<ResolveIssuePayload, 'issue'> & { issue: ResolversTypes['Issue'] }>;
  ResolveIssueResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ResolveIssueResult']>;
  ResumeIntegrationInput: ResumeIntegrationInput;
  ResumeIntegrationPayload: ResolverTypeWrapper<Omit<ResumeIntegrationPayload, 'integration'> & { integration: ResolversTypes['Integration'] }>;
  ResumeIntegrationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ResumeIntegrationResult']>;
  ResumeTargetInput: ResumeTargetInput;
  ResumeTargetPayload: ResolverTypeWrapper<Omit<ResumeTargetPayload, 'target'> & { target: ResolversTypes['DeliveryTarget'] }>;
  ResumeTargetResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ResumeTargetResult']>;
  RetryMessageInput: RetryMessageInput;
  RetryMessagePayload: ResolverTypeWrapper<Omit<RetryMessagePayload, 'message'> & { message: ResolversTypes['Message'] }>;
  RetryMessageResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RetryMessageResult']>;
  RetrySignUpInput: RetrySignUpInput;
  RetrySignUpPayload: ResolverTypeWrapper<Omit<RetrySignUpPayload, 'signUp'> & { signUp: ResolversTypes['SignUp'] }>;
  RetrySignUpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RetrySignUpResult']>;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: ResolverTypeWrapper<Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  RevokeApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeApiKeyResult']>;
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionPayload: ResolverTypeWrapper<RevokeSessionPayload>;
  RevokeSessionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeSessionResult']>;
  Role: ResolverTypeWrapper<'OWNER' | 'MANAGER' | 'AGENT' | 'ENGINEER' | 'VIEWER'>;
  RoleDescription: ResolverTypeWrapper<Omit<RoleDescription, 'permissions' | 'role'> & { permissions: Array<ResolversTypes['Permission']>, role: ResolversTypes['Role'] }>;
  RosdomofonOffError: ResolverTypeWrapper<Omit<RosdomofonOffError, 'code' | 'reason'> & { code: ResolversTypes['UserErrorCode'], reason: ResolversTypes['MirrorOffReason'] }>;
  RosdomofonRefusedError: ResolverTypeWrapper<Omit<RosdomofonRefusedError, 'code' | 'delivery'> & { code: ResolversTypes['UserErrorCode'], delivery: ResolversTypes['Delivery'] }>;
  RotateApiKeyInput: RotateApiKeyInput;
  RotateApiKeyPayload: ResolverTypeWrapper<Omit<RotateApiKeyPayload, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  RotateApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RotateApiKeyResult']>;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  SaveCannedResponseInput: SaveCannedResponseInput;
  SaveCannedResponsePayload: ResolverTypeWrapper<Omit<SaveCannedResponsePayload, 'cannedResponse'> & { cannedResponse: ResolversTypes['CannedResponse'] }>;
  SaveCannedResponseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SaveCannedResponseResult']>;
  SaveDraftInput: SaveDraftInput;
  SaveDraftPayload: ResolverTypeWrapper<Omit<SaveDraftPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  SaveDraftResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SaveDraftResult']>;
  SaveFieldMappingInput: SaveFieldMappingInput;
  SaveFieldMappingPayload: ResolverTypeWrapper<Omit<SaveFieldMappingPayload, 'mapping'> & { mapping: ResolversTypes['FieldMapping'] }>;
  SaveFieldMappingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SaveFieldMappingResult']>;
  SaveMessagingPolicyInput: SaveMessagingPolicyInput;
  SaveMessagingPolicyPayload: ResolverTypeWrapper<Omit<SaveMessagingPolicyPayload, 'policy'> & { policy: ResolversTypes['MessagingPolicy'] }>;
  SaveMessagingPolicyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SaveMessagingPolicyResult']>;
  SaveSignUpPolicyInput: SaveSignUpPolicyInput;
  SaveSignUpPolicyPayload: ResolverTypeWrapper<Omit<SaveSignUpPolicyPayload, 'policy'> & { policy: ResolversTypes['SignUpPolicy'] }>;
  SaveSignUpPolicyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SaveSignUpPolicyResult']>;
  SearchResults: ResolverTypeWrapper<SearchResultsMapper>;
  SecretsOffError: ResolverTypeWrapper<Omit<SecretsOffError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  SendMessageInput: SendMessageInput;
  SendMessagePayload: ResolverTypeWrapper<Omit<SendMessagePayload, 'message'> & { message: ResolversTypes['Message'] }>;
  SendMessageResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SendMessageResult']>;
  Service: ResolverTypeWrapper<ServiceMapper>;
  ServiceConnection: ResolverTypeWrapper<ServiceConnectionMapper>;
  ServiceConnectionConnection: ResolverTypeWrapper<ServiceConnectionConnectionMapper>;
  ServiceConnectionEdge: ResolverTypeWrapper<Omit<ServiceConnectionEdge, 'node'> & { node: ResolversTypes['ServiceConnection'] }>;
  ServiceFilterInput: ServiceFilterInput;
  ServiceListConnection: ResolverTypeWrapper<ServiceListConnectionMapper>;
  ServiceListEdge: ResolverTypeWrapper<Omit<ServiceListEdge, 'node'> & { node: ResolversTypes['Service'] }>;
  ServicePick: ResolverTypeWrapper<'ALL' | 'TYPES' | 'LIST'>;
  ServiceRule: ResolverTypeWrapper<ServiceRuleMapper>;
  ServiceRuleInput: ServiceRuleInput;
  ServicesRefusedError: ResolverTypeWrapper<Omit<ServicesRefusedError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  Session: ResolverTypeWrapper<SessionMapper>;
  SetConversationStateInput: SetConversationStateInput;
  SetConversationStatePayload: ResolverTypeWrapper<Omit<SetConversationStatePayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  SetConversationStateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetConversationStateResult']>;
  SetPresenceInput: SetPresenceInput;
  SetPresencePayload: ResolverTypeWrapper<SetPresencePayload>;
  SetPresenceResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetPresenceResult']>;
  SetRoleInput: SetRoleInput;
  SetRolePayload: ResolverTypeWrapper<Omit<SetRolePayload, 'member'> & { member: ResolversTypes['StaffMember'] }>;
  SetRoleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetRoleResult']>;
  SignUp: ResolverTypeWrapper<SignUpMapper>;
  SignUpAddress: ResolverTypeWrapper<SignUpAddressMapper>;
  SignUpChanged: ResolverTypeWrapper<Omit<SignUpChanged, 'signUp'> & { signUp: ResolversTypes['SignUp'] }>;
  SignUpChangedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['SignUpChangedEvent']>;
  SignUpConnection: ResolverTypeWrapper<SignUpConnectionMapper>;
  SignUpDecisionInput: SignUpDecisionInput;
  SignUpEdge: ResolverTypeWrapper<Omit<SignUpEdge, 'node'> & { node: ResolversTypes['SignUp'] }>;
  SignUpEvent: ResolverTypeWrapper<SignUpEventMapper>;
  SignUpEventConnection: ResolverTypeWrapper<SignUpEventConnectionMapper>;
  SignUpEventEdge: ResolverTypeWrapper<Omit<SignUpEventEdge, 'node'> & { node: ResolversTypes['SignUpEvent'] }>;
  SignUpEventKind: ResolverTypeWrapper<'RECEIVED' | 'ADOPTED' | 'STATUS_CHANGED' | 'REPEATED' | 'OUTDATED' | 'MATCHED' | 'REVIEW_NEEDED' | 'APPROVED' | 'STEP_DONE' | 'STEP_SKIPPED' | 'STEP_FAILED' | 'RETRIED' | 'ASSIGNED' | 'HANDED_BACK' | 'REJECTED' | 'FOLLOWED' | 'COMPLETED' | 'CRM_REFUSED' | 'UNDONE' | 'COMPENSATED' | 'PARKED'>;
  SignUpFilterInput: SignUpFilterInput;
  SignUpFunnel: ResolverTypeWrapper<SignUpFunnelMapper>;
  SignUpFunnelBucket: ResolverTypeWrapper<SignUpFunnelBucketMapper>;
  SignUpFunnelStage: ResolverTypeWrapper<SignUpFunnelStageMapper>;
  SignUpHits: ResolverTypeWrapper<SignUpHitsMapper>;
  SignUpMode: ResolverTypeWrapper<'AUTOMATIC' | 'REVIEW'>;
  SignUpPlan: ResolverTypeWrapper<SignUpPlanMapper>;
  SignUpPolicy: ResolverTypeWrapper<SignUpPolicyMapper>;
  SignUpReason: ResolverTypeWrapper<'REST_OFF' | 'BEFORE_START' | 'HANDLED_ELSEWHERE' | 'POLICY_REVIEW' | 'FLAT_MISSING' | 'FLAT_UNCLEAR' | 'FLAT_OUTSIDE_RANGES' | 'FLAT_RANGES_UNKNOWN' | 'SEVERAL_ENTRANCES' | 'ADDRESS_DOUBTFUL' | 'ENTRANCE_NOT_FOUND' | 'NO_SERVICES' | 'MATCH_FAILED' | 'MATCH_CANCELLED' | 'ASSIGNED' | 'DELEGATED_ELSEWHERE' | 'RETRIED' | 'DECISION_UNDONE' | 'CONNECTED_ELSEWHERE' | 'REJECTED_ELSEWHERE' | 'STEP_FAILED' | 'STEP_CANCELLED' | 'REJECTED_BY_HAND' | 'COMPENSATED'>;
  SignUpState: ResolverTypeWrapper<'NEW' | 'NEEDS_REVIEW' | 'PROVISIONING' | 'COMPLETED' | 'REJECTED' | 'FAILED'>;
  SignUpStateError: ResolverTypeWrapper<Omit<SignUpStateError, 'code' | 'signUp'> & { code: ResolversTypes['UserErrorCode'], signUp: ResolversTypes['SignUp'] }>;
  SignUpStep: ResolverTypeWrapper<SignUpStepMapper>;
  SignUpStepName: ResolverTypeWrapper<'STARTED' | 'ACCOUNT' | 'FLAT' | 'CONNECTIONS' | 'STATUS' | 'WELCOME' | 'REFUSAL' | 'BLOCK_CONNECTIONS' | 'BLOCK_ACCOUNT'>;
  SignUpStepState: ResolverTypeWrapper<'WAITING' | 'DONE' | 'SKIPPED' | 'FAILED'>;
  SnoozeConversationInput: SnoozeConversationInput;
  SnoozeConversationPayload: ResolverTypeWrapper<Omit<SnoozeConversationPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  SnoozeConversationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SnoozeConversationResult']>;
  StaffExistsError: ResolverTypeWrapper<Omit<StaffExistsError, 'code' | 'member'> & { code: ResolversTypes['UserErrorCode'], member: ResolversTypes['StaffMember'] }>;
  StaffMember: ResolverTypeWrapper<StaffMemberMapper>;
  StaffMemberConnection: ResolverTypeWrapper<StaffMemberConnectionMapper>;
  StaffMemberEdge: ResolverTypeWrapper<Omit<StaffMemberEdge, 'node'> & { node: ResolversTypes['StaffMember'] }>;
  StaleVersionError: ResolverTypeWrapper<Omit<StaleVersionError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  StatisticsRangeInput: StatisticsRangeInput;
  StatisticsStep: ResolverTypeWrapper<'HOUR' | 'DAY' | 'WEEK' | 'MONTH'>;
  StatusRule: ResolverTypeWrapper<StatusRule>;
  StatusRuleInput: StatusRuleInput;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SuggestedService: ResolverTypeWrapper<SuggestedServiceMapper>;
  SyncRun: ResolverTypeWrapper<SyncRunMapper>;
  SyncRunChange: ResolverTypeWrapper<'ADDED' | 'CHANGED' | 'VANISHED'>;
  SyncRunChanged: ResolverTypeWrapper<Omit<SyncRunChanged, 'syncRun'> & { syncRun: ResolversTypes['SyncRun'] }>;
  SyncRunChangedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['SyncRunChangedEvent']>;
  SyncRunConnection: ResolverTypeWrapper<SyncRunConnectionMapper>;
  SyncRunCount: ResolverTypeWrapper<Omit<SyncRunCount, 'entity'> & { entity: ResolversTypes['MirroredEntity'] }>;
  SyncRunDifference: ResolverTypeWrapper<Omit<SyncRunDifference, 'change' | 'entity'> & { change: ResolversTypes['SyncRunChange'], entity: ResolversTypes['MirroredEntity'] }>;
  SyncRunEdge: ResolverTypeWrapper<Omit<SyncRunEdge, 'node'> & { node: ResolversTypes['SyncRun'] }>;
  SyncRunError: ResolverTypeWrapper<SyncRunError>;
  SyncRunFilterInput: SyncRunFilterInput;
  SyncRunKind: ResolverTypeWrapper<'FULL' | 'ACCOUNT' | 'PREVIEW'>;
  SyncRunPhase: ResolverTypeWrapper<'SERVICES' | 'ENTRANCES' | 'ACCOUNTS' | 'CONNECTIONS' | 'FLATS' | 'ACCOUNT'>;
  SyncRunProblem: ResolverTypeWrapper<SyncRunProblem>;
  SyncRunState: ResolverTypeWrapper<'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED'>;
  SyncRunStateError: ResolverTypeWrapper<Omit<SyncRunStateError, 'code' | 'syncRun'> & { code: ResolversTypes['UserErrorCode'], syncRun: ResolversTypes['SyncRun'] }>;
  TargetBreaker: ResolverTypeWrapper<Omit<TargetBreaker, 'state'> & { state: ResolversTypes['BreakerState'] }>;
  TargetDeliveryCounts: ResolverTypeWrapper<Omit<TargetDeliveryCounts, 'counts' | 'target'> & { counts: ResolversTypes['DeliveryCounts'], target?: Maybe<ResolversTypes['DeliveryTarget']> }>;
  TargetPause: ResolverTypeWrapper<TargetPause>;
  TargetPausedError: ResolverTypeWrapper<Omit<TargetPausedError, 'code' | 'target'> & { code: ResolversTypes['UserErrorCode'], target: ResolversTypes['DeliveryTarget'] }>;
  TargetRate: ResolverTypeWrapper<TargetRate>;
  TargetRest: ResolverTypeWrapper<TargetRest>;
  TargetStateError: ResolverTypeWrapper<Omit<TargetStateError, 'code' | 'target'> & { code: ResolversTypes['UserErrorCode'], target: ResolversTypes['DeliveryTarget'] }>;
  TestIntegrationInput: TestIntegrationInput;
  TestIntegrationPayload: ResolverTypeWrapper<Omit<TestIntegrationPayload, 'delivery' | 'integration' | 'steps'> & { delivery: ResolversTypes['Delivery'], integration: ResolversTypes['Integration'], steps: Array<ResolversTypes['CheckStep']> }>;
  TestIntegrationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TestIntegrationResult']>;
  TimeRefusedError: ResolverTypeWrapper<Omit<TimeRefusedError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  TooLateError: ResolverTypeWrapper<Omit<TooLateError, 'code' | 'compensation' | 'executedSteps' | 'signUp'> & { code: ResolversTypes['UserErrorCode'], compensation: Array<ResolversTypes['CompensationItem']>, executedSteps: Array<ResolversTypes['SignUpStep']>, signUp: ResolversTypes['SignUp'] }>;
  TotalCount: ResolverTypeWrapper<Omit<TotalCount, 'precision'> & { precision: ResolversTypes['CountPrecision'] }>;
  UnblockAccountInput: UnblockAccountInput;
  UnblockAccountPayload: ResolverTypeWrapper<Omit<UnblockAccountPayload, 'account' | 'delivery'> & { account?: Maybe<ResolversTypes['Account']>, delivery: ResolversTypes['Delivery'] }>;
  UnblockAccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UnblockAccountResult']>;
  UnblockServiceConnectionInput: UnblockServiceConnectionInput;
  UnblockServiceConnectionPayload: ResolverTypeWrapper<Omit<UnblockServiceConnectionPayload, 'delivery' | 'serviceConnection'> & { delivery: ResolversTypes['Delivery'], serviceConnection: ResolversTypes['ServiceConnection'] }>;
  UnblockServiceConnectionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UnblockServiceConnectionResult']>;
  UndoSignUpDecisionInput: UndoSignUpDecisionInput;
  UndoSignUpDecisionPayload: ResolverTypeWrapper<Omit<UndoSignUpDecisionPayload, 'signUp'> & { signUp: ResolversTypes['SignUp'] }>;
  UndoSignUpDecisionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UndoSignUpDecisionResult']>;
  UnknownVariablesError: ResolverTypeWrapper<Omit<UnknownVariablesError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  UpdateIntegrationInput: UpdateIntegrationInput;
  UpdateIntegrationPayload: ResolverTypeWrapper<Omit<UpdateIntegrationPayload, 'delivery' | 'integration'> & { delivery?: Maybe<ResolversTypes['Delivery']>, integration: ResolversTypes['Integration'] }>;
  UpdateIntegrationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateIntegrationResult']>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: ResolverTypeWrapper<'AMBIGUOUS_ENTRANCE' | 'API_KEY_INVALID' | 'API_KEY_STATE' | 'ASSIGNMENT_CHANGED' | 'BEYOND_PERMISSIONS' | 'CLAIMED_BY_OTHER' | 'CONVERSATION_MOVED' | 'CONVERSATION_STATE' | 'COUNT_CHANGED' | 'DELIVERY_STATE' | 'EFFECT_FAILED' | 'EMAIL_INVALID' | 'FLAT_MISSING' | 'FLAT_OUT_OF_RANGE' | 'IDEMPOTENCY_CONFLICT' | 'JOB_STATE' | 'INBOX_EVENT_STATE' | 'INBOX_EVENT_UNREADABLE' | 'INTEGRATION_EXISTS' | 'INTEGRATION_INVALID' | 'INTEGRATION_STATE' | 'ISSUE_STATE' | 'LAST_OWNER' | 'MAPPING_INVALID' | 'MESSAGE_STATE' | 'MESSAGE_TEXT' | 'MIRROR_OFF' | 'NOT_FOUND' | 'POLICY_INVALID' | 'REASON_MISSING' | 'REDELIVERY_UNDER_WAY' | 'ROSDOMOFON_OFF' | 'ROSDOMOFON_REFUSED' | 'SECRETS_OFF' | 'SERVICES_REFUSED' | 'SIGN_UP_STATE' | 'STAFF_EXISTS' | 'STALE_VERSION' | 'SYNC_RUN_STATE' | 'TARGET_PAUSED' | 'TARGET_STATE' | 'TIME_REFUSED' | 'TOO_LATE' | 'UNKNOWN_VARIABLES'>;
  Viewer: ResolverTypeWrapper<ViewerMapper>;
  VirtualRule: ResolverTypeWrapper<'AS_ASKED' | 'ALWAYS' | 'NEVER'>;
  Weekday: ResolverTypeWrapper<'MON' | 'TUE' | 'WED' | 'THU' | 'FRI' | 'SAT' | 'SUN'>;
  WithdrawInvitationInput: WithdrawInvitationInput;
  WithdrawInvitationPayload: ResolverTypeWrapper<Omit<WithdrawInvitationPayload, 'invitation'> & { invitation: ResolversTypes['Invitation'] }>;
  WithdrawInvitationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WithdrawInvitationResult']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Abonent: AbonentMapper;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  ID: Scalars['ID']['output'];
  AbonentConnection: AbonentConnectionMapper;
  AbonentEdge: Omit<AbonentEdge, 'node'> & { node: ResolversParentTypes['Abonent'] };
  AbonentFilterInput: AbonentFilterInput;
  Account: AccountMapper;
  AccountConnection: AccountConnectionMapper;
  AccountEdge: Omit<AccountEdge, 'node'> & { node: ResolversParentTypes['Account'] };
  AccountFilterInput: AccountFilterInput;
  AccountHits: AccountHitsMapper;
  AccountNumberRule: AccountNumberRule;
  AccountNumberRuleInput: AccountNumberRuleInput;
  AddressEvidence: AddressEvidence;
  AddressFieldEvidence: AddressFieldEvidence;
  AmbiguousEntranceError: Omit<AmbiguousEntranceError, 'suggestions'> & { suggestions: Array<ResolversParentTypes['EntranceSuggestion']> };
  ApiKey: ApiKeyMapper;
  ApiKeyConnection: ApiKeyConnectionMapper;
  ApiKeyEdge: Omit<ApiKeyEdge, 'node'> & { node: ResolversParentTypes['ApiKey'] };
  ApiKeyFilterInput: ApiKeyFilterInput;
  ApiKeyInvalidError: ApiKeyInvalidError;
  ApiKeyStateError: Omit<ApiKeyStateError, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  ApprovalPreview: ApprovalPreviewMapper;
  ApprovalRefusal: ApprovalRefusal;
  ApproveSignUpInput: ApproveSignUpInput;
  ApproveSignUpPayload: Omit<ApproveSignUpPayload, 'signUp'> & { signUp: ResolversParentTypes['SignUp'] };
  ApproveSignUpResult: ResolversUnionTypes<ResolversParentTypes>['ApproveSignUpResult'];
  ApproveSignUpsInput: ApproveSignUpsInput;
  ApproveSignUpsPayload: Omit<ApproveSignUpsPayload, 'job'> & { job: ResolversParentTypes['Job'] };
  ApproveSignUpsResult: ResolversUnionTypes<ResolversParentTypes>['ApproveSignUpsResult'];
  AssignConversationInput: AssignConversationInput;
  AssignConversationPayload: Omit<AssignConversationPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  AssignConversationResult: ResolversUnionTypes<ResolversParentTypes>['AssignConversationResult'];
  AssignSignUpInput: AssignSignUpInput;
  AssignSignUpPayload: Omit<AssignSignUpPayload, 'signUp'> & { signUp: ResolversParentTypes['SignUp'] };
  AssignSignUpResult: ResolversUnionTypes<ResolversParentTypes>['AssignSignUpResult'];
  AssignmentChangedError: Omit<AssignmentChangedError, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  AuditCause: AuditCauseMapper;
  AuditEvent: AuditEventMapper;
  AuditEventConnection: AuditEventConnectionMapper;
  AuditEventEdge: Omit<AuditEventEdge, 'node'> & { node: ResolversParentTypes['AuditEvent'] };
  AuditFilterInput: AuditFilterInput;
  AutoReplyPolicy: AutoReplyPolicyMapper;
  AutoReplyPolicyInput: AutoReplyPolicyInput;
  BeginBitrix24AuthorizationInput: BeginBitrix24AuthorizationInput;
  BeginBitrix24AuthorizationPayload: BeginBitrix24AuthorizationPayload;
  BeginBitrix24AuthorizationResult: ResolversUnionTypes<ResolversParentTypes>['BeginBitrix24AuthorizationResult'];
  BeyondPermissionsError: BeyondPermissionsError;
  BlockAccountInput: BlockAccountInput;
  BlockAccountPayload: Omit<BlockAccountPayload, 'account' | 'delivery'> & { account?: Maybe<ResolversParentTypes['Account']>, delivery: ResolversParentTypes['Delivery'] };
  BlockAccountResult: ResolversUnionTypes<ResolversParentTypes>['BlockAccountResult'];
  BlockServiceConnectionInput: BlockServiceConnectionInput;
  BlockServiceConnectionPayload: Omit<BlockServiceConnectionPayload, 'delivery' | 'serviceConnection'> & { delivery: ResolversParentTypes['Delivery'], serviceConnection: ResolversParentTypes['ServiceConnection'] };
  BlockServiceConnectionResult: ResolversUnionTypes<ResolversParentTypes>['BlockServiceConnectionResult'];
  BroadcastFilterInput: BroadcastFilterInput;
  BroadcastLeftOut: BroadcastLeftOut;
  BroadcastMessageInput: BroadcastMessageInput;
  BroadcastMessagePayload: Omit<BroadcastMessagePayload, 'job'> & { job: ResolversParentTypes['Job'] };
  BroadcastMessageResult: ResolversUnionTypes<ResolversParentTypes>['BroadcastMessageResult'];
  BroadcastPreview: Omit<BroadcastPreview, 'leftOut' | 'sample' | 'totalCount'> & { leftOut: Array<ResolversParentTypes['BroadcastLeftOut']>, sample: Array<ResolversParentTypes['BroadcastRecipient']>, totalCount: ResolversParentTypes['TotalCount'] };
  Float: Scalars['Float']['output'];
  BroadcastRecipient: BroadcastRecipientMapper;
  CancelDeliveryInput: CancelDeliveryInput;
  CancelDeliveryPayload: Omit<CancelDeliveryPayload, 'delivery'> & { delivery: ResolversParentTypes['Delivery'] };
  CancelDeliveryResult: ResolversUnionTypes<ResolversParentTypes>['CancelDeliveryResult'];
  CancelJobInput: CancelJobInput;
  CancelJobPayload: Omit<CancelJobPayload, 'job'> & { job: ResolversParentTypes['Job'] };
  CancelJobResult: ResolversUnionTypes<ResolversParentTypes>['CancelJobResult'];
  CancelSyncRunInput: CancelSyncRunInput;
  CancelSyncRunPayload: Omit<CancelSyncRunPayload, 'syncRun'> & { syncRun: ResolversParentTypes['SyncRun'] };
  CancelSyncRunResult: ResolversUnionTypes<ResolversParentTypes>['CancelSyncRunResult'];
  CannedResponse: CannedResponseMapper;
  CannedResponseConnection: CannedResponseConnectionMapper;
  CannedResponseEdge: Omit<CannedResponseEdge, 'node'> & { node: ResolversParentTypes['CannedResponse'] };
  CheckStep: CheckStepMapper;
  ClaimSignUpInput: ClaimSignUpInput;
  ClaimSignUpPayload: Omit<ClaimSignUpPayload, 'signUp'> & { signUp: ResolversParentTypes['SignUp'] };
  ClaimSignUpResult: ResolversUnionTypes<ResolversParentTypes>['ClaimSignUpResult'];
  ClaimedByOtherError: Omit<ClaimedByOtherError, 'signUp'> & { signUp: ResolversParentTypes['SignUp'] };
  Company: CompanyMapper;
  CompensateSignUpInput: CompensateSignUpInput;
  CompensateSignUpPayload: Omit<CompensateSignUpPayload, 'signUp'> & { signUp: ResolversParentTypes['SignUp'] };
  CompensateSignUpResult: ResolversUnionTypes<ResolversParentTypes>['CompensateSignUpResult'];
  CompensationItem: CompensationItemMapper;
  ConnectLeftOut: ConnectLeftOut;
  ConnectServiceInput: ConnectServiceInput;
  ConnectServicePayload: Omit<ConnectServicePayload, 'delivery' | 'serviceConnection'> & { delivery: ResolversParentTypes['Delivery'], serviceConnection?: Maybe<ResolversParentTypes['ServiceConnection']> };
  ConnectServiceResult: ResolversUnionTypes<ResolversParentTypes>['ConnectServiceResult'];
  ConnectServiceToEntranceInput: ConnectServiceToEntranceInput;
  ConnectServiceToEntrancePayload: Omit<ConnectServiceToEntrancePayload, 'job'> & { job: ResolversParentTypes['Job'] };
  ConnectServiceToEntrancePreview: Omit<ConnectServiceToEntrancePreview, 'leftOut' | 'sample' | 'totalCount'> & { leftOut: Array<ResolversParentTypes['ConnectLeftOut']>, sample: Array<ResolversParentTypes['Flat']>, totalCount: ResolversParentTypes['TotalCount'] };
  ConnectServiceToEntranceResult: ResolversUnionTypes<ResolversParentTypes>['ConnectServiceToEntranceResult'];
  ConsumerLag: ConsumerLagMapper;
  Conversation: ConversationMapper;
  ConversationChanged: Omit<ConversationChanged, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  ConversationChangedEvent: ResolversInterfaceTypes<ResolversParentTypes>['ConversationChangedEvent'];
  ConversationConnection: ConversationConnectionMapper;
  ConversationDraft: ConversationDraft;
  ConversationEdge: Omit<ConversationEdge, 'node'> & { node: ResolversParentTypes['Conversation'] };
  ConversationFilterInput: ConversationFilterInput;
  ConversationHits: ConversationHitsMapper;
  ConversationMovedError: Omit<ConversationMovedError, 'newMessages'> & { newMessages: Array<ResolversParentTypes['Message']> };
  ConversationStateError: Omit<ConversationStateError, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  CountChangedError: Omit<CountChangedError, 'now'> & { now: ResolversParentTypes['TotalCount'] };
  CreateAccountInput: CreateAccountInput;
  CreateAccountPayload: Omit<CreateAccountPayload, 'account' | 'delivery'> & { account?: Maybe<ResolversParentTypes['Account']>, delivery: ResolversParentTypes['Delivery'] };
  CreateAccountResult: ResolversUnionTypes<ResolversParentTypes>['CreateAccountResult'];
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  CreateApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['CreateApiKeyResult'];
  CreateFlatInput: CreateFlatInput;
  CreateFlatPayload: Omit<CreateFlatPayload, 'delivery' | 'flat'> & { delivery: ResolversParentTypes['Delivery'], flat?: Maybe<ResolversParentTypes['Flat']> };
  CreateFlatResult: ResolversUnionTypes<ResolversParentTypes>['CreateFlatResult'];
  CreateIntegrationInput: CreateIntegrationInput;
  CreateIntegrationPayload: Omit<CreateIntegrationPayload, 'delivery' | 'integration'> & { delivery?: Maybe<ResolversParentTypes['Delivery']>, integration: ResolversParentTypes['Integration'] };
  CreateIntegrationResult: ResolversUnionTypes<ResolversParentTypes>['CreateIntegrationResult'];
  CrmReview: CrmReviewMapper;
  Cursor: Scalars['Cursor']['output'];
  DateTime: Scalars['DateTime']['output'];
  DateTimeRangeInput: DateTimeRangeInput;
  DayHours: DayHours;
  DayHoursInput: DayHoursInput;
  Decimal: Scalars['Decimal']['output'];
  DeleteCannedResponseInput: DeleteCannedResponseInput;
  DeleteCannedResponsePayload: DeleteCannedResponsePayload;
  DeleteCannedResponseResult: ResolversUnionTypes<ResolversParentTypes>['DeleteCannedResponseResult'];
  DeliveriesCounted: Omit<DeliveriesCounted, 'byTarget' | 'counts'> & { byTarget: Array<ResolversParentTypes['TargetDeliveryCounts']>, counts: ResolversParentTypes['DeliveryCounts'] };
  Delivery: DeliveryMapper;
  DeliveryAttempt: DeliveryAttemptMapper;
  DeliveryChanged: Omit<DeliveryChanged, 'delivery'> & { delivery: ResolversParentTypes['Delivery'] };
  DeliveryChangedEvent: ResolversInterfaceTypes<ResolversParentTypes>['DeliveryChangedEvent'];
  DeliveryConnection: DeliveryConnectionMapper;
  DeliveryCountersEvent: ResolversInterfaceTypes<ResolversParentTypes>['DeliveryCountersEvent'];
  DeliveryCounts: Omit<DeliveryCounts, 'dead' | 'doubtful' | 'due' | 'sending' | 'waiting'> & { dead: ResolversParentTypes['TotalCount'], doubtful: ResolversParentTypes['TotalCount'], due: ResolversParentTypes['TotalCount'], sending: ResolversParentTypes['TotalCount'], waiting: ResolversParentTypes['TotalCount'] };
  DeliveryDuration: DeliveryDuration;
  DeliveryEdge: Omit<DeliveryEdge, 'node'> & { node: ResolversParentTypes['Delivery'] };
  DeliveryFilterInput: DeliveryFilterInput;
  DeliveryIssue: DeliveryIssueMapper;
  DeliveryIssues: Omit<DeliveryIssues, 'nodes'> & { nodes: Array<ResolversParentTypes['DeliveryIssue']> };
  DeliveryStateError: Omit<DeliveryStateError, 'delivery'> & { delivery: ResolversParentTypes['Delivery'] };
  DeliveryStats: DeliveryStatsMapper;
  DeliveryStatsBucket: DeliveryStatsBucketMapper;
  DeliveryTarget: DeliveryTargetMapper;
  DeliveryTargetChanged: Omit<DeliveryTargetChanged, 'target'> & { target: ResolversParentTypes['DeliveryTarget'] };
  DeliveryTargetChangedEvent: ResolversInterfaceTypes<ResolversParentTypes>['DeliveryTargetChangedEvent'];
  EffectFailedError: Omit<EffectFailedError, 'delivery'> & { delivery: ResolversParentTypes['Delivery'] };
  EmailInvalidError: EmailInvalidError;
  Entrance: EntranceMapper;
  EntranceAddress: EntranceAddress;
  EntranceCandidate: Omit<EntranceCandidate, 'fields' | 'suggestion'> & { fields: Array<ResolversParentTypes['AddressFieldEvidence']>, suggestion: ResolversParentTypes['EntranceSuggestion'] };
  EntranceCandidates: Omit<EntranceCandidates, 'candidates'> & { candidates: Array<ResolversParentTypes['EntranceCandidate']> };
  EntranceConnection: EntranceConnectionMapper;
  EntranceEdge: Omit<EntranceEdge, 'node'> & { node: ResolversParentTypes['Entrance'] };
  EntranceFilterInput: EntranceFilterInput;
  EntranceHits: EntranceHitsMapper;
  EntranceSuggestion: EntranceSuggestionMapper;
  ExternalRef: ExternalRefMapper;
  FeedEvent: ResolversInterfaceTypes<ResolversParentTypes>['FeedEvent'];
  FieldMapping: FieldMappingMapper;
  Flat: FlatMapper;
  FlatConnection: FlatConnectionMapper;
  FlatEdge: Omit<FlatEdge, 'node'> & { node: ResolversParentTypes['Flat'] };
  FlatFilterInput: FlatFilterInput;
  FlatHits: FlatHitsMapper;
  FlatMap: Omit<FlatMap, 'entries'> & { entries: Array<ResolversParentTypes['FlatMapEntry']> };
  FlatMapEntry: FlatMapEntryMapper;
  FlatMissingError: FlatMissingError;
  FlatOutOfRangeError: FlatOutOfRangeError;
  FlatRange: FlatRange;
  Gap: Gap;
  Health: HealthMapper;
  HealthChanged: Omit<HealthChanged, 'health'> & { health: ResolversParentTypes['Health'] };
  HealthChangedEvent: ResolversInterfaceTypes<ResolversParentTypes>['HealthChangedEvent'];
  HealthPart: HealthPartMapper;
  Heartbeat: Heartbeat;
  HookRefusal: HookRefusalMapper;
  HoursInterval: HoursInterval;
  HoursIntervalInput: HoursIntervalInput;
  IdempotencyConflictError: IdempotencyConflictError;
  ImportAccountsInput: ImportAccountsInput;
  ImportAccountsPayload: Omit<ImportAccountsPayload, 'run'> & { run: ResolversParentTypes['SyncRun'] };
  ImportAccountsResult: ResolversUnionTypes<ResolversParentTypes>['ImportAccountsResult'];
  InboxEvent: InboxEventMapper;
  InboxEventConnection: InboxEventConnectionMapper;
  InboxEventEdge: Omit<InboxEventEdge, 'node'> & { node: ResolversParentTypes['InboxEvent'] };
  InboxEventEffect: InboxEventEffectMapper;
  InboxEventIssue: InboxEventIssueMapper;
  InboxEventIssues: Omit<InboxEventIssues, 'nodes'> & { nodes: Array<ResolversParentTypes['InboxEventIssue']> };
  InboxEventStateError: Omit<InboxEventStateError, 'event'> & { event: ResolversParentTypes['InboxEvent'] };
  InboxEventUnreadableError: InboxEventUnreadableError;
  InboxPayload: InboxPayloadMapper;
  Integration: IntegrationMapper;
  IntegrationChanged: Omit<IntegrationChanged, 'integration'> & { integration: ResolversParentTypes['Integration'] };
  IntegrationChangedEvent: ResolversInterfaceTypes<ResolversParentTypes>['IntegrationChangedEvent'];
  IntegrationExistsError: Omit<IntegrationExistsError, 'integration'> & { integration: ResolversParentTypes['Integration'] };
  IntegrationHealth: IntegrationHealthMapper;
  IntegrationInvalidError: Omit<IntegrationInvalidError, 'problems'> & { problems: Array<ResolversParentTypes['IntegrationProblem']> };
  IntegrationProblem: IntegrationProblemMapper;
  IntegrationStateError: Omit<IntegrationStateError, 'integration'> & { integration: ResolversParentTypes['Integration'] };
  IntegrationStateReason: IntegrationStateReasonMapper;
  Invitation: InvitationMapper;
  InvitationConnection: InvitationConnectionMapper;
  InvitationEdge: Omit<InvitationEdge, 'node'> & { node: ResolversParentTypes['Invitation'] };
  InviteStaffInput: InviteStaffInput;
  InviteStaffPayload: Omit<InviteStaffPayload, 'invitation'> & { invitation: ResolversParentTypes['Invitation'] };
  InviteStaffResult: ResolversUnionTypes<ResolversParentTypes>['InviteStaffResult'];
  Issue: ResolversInterfaceTypes<ResolversParentTypes>['Issue'];
  IssueFilterInput: IssueFilterInput;
  IssueMute: IssueMute;
  IssueResolution: IssueResolution;
  IssueStateError: Omit<IssueStateError, 'issue'> & { issue: ResolversParentTypes['Issue'] };
  Issues: IssuesMapper;
  JSON: Scalars['JSON']['output'];
  Job: JobMapper;
  JobChanged: Omit<JobChanged, 'job'> & { job: ResolversParentTypes['Job'] };
  JobChangedEvent: ResolversInterfaceTypes<ResolversParentTypes>['JobChangedEvent'];
  JobConnection: JobConnectionMapper;
  JobEdge: Omit<JobEdge, 'node'> & { node: ResolversParentTypes['Job'] };
  JobError: JobError;
  JobFilterInput: JobFilterInput;
  JobProgress: JobProgress;
  JobStateError: Omit<JobStateError, 'job'> & { job: ResolversParentTypes['Job'] };
  KafkaCoordinates: KafkaCoordinates;
  LastOwnerError: LastOwnerError;
  LocalDate: Scalars['LocalDate']['output'];
  MappingInvalidError: Omit<MappingInvalidError, 'problems'> & { problems: Array<ResolversParentTypes['MappingProblem']> };
  MappingPreview: Omit<MappingPreview, 'problems'> & { problems: Array<ResolversParentTypes['MappingProblem']> };
  MappingProblem: MappingProblem;
  MarkReadInput: MarkReadInput;
  MarkReadPayload: Omit<MarkReadPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  MarkReadResult: ResolversUnionTypes<ResolversParentTypes>['MarkReadResult'];
  Membership: MembershipMapper;
  Message: MessageMapper;
  MessageAdded: Omit<MessageAdded, 'message'> & { message: ResolversParentTypes['Message'] };
  MessageAddedEvent: ResolversInterfaceTypes<ResolversParentTypes>['MessageAddedEvent'];
  MessageChanged: Omit<MessageChanged, 'message'> & { message: ResolversParentTypes['Message'] };
  MessageChangedEvent: ResolversInterfaceTypes<ResolversParentTypes>['MessageChangedEvent'];
  MessageConnection: MessageConnectionMapper;
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  MessageFailure: MessageFailure;
  MessageHits: MessageHitsMapper;
  MessagePreview: MessagePreview;
  MessageStateError: Omit<MessageStateError, 'current'> & { current: ResolversParentTypes['Message'] };
  MessageTextError: MessageTextError;
  MessageTexts: MessageTexts;
  MessageTextsInput: MessageTextsInput;
  MessagingPolicy: MessagingPolicyMapper;
  Mirror: MirrorMapper;
  MirrorOffError: MirrorOffError;
  Mirrored: ResolversInterfaceTypes<ResolversParentTypes>['Mirrored'];
  MissedChanges: MissedChangesMapper;
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  MuteIssueInput: MuteIssueInput;
  MuteIssuePayload: Omit<MuteIssuePayload, 'issue'> & { issue: ResolversParentTypes['Issue'] };
  MuteIssueResult: ResolversUnionTypes<ResolversParentTypes>['MuteIssueResult'];
  NetworkSignUpCount: NetworkSignUpCount;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NotFoundError: NotFoundError;
  PageInfo: PageInfoMapper;
  ParkSignUpInput: ParkSignUpInput;
  ParkSignUpPayload: Omit<ParkSignUpPayload, 'signUp'> & { signUp: ResolversParentTypes['SignUp'] };
  ParkSignUpResult: ResolversUnionTypes<ResolversParentTypes>['ParkSignUpResult'];
  PauseIntegrationInput: PauseIntegrationInput;
  PauseIntegrationPayload: Omit<PauseIntegrationPayload, 'integration'> & { integration: ResolversParentTypes['Integration'] };
  PauseIntegrationResult: ResolversUnionTypes<ResolversParentTypes>['PauseIntegrationResult'];
  PauseTargetInput: PauseTargetInput;
  PauseTargetPayload: Omit<PauseTargetPayload, 'target'> & { target: ResolversParentTypes['DeliveryTarget'] };
  PauseTargetResult: ResolversUnionTypes<ResolversParentTypes>['PauseTargetResult'];
  PermissionDescription: PermissionDescription;
  Person: PersonMapper;
  Phone: Scalars['Phone']['output'];
  PlannedDelivery: PlannedDeliveryMapper;
  PolicyInvalidError: PolicyInvalidError;
  PolicyProblem: PolicyProblem;
  Portal: Portal;
  PortalApplicationInput: PortalApplicationInput;
  PortalChat: PortalChat;
  PortalChatInput: PortalChatInput;
  PortalHooks: PortalHooksMapper;
  PortalLimits: PortalLimits;
  Presence: Presence;
  PresenceChanged: Omit<PresenceChanged, 'conversation' | 'presence'> & { conversation: ResolversParentTypes['Conversation'], presence: Array<ResolversParentTypes['Presence']> };
  PresenceChangedEvent: ResolversInterfaceTypes<ResolversParentTypes>['PresenceChangedEvent'];
  PreviewMappingResult: ResolversUnionTypes<ResolversParentTypes>['PreviewMappingResult'];
  PreviewedCall: PreviewedCall;
  Query: Record<PropertyKey, never>;
  QuietHours: QuietHours;
  QuietHoursInput: QuietHoursInput;
  ReasonMissingError: ReasonMissingError;
  ReconnectIntegrationInput: ReconnectIntegrationInput;
  ReconnectIntegrationPayload: Omit<ReconnectIntegrationPayload, 'delivery' | 'integration'> & { delivery?: Maybe<ResolversParentTypes['Delivery']>, integration: ResolversParentTypes['Integration'] };
  ReconnectIntegrationResult: ResolversUnionTypes<ResolversParentTypes>['ReconnectIntegrationResult'];
  RedeliverInput: RedeliverInput;
  RedeliverMatchingInput: RedeliverMatchingInput;
  RedeliverMatchingPayload: Omit<RedeliverMatchingPayload, 'job'> & { job: ResolversParentTypes['Job'] };
  RedeliverMatchingResult: ResolversUnionTypes<ResolversParentTypes>['RedeliverMatchingResult'];
  RedeliverPayload: Omit<RedeliverPayload, 'delivery'> & { delivery: ResolversParentTypes['Delivery'] };
  RedeliverResult: ResolversUnionTypes<ResolversParentTypes>['RedeliverResult'];
  RedeliveryPreview: Omit<RedeliveryPreview, 'totalCount'> & { totalCount: ResolversParentTypes['TotalCount'] };
  RedeliveryPreviewCode: RedeliveryPreviewCode;
  RedeliveryUnderWayError: Omit<RedeliveryUnderWayError, 'delivery'> & { delivery: ResolversParentTypes['Delivery'] };
  RefreshAccountInput: RefreshAccountInput;
  RefreshAccountPayload: Omit<RefreshAccountPayload, 'account' | 'run'> & { account: ResolversParentTypes['Account'], run: ResolversParentTypes['SyncRun'] };
  RefreshAccountResult: ResolversUnionTypes<ResolversParentTypes>['RefreshAccountResult'];
  RejectSignUpInput: RejectSignUpInput;
  RejectSignUpPayload: Omit<RejectSignUpPayload, 'signUp'> & { signUp: ResolversParentTypes['SignUp'] };
  RejectSignUpResult: ResolversUnionTypes<ResolversParentTypes>['RejectSignUpResult'];
  ReleaseSignUpInput: ReleaseSignUpInput;
  ReleaseSignUpPayload: Omit<ReleaseSignUpPayload, 'signUp'> & { signUp: ResolversParentTypes['SignUp'] };
  ReleaseSignUpResult: ResolversUnionTypes<ResolversParentTypes>['ReleaseSignUpResult'];
  RemoveStaffInput: RemoveStaffInput;
  RemoveStaffPayload: RemoveStaffPayload;
  RemoveStaffResult: ResolversUnionTypes<ResolversParentTypes>['RemoveStaffResult'];
  RenderCannedResponsePayload: RenderCannedResponsePayload;
  RenderCannedResponseResult: ResolversUnionTypes<ResolversParentTypes>['RenderCannedResponseResult'];
  ReprocessEventInput: ReprocessEventInput;
  ReprocessEventPayload: Omit<ReprocessEventPayload, 'caused' | 'event'> & { caused: Array<ResolversParentTypes['InboxEventEffect']>, event: ResolversParentTypes['InboxEvent'] };
  ReprocessEventResult: ResolversUnionTypes<ResolversParentTypes>['ReprocessEventResult'];
  ResolveCrmReviewInput: ResolveCrmReviewInput;
  ResolveCrmReviewPayload: Omit<ResolveCrmReviewPayload, 'abonent'> & { abonent?: Maybe<ResolversParentTypes['Abonent']> };
  ResolveCrmReviewResult: ResolversUnionTypes<ResolversParentTypes>['ResolveCrmReviewResult'];
  ResolveIssueInput: ResolveIssueInput;
  ResolveIssuePayload: Omit<ResolveIssuePayload, 'issue'> & { issue: ResolversParentTypes['Issue'] };
  ResolveIssueResult: ResolversUnionTypes<ResolversParentTypes>['ResolveIssueResult'];
  ResumeIntegrationInput: ResumeIntegrationInput;
  ResumeIntegrationPayload: Omit<ResumeIntegrationPayload, 'integration'> & { integration: ResolversParentTypes['Integration'] };
  ResumeIntegrationResult: ResolversUnionTypes<ResolversParentTypes>['ResumeIntegrationResult'];
  ResumeTargetInput: ResumeTargetInput;
  ResumeTargetPayload: Omit<ResumeTargetPayload, 'target'> & { target: ResolversParentTypes['DeliveryTarget'] };
  ResumeTargetResult: ResolversUnionTypes<ResolversParentTypes>['ResumeTargetResult'];
  RetryMessageInput: RetryMessageInput;
  RetryMessagePayload: Omit<RetryMessagePayload, 'message'> & { message: ResolversParentTypes['Message'] };
  RetryMessageResult: ResolversUnionTypes<ResolversParentTypes>['RetryMessageResult'];
  RetrySignUpInput: RetrySignUpInput;
  RetrySignUpPayload: Omit<RetrySignUpPayload, 'signUp'> & { signUp: ResolversParentTypes['SignUp'] };
  RetrySignUpResult: ResolversUnionTypes<ResolversParentTypes>['RetrySignUpResult'];
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  RevokeApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['RevokeApiKeyResult'];
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionPayload: RevokeSessionPayload;
  RevokeSessionResult: ResolversUnionTypes<ResolversParentTypes>['RevokeSessionResult'];
  RoleDescription: RoleDescription;
  RosdomofonOffError: RosdomofonOffError;
  RosdomofonRefusedError: Omit<RosdomofonRefusedError, 'delivery'> & { delivery: ResolversParentTypes['Delivery'] };
  RotateApiKeyInput: RotateApiKeyInput;
  RotateApiKeyPayload: Omit<RotateApiKeyPayload, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  RotateApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['RotateApiKeyResult'];
  SafeInt: Scalars['SafeInt']['output'];
  SaveCannedResponseInput: SaveCannedResponseInput;
  SaveCannedResponsePayload: Omit<SaveCannedResponsePayload, 'cannedResponse'> & { cannedResponse: ResolversParentTypes['CannedResponse'] };
  SaveCannedResponseResult: ResolversUnionTypes<ResolversParentTypes>['SaveCannedResponseResult'];
  SaveDraftInput: SaveDraftInput;
  SaveDraftPayload: Omit<SaveDraftPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  SaveDraftResult: ResolversUnionTypes<ResolversParentTypes>['SaveDraftResult'];
  SaveFieldMappingInput: SaveFieldMappingInput;
  SaveFieldMappingPayload: Omit<SaveFieldMappingPayload, 'mapping'> & { mapping: ResolversParentTypes['FieldMapping'] };
  SaveFieldMappingResult: ResolversUnionTypes<ResolversParentTypes>['SaveFieldMappingResult'];
  SaveMessagingPolicyInput: SaveMessagingPolicyInput;
  SaveMessagingPolicyPayload: Omit<SaveMessagingPolicyPayload, 'policy'> & { policy: ResolversParentTypes['MessagingPolicy'] };
  SaveMessagingPolicyResult: ResolversUnionTypes<ResolversParentTypes>['SaveMessagingPolicyResult'];
  SaveSignUpPolicyInput: SaveSignUpPolicyInput;
  SaveSignUpPolicyPayload: Omit<SaveSignUpPolicyPayload, 'policy'> & { policy: ResolversParentTypes['SignUpPolicy'] };
  SaveSignUpPolicyResult: ResolversUnionTypes<ResolversParentTypes>['SaveSignUpPolicyResult'];
  SearchResults: SearchResultsMapper;
  SecretsOffError: SecretsOffError;
  SendMessageInput: SendMessageInput;
  SendMessagePayload: Omit<SendMessagePayload, 'message'> & { message: ResolversParentTypes['Message'] };
  SendMessageResult: ResolversUnionTypes<ResolversParentTypes>['SendMessageResult'];
  Service: ServiceMapper;
  ServiceConnection: ServiceConnectionMapper;
  ServiceConnectionConnection: ServiceConnectionConnectionMapper;
  ServiceConnectionEdge: Omit<ServiceConnectionEdge, 'node'> & { node: ResolversParentTypes['ServiceConnection'] };
  ServiceFilterInput: ServiceFilterInput;
  ServiceListConnection: ServiceListConnectionMapper;
  ServiceListEdge: Omit<ServiceListEdge, 'node'> & { node: ResolversParentTypes['Service'] };
  ServiceRule: ServiceRuleMapper;
  ServiceRuleInput: ServiceRuleInput;
  ServicesRefusedError: ServicesRefusedError;
  Session: SessionMapper;
  SetConversationStateInput: SetConversationStateInput;
  SetConversationStatePayload: Omit<SetConversationStatePayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  SetConversationStateResult: ResolversUnionTypes<ResolversParentTypes>['SetConversationStateResult'];
  SetPresenceInput: SetPresenceInput;
  SetPresencePayload: SetPresencePayload;
  SetPresenceResult: ResolversUnionTypes<ResolversParentTypes>['SetPresenceResult'];
  SetRoleInput: SetRoleInput;
  SetRolePayload: Omit<SetRolePayload, 'member'> & { member: ResolversParentTypes['StaffMember'] };
  SetRoleResult: ResolversUnionTypes<ResolversParentTypes>['SetRoleResult'];
  SignUp: SignUpMapper;
  SignUpAddress: SignUpAddressMapper;
  SignUpChanged: Omit<SignUpChanged, 'signUp'> & { signUp: ResolversParentTypes['SignUp'] };
  SignUpChangedEvent: ResolversInterfaceTypes<ResolversParentTypes>['SignUpChangedEvent'];
  SignUpConnection: SignUpConnectionMapper;
  SignUpDecisionInput: SignUpDecisionInput;
  SignUpEdge: Omit<SignUpEdge, 'node'> & { node: ResolversParentTypes['SignUp'] };
  SignUpEvent: SignUpEventMapper;
  SignUpEventConnection: SignUpEventConnectionMapper;
  SignUpEventEdge: Omit<SignUpEventEdge, 'node'> & { node: ResolversParentTypes['SignUpEvent'] };
  SignUpFilterInput: SignUpFilterInput;
  SignUpFunnel: SignUpFunnelMapper;
  SignUpFunnelBucket: SignUpFunnelBucketMapper;
  SignUpFunnelStage: SignUpFunnelStageMapper;
  SignUpHits: SignUpHitsMapper;
  SignUpPlan: SignUpPlanMapper;
  SignUpPolicy: SignUpPolicyMapper;
  SignUpStateError: Omit<SignUpStateError, 'signUp'> & { signUp: ResolversParentTypes['SignUp'] };
  SignUpStep: SignUpStepMapper;
  SnoozeConversationInput: SnoozeConversationInput;
  SnoozeConversationPayload: Omit<SnoozeConversationPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  SnoozeConversationResult: ResolversUnionTypes<ResolversParentTypes>['SnoozeConversationResult'];
  StaffExistsError: Omit<StaffExistsError, 'member'> & { member: ResolversParentTypes['StaffMember'] };
  StaffMember: StaffMemberMapper;
  StaffMemberConnection: StaffMemberConnectionMapper;
  StaffMemberEdge: Omit<StaffMemberEdge, 'node'> & { node: ResolversParentTypes['StaffMember'] };
  StaleVersionError: StaleVersionError;
  StatisticsRangeInput: StatisticsRangeInput;
  StatusRule: StatusRule;
  StatusRuleInput: StatusRuleInput;
  Subscription: Record<PropertyKey, never>;
  SuggestedService: SuggestedServiceMapper;
  SyncRun: SyncRunMapper;
  SyncRunChanged: Omit<SyncRunChanged, 'syncRun'> & { syncRun: ResolversParentTypes['SyncRun'] };
  SyncRunChangedEvent: ResolversInterfaceTypes<ResolversParentTypes>['SyncRunChangedEvent'];
  SyncRunConnection: SyncRunConnectionMapper;
  SyncRunCount: SyncRunCount;
  SyncRunDifference: SyncRunDifference;
  SyncRunEdge: Omit<SyncRunEdge, 'node'> & { node: ResolversParentTypes['SyncRun'] };
  SyncRunError: SyncRunError;
  SyncRunFilterInput: SyncRunFilterInput;
  SyncRunProblem: SyncRunProblem;
  SyncRunStateError: Omit<SyncRunStateError, 'syncRun'> & { syncRun: ResolversParentTypes['SyncRun'] };
  TargetBreaker: TargetBreaker;
  TargetDeliveryCounts: Omit<TargetDeliveryCounts, 'counts' | 'target'> & { counts: ResolversParentTypes['DeliveryCounts'], target?: Maybe<ResolversParentTypes['DeliveryTarget']> };
  TargetPause: TargetPause;
  TargetPausedError: Omit<TargetPausedError, 'target'> & { target: ResolversParentTypes['DeliveryTarget'] };
  TargetRate: TargetRate;
  TargetRest: TargetRest;
  TargetStateError: Omit<TargetStateError, 'target'> & { target: ResolversParentTypes['DeliveryTarget'] };
  TestIntegrationInput: TestIntegrationInput;
  TestIntegrationPayload: Omit<TestIntegrationPayload, 'delivery' | 'integration' | 'steps'> & { delivery: ResolversParentTypes['Delivery'], integration: ResolversParentTypes['Integration'], steps: Array<ResolversParentTypes['CheckStep']> };
  TestIntegrationResult: ResolversUnionTypes<ResolversParentTypes>['TestIntegrationResult'];
  TimeRefusedError: TimeRefusedError;
  TooLateError: Omit<TooLateError, 'compensation' | 'executedSteps' | 'signUp'> & { compensation: Array<ResolversParentTypes['CompensationItem']>, executedSteps: Array<ResolversParentTypes['SignUpStep']>, signUp: ResolversParentTypes['SignUp'] };
  TotalCount: TotalCount;
  UnblockAccountInput: UnblockAccountInput;
  UnblockAccountPayload: Omit<UnblockAccountPayload, 'account' | 'delivery'> & { account?: Maybe<ResolversParentTypes['Account']>, delivery: ResolversParentTypes['Delivery'] };
  UnblockAccountResult: ResolversUnionTypes<ResolversParentTypes>['UnblockAccountResult'];
  UnblockServiceConnectionInput: UnblockServiceConnectionInput;
  UnblockServiceConnectionPayload: Omit<UnblockServiceConnectionPayload, 'delivery' | 'serviceConnection'> & { delivery: ResolversParentTypes['Delivery'], serviceConnection: ResolversParentTypes['ServiceConnection'] };
  UnblockServiceConnectionResult: ResolversUnionTypes<ResolversParentTypes>['UnblockServiceConnectionResult'];
  UndoSignUpDecisionInput: UndoSignUpDecisionInput;
  UndoSignUpDecisionPayload: Omit<UndoSignUpDecisionPayload, 'signUp'> & { signUp: ResolversParentTypes['SignUp'] };
  UndoSignUpDecisionResult: ResolversUnionTypes<ResolversParentTypes>['UndoSignUpDecisionResult'];
  UnknownVariablesError: UnknownVariablesError;
  UpdateIntegrationInput: UpdateIntegrationInput;
  UpdateIntegrationPayload: Omit<UpdateIntegrationPayload, 'delivery' | 'integration'> & { delivery?: Maybe<ResolversParentTypes['Delivery']>, integration: ResolversParentTypes['Integration'] };
  UpdateIntegrationResult: ResolversUnionTypes<ResolversParentTypes>['UpdateIntegrationResult'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  Viewer: ViewerMapper;
  WithdrawInvitationInput: WithdrawInvitationInput;
  WithdrawInvitationPayload: Omit<WithdrawInvitationPayload, 'invitation'> & { invitation: ResolversParentTypes['Invitation'] };
  WithdrawInvitationResult: ResolversUnionTypes<ResolversParentTypes>['WithdrawInvitationResult'];
};

export type mayHoldPhonesDirectiveArgs = { };

export type mayHoldPhonesDirectiveResolver<Result, Parent, ContextType = Context, Args = mayHoldPhonesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type needsDirectiveArgs = {
  permission: Permission;
};

export type needsDirectiveResolver<Result, Parent, ContextType = Context, Args = needsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type openDirectiveArgs = { };

export type openDirectiveResolver<Result, Parent, ContextType = Context, Args = openDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AbonentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Abonent'] = ResolversParentTypes['Abonent']> = {
  accounts?: Resolver<ResolversTypes['AccountConnection'], ParentType, ContextType, Partial<AbonentaccountsArgs>>;
  bitrixContactId?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  externalRefs?: Resolver<Array<ResolversTypes['ExternalRef']>, ParentType, ContextType>;
  hasLoggedIn?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['Phone']>, ParentType, ContextType>;
  rosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  syncedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AbonentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AbonentConnection'] = ResolversParentTypes['AbonentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AbonentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Abonent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type AbonentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AbonentEdge'] = ResolversParentTypes['AbonentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Abonent'], ParentType, ContextType>;
};

export type AccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  balance?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  balanceAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  blockReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  detailsSyncedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  flats?: Resolver<ResolversTypes['FlatConnection'], ParentType, ContextType, Partial<AccountflatsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBlocked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Abonent']>, ParentType, ContextType>;
  ownerRosdomofonId?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  paidUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['Phone']>, ParentType, ContextType>;
  recommendedPayment?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  recommendedPaymentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  serviceConnections?: Resolver<ResolversTypes['ServiceConnectionConnection'], ParentType, ContextType, Partial<AccountserviceConnectionsArgs>>;
  syncedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  vanishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccountConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountConnection'] = ResolversParentTypes['AccountConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccountEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Account']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type AccountEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountEdge'] = ResolversParentTypes['AccountEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
};

export type AccountHitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountHits'] = ResolversParentTypes['AccountHits']> = {
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Account']>, ParentType, ContextType>;
};

export type AccountNumberRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountNumberRule'] = ResolversParentTypes['AccountNumberRule']> = {
  prefersContract?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  template?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AddressEvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressEvidence'] = ResolversParentTypes['AddressEvidence']> = {
  city?: Resolver<ResolversTypes['FieldEvidence'], ParentType, ContextType>;
  flat?: Resolver<ResolversTypes['FieldEvidence'], ParentType, ContextType>;
  house?: Resolver<ResolversTypes['FieldEvidence'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['FieldEvidence'], ParentType, ContextType>;
};

export type AddressFieldResolvers = EnumResolverSignature<{ CITY?: any, FLAT?: any, HOUSE?: any, STREET?: any }, ResolversTypes['AddressField']>;

export type AddressFieldEvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressFieldEvidence'] = ResolversParentTypes['AddressFieldEvidence']> = {
  asked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['AddressField'], ParentType, ContextType>;
  found?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isSameCode?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  onlyAsked?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  onlyFound?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  shared?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['FieldEvidence'], ParentType, ContextType>;
};

export type AmbiguousEntranceErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AmbiguousEntranceError'] = ResolversParentTypes['AmbiguousEntranceError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  suggestions?: Resolver<Array<ResolversTypes['EntranceSuggestion']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  networks?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  permissions?: Resolver<Maybe<Array<ResolversTypes['Permission']>>, ParentType, ContextType>;
  previousSecretUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  publicId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ApiKeyState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyConnection'] = ResolversParentTypes['ApiKeyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApiKeyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type ApiKeyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyEdge'] = ResolversParentTypes['ApiKeyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type ApiKeyInvalidErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyInvalidError'] = ResolversParentTypes['ApiKeyInvalidError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyStateResolvers = EnumResolverSignature<{ ACTIVE?: any, EXPIRED?: any, REVOKED?: any }, ResolversTypes['ApiKeyState']>;

export type ApiKeyStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyStateError'] = ResolversParentTypes['ApiKeyStateError']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApprovalPreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApprovalPreview'] = ResolversParentTypes['ApprovalPreview']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  addressLine?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  connectedServiceRosdomofonIds?: Resolver<Array<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  deliveries?: Resolver<Array<ResolversTypes['PlannedDelivery']>, ParentType, ContextType>;
  entrance?: Resolver<Maybe<ResolversTypes['Entrance']>, ParentType, ContextType>;
  entranceRosdomofonId?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  existingFlat?: Resolver<Maybe<ResolversTypes['Flat']>, ParentType, ContextType>;
  flat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isVirtual?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  newAccountNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['ApprovalRefusal']>, ParentType, ContextType>;
  services?: Resolver<Array<ResolversTypes['SuggestedService']>, ParentType, ContextType>;
  signUp?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['ApprovalWarning']>, ParentType, ContextType>;
};

export type ApprovalRefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApprovalRefusal'] = ResolversParentTypes['ApprovalRefusal']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApprovalWarningResolvers = EnumResolverSignature<{ ACCOUNT_BLOCKED?: any, ACCOUNT_NUMBER_TAKEN?: any, CLAIMED_BY_OTHER?: any, FLAT_OF_ANOTHER_ABONENT?: any, OTHER_SIGN_UP_OPEN?: any, QUIET_HOURS?: any, SERVICES_CONNECTED_ALREADY?: any, SEVERAL_ACCOUNTS?: any, TARGET_PAUSED?: any }, ResolversTypes['ApprovalWarning']>;

export type ApproveSignUpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveSignUpPayload'] = ResolversParentTypes['ApproveSignUpPayload']> = {
  signUp?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApproveSignUpResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveSignUpResult'] = ResolversParentTypes['ApproveSignUpResult']> = {
  __resolveType?: TypeResolveFn<'AmbiguousEntranceError' | 'ApproveSignUpPayload' | 'FlatMissingError' | 'FlatOutOfRangeError' | 'IdempotencyConflictError' | 'NotFoundError' | 'RosdomofonOffError' | 'ServicesRefusedError' | 'SignUpStateError' | 'StaleVersionError', ParentType, ContextType>;
};

export type ApproveSignUpsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveSignUpsPayload'] = ResolversParentTypes['ApproveSignUpsPayload']> = {
  job?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApproveSignUpsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveSignUpsResult'] = ResolversParentTypes['ApproveSignUpsResult']> = {
  __resolveType?: TypeResolveFn<'ApproveSignUpsPayload' | 'CountChangedError' | 'IdempotencyConflictError', ParentType, ContextType>;
};

export type AssignConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignConversationPayload'] = ResolversParentTypes['AssignConversationPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AssignConversationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignConversationResult'] = ResolversParentTypes['AssignConversationResult']> = {
  __resolveType?: TypeResolveFn<'AssignConversationPayload' | 'AssignmentChangedError' | 'NotFoundError', ParentType, ContextType>;
};

export type AssignSignUpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignSignUpPayload'] = ResolversParentTypes['AssignSignUpPayload']> = {
  signUp?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AssignSignUpResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignSignUpResult'] = ResolversParentTypes['AssignSignUpResult']> = {
  __resolveType?: TypeResolveFn<'AssignSignUpPayload' | 'IdempotencyConflictError' | 'NotFoundError' | 'RosdomofonOffError' | 'SignUpStateError' | 'StaleVersionError', ParentType, ContextType>;
};

export type AssignmentChangedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignmentChangedError'] = ResolversParentTypes['AssignmentChangedError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuditCauseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditCause'] = ResolversParentTypes['AuditCause']> = {
  change?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type AuditEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEvent'] = ResolversParentTypes['AuditEvent']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actorName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  caused?: Resolver<Array<ResolversTypes['AuditCause']>, ParentType, ContextType>;
  details?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entityId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuditEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEventConnection'] = ResolversParentTypes['AuditEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type AuditEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEventEdge'] = ResolversParentTypes['AuditEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEvent'], ParentType, ContextType>;
};

export type AutoReplyPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AutoReplyPolicy'] = ResolversParentTypes['AutoReplyPolicy']> = {
  firstOfDay?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holidays?: Resolver<Array<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  hours?: Resolver<Array<ResolversTypes['DayHours']>, ParentType, ContextType>;
  mostPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outOfHours?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  welcome?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BeginBitrix24AuthorizationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BeginBitrix24AuthorizationPayload'] = ResolversParentTypes['BeginBitrix24AuthorizationPayload']> = {
  authorizeUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BeginBitrix24AuthorizationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BeginBitrix24AuthorizationResult'] = ResolversParentTypes['BeginBitrix24AuthorizationResult']> = {
  __resolveType?: TypeResolveFn<'BeginBitrix24AuthorizationPayload' | 'IntegrationStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type BeyondPermissionsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BeyondPermissionsError'] = ResolversParentTypes['BeyondPermissionsError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['Permission']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BlockAccountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockAccountPayload'] = ResolversParentTypes['BlockAccountPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BlockAccountResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockAccountResult'] = ResolversParentTypes['BlockAccountResult']> = {
  __resolveType?: TypeResolveFn<'BlockAccountPayload' | 'EffectFailedError' | 'IdempotencyConflictError' | 'NotFoundError' | 'RosdomofonOffError' | 'RosdomofonRefusedError', ParentType, ContextType>;
};

export type BlockServiceConnectionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockServiceConnectionPayload'] = ResolversParentTypes['BlockServiceConnectionPayload']> = {
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  serviceConnection?: Resolver<ResolversTypes['ServiceConnection'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BlockServiceConnectionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockServiceConnectionResult'] = ResolversParentTypes['BlockServiceConnectionResult']> = {
  __resolveType?: TypeResolveFn<'BlockServiceConnectionPayload' | 'EffectFailedError' | 'IdempotencyConflictError' | 'NotFoundError' | 'RosdomofonOffError' | 'RosdomofonRefusedError', ParentType, ContextType>;
};

export type BreakerStateResolvers = EnumResolverSignature<{ CLOSED?: any, HALF_OPEN?: any, OPEN?: any }, ResolversTypes['BreakerState']>;

export type BroadcastLeftOutResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BroadcastLeftOut'] = ResolversParentTypes['BroadcastLeftOut']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['BroadcastLeftOutReason'], ParentType, ContextType>;
};

export type BroadcastLeftOutReasonResolvers = EnumResolverSignature<{ NEVER_LOGGED_IN?: any, NO_OWNER?: any, SAME_PERSON?: any }, ResolversTypes['BroadcastLeftOutReason']>;

export type BroadcastMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BroadcastMessagePayload'] = ResolversParentTypes['BroadcastMessagePayload']> = {
  job?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BroadcastMessageResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BroadcastMessageResult'] = ResolversParentTypes['BroadcastMessageResult']> = {
  __resolveType?: TypeResolveFn<'BroadcastMessagePayload' | 'CountChangedError' | 'IdempotencyConflictError' | 'MessageTextError' | 'RosdomofonOffError', ParentType, ContextType>;
};

export type BroadcastPreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BroadcastPreview'] = ResolversParentTypes['BroadcastPreview']> = {
  estimatedDurationMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  leftOut?: Resolver<Array<ResolversTypes['BroadcastLeftOut']>, ParentType, ContextType>;
  sample?: Resolver<Array<ResolversTypes['BroadcastRecipient']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type BroadcastRecipientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BroadcastRecipient'] = ResolversParentTypes['BroadcastRecipient']> = {
  abonent?: Resolver<Maybe<ResolversTypes['Abonent']>, ParentType, ContextType>;
  abonentRosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  accountNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CancelDeliveryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelDeliveryPayload'] = ResolversParentTypes['CancelDeliveryPayload']> = {
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelDeliveryResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelDeliveryResult'] = ResolversParentTypes['CancelDeliveryResult']> = {
  __resolveType?: TypeResolveFn<'CancelDeliveryPayload' | 'DeliveryStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CancelJobPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelJobPayload'] = ResolversParentTypes['CancelJobPayload']> = {
  job?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelJobResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelJobResult'] = ResolversParentTypes['CancelJobResult']> = {
  __resolveType?: TypeResolveFn<'CancelJobPayload' | 'JobStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CancelSyncRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelSyncRunPayload'] = ResolversParentTypes['CancelSyncRunPayload']> = {
  syncRun?: Resolver<ResolversTypes['SyncRun'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelSyncRunResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelSyncRunResult'] = ResolversParentTypes['CancelSyncRunResult']> = {
  __resolveType?: TypeResolveFn<'CancelSyncRunPayload' | 'NotFoundError' | 'SyncRunStateError', ParentType, ContextType>;
};

export type CannedResponseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CannedResponse'] = ResolversParentTypes['CannedResponse']> = {
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CannedResponseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CannedResponseConnection'] = ResolversParentTypes['CannedResponseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CannedResponseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CannedResponse']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type CannedResponseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CannedResponseEdge'] = ResolversParentTypes['CannedResponseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CannedResponse'], ParentType, ContextType>;
};

export type ChangeKindResolvers = EnumResolverSignature<{ ADDED?: any, CHANGED?: any }, ResolversTypes['ChangeKind']>;

export type ChatModeResolvers = EnumResolverSignature<{ OFF?: any, OPEN_LINE?: any, TIMELINE?: any }, ResolversTypes['ChatMode']>;

export type CheckStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckStep'] = ResolversParentTypes['CheckStep']> = {
  hint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<CheckStephintArgs>>;
  hintCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ms?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  names?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CheckStepState'], ParentType, ContextType>;
};

export type CheckStepStateResolvers = EnumResolverSignature<{ FAILED?: any, OK?: any, SKIPPED?: any, WARNING?: any }, ResolversTypes['CheckStepState']>;

export type ClaimSignUpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimSignUpPayload'] = ResolversParentTypes['ClaimSignUpPayload']> = {
  signUp?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClaimSignUpResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimSignUpResult'] = ResolversParentTypes['ClaimSignUpResult']> = {
  __resolveType?: TypeResolveFn<'ClaimSignUpPayload' | 'ClaimedByOtherError' | 'NotFoundError' | 'RosdomofonOffError' | 'SignUpStateError', ParentType, ContextType>;
};

export type ClaimedByOtherErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimedByOtherError'] = ResolversParentTypes['ClaimedByOtherError']> = {
  claimedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  signUp?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CompanyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Company'] = ResolversParentTypes['Company']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mirror?: Resolver<ResolversTypes['Mirror'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shortName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CompensateSignUpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompensateSignUpPayload'] = ResolversParentTypes['CompensateSignUpPayload']> = {
  signUp?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CompensateSignUpResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompensateSignUpResult'] = ResolversParentTypes['CompensateSignUpResult']> = {
  __resolveType?: TypeResolveFn<'CompensateSignUpPayload' | 'IdempotencyConflictError' | 'NotFoundError' | 'ReasonMissingError' | 'RosdomofonOffError' | 'SignUpStateError' | 'StaleVersionError', ParentType, ContextType>;
};

export type CompensationActionResolvers = EnumResolverSignature<{ BLOCK_ACCOUNT?: any, BLOCK_CONNECTIONS?: any, MOVE_DEAL?: any, SET_STATUS?: any }, ResolversTypes['CompensationAction']>;

export type CompensationItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompensationItem'] = ResolversParentTypes['CompensationItem']> = {
  accountNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['CompensationAction']>, ParentType, ContextType>;
  connectionRosdomofonIds?: Resolver<Array<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['SignUpStepName']>, ParentType, ContextType>;
};

export type ConnectLeftOutResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConnectLeftOut'] = ResolversParentTypes['ConnectLeftOut']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ConnectLeftOutReason'], ParentType, ContextType>;
};

export type ConnectLeftOutReasonResolvers = EnumResolverSignature<{ CONNECTED_ALREADY?: any, NO_ACCOUNT?: any }, ResolversTypes['ConnectLeftOutReason']>;

export type ConnectServicePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConnectServicePayload'] = ResolversParentTypes['ConnectServicePayload']> = {
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  serviceConnection?: Resolver<Maybe<ResolversTypes['ServiceConnection']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConnectServiceResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConnectServiceResult'] = ResolversParentTypes['ConnectServiceResult']> = {
  __resolveType?: TypeResolveFn<'ConnectServicePayload' | 'EffectFailedError' | 'IdempotencyConflictError' | 'NotFoundError' | 'RosdomofonOffError' | 'RosdomofonRefusedError', ParentType, ContextType>;
};

export type ConnectServiceToEntrancePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConnectServiceToEntrancePayload'] = ResolversParentTypes['ConnectServiceToEntrancePayload']> = {
  job?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConnectServiceToEntrancePreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConnectServiceToEntrancePreview'] = ResolversParentTypes['ConnectServiceToEntrancePreview']> = {
  estimatedDurationMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  leftOut?: Resolver<Array<ResolversTypes['ConnectLeftOut']>, ParentType, ContextType>;
  sample?: Resolver<Array<ResolversTypes['Flat']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type ConnectServiceToEntranceResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConnectServiceToEntranceResult'] = ResolversParentTypes['ConnectServiceToEntranceResult']> = {
  __resolveType?: TypeResolveFn<'ConnectServiceToEntrancePayload' | 'CountChangedError' | 'IdempotencyConflictError' | 'NotFoundError' | 'RosdomofonOffError', ParentType, ContextType>;
};

export type ConsumerLagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsumerLag'] = ResolversParentTypes['ConsumerLag']> = {
  end?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  lag?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  partition?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  reportedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  waitingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation']> = {
  abonent?: Resolver<Maybe<ResolversTypes['Abonent']>, ParentType, ContextType>;
  abonentRosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  draft?: Resolver<Maybe<ResolversTypes['ConversationDraft']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastMessageAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<ConversationmessagesArgs>>;
  presence?: Resolver<Array<ResolversTypes['Presence']>, ParentType, ContextType>;
  snoozedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  snoozedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ConversationState'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerUnreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationChanged'] = ResolversParentTypes['ConversationChanged']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationChangedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationChangedEvent'] = ResolversParentTypes['ConversationChangedEvent']> = {
  __resolveType?: TypeResolveFn<'ConversationChanged' | 'Gap' | 'Heartbeat', ParentType, ContextType>;
};

export type ConversationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationConnection'] = ResolversParentTypes['ConversationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Conversation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type ConversationDraftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationDraft'] = ResolversParentTypes['ConversationDraft']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ConversationHitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationHits'] = ResolversParentTypes['ConversationHits']> = {
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Conversation']>, ParentType, ContextType>;
};

export type ConversationMovedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationMovedError'] = ResolversParentTypes['ConversationMovedError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  newMessages?: Resolver<Array<ResolversTypes['Message']>, ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationStateResolvers = EnumResolverSignature<{ OPEN?: any, PENDING?: any, RESOLVED?: any }, ResolversTypes['ConversationState']>;

export type ConversationStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationStateError'] = ResolversParentTypes['ConversationStateError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationViewResolvers = EnumResolverSignature<{ AWAKE?: any, MINE?: any, SNOOZED?: any, UNASSIGNED?: any }, ResolversTypes['ConversationView']>;

export type CountChangedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountChangedError'] = ResolversParentTypes['CountChangedError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  now?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CountPrecisionResolvers = EnumResolverSignature<{ AT_LEAST?: any, EXACT?: any }, ResolversTypes['CountPrecision']>;

export type CreateAccountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateAccountPayload'] = ResolversParentTypes['CreateAccountPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateAccountResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateAccountResult'] = ResolversParentTypes['CreateAccountResult']> = {
  __resolveType?: TypeResolveFn<'CreateAccountPayload' | 'EffectFailedError' | 'IdempotencyConflictError' | 'NotFoundError' | 'RosdomofonOffError' | 'RosdomofonRefusedError', ParentType, ContextType>;
};

export type CreateApiKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiKeyPayload'] = ResolversParentTypes['CreateApiKeyPayload']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateApiKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiKeyResult'] = ResolversParentTypes['CreateApiKeyResult']> = {
  __resolveType?: TypeResolveFn<'ApiKeyInvalidError' | 'BeyondPermissionsError' | 'CreateApiKeyPayload', ParentType, ContextType>;
};

export type CreateFlatPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateFlatPayload'] = ResolversParentTypes['CreateFlatPayload']> = {
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  flat?: Resolver<Maybe<ResolversTypes['Flat']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateFlatResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateFlatResult'] = ResolversParentTypes['CreateFlatResult']> = {
  __resolveType?: TypeResolveFn<'CreateFlatPayload' | 'EffectFailedError' | 'IdempotencyConflictError' | 'NotFoundError' | 'RosdomofonOffError' | 'RosdomofonRefusedError', ParentType, ContextType>;
};

export type CreateIntegrationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateIntegrationPayload'] = ResolversParentTypes['CreateIntegrationPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateIntegrationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateIntegrationResult'] = ResolversParentTypes['CreateIntegrationResult']> = {
  __resolveType?: TypeResolveFn<'CreateIntegrationPayload' | 'IdempotencyConflictError' | 'IntegrationExistsError' | 'IntegrationInvalidError' | 'SecretsOffError', ParentType, ContextType>;
};

export type CrmReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CrmReview'] = ResolversParentTypes['CrmReview']> = {
  abonent?: Resolver<Maybe<ResolversTypes['Abonent']>, ParentType, ContextType>;
  abonentRosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  candidateIds?: Resolver<Array<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DayHoursResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DayHours'] = ResolversParentTypes['DayHours']> = {
  day?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
  intervals?: Resolver<Array<ResolversTypes['HoursInterval']>, ParentType, ContextType>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeleteCannedResponsePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCannedResponsePayload'] = ResolversParentTypes['DeleteCannedResponsePayload']> = {
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteCannedResponseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCannedResponseResult'] = ResolversParentTypes['DeleteCannedResponseResult']> = {
  __resolveType?: TypeResolveFn<'DeleteCannedResponsePayload' | 'NotFoundError', ParentType, ContextType>;
};

export type DeliveriesCountedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveriesCounted'] = ResolversParentTypes['DeliveriesCounted']> = {
  byTarget?: Resolver<Array<ResolversTypes['TargetDeliveryCounts']>, ParentType, ContextType>;
  countedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['DeliveryCounts'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
  about?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  ambiguousAttemptCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attemptCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attempts?: Resolver<Array<ResolversTypes['DeliveryAttempt']>, ParentType, ContextType>;
  cancelledBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastErrorCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  leaseUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  maxAttempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  original?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  redelivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  requestedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['DeliveryTarget'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryAttemptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryAttempt'] = ResolversParentTypes['DeliveryAttempt']> = {
  durationMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  endedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  errorCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lateOutcome?: Resolver<Maybe<ResolversTypes['DeliveryOutcome']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['DeliveryOutcome'], ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  worker?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeliveryChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryChanged'] = ResolversParentTypes['DeliveryChanged']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryChangedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryChangedEvent'] = ResolversParentTypes['DeliveryChangedEvent']> = {
  __resolveType?: TypeResolveFn<'DeliveryChanged' | 'Gap' | 'Heartbeat', ParentType, ContextType>;
};

export type DeliveryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryConnection'] = ResolversParentTypes['DeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Delivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type DeliveryCountersEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryCountersEvent'] = ResolversParentTypes['DeliveryCountersEvent']> = {
  __resolveType?: TypeResolveFn<'DeliveriesCounted' | 'Heartbeat', ParentType, ContextType>;
};

export type DeliveryCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryCounts'] = ResolversParentTypes['DeliveryCounts']> = {
  dead?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
  doubtful?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
  sending?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type DeliveryDurationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryDuration'] = ResolversParentTypes['DeliveryDuration']> = {
  p50Ms?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  p95Ms?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeliveryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryEdge'] = ResolversParentTypes['DeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
};

export type DeliveryIssueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryIssue'] = ResolversParentTypes['DeliveryIssue']> = {
  advice?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<DeliveryIssueadviceArgs>>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  firstFailedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integration?: Resolver<Maybe<ResolversTypes['Integration']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastFailedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<DeliveryIssuemessageArgs>>;
  mute?: Resolver<Maybe<ResolversTypes['IssueMute']>, ParentType, ContextType>;
  resolution?: Resolver<Maybe<ResolversTypes['IssueResolution']>, ParentType, ContextType>;
  sample?: Resolver<Array<ResolversTypes['Delivery']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['IssueState'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['DeliveryTarget'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryIssuesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryIssues'] = ResolversParentTypes['DeliveryIssues']> = {
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DeliveryIssue']>, ParentType, ContextType>;
};

export type DeliveryOutcomeResolvers = EnumResolverSignature<{ AMBIGUOUS?: any, DEAD?: any, DELIVERED?: any, RETRY?: any, SKIPPED?: any }, ResolversTypes['DeliveryOutcome']>;

export type DeliveryStateResolvers = EnumResolverSignature<{ DEAD?: any, DELIVERED?: any, LEASED?: any, PENDING?: any, SKIPPED?: any }, ResolversTypes['DeliveryState']>;

export type DeliveryStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryStateError'] = ResolversParentTypes['DeliveryStateError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryStats'] = ResolversParentTypes['DeliveryStats']> = {
  buckets?: Resolver<Array<ResolversTypes['DeliveryStatsBucket']>, ParentType, ContextType>;
};

export type DeliveryStatsBucketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryStatsBucket'] = ResolversParentTypes['DeliveryStatsBucket']> = {
  ambiguous?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dead?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  delivered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['DeliveryDuration']>, ParentType, ContextType>;
  failedAttempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['DeliveryTarget']>, ParentType, ContextType>;
};

export type DeliveryStatsGroupResolvers = EnumResolverSignature<{ KIND?: any, TARGET?: any }, ResolversTypes['DeliveryStatsGroup']>;

export type DeliveryTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryTarget'] = ResolversParentTypes['DeliveryTarget']> = {
  backlog?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
  breaker?: Resolver<ResolversTypes['TargetBreaker'], ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integrationState?: Resolver<ResolversTypes['IntegrationState'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IntegrationKind'], ParentType, ContextType>;
  oldestDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pause?: Resolver<Maybe<ResolversTypes['TargetPause']>, ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['TargetRate']>, ParentType, ContextType>;
  rest?: Resolver<Maybe<ResolversTypes['TargetRest']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryTargetChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryTargetChanged'] = ResolversParentTypes['DeliveryTargetChanged']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['DeliveryTarget'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryTargetChangedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryTargetChangedEvent'] = ResolversParentTypes['DeliveryTargetChangedEvent']> = {
  __resolveType?: TypeResolveFn<'DeliveryTargetChanged' | 'Gap' | 'Heartbeat', ParentType, ContextType>;
};

export type DoubtReasonResolvers = EnumResolverSignature<{ CITY_AMBIGUOUS?: any, CITY_CONTRADICTS_CODE?: any, CITY_UNKNOWN?: any, FLAT_OUTSIDE_RANGES?: any, FLAT_RANGES_UNKNOWN?: any, FLAT_UNCLEAR?: any, FLAT_UNKNOWN?: any, HOUSE_NOTATION_DIFFERS?: any, HOUSE_UNKNOWN?: any, SEVERAL_ENTRANCES_FIT?: any, STREET_CODE_AMBIGUOUS?: any, STREET_NAME_AMBIGUOUS?: any, STREET_TYPE_AMBIGUOUS?: any, STREET_UNKNOWN?: any }, ResolversTypes['DoubtReason']>;

export type EffectFailedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EffectFailedError'] = ResolversParentTypes['EffectFailedError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  isOutcomeUnknown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  reasonCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmailInvalidErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailInvalidError'] = ResolversParentTypes['EmailInvalidError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EntranceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Entrance'] = ResolversParentTypes['Entrance']> = {
  address?: Resolver<ResolversTypes['EntranceAddress'], ParentType, ContextType>;
  addressLine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  flatMap?: Resolver<ResolversTypes['FlatMap'], ParentType, ContextType, RequireFields<EntranceflatMapArgs, 'first'>>;
  flatRanges?: Resolver<Array<ResolversTypes['FlatRange']>, ParentType, ContextType>;
  flats?: Resolver<ResolversTypes['FlatConnection'], ParentType, ContextType, Partial<EntranceflatsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prefix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  services?: Resolver<Array<ResolversTypes['Service']>, ParentType, ContextType>;
  syncedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  vanishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EntranceAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntranceAddress'] = ResolversParentTypes['EntranceAddress']> = {
  block?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  building?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cityFias?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  house?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  houseFias?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  housing?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  streetFias?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  streetKladr?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  streetUniversalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EntranceCandidateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntranceCandidate'] = ResolversParentTypes['EntranceCandidate']> = {
  fields?: Resolver<Array<ResolversTypes['AddressFieldEvidence']>, ParentType, ContextType>;
  suggestion?: Resolver<ResolversTypes['EntranceSuggestion'], ParentType, ContextType>;
};

export type EntranceCandidatesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntranceCandidates'] = ResolversParentTypes['EntranceCandidates']> = {
  candidates?: Resolver<Array<ResolversTypes['EntranceCandidate']>, ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isCertain?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['SignUpReason']>, ParentType, ContextType>;
};

export type EntranceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntranceConnection'] = ResolversParentTypes['EntranceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EntranceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Entrance']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type EntranceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntranceEdge'] = ResolversParentTypes['EntranceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Entrance'], ParentType, ContextType>;
};

export type EntranceHitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntranceHits'] = ResolversParentTypes['EntranceHits']> = {
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Entrance']>, ParentType, ContextType>;
};

export type EntranceSuggestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntranceSuggestion'] = ResolversParentTypes['EntranceSuggestion']> = {
  addressLine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entrance?: Resolver<Maybe<ResolversTypes['Entrance']>, ParentType, ContextType>;
  entranceRosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['AddressEvidence'], ParentType, ContextType>;
  flatRanges?: Resolver<Maybe<Array<ResolversTypes['FlatRange']>>, ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['DoubtReason']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  services?: Resolver<Array<ResolversTypes['SuggestedService']>, ParentType, ContextType>;
};

export type ExternalRefResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExternalRef'] = ResolversParentTypes['ExternalRef']> = {
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remoteId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ExternalRefState'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ExternalRefStateResolvers = EnumResolverSignature<{ AMBIGUOUS?: any, GONE?: any, LINKED?: any, SENDING?: any }, ResolversTypes['ExternalRefState']>;

export type FeedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FeedEvent'] = ResolversParentTypes['FeedEvent']> = {
  __resolveType?: TypeResolveFn<'ConversationChanged' | 'DeliveriesCounted' | 'DeliveryChanged' | 'DeliveryTargetChanged' | 'Gap' | 'HealthChanged' | 'Heartbeat' | 'IntegrationChanged' | 'JobChanged' | 'MessageAdded' | 'MessageChanged' | 'PresenceChanged' | 'SignUpChanged' | 'SyncRunChanged', ParentType, ContextType>;
};

export type FieldEvidenceResolvers = EnumResolverSignature<{ EQUIVALENT?: any, EXACT?: any, UNCERTAIN?: any, UNKNOWN?: any }, ResolversTypes['FieldEvidence']>;

export type FieldMappingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FieldMapping'] = ResolversParentTypes['FieldMapping']> = {
  content?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['MappingProblem']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FlatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Flat'] = ResolversParentTypes['Flat']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  accountRosdomofonId?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  entrance?: Resolver<Maybe<ResolversTypes['Entrance']>, ParentType, ContextType>;
  entranceRosdomofonId?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBlocked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isVirtual?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Abonent']>, ParentType, ContextType>;
  ownerRosdomofonId?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  rosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  serviceConnections?: Resolver<ResolversTypes['ServiceConnectionConnection'], ParentType, ContextType, Partial<FlatserviceConnectionsArgs>>;
  syncedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  vanishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FlatConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlatConnection'] = ResolversParentTypes['FlatConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FlatEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Flat']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type FlatEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlatEdge'] = ResolversParentTypes['FlatEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Flat'], ParentType, ContextType>;
};

export type FlatHitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlatHits'] = ResolversParentTypes['FlatHits']> = {
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Flat']>, ParentType, ContextType>;
};

export type FlatMapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlatMap'] = ResolversParentTypes['FlatMap']> = {
  endNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  entries?: Resolver<Array<ResolversTypes['FlatMapEntry']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type FlatMapEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlatMapEntry'] = ResolversParentTypes['FlatMapEntry']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  flat?: Resolver<Maybe<ResolversTypes['Flat']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['FlatState'], ParentType, ContextType>;
};

export type FlatMissingErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlatMissingError'] = ResolversParentTypes['FlatMissingError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FlatOutOfRangeErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlatOutOfRangeError'] = ResolversParentTypes['FlatOutOfRangeError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  flatRanges?: Resolver<Array<ResolversTypes['FlatRange']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FlatRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlatRange'] = ResolversParentTypes['FlatRange']> = {
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FlatStateResolvers = EnumResolverSignature<{ BLOCKED?: any, FREE?: any, TAKEN?: any, VIRTUAL?: any }, ResolversTypes['FlatState']>;

export type GapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Gap'] = ResolversParentTypes['Gap']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['GapReason'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GapReasonResolvers = EnumResolverSignature<{ EXPIRED?: any, RESTORED?: any, TOO_SLOW?: any }, ResolversTypes['GapReason']>;

export type HealthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Health'] = ResolversParentTypes['Health']> = {
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['HealthPart']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['HealthState'], ParentType, ContextType>;
};

export type HealthChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthChanged'] = ResolversParentTypes['HealthChanged']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['Health'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HealthChangedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthChangedEvent'] = ResolversParentTypes['HealthChangedEvent']> = {
  __resolveType?: TypeResolveFn<'HealthChanged' | 'Heartbeat', ParentType, ContextType>;
};

export type HealthPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthPart'] = ResolversParentTypes['HealthPart']> = {
  advice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<HealthPartadviceArgs>>;
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  integration?: Resolver<Maybe<ResolversTypes['Integration']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<HealthPartmessageArgs>>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['HealthState'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['HealthSubject'], ParentType, ContextType>;
};

export type HealthStateResolvers = EnumResolverSignature<{ BROKEN?: any, LATE?: any, OK?: any, PAUSED?: any }, ResolversTypes['HealthState']>;

export type HealthSubjectResolvers = EnumResolverSignature<{ CONSUMERS?: any, DELIVERIES?: any, FEED?: any, INTAKE?: any, SEARCH?: any }, ResolversTypes['HealthSubject']>;

export type HeartbeatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Heartbeat'] = ResolversParentTypes['Heartbeat']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HookRefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HookRefusal'] = ResolversParentTypes['HookRefusal']> = {
  count?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HoursIntervalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoursInterval'] = ResolversParentTypes['HoursInterval']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IdempotencyConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdempotencyConflictError'] = ResolversParentTypes['IdempotencyConflictError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImportAccountsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportAccountsPayload'] = ResolversParentTypes['ImportAccountsPayload']> = {
  isJoined?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  run?: Resolver<ResolversTypes['SyncRun'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImportAccountsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportAccountsResult'] = ResolversParentTypes['ImportAccountsResult']> = {
  __resolveType?: TypeResolveFn<'ImportAccountsPayload' | 'MirrorOffError', ParentType, ContextType>;
};

export type InboxEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEvent'] = ResolversParentTypes['InboxEvent']> = {
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kafka?: Resolver<ResolversTypes['KafkaCoordinates'], ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['InboxPayload']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reprocessedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reprocessedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['InboxEventState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InboxEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEventConnection'] = ResolversParentTypes['InboxEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InboxEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['InboxEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type InboxEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEventEdge'] = ResolversParentTypes['InboxEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InboxEvent'], ParentType, ContextType>;
};

export type InboxEventEffectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEventEffect'] = ResolversParentTypes['InboxEventEffect']> = {
  change?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type InboxEventIssueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEventIssue'] = ResolversParentTypes['InboxEventIssue']> = {
  advice?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<InboxEventIssueadviceArgs>>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  firstFailedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integration?: Resolver<Maybe<ResolversTypes['Integration']>, ParentType, ContextType>;
  lastFailedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<InboxEventIssuemessageArgs>>;
  mute?: Resolver<Maybe<ResolversTypes['IssueMute']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  resolution?: Resolver<Maybe<ResolversTypes['IssueResolution']>, ParentType, ContextType>;
  sample?: Resolver<Array<ResolversTypes['InboxEvent']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['IssueState'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InboxEventIssuesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEventIssues'] = ResolversParentTypes['InboxEventIssues']> = {
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['InboxEventIssue']>, ParentType, ContextType>;
};

export type InboxEventStateResolvers = EnumResolverSignature<{ DEAD?: any, DONE?: any, PENDING?: any }, ResolversTypes['InboxEventState']>;

export type InboxEventStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEventStateError'] = ResolversParentTypes['InboxEventStateError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['InboxEvent'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InboxEventUnreadableErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEventUnreadableError'] = ResolversParentTypes['InboxEventUnreadableError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InboxPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxPayload'] = ResolversParentTypes['InboxPayload']> = {
  base64?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isTruncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IntegrationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Integration'] = ResolversParentTypes['Integration']> = {
  chat?: Resolver<Maybe<ResolversTypes['PortalChat']>, ParentType, ContextType>;
  checkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  checks?: Resolver<Array<ResolversTypes['CheckStep']>, ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['IntegrationHealth'], ParentType, ContextType>;
  hooks?: Resolver<Maybe<ResolversTypes['PortalHooks']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IntegrationKind'], ParentType, ContextType>;
  limits?: Resolver<Maybe<ResolversTypes['PortalLimits']>, ParentType, ContextType>;
  mapping?: Resolver<Maybe<ResolversTypes['FieldMapping']>, ParentType, ContextType>;
  missedChanges?: Resolver<Maybe<ResolversTypes['MissedChanges']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  portal?: Resolver<Maybe<ResolversTypes['Portal']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['IntegrationState'], ParentType, ContextType>;
  stateReason?: Resolver<Maybe<ResolversTypes['IntegrationStateReason']>, ParentType, ContextType>;
  stateSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['DeliveryTarget'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IntegrationChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationChanged'] = ResolversParentTypes['IntegrationChanged']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IntegrationChangedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationChangedEvent'] = ResolversParentTypes['IntegrationChangedEvent']> = {
  __resolveType?: TypeResolveFn<'Gap' | 'Heartbeat' | 'IntegrationChanged', ParentType, ContextType>;
};

export type IntegrationExistsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationExistsError'] = ResolversParentTypes['IntegrationExistsError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IntegrationHealthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationHealth'] = ResolversParentTypes['IntegrationHealth']> = {
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['HealthPart']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['HealthState'], ParentType, ContextType>;
};

export type IntegrationInvalidErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationInvalidError'] = ResolversParentTypes['IntegrationInvalidError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['IntegrationProblem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IntegrationKindResolvers = EnumResolverSignature<{ BITRIX24?: any, ROSDOMOFON?: any }, ResolversTypes['IntegrationKind']>;

export type IntegrationProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationProblem'] = ResolversParentTypes['IntegrationProblem']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<IntegrationProblemmessageArgs>>;
  problem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IntegrationStateResolvers = EnumResolverSignature<{ ACTIVE?: any, BROKEN?: any, PAUSED?: any, SHADOW?: any }, ResolversTypes['IntegrationState']>;

export type IntegrationStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationStateError'] = ResolversParentTypes['IntegrationStateError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IntegrationStateReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationStateReason'] = ResolversParentTypes['IntegrationStateReason']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<IntegrationStateReasonmessageArgs>>;
};

export type InvitationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Invitation'] = ResolversParentTypes['Invitation']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvitationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvitationConnection'] = ResolversParentTypes['InvitationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InvitationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Invitation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type InvitationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvitationEdge'] = ResolversParentTypes['InvitationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Invitation'], ParentType, ContextType>;
};

export type InviteStaffPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InviteStaffPayload'] = ResolversParentTypes['InviteStaffPayload']> = {
  invitation?: Resolver<ResolversTypes['Invitation'], ParentType, ContextType>;
  link?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InviteStaffResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InviteStaffResult'] = ResolversParentTypes['InviteStaffResult']> = {
  __resolveType?: TypeResolveFn<'BeyondPermissionsError' | 'EmailInvalidError' | 'InviteStaffPayload' | 'StaffExistsError', ParentType, ContextType>;
};

export type IssueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Issue'] = ResolversParentTypes['Issue']> = {
  __resolveType?: TypeResolveFn<'DeliveryIssue' | 'InboxEventIssue', ParentType, ContextType>;
};

export type IssueMuteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueMute'] = ResolversParentTypes['IssueMute']> = {
  mutedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type IssueResolutionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueResolution'] = ResolversParentTypes['IssueResolution']> = {
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resolvedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  resolvedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IssueStateResolvers = EnumResolverSignature<{ MUTED?: any, OPEN?: any, RESOLVED?: any }, ResolversTypes['IssueState']>;

export type IssueStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueStateError'] = ResolversParentTypes['IssueStateError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  issue?: Resolver<ResolversTypes['Issue'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IssuesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Issues'] = ResolversParentTypes['Issues']> = {
  deliveryIssues?: Resolver<Maybe<ResolversTypes['DeliveryIssues']>, ParentType, ContextType>;
  inboxEventIssues?: Resolver<Maybe<ResolversTypes['InboxEventIssues']>, ParentType, ContextType>;
};

export interface JSONScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type JobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job']> = {
  cancelledBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['JobError']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['JobProgress'], ParentType, ContextType>;
  progressAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['JobState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JobChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobChanged'] = ResolversParentTypes['JobChanged']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  job?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JobChangedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobChangedEvent'] = ResolversParentTypes['JobChangedEvent']> = {
  __resolveType?: TypeResolveFn<'Gap' | 'Heartbeat' | 'JobChanged', ParentType, ContextType>;
};

export type JobConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobConnection'] = ResolversParentTypes['JobConnection']> = {
  edges?: Resolver<Array<ResolversTypes['JobEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Job']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type JobEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobEdge'] = ResolversParentTypes['JobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
};

export type JobErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobError'] = ResolversParentTypes['JobError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type JobProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobProgress'] = ResolversParentTypes['JobProgress']> = {
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type JobStateResolvers = EnumResolverSignature<{ CANCELLED?: any, COMPLETED?: any, FAILED?: any, QUEUED?: any, RUNNING?: any }, ResolversTypes['JobState']>;

export type JobStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobStateError'] = ResolversParentTypes['JobStateError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  job?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KafkaCoordinatesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['KafkaCoordinates'] = ResolversParentTypes['KafkaCoordinates']> = {
  offset?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  partition?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LanguageResolvers = EnumResolverSignature<{ EN?: any, RU?: any }, ResolversTypes['Language']>;

export type LastOwnerErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LastOwnerError'] = ResolversParentTypes['LastOwnerError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export type MappingInvalidErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MappingInvalidError'] = ResolversParentTypes['MappingInvalidError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['MappingProblem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MappingPreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MappingPreview'] = ResolversParentTypes['MappingPreview']> = {
  calls?: Resolver<Array<ResolversTypes['PreviewedCall']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['MappingProblem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MappingProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MappingProblem'] = ResolversParentTypes['MappingProblem']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['MappingSeverity'], ParentType, ContextType>;
};

export type MappingSeverityResolvers = EnumResolverSignature<{ ERROR?: any, WARNING?: any }, ResolversTypes['MappingSeverity']>;

export type MarkReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkReadPayload'] = ResolversParentTypes['MarkReadPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarkReadResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkReadResult'] = ResolversParentTypes['MarkReadResult']> = {
  __resolveType?: TypeResolveFn<'MarkReadPayload' | 'NotFoundError', ParentType, ContextType>;
};

export type MembershipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Membership'] = ResolversParentTypes['Membership']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  shortName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message']> = {
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  authorName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['MessageDirection'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['MessageFailure']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOutcomeUnknown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kafka?: Resolver<Maybe<ResolversTypes['KafkaCoordinates']>, ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MessageState'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageAddedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageAdded'] = ResolversParentTypes['MessageAdded']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageAddedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageAddedEvent'] = ResolversParentTypes['MessageAddedEvent']> = {
  __resolveType?: TypeResolveFn<'Gap' | 'Heartbeat' | 'MessageAdded', ParentType, ContextType>;
};

export type MessageChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageChanged'] = ResolversParentTypes['MessageChanged']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageChangedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageChangedEvent'] = ResolversParentTypes['MessageChangedEvent']> = {
  __resolveType?: TypeResolveFn<'Gap' | 'Heartbeat' | 'MessageChanged', ParentType, ContextType>;
};

export type MessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Message']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type MessageDirectionResolvers = EnumResolverSignature<{ IN?: any, OUT?: any }, ResolversTypes['MessageDirection']>;

export type MessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type MessageFailureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageFailure'] = ResolversParentTypes['MessageFailure']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MessageHitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageHits'] = ResolversParentTypes['MessageHits']> = {
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Message']>, ParentType, ContextType>;
};

export type MessageLanguageResolvers = EnumResolverSignature<{ EN?: any, RU?: any }, ResolversTypes['MessageLanguage']>;

export type MessagePreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessagePreview'] = ResolversParentTypes['MessagePreview']> = {
  knownFields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unknownFields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MessageRouteResolvers = EnumResolverSignature<{ KAFKA?: any, REST?: any }, ResolversTypes['MessageRoute']>;

export type MessageStateResolvers = EnumResolverSignature<{ FAILED?: any, QUEUED?: any, RECEIVED?: any, SENT?: any }, ResolversTypes['MessageState']>;

export type MessageStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageStateError'] = ResolversParentTypes['MessageStateError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageTextErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageTextError'] = ResolversParentTypes['MessageTextError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageTextsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageTexts'] = ResolversParentTypes['MessageTexts']> = {
  en?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ru?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessagingPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessagingPolicy'] = ResolversParentTypes['MessagingPolicy']> = {
  autoReplies?: Resolver<Maybe<ResolversTypes['AutoReplyPolicy']>, ParentType, ContextType>;
  sendBy?: Resolver<ResolversTypes['MessageRoute'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MirrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mirror'] = ResolversParentTypes['Mirror']> = {
  currentImport?: Resolver<Maybe<ResolversTypes['SyncRun']>, ParentType, ContextType>;
  lastImport?: Resolver<Maybe<ResolversTypes['SyncRun']>, ParentType, ContextType>;
};

export type MirrorOffErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MirrorOffError'] = ResolversParentTypes['MirrorOffError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['MirrorOffReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MirrorOffReasonResolvers = EnumResolverSignature<{ NO_ACCESS?: any, PAUSED?: any }, ResolversTypes['MirrorOffReason']>;

export type MirroredResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mirrored'] = ResolversParentTypes['Mirrored']> = {
  __resolveType?: TypeResolveFn<'Account' | 'Entrance' | 'Flat' | 'Service' | 'ServiceConnection', ParentType, ContextType>;
};

export type MirroredEntityResolvers = EnumResolverSignature<{ ACCOUNT?: any, ENTRANCE?: any, FLAT?: any, SERVICE?: any, SERVICE_CONNECTION?: any }, ResolversTypes['MirroredEntity']>;

export type MissedChangesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MissedChanges'] = ResolversParentTypes['MissedChanges']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isCaughtUp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<MissedChangesmessageArgs>>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  approveSignUp?: Resolver<ResolversTypes['ApproveSignUpResult'], ParentType, ContextType, RequireFields<MutationapproveSignUpArgs, 'input'>>;
  approveSignUps?: Resolver<ResolversTypes['ApproveSignUpsResult'], ParentType, ContextType, RequireFields<MutationapproveSignUpsArgs, 'input'>>;
  assignConversation?: Resolver<ResolversTypes['AssignConversationResult'], ParentType, ContextType, RequireFields<MutationassignConversationArgs, 'input'>>;
  assignSignUp?: Resolver<ResolversTypes['AssignSignUpResult'], ParentType, ContextType, RequireFields<MutationassignSignUpArgs, 'input'>>;
  beginBitrix24Authorization?: Resolver<ResolversTypes['BeginBitrix24AuthorizationResult'], ParentType, ContextType, RequireFields<MutationbeginBitrix24AuthorizationArgs, 'input'>>;
  blockAccount?: Resolver<ResolversTypes['BlockAccountResult'], ParentType, ContextType, RequireFields<MutationblockAccountArgs, 'input'>>;
  blockServiceConnection?: Resolver<ResolversTypes['BlockServiceConnectionResult'], ParentType, ContextType, RequireFields<MutationblockServiceConnectionArgs, 'input'>>;
  broadcastMessage?: Resolver<ResolversTypes['BroadcastMessageResult'], ParentType, ContextType, RequireFields<MutationbroadcastMessageArgs, 'input'>>;
  cancelDelivery?: Resolver<ResolversTypes['CancelDeliveryResult'], ParentType, ContextType, RequireFields<MutationcancelDeliveryArgs, 'input'>>;
  cancelJob?: Resolver<ResolversTypes['CancelJobResult'], ParentType, ContextType, RequireFields<MutationcancelJobArgs, 'input'>>;
  cancelSyncRun?: Resolver<ResolversTypes['CancelSyncRunResult'], ParentType, ContextType, RequireFields<MutationcancelSyncRunArgs, 'input'>>;
  claimSignUp?: Resolver<ResolversTypes['ClaimSignUpResult'], ParentType, ContextType, RequireFields<MutationclaimSignUpArgs, 'input'>>;
  compensateSignUp?: Resolver<ResolversTypes['CompensateSignUpResult'], ParentType, ContextType, RequireFields<MutationcompensateSignUpArgs, 'input'>>;
  connectService?: Resolver<ResolversTypes['ConnectServiceResult'], ParentType, ContextType, RequireFields<MutationconnectServiceArgs, 'input'>>;
  connectServiceToEntrance?: Resolver<ResolversTypes['ConnectServiceToEntranceResult'], ParentType, ContextType, RequireFields<MutationconnectServiceToEntranceArgs, 'input'>>;
  createAccount?: Resolver<ResolversTypes['CreateAccountResult'], ParentType, ContextType, RequireFields<MutationcreateAccountArgs, 'input'>>;
  createApiKey?: Resolver<ResolversTypes['CreateApiKeyResult'], ParentType, ContextType, RequireFields<MutationcreateApiKeyArgs, 'input'>>;
  createFlat?: Resolver<ResolversTypes['CreateFlatResult'], ParentType, ContextType, RequireFields<MutationcreateFlatArgs, 'input'>>;
  createIntegration?: Resolver<ResolversTypes['CreateIntegrationResult'], ParentType, ContextType, RequireFields<MutationcreateIntegrationArgs, 'input'>>;
  deleteCannedResponse?: Resolver<ResolversTypes['DeleteCannedResponseResult'], ParentType, ContextType, RequireFields<MutationdeleteCannedResponseArgs, 'input'>>;
  importAccounts?: Resolver<ResolversTypes['ImportAccountsResult'], ParentType, ContextType, RequireFields<MutationimportAccountsArgs, 'input'>>;
  inviteStaff?: Resolver<ResolversTypes['InviteStaffResult'], ParentType, ContextType, RequireFields<MutationinviteStaffArgs, 'input'>>;
  markRead?: Resolver<ResolversTypes['MarkReadResult'], ParentType, ContextType, RequireFields<MutationmarkReadArgs, 'input'>>;
  muteIssue?: Resolver<ResolversTypes['MuteIssueResult'], ParentType, ContextType, RequireFields<MutationmuteIssueArgs, 'input'>>;
  parkSignUp?: Resolver<ResolversTypes['ParkSignUpResult'], ParentType, ContextType, RequireFields<MutationparkSignUpArgs, 'input'>>;
  pauseIntegration?: Resolver<ResolversTypes['PauseIntegrationResult'], ParentType, ContextType, RequireFields<MutationpauseIntegrationArgs, 'input'>>;
  pauseTarget?: Resolver<ResolversTypes['PauseTargetResult'], ParentType, ContextType, RequireFields<MutationpauseTargetArgs, 'input'>>;
  reconnectIntegration?: Resolver<ResolversTypes['ReconnectIntegrationResult'], ParentType, ContextType, RequireFields<MutationreconnectIntegrationArgs, 'input'>>;
  redeliver?: Resolver<ResolversTypes['RedeliverResult'], ParentType, ContextType, RequireFields<MutationredeliverArgs, 'input'>>;
  redeliverMatching?: Resolver<ResolversTypes['RedeliverMatchingResult'], ParentType, ContextType, RequireFields<MutationredeliverMatchingArgs, 'input'>>;
  refreshAccount?: Resolver<ResolversTypes['RefreshAccountResult'], ParentType, ContextType, RequireFields<MutationrefreshAccountArgs, 'input'>>;
  rejectSignUp?: Resolver<ResolversTypes['RejectSignUpResult'], ParentType, ContextType, RequireFields<MutationrejectSignUpArgs, 'input'>>;
  releaseSignUp?: Resolver<ResolversTypes['ReleaseSignUpResult'], ParentType, ContextType, RequireFields<MutationreleaseSignUpArgs, 'input'>>;
  removeStaff?: Resolver<ResolversTypes['RemoveStaffResult'], ParentType, ContextType, RequireFields<MutationremoveStaffArgs, 'input'>>;
  reprocessEvent?: Resolver<ResolversTypes['ReprocessEventResult'], ParentType, ContextType, RequireFields<MutationreprocessEventArgs, 'input'>>;
  resolveCrmReview?: Resolver<ResolversTypes['ResolveCrmReviewResult'], ParentType, ContextType, RequireFields<MutationresolveCrmReviewArgs, 'input'>>;
  resolveIssue?: Resolver<ResolversTypes['ResolveIssueResult'], ParentType, ContextType, RequireFields<MutationresolveIssueArgs, 'input'>>;
  resumeIntegration?: Resolver<ResolversTypes['ResumeIntegrationResult'], ParentType, ContextType, RequireFields<MutationresumeIntegrationArgs, 'input'>>;
  resumeTarget?: Resolver<ResolversTypes['ResumeTargetResult'], ParentType, ContextType, RequireFields<MutationresumeTargetArgs, 'input'>>;
  retryMessage?: Resolver<ResolversTypes['RetryMessageResult'], ParentType, ContextType, RequireFields<MutationretryMessageArgs, 'input'>>;
  retrySignUp?: Resolver<ResolversTypes['RetrySignUpResult'], ParentType, ContextType, RequireFields<MutationretrySignUpArgs, 'input'>>;
  revokeApiKey?: Resolver<ResolversTypes['RevokeApiKeyResult'], ParentType, ContextType, RequireFields<MutationrevokeApiKeyArgs, 'input'>>;
  revokeSession?: Resolver<ResolversTypes['RevokeSessionResult'], ParentType, ContextType, RequireFields<MutationrevokeSessionArgs, 'input'>>;
  rotateApiKey?: Resolver<ResolversTypes['RotateApiKeyResult'], ParentType, ContextType, RequireFields<MutationrotateApiKeyArgs, 'input'>>;
  saveCannedResponse?: Resolver<ResolversTypes['SaveCannedResponseResult'], ParentType, ContextType, RequireFields<MutationsaveCannedResponseArgs, 'input'>>;
  saveDraft?: Resolver<ResolversTypes['SaveDraftResult'], ParentType, ContextType, RequireFields<MutationsaveDraftArgs, 'input'>>;
  saveFieldMapping?: Resolver<ResolversTypes['SaveFieldMappingResult'], ParentType, ContextType, RequireFields<MutationsaveFieldMappingArgs, 'input'>>;
  saveMessagingPolicy?: Resolver<ResolversTypes['SaveMessagingPolicyResult'], ParentType, ContextType, RequireFields<MutationsaveMessagingPolicyArgs, 'input'>>;
  saveSignUpPolicy?: Resolver<ResolversTypes['SaveSignUpPolicyResult'], ParentType, ContextType, RequireFields<MutationsaveSignUpPolicyArgs, 'input'>>;
  sendMessage?: Resolver<ResolversTypes['SendMessageResult'], ParentType, ContextType, RequireFields<MutationsendMessageArgs, 'input'>>;
  setConversationState?: Resolver<ResolversTypes['SetConversationStateResult'], ParentType, ContextType, RequireFields<MutationsetConversationStateArgs, 'input'>>;
  setPresence?: Resolver<ResolversTypes['SetPresenceResult'], ParentType, ContextType, RequireFields<MutationsetPresenceArgs, 'input'>>;
  setRole?: Resolver<ResolversTypes['SetRoleResult'], ParentType, ContextType, RequireFields<MutationsetRoleArgs, 'input'>>;
  snoozeConversation?: Resolver<ResolversTypes['SnoozeConversationResult'], ParentType, ContextType, RequireFields<MutationsnoozeConversationArgs, 'input'>>;
  testIntegration?: Resolver<ResolversTypes['TestIntegrationResult'], ParentType, ContextType, RequireFields<MutationtestIntegrationArgs, 'input'>>;
  unblockAccount?: Resolver<ResolversTypes['UnblockAccountResult'], ParentType, ContextType, RequireFields<MutationunblockAccountArgs, 'input'>>;
  unblockServiceConnection?: Resolver<ResolversTypes['UnblockServiceConnectionResult'], ParentType, ContextType, RequireFields<MutationunblockServiceConnectionArgs, 'input'>>;
  undoSignUpDecision?: Resolver<ResolversTypes['UndoSignUpDecisionResult'], ParentType, ContextType, RequireFields<MutationundoSignUpDecisionArgs, 'input'>>;
  updateIntegration?: Resolver<ResolversTypes['UpdateIntegrationResult'], ParentType, ContextType, RequireFields<MutationupdateIntegrationArgs, 'input'>>;
  withdrawInvitation?: Resolver<ResolversTypes['WithdrawInvitationResult'], ParentType, ContextType, RequireFields<MutationwithdrawInvitationArgs, 'input'>>;
};

export type MuteIssuePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MuteIssuePayload'] = ResolversParentTypes['MuteIssuePayload']> = {
  issue?: Resolver<ResolversTypes['Issue'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MuteIssueResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MuteIssueResult'] = ResolversParentTypes['MuteIssueResult']> = {
  __resolveType?: TypeResolveFn<'IssueStateError' | 'MuteIssuePayload' | 'NotFoundError' | 'TimeRefusedError', ParentType, ContextType>;
};

export type NetworkSignUpCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NetworkSignUpCount'] = ResolversParentTypes['NetworkSignUpCount']> = {
  application?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType?: TypeResolveFn<'Abonent' | 'Account' | 'ApiKey' | 'AuditEvent' | 'CannedResponse' | 'Company' | 'Conversation' | 'Delivery' | 'DeliveryIssue' | 'DeliveryTarget' | 'Entrance' | 'Flat' | 'InboxEvent' | 'InboxEventIssue' | 'Integration' | 'Invitation' | 'Job' | 'Message' | 'Service' | 'ServiceConnection' | 'SignUp' | 'StaffMember' | 'SyncRun', ParentType, ContextType>;
};

export type NotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFoundError'] = ResolversParentTypes['NotFoundError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParkSignUpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParkSignUpPayload'] = ResolversParentTypes['ParkSignUpPayload']> = {
  signUp?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ParkSignUpResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParkSignUpResult'] = ResolversParentTypes['ParkSignUpResult']> = {
  __resolveType?: TypeResolveFn<'NotFoundError' | 'ParkSignUpPayload' | 'RosdomofonOffError' | 'SignUpStateError' | 'TimeRefusedError', ParentType, ContextType>;
};

export type PauseIntegrationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PauseIntegrationPayload'] = ResolversParentTypes['PauseIntegrationPayload']> = {
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PauseIntegrationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PauseIntegrationResult'] = ResolversParentTypes['PauseIntegrationResult']> = {
  __resolveType?: TypeResolveFn<'IntegrationStateError' | 'NotFoundError' | 'PauseIntegrationPayload', ParentType, ContextType>;
};

export type PauseTargetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PauseTargetPayload'] = ResolversParentTypes['PauseTargetPayload']> = {
  target?: Resolver<ResolversTypes['DeliveryTarget'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PauseTargetResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PauseTargetResult'] = ResolversParentTypes['PauseTargetResult']> = {
  __resolveType?: TypeResolveFn<'NotFoundError' | 'PauseTargetPayload' | 'TargetStateError', ParentType, ContextType>;
};

export type PermissionResolvers = EnumResolverSignature<{ APPROVE_SIGN_UPS?: any, BROADCAST?: any, BULK?: any, READ_ACCOUNTS?: any, READ_AUDIT?: any, READ_CONVERSATIONS?: any, READ_DELIVERIES?: any, READ_ENTRANCES?: any, READ_EVENTS?: any, READ_INTEGRATIONS?: any, READ_KEYS?: any, READ_SIGN_UPS?: any, READ_STAFF?: any, SEE_PHONES?: any, SEE_SCHEMA?: any, WRITE_ACCOUNTS?: any, WRITE_AUDIT?: any, WRITE_CONVERSATIONS?: any, WRITE_DELIVERIES?: any, WRITE_ENTRANCES?: any, WRITE_EVENTS?: any, WRITE_INTEGRATIONS?: any, WRITE_KEYS?: any, WRITE_SIGN_UPS?: any, WRITE_STAFF?: any }, ResolversTypes['Permission']>;

export type PermissionDescriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PermissionDescription'] = ResolversParentTypes['PermissionDescription']> = {
  permission?: Resolver<ResolversTypes['Permission'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hasSecondFactor?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  memberships?: Resolver<Array<ResolversTypes['Membership']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
};

export interface PhoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Phone'], any> {
  name: 'Phone';
}

export type PlannedDeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlannedDelivery'] = ResolversParentTypes['PlannedDelivery']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['SignUpStepName']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['DeliveryTarget']>, ParentType, ContextType>;
  waitMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PolicyInvalidErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PolicyInvalidError'] = ResolversParentTypes['PolicyInvalidError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['PolicyProblem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PolicyProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PolicyProblem'] = ResolversParentTypes['PolicyProblem']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PortalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Portal'] = ResolversParentTypes['Portal']> = {
  auth?: Resolver<ResolversTypes['PortalAuth'], ParentType, ContextType>;
  hasOfflineQueue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isAdmin?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  licenceFamily?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memberId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PortalAuthResolvers = EnumResolverSignature<{ APPLICATION?: any, WEBHOOK?: any }, ResolversTypes['PortalAuth']>;

export type PortalChatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PortalChat'] = ResolversParentTypes['PortalChat']> = {
  connector?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isActive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lineId?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['ChatMode'], ParentType, ContextType>;
};

export type PortalHooksResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PortalHooks'] = ResolversParentTypes['PortalHooks']> = {
  hasToken?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  installUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  redirectUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusals?: Resolver<Array<ResolversTypes['HookRefusal']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PortalLimitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PortalLimits'] = ResolversParentTypes['PortalLimits']> = {
  burst?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isKnown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  operatingSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  perSecond?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  tariff?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PresenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Presence'] = ResolversParentTypes['Presence']> = {
  person?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PresenceState'], ParentType, ContextType>;
};

export type PresenceChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PresenceChanged'] = ResolversParentTypes['PresenceChanged']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  presence?: Resolver<Array<ResolversTypes['Presence']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PresenceChangedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PresenceChangedEvent'] = ResolversParentTypes['PresenceChangedEvent']> = {
  __resolveType?: TypeResolveFn<'Heartbeat' | 'PresenceChanged', ParentType, ContextType>;
};

export type PresenceStateResolvers = EnumResolverSignature<{ READING?: any, TYPING?: any }, ResolversTypes['PresenceState']>;

export type PreviewMappingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PreviewMappingResult'] = ResolversParentTypes['PreviewMappingResult']> = {
  __resolveType?: TypeResolveFn<'MappingInvalidError' | 'MappingPreview' | 'NotFoundError', ParentType, ContextType>;
};

export type PreviewedCallResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PreviewedCall'] = ResolversParentTypes['PreviewedCall']> = {
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  onlyWhenNotFound?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  params?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  abonent?: Resolver<Maybe<ResolversTypes['Abonent']>, ParentType, ContextType, RequireFields<QueryabonentArgs, 'id'>>;
  abonents?: Resolver<ResolversTypes['AbonentConnection'], ParentType, ContextType, Partial<QueryabonentsArgs>>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryaccountArgs, 'id'>>;
  accountByNumber?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryaccountByNumberArgs, 'number'>>;
  accounts?: Resolver<ResolversTypes['AccountConnection'], ParentType, ContextType, Partial<QueryaccountsArgs>>;
  accountsByPhone?: Resolver<Array<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryaccountsByPhoneArgs, 'phone'>>;
  apiKeys?: Resolver<ResolversTypes['ApiKeyConnection'], ParentType, ContextType, Partial<QueryapiKeysArgs>>;
  auditEvents?: Resolver<ResolversTypes['AuditEventConnection'], ParentType, ContextType, Partial<QueryauditEventsArgs>>;
  cannedResponses?: Resolver<ResolversTypes['CannedResponseConnection'], ParentType, ContextType, Partial<QuerycannedResponsesArgs>>;
  companies?: Resolver<Array<ResolversTypes['Company']>, ParentType, ContextType>;
  consumerLag?: Resolver<Array<ResolversTypes['ConsumerLag']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryconversationArgs, 'id'>>;
  conversations?: Resolver<ResolversTypes['ConversationConnection'], ParentType, ContextType, Partial<QueryconversationsArgs>>;
  crmReviews?: Resolver<Array<ResolversTypes['CrmReview']>, ParentType, ContextType>;
  deliveries?: Resolver<ResolversTypes['DeliveryConnection'], ParentType, ContextType, Partial<QuerydeliveriesArgs>>;
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType, RequireFields<QuerydeliveryArgs, 'id'>>;
  deliveryStats?: Resolver<ResolversTypes['DeliveryStats'], ParentType, ContextType, RequireFields<QuerydeliveryStatsArgs, 'range' | 'step' | 'timeZone'>>;
  deliveryTarget?: Resolver<Maybe<ResolversTypes['DeliveryTarget']>, ParentType, ContextType, RequireFields<QuerydeliveryTargetArgs, 'id'>>;
  deliveryTargets?: Resolver<Array<ResolversTypes['DeliveryTarget']>, ParentType, ContextType>;
  entrance?: Resolver<Maybe<ResolversTypes['Entrance']>, ParentType, ContextType, RequireFields<QueryentranceArgs, 'id'>>;
  entrances?: Resolver<ResolversTypes['EntranceConnection'], ParentType, ContextType, Partial<QueryentrancesArgs>>;
  fieldMapping?: Resolver<Maybe<ResolversTypes['FieldMapping']>, ParentType, ContextType, RequireFields<QueryfieldMappingArgs, 'integrationId'>>;
  flat?: Resolver<Maybe<ResolversTypes['Flat']>, ParentType, ContextType, RequireFields<QueryflatArgs, 'id'>>;
  flats?: Resolver<ResolversTypes['FlatConnection'], ParentType, ContextType, Partial<QueryflatsArgs>>;
  health?: Resolver<ResolversTypes['Health'], ParentType, ContextType>;
  inboxEvent?: Resolver<Maybe<ResolversTypes['InboxEvent']>, ParentType, ContextType, RequireFields<QueryinboxEventArgs, 'id'>>;
  inboxEvents?: Resolver<ResolversTypes['InboxEventConnection'], ParentType, ContextType, RequireFields<QueryinboxEventsArgs, 'state'>>;
  integration?: Resolver<Maybe<ResolversTypes['Integration']>, ParentType, ContextType, RequireFields<QueryintegrationArgs, 'id'>>;
  integrationHealth?: Resolver<Maybe<ResolversTypes['IntegrationHealth']>, ParentType, ContextType, RequireFields<QueryintegrationHealthArgs, 'id'>>;
  integrations?: Resolver<Array<ResolversTypes['Integration']>, ParentType, ContextType>;
  invitations?: Resolver<ResolversTypes['InvitationConnection'], ParentType, ContextType, Partial<QueryinvitationsArgs>>;
  issues?: Resolver<ResolversTypes['Issues'], ParentType, ContextType, RequireFields<QueryissuesArgs, 'first'>>;
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType, RequireFields<QueryjobArgs, 'id'>>;
  jobs?: Resolver<ResolversTypes['JobConnection'], ParentType, ContextType, Partial<QueryjobsArgs>>;
  messagingPolicy?: Resolver<ResolversTypes['MessagingPolicy'], ParentType, ContextType>;
  networkSignUpCounts?: Resolver<Array<ResolversTypes['NetworkSignUpCount']>, ParentType, ContextType, RequireFields<QuerynetworkSignUpCountsArgs, 'from' | 'to'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QuerynodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QuerynodesArgs, 'ids'>>;
  permissions?: Resolver<Array<ResolversTypes['PermissionDescription']>, ParentType, ContextType>;
  previewApproval?: Resolver<Array<ResolversTypes['ApprovalPreview']>, ParentType, ContextType, RequireFields<QuerypreviewApprovalArgs, 'ids'>>;
  previewBroadcast?: Resolver<ResolversTypes['BroadcastPreview'], ParentType, ContextType, RequireFields<QuerypreviewBroadcastArgs, 'filter'>>;
  previewConnectServiceToEntrance?: Resolver<Maybe<ResolversTypes['ConnectServiceToEntrancePreview']>, ParentType, ContextType, RequireFields<QuerypreviewConnectServiceToEntranceArgs, 'entranceId' | 'serviceId'>>;
  previewMapping?: Resolver<ResolversTypes['PreviewMappingResult'], ParentType, ContextType, RequireFields<QuerypreviewMappingArgs, 'integrationId' | 'signUpId'>>;
  previewRedelivery?: Resolver<ResolversTypes['RedeliveryPreview'], ParentType, ContextType, RequireFields<QuerypreviewRedeliveryArgs, 'filter'>>;
  previewWelcome?: Resolver<ResolversTypes['MessagePreview'], ParentType, ContextType, RequireFields<QuerypreviewWelcomeArgs, 'text'>>;
  renderCannedResponse?: Resolver<ResolversTypes['RenderCannedResponseResult'], ParentType, ContextType, RequireFields<QueryrenderCannedResponseArgs, 'conversationId' | 'id'>>;
  roles?: Resolver<Array<ResolversTypes['RoleDescription']>, ParentType, ContextType>;
  search?: Resolver<ResolversTypes['SearchResults'], ParentType, ContextType, RequireFields<QuerysearchArgs, 'first' | 'text'>>;
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType, RequireFields<QueryserviceArgs, 'id'>>;
  services?: Resolver<ResolversTypes['ServiceListConnection'], ParentType, ContextType, Partial<QueryservicesArgs>>;
  signUp?: Resolver<Maybe<ResolversTypes['SignUp']>, ParentType, ContextType, RequireFields<QuerysignUpArgs, 'id'>>;
  signUpFunnel?: Resolver<ResolversTypes['SignUpFunnel'], ParentType, ContextType, RequireFields<QuerysignUpFunnelArgs, 'range' | 'step' | 'timeZone'>>;
  signUpPolicy?: Resolver<ResolversTypes['SignUpPolicy'], ParentType, ContextType>;
  signUps?: Resolver<ResolversTypes['SignUpConnection'], ParentType, ContextType, Partial<QuerysignUpsArgs>>;
  staff?: Resolver<ResolversTypes['StaffMemberConnection'], ParentType, ContextType, Partial<QuerystaffArgs>>;
  suggestEntrances?: Resolver<Maybe<ResolversTypes['EntranceCandidates']>, ParentType, ContextType, Partial<QuerysuggestEntrancesArgs>>;
  syncRun?: Resolver<Maybe<ResolversTypes['SyncRun']>, ParentType, ContextType, RequireFields<QuerysyncRunArgs, 'id'>>;
  syncRuns?: Resolver<ResolversTypes['SyncRunConnection'], ParentType, ContextType, Partial<QuerysyncRunsArgs>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type QuietHoursResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuietHours'] = ResolversParentTypes['QuietHours']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReasonMissingErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReasonMissingError'] = ResolversParentTypes['ReasonMissingError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReconnectIntegrationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReconnectIntegrationPayload'] = ResolversParentTypes['ReconnectIntegrationPayload']> = {
  authorizeUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReconnectIntegrationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReconnectIntegrationResult'] = ResolversParentTypes['ReconnectIntegrationResult']> = {
  __resolveType?: TypeResolveFn<'IntegrationInvalidError' | 'IntegrationStateError' | 'NotFoundError' | 'ReconnectIntegrationPayload' | 'SecretsOffError', ParentType, ContextType>;
};

export type RedeliverMatchingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedeliverMatchingPayload'] = ResolversParentTypes['RedeliverMatchingPayload']> = {
  job?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RedeliverMatchingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedeliverMatchingResult'] = ResolversParentTypes['RedeliverMatchingResult']> = {
  __resolveType?: TypeResolveFn<'CountChangedError' | 'IdempotencyConflictError' | 'RedeliverMatchingPayload', ParentType, ContextType>;
};

export type RedeliverPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedeliverPayload'] = ResolversParentTypes['RedeliverPayload']> = {
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RedeliverResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedeliverResult'] = ResolversParentTypes['RedeliverResult']> = {
  __resolveType?: TypeResolveFn<'DeliveryStateError' | 'IdempotencyConflictError' | 'NotFoundError' | 'RedeliverPayload' | 'RedeliveryUnderWayError' | 'TargetPausedError', ParentType, ContextType>;
};

export type RedeliveryPreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedeliveryPreview'] = ResolversParentTypes['RedeliveryPreview']> = {
  byErrorCode?: Resolver<Array<ResolversTypes['RedeliveryPreviewCode']>, ParentType, ContextType>;
  estimatedDurationMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type RedeliveryPreviewCodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedeliveryPreviewCode'] = ResolversParentTypes['RedeliveryPreviewCode']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RedeliveryUnderWayErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedeliveryUnderWayError'] = ResolversParentTypes['RedeliveryUnderWayError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefreshAccountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshAccountPayload'] = ResolversParentTypes['RefreshAccountPayload']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  run?: Resolver<ResolversTypes['SyncRun'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefreshAccountResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshAccountResult'] = ResolversParentTypes['RefreshAccountResult']> = {
  __resolveType?: TypeResolveFn<'MirrorOffError' | 'NotFoundError' | 'RefreshAccountPayload', ParentType, ContextType>;
};

export type RejectSignUpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectSignUpPayload'] = ResolversParentTypes['RejectSignUpPayload']> = {
  signUp?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RejectSignUpResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectSignUpResult'] = ResolversParentTypes['RejectSignUpResult']> = {
  __resolveType?: TypeResolveFn<'IdempotencyConflictError' | 'NotFoundError' | 'ReasonMissingError' | 'RejectSignUpPayload' | 'RosdomofonOffError' | 'SignUpStateError' | 'StaleVersionError', ParentType, ContextType>;
};

export type ReleaseSignUpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseSignUpPayload'] = ResolversParentTypes['ReleaseSignUpPayload']> = {
  signUp?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReleaseSignUpResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseSignUpResult'] = ResolversParentTypes['ReleaseSignUpResult']> = {
  __resolveType?: TypeResolveFn<'ClaimedByOtherError' | 'NotFoundError' | 'ReleaseSignUpPayload' | 'RosdomofonOffError', ParentType, ContextType>;
};

export type RemoveStaffPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveStaffPayload'] = ResolversParentTypes['RemoveStaffPayload']> = {
  removedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveStaffResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveStaffResult'] = ResolversParentTypes['RemoveStaffResult']> = {
  __resolveType?: TypeResolveFn<'LastOwnerError' | 'NotFoundError' | 'RemoveStaffPayload', ParentType, ContextType>;
};

export type RenderCannedResponsePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenderCannedResponsePayload'] = ResolversParentTypes['RenderCannedResponsePayload']> = {
  missingVariables?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RenderCannedResponseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenderCannedResponseResult'] = ResolversParentTypes['RenderCannedResponseResult']> = {
  __resolveType?: TypeResolveFn<'NotFoundError' | 'RenderCannedResponsePayload' | 'UnknownVariablesError', ParentType, ContextType>;
};

export type ReprocessEventPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReprocessEventPayload'] = ResolversParentTypes['ReprocessEventPayload']> = {
  caused?: Resolver<Array<ResolversTypes['InboxEventEffect']>, ParentType, ContextType>;
  event?: Resolver<ResolversTypes['InboxEvent'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReprocessEventResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReprocessEventResult'] = ResolversParentTypes['ReprocessEventResult']> = {
  __resolveType?: TypeResolveFn<'IdempotencyConflictError' | 'InboxEventStateError' | 'InboxEventUnreadableError' | 'NotFoundError' | 'ReprocessEventPayload', ParentType, ContextType>;
};

export type ResolveCrmReviewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolveCrmReviewPayload'] = ResolversParentTypes['ResolveCrmReviewPayload']> = {
  abonent?: Resolver<Maybe<ResolversTypes['Abonent']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResolveCrmReviewResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolveCrmReviewResult'] = ResolversParentTypes['ResolveCrmReviewResult']> = {
  __resolveType?: TypeResolveFn<'NotFoundError' | 'ResolveCrmReviewPayload', ParentType, ContextType>;
};

export type ResolveIssuePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolveIssuePayload'] = ResolversParentTypes['ResolveIssuePayload']> = {
  issue?: Resolver<ResolversTypes['Issue'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResolveIssueResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolveIssueResult'] = ResolversParentTypes['ResolveIssueResult']> = {
  __resolveType?: TypeResolveFn<'IssueStateError' | 'NotFoundError' | 'ResolveIssuePayload', ParentType, ContextType>;
};

export type ResumeIntegrationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeIntegrationPayload'] = ResolversParentTypes['ResumeIntegrationPayload']> = {
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResumeIntegrationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeIntegrationResult'] = ResolversParentTypes['ResumeIntegrationResult']> = {
  __resolveType?: TypeResolveFn<'IntegrationStateError' | 'NotFoundError' | 'ResumeIntegrationPayload', ParentType, ContextType>;
};

export type ResumeTargetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeTargetPayload'] = ResolversParentTypes['ResumeTargetPayload']> = {
  target?: Resolver<ResolversTypes['DeliveryTarget'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResumeTargetResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeTargetResult'] = ResolversParentTypes['ResumeTargetResult']> = {
  __resolveType?: TypeResolveFn<'NotFoundError' | 'ResumeTargetPayload' | 'TargetStateError', ParentType, ContextType>;
};

export type RetryMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryMessagePayload'] = ResolversParentTypes['RetryMessagePayload']> = {
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RetryMessageResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryMessageResult'] = ResolversParentTypes['RetryMessageResult']> = {
  __resolveType?: TypeResolveFn<'IdempotencyConflictError' | 'MessageStateError' | 'NotFoundError' | 'RetryMessagePayload', ParentType, ContextType>;
};

export type RetrySignUpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetrySignUpPayload'] = ResolversParentTypes['RetrySignUpPayload']> = {
  signUp?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RetrySignUpResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetrySignUpResult'] = ResolversParentTypes['RetrySignUpResult']> = {
  __resolveType?: TypeResolveFn<'IdempotencyConflictError' | 'NotFoundError' | 'RetrySignUpPayload' | 'RosdomofonOffError' | 'SignUpStateError' | 'StaleVersionError', ParentType, ContextType>;
};

export type RevokeApiKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiKeyPayload'] = ResolversParentTypes['RevokeApiKeyPayload']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeApiKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiKeyResult'] = ResolversParentTypes['RevokeApiKeyResult']> = {
  __resolveType?: TypeResolveFn<'ApiKeyStateError' | 'NotFoundError' | 'RevokeApiKeyPayload', ParentType, ContextType>;
};

export type RevokeSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeSessionPayload'] = ResolversParentTypes['RevokeSessionPayload']> = {
  revokedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeSessionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeSessionResult'] = ResolversParentTypes['RevokeSessionResult']> = {
  __resolveType?: TypeResolveFn<'NotFoundError' | 'RevokeSessionPayload', ParentType, ContextType>;
};

export type RoleResolvers = EnumResolverSignature<{ AGENT?: any, ENGINEER?: any, MANAGER?: any, OWNER?: any, VIEWER?: any }, ResolversTypes['Role']>;

export type RoleDescriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoleDescription'] = ResolversParentTypes['RoleDescription']> = {
  permissions?: Resolver<Array<ResolversTypes['Permission']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type RosdomofonOffErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RosdomofonOffError'] = ResolversParentTypes['RosdomofonOffError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['MirrorOffReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RosdomofonRefusedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RosdomofonRefusedError'] = ResolversParentTypes['RosdomofonRefusedError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  reasonCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rosdomofonSays?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RotateApiKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateApiKeyPayload'] = ResolversParentTypes['RotateApiKeyPayload']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RotateApiKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateApiKeyResult'] = ResolversParentTypes['RotateApiKeyResult']> = {
  __resolveType?: TypeResolveFn<'ApiKeyStateError' | 'BeyondPermissionsError' | 'NotFoundError' | 'RotateApiKeyPayload', ParentType, ContextType>;
};

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export type SaveCannedResponsePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveCannedResponsePayload'] = ResolversParentTypes['SaveCannedResponsePayload']> = {
  cannedResponse?: Resolver<ResolversTypes['CannedResponse'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SaveCannedResponseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveCannedResponseResult'] = ResolversParentTypes['SaveCannedResponseResult']> = {
  __resolveType?: TypeResolveFn<'MessageTextError' | 'NotFoundError' | 'SaveCannedResponsePayload' | 'StaleVersionError' | 'UnknownVariablesError', ParentType, ContextType>;
};

export type SaveDraftPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveDraftPayload'] = ResolversParentTypes['SaveDraftPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SaveDraftResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveDraftResult'] = ResolversParentTypes['SaveDraftResult']> = {
  __resolveType?: TypeResolveFn<'MessageTextError' | 'NotFoundError' | 'SaveDraftPayload', ParentType, ContextType>;
};

export type SaveFieldMappingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveFieldMappingPayload'] = ResolversParentTypes['SaveFieldMappingPayload']> = {
  mapping?: Resolver<ResolversTypes['FieldMapping'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SaveFieldMappingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveFieldMappingResult'] = ResolversParentTypes['SaveFieldMappingResult']> = {
  __resolveType?: TypeResolveFn<'MappingInvalidError' | 'NotFoundError' | 'SaveFieldMappingPayload' | 'StaleVersionError', ParentType, ContextType>;
};

export type SaveMessagingPolicyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveMessagingPolicyPayload'] = ResolversParentTypes['SaveMessagingPolicyPayload']> = {
  policy?: Resolver<ResolversTypes['MessagingPolicy'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SaveMessagingPolicyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveMessagingPolicyResult'] = ResolversParentTypes['SaveMessagingPolicyResult']> = {
  __resolveType?: TypeResolveFn<'PolicyInvalidError' | 'SaveMessagingPolicyPayload' | 'StaleVersionError', ParentType, ContextType>;
};

export type SaveSignUpPolicyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveSignUpPolicyPayload'] = ResolversParentTypes['SaveSignUpPolicyPayload']> = {
  policy?: Resolver<ResolversTypes['SignUpPolicy'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SaveSignUpPolicyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveSignUpPolicyResult'] = ResolversParentTypes['SaveSignUpPolicyResult']> = {
  __resolveType?: TypeResolveFn<'PolicyInvalidError' | 'SaveSignUpPolicyPayload' | 'StaleVersionError', ParentType, ContextType>;
};

export type SearchResultsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchResults'] = ResolversParentTypes['SearchResults']> = {
  accounts?: Resolver<Maybe<ResolversTypes['AccountHits']>, ParentType, ContextType>;
  conversations?: Resolver<Maybe<ResolversTypes['ConversationHits']>, ParentType, ContextType>;
  entrances?: Resolver<Maybe<ResolversTypes['EntranceHits']>, ParentType, ContextType>;
  flats?: Resolver<Maybe<ResolversTypes['FlatHits']>, ParentType, ContextType>;
  messages?: Resolver<Maybe<ResolversTypes['MessageHits']>, ParentType, ContextType>;
  signUps?: Resolver<Maybe<ResolversTypes['SignUpHits']>, ParentType, ContextType>;
};

export type SecretsOffErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SecretsOffError'] = ResolversParentTypes['SecretsOffError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SendMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendMessagePayload'] = ResolversParentTypes['SendMessagePayload']> = {
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SendMessageResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendMessageResult'] = ResolversParentTypes['SendMessageResult']> = {
  __resolveType?: TypeResolveFn<'ConversationMovedError' | 'IdempotencyConflictError' | 'MessageTextError' | 'NotFoundError' | 'RosdomofonOffError' | 'SendMessagePayload', ParentType, ContextType>;
};

export type ServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service']> = {
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  serviceConnections?: Resolver<ResolversTypes['ServiceConnectionConnection'], ParentType, ContextType, Partial<ServiceserviceConnectionsArgs>>;
  syncedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  tariff?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vanishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceConnection'] = ResolversParentTypes['ServiceConnection']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  accountRosdomofonId?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  flat?: Resolver<Maybe<ResolversTypes['Flat']>, ParentType, ContextType>;
  flatRosdomofonId?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBlocked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  serviceRosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  syncedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  tariff?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  vanishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceConnectionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceConnectionConnection'] = ResolversParentTypes['ServiceConnectionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ServiceConnectionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ServiceConnection']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type ServiceConnectionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceConnectionEdge'] = ResolversParentTypes['ServiceConnectionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ServiceConnection'], ParentType, ContextType>;
};

export type ServiceListConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceListConnection'] = ResolversParentTypes['ServiceListConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ServiceListEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Service']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type ServiceListEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceListEdge'] = ResolversParentTypes['ServiceListEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Service'], ParentType, ContextType>;
};

export type ServicePickResolvers = EnumResolverSignature<{ ALL?: any, LIST?: any, TYPES?: any }, ResolversTypes['ServicePick']>;

export type ServiceRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceRule'] = ResolversParentTypes['ServiceRule']> = {
  pick?: Resolver<ResolversTypes['ServicePick'], ParentType, ContextType>;
  serviceRosdomofonIds?: Resolver<Maybe<Array<ResolversTypes['SafeInt']>>, ParentType, ContextType>;
  types?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type ServicesRefusedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServicesRefusedError'] = ResolversParentTypes['ServicesRefusedError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  unknownRosdomofonIds?: Resolver<Array<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  company?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SetConversationStatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetConversationStatePayload'] = ResolversParentTypes['SetConversationStatePayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetConversationStateResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetConversationStateResult'] = ResolversParentTypes['SetConversationStateResult']> = {
  __resolveType?: TypeResolveFn<'ConversationStateError' | 'NotFoundError' | 'SetConversationStatePayload', ParentType, ContextType>;
};

export type SetPresencePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetPresencePayload'] = ResolversParentTypes['SetPresencePayload']> = {
  holdsForMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetPresenceResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetPresenceResult'] = ResolversParentTypes['SetPresenceResult']> = {
  __resolveType?: TypeResolveFn<'NotFoundError' | 'SetPresencePayload', ParentType, ContextType>;
};

export type SetRolePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetRolePayload'] = ResolversParentTypes['SetRolePayload']> = {
  member?: Resolver<ResolversTypes['StaffMember'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetRoleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetRoleResult'] = ResolversParentTypes['SetRoleResult']> = {
  __resolveType?: TypeResolveFn<'BeyondPermissionsError' | 'LastOwnerError' | 'NotFoundError' | 'SetRolePayload', ParentType, ContextType>;
};

export type SignUpResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUp'] = ResolversParentTypes['SignUp']> = {
  abonent?: Resolver<Maybe<ResolversTypes['Abonent']>, ParentType, ContextType>;
  abonentRosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  accounts?: Resolver<Array<ResolversTypes['Account']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['SignUpAddress'], ParentType, ContextType>;
  application?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bitrixDealId?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  claimedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  claimedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  contractNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveries?: Resolver<Array<ResolversTypes['Delivery']>, ParentType, ContextType>;
  externalRefs?: Resolver<Array<ResolversTypes['ExternalRef']>, ParentType, ContextType>;
  heldUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOfferSigned?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isVirtual?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lastEventAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  movedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  movedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parkNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parkedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  phone?: Resolver<ResolversTypes['Phone'], ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['SignUpPlan']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reviewReason?: Resolver<Maybe<ResolversTypes['SignUpReason']>, ParentType, ContextType>;
  rosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SignUpState'], ParentType, ContextType>;
  stateReason?: Resolver<Maybe<ResolversTypes['SignUpReason']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['SignUpStep']>, ParentType, ContextType>;
  suggestions?: Resolver<Array<ResolversTypes['EntranceSuggestion']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['SignUpEventConnection'], ParentType, ContextType, Partial<SignUptimelineArgs>>;
  uid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  wireStatus?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignUpAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpAddress'] = ResolversParentTypes['SignUpAddress']> = {
  block?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  building?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  flat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  house?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  housing?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SignUpChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpChanged'] = ResolversParentTypes['SignUpChanged']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  signUp?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignUpChangedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpChangedEvent'] = ResolversParentTypes['SignUpChangedEvent']> = {
  __resolveType?: TypeResolveFn<'Gap' | 'Heartbeat' | 'SignUpChanged', ParentType, ContextType>;
};

export type SignUpConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpConnection'] = ResolversParentTypes['SignUpConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SignUpEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SignUp']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type SignUpEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpEdge'] = ResolversParentTypes['SignUpEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
};

export type SignUpEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpEvent'] = ResolversParentTypes['SignUpEvent']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  kafka?: Resolver<Maybe<ResolversTypes['KafkaCoordinates']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SignUpEventKind'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  wireStatus?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SignUpEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpEventConnection'] = ResolversParentTypes['SignUpEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SignUpEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SignUpEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type SignUpEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpEventEdge'] = ResolversParentTypes['SignUpEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SignUpEvent'], ParentType, ContextType>;
};

export type SignUpEventKindResolvers = EnumResolverSignature<{ ADOPTED?: any, APPROVED?: any, ASSIGNED?: any, COMPENSATED?: any, COMPLETED?: any, CRM_REFUSED?: any, FOLLOWED?: any, HANDED_BACK?: any, MATCHED?: any, OUTDATED?: any, PARKED?: any, RECEIVED?: any, REJECTED?: any, REPEATED?: any, RETRIED?: any, REVIEW_NEEDED?: any, STATUS_CHANGED?: any, STEP_DONE?: any, STEP_FAILED?: any, STEP_SKIPPED?: any, UNDONE?: any }, ResolversTypes['SignUpEventKind']>;

export type SignUpFunnelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpFunnel'] = ResolversParentTypes['SignUpFunnel']> = {
  buckets?: Resolver<Array<ResolversTypes['SignUpFunnelBucket']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['SignUpFunnelStage'], ParentType, ContextType>;
};

export type SignUpFunnelBucketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpFunnelBucket'] = ResolversParentTypes['SignUpFunnelBucket']> = {
  reached?: Resolver<ResolversTypes['SignUpFunnelStage'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SignUpFunnelStageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpFunnelStage'] = ResolversParentTypes['SignUpFunnelStage']> = {
  completed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  medianMsToCompletion?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  medianMsToDecision?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  needsReview?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  provisioning?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SignUpHitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpHits'] = ResolversParentTypes['SignUpHits']> = {
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SignUp']>, ParentType, ContextType>;
};

export type SignUpModeResolvers = EnumResolverSignature<{ AUTOMATIC?: any, REVIEW?: any }, ResolversTypes['SignUpMode']>;

export type SignUpPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpPlan'] = ResolversParentTypes['SignUpPlan']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  accountNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  addressLine?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdFlat?: Resolver<Maybe<ResolversTypes['Flat']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entrance?: Resolver<Maybe<ResolversTypes['Entrance']>, ParentType, ContextType>;
  entranceRosdomofonId?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  flat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isVirtual?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  rejectedReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  services?: Resolver<Array<ResolversTypes['SuggestedService']>, ParentType, ContextType>;
};

export type SignUpPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpPolicy'] = ResolversParentTypes['SignUpPolicy']> = {
  accountNumber?: Resolver<ResolversTypes['AccountNumberRule'], ParentType, ContextType>;
  holdMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['MessageLanguage'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['SignUpMode'], ParentType, ContextType>;
  quietHours?: Resolver<Maybe<ResolversTypes['QuietHours']>, ParentType, ContextType>;
  refusal?: Resolver<ResolversTypes['MessageTexts'], ParentType, ContextType>;
  services?: Resolver<ResolversTypes['ServiceRule'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  statuses?: Resolver<ResolversTypes['StatusRule'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  virtual?: Resolver<ResolversTypes['VirtualRule'], ParentType, ContextType>;
  welcome?: Resolver<Maybe<ResolversTypes['MessageTexts']>, ParentType, ContextType>;
};

export type SignUpReasonResolvers = EnumResolverSignature<{ ADDRESS_DOUBTFUL?: any, ASSIGNED?: any, BEFORE_START?: any, COMPENSATED?: any, CONNECTED_ELSEWHERE?: any, DECISION_UNDONE?: any, DELEGATED_ELSEWHERE?: any, ENTRANCE_NOT_FOUND?: any, FLAT_MISSING?: any, FLAT_OUTSIDE_RANGES?: any, FLAT_RANGES_UNKNOWN?: any, FLAT_UNCLEAR?: any, HANDLED_ELSEWHERE?: any, MATCH_CANCELLED?: any, MATCH_FAILED?: any, NO_SERVICES?: any, POLICY_REVIEW?: any, REJECTED_BY_HAND?: any, REJECTED_ELSEWHERE?: any, REST_OFF?: any, RETRIED?: any, SEVERAL_ENTRANCES?: any, STEP_CANCELLED?: any, STEP_FAILED?: any }, ResolversTypes['SignUpReason']>;

export type SignUpStateResolvers = EnumResolverSignature<{ COMPLETED?: any, FAILED?: any, NEEDS_REVIEW?: any, NEW?: any, PROVISIONING?: any, REJECTED?: any }, ResolversTypes['SignUpState']>;

export type SignUpStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpStateError'] = ResolversParentTypes['SignUpStateError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  signUp?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignUpStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpStep'] = ResolversParentTypes['SignUpStep']> = {
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  errorCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SignUpStepState'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['SignUpStepName'], ParentType, ContextType>;
};

export type SignUpStepNameResolvers = EnumResolverSignature<{ ACCOUNT?: any, BLOCK_ACCOUNT?: any, BLOCK_CONNECTIONS?: any, CONNECTIONS?: any, FLAT?: any, REFUSAL?: any, STARTED?: any, STATUS?: any, WELCOME?: any }, ResolversTypes['SignUpStepName']>;

export type SignUpStepStateResolvers = EnumResolverSignature<{ DONE?: any, FAILED?: any, SKIPPED?: any, WAITING?: any }, ResolversTypes['SignUpStepState']>;

export type SnoozeConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SnoozeConversationPayload'] = ResolversParentTypes['SnoozeConversationPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SnoozeConversationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SnoozeConversationResult'] = ResolversParentTypes['SnoozeConversationResult']> = {
  __resolveType?: TypeResolveFn<'NotFoundError' | 'SnoozeConversationPayload' | 'TimeRefusedError', ParentType, ContextType>;
};

export type StaffExistsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StaffExistsError'] = ResolversParentTypes['StaffExistsError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['StaffMember'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StaffMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StaffMember'] = ResolversParentTypes['StaffMember']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  addedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hasSecondFactor?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  joinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StaffMemberConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StaffMemberConnection'] = ResolversParentTypes['StaffMemberConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StaffMemberEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type StaffMemberEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StaffMemberEdge'] = ResolversParentTypes['StaffMemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StaffMember'], ParentType, ContextType>;
};

export type StaleVersionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StaleVersionError'] = ResolversParentTypes['StaleVersionError']> = {
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StatisticsStepResolvers = EnumResolverSignature<{ DAY?: any, HOUR?: any, MONTH?: any, WEEK?: any }, ResolversTypes['StatisticsStep']>;

export type StatusRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusRule'] = ResolversParentTypes['StatusRule']> = {
  completed?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rejected?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  started?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  conversationChanged?: SubscriptionResolver<ResolversTypes['ConversationChangedEvent'], "conversationChanged", ParentType, ContextType, Partial<SubscriptionconversationChangedArgs>>;
  deliveryChanged?: SubscriptionResolver<ResolversTypes['DeliveryChangedEvent'], "deliveryChanged", ParentType, ContextType, Partial<SubscriptiondeliveryChangedArgs>>;
  deliveryCounters?: SubscriptionResolver<ResolversTypes['DeliveryCountersEvent'], "deliveryCounters", ParentType, ContextType>;
  deliveryTargetChanged?: SubscriptionResolver<ResolversTypes['DeliveryTargetChangedEvent'], "deliveryTargetChanged", ParentType, ContextType, Partial<SubscriptiondeliveryTargetChangedArgs>>;
  healthChanged?: SubscriptionResolver<ResolversTypes['HealthChangedEvent'], "healthChanged", ParentType, ContextType>;
  integrationChanged?: SubscriptionResolver<ResolversTypes['IntegrationChangedEvent'], "integrationChanged", ParentType, ContextType, Partial<SubscriptionintegrationChangedArgs>>;
  jobChanged?: SubscriptionResolver<ResolversTypes['JobChangedEvent'], "jobChanged", ParentType, ContextType, Partial<SubscriptionjobChangedArgs>>;
  messageAdded?: SubscriptionResolver<ResolversTypes['MessageAddedEvent'], "messageAdded", ParentType, ContextType, Partial<SubscriptionmessageAddedArgs>>;
  messageChanged?: SubscriptionResolver<ResolversTypes['MessageChangedEvent'], "messageChanged", ParentType, ContextType, Partial<SubscriptionmessageChangedArgs>>;
  presenceChanged?: SubscriptionResolver<ResolversTypes['PresenceChangedEvent'], "presenceChanged", ParentType, ContextType, Partial<SubscriptionpresenceChangedArgs>>;
  signUpChanged?: SubscriptionResolver<ResolversTypes['SignUpChangedEvent'], "signUpChanged", ParentType, ContextType, Partial<SubscriptionsignUpChangedArgs>>;
  syncRunChanged?: SubscriptionResolver<ResolversTypes['SyncRunChangedEvent'], "syncRunChanged", ParentType, ContextType, Partial<SubscriptionsyncRunChangedArgs>>;
};

export type SuggestedServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SuggestedService'] = ResolversParentTypes['SuggestedService']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SyncRunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SyncRun'] = ResolversParentTypes['SyncRun']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  accountRosdomofonId?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  counts?: Resolver<Array<ResolversTypes['SyncRunCount']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  differences?: Resolver<Array<ResolversTypes['SyncRunDifference']>, ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['SyncRunError']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SyncRunKind'], ParentType, ContextType>;
  phase?: Resolver<Maybe<ResolversTypes['SyncRunPhase']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['SyncRunProblem']>, ParentType, ContextType>;
  progressAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SyncRunState'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SyncRunChangeResolvers = EnumResolverSignature<{ ADDED?: any, CHANGED?: any, VANISHED?: any }, ResolversTypes['SyncRunChange']>;

export type SyncRunChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SyncRunChanged'] = ResolversParentTypes['SyncRunChanged']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  syncRun?: Resolver<ResolversTypes['SyncRun'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SyncRunChangedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SyncRunChangedEvent'] = ResolversParentTypes['SyncRunChangedEvent']> = {
  __resolveType?: TypeResolveFn<'Gap' | 'Heartbeat' | 'SyncRunChanged', ParentType, ContextType>;
};

export type SyncRunConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SyncRunConnection'] = ResolversParentTypes['SyncRunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SyncRunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SyncRun']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type SyncRunCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SyncRunCount'] = ResolversParentTypes['SyncRunCount']> = {
  added?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['MirroredEntity'], ParentType, ContextType>;
  same?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  vanished?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SyncRunDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SyncRunDifference'] = ResolversParentTypes['SyncRunDifference']> = {
  change?: Resolver<ResolversTypes['SyncRunChange'], ParentType, ContextType>;
  changedFields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['MirroredEntity'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type SyncRunEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SyncRunEdge'] = ResolversParentTypes['SyncRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SyncRun'], ParentType, ContextType>;
};

export type SyncRunErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SyncRunError'] = ResolversParentTypes['SyncRunError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SyncRunKindResolvers = EnumResolverSignature<{ ACCOUNT?: any, FULL?: any, PREVIEW?: any }, ResolversTypes['SyncRunKind']>;

export type SyncRunPhaseResolvers = EnumResolverSignature<{ ACCOUNT?: any, ACCOUNTS?: any, CONNECTIONS?: any, ENTRANCES?: any, FLATS?: any, SERVICES?: any }, ResolversTypes['SyncRunPhase']>;

export type SyncRunProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SyncRunProblem'] = ResolversParentTypes['SyncRunProblem']> = {
  phase?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rosdomofonId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SyncRunStateResolvers = EnumResolverSignature<{ CANCELLED?: any, COMPLETED?: any, FAILED?: any, QUEUED?: any, RUNNING?: any }, ResolversTypes['SyncRunState']>;

export type SyncRunStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SyncRunStateError'] = ResolversParentTypes['SyncRunStateError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  syncRun?: Resolver<ResolversTypes['SyncRun'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TargetBreakerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetBreaker'] = ResolversParentTypes['TargetBreaker']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  retryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BreakerState'], ParentType, ContextType>;
};

export type TargetDeliveryCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetDeliveryCounts'] = ResolversParentTypes['TargetDeliveryCounts']> = {
  counts?: Resolver<ResolversTypes['DeliveryCounts'], ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['DeliveryTarget']>, ParentType, ContextType>;
};

export type TargetPauseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetPause'] = ResolversParentTypes['TargetPause']> = {
  pausedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pausedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TargetPausedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetPausedError'] = ResolversParentTypes['TargetPausedError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['DeliveryTarget'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TargetRateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetRate'] = ResolversParentTypes['TargetRate']> = {
  allowedPerSecond?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reportedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  usedPerSecond?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type TargetRestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetRest'] = ResolversParentTypes['TargetRest']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TargetStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetStateError'] = ResolversParentTypes['TargetStateError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['DeliveryTarget'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TestIntegrationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TestIntegrationPayload'] = ResolversParentTypes['TestIntegrationPayload']> = {
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['CheckStep']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TestIntegrationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TestIntegrationResult'] = ResolversParentTypes['TestIntegrationResult']> = {
  __resolveType?: TypeResolveFn<'IntegrationStateError' | 'NotFoundError' | 'TestIntegrationPayload', ParentType, ContextType>;
};

export type TimeRefusedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeRefusedError'] = ResolversParentTypes['TimeRefusedError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooLateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooLateError'] = ResolversParentTypes['TooLateError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  compensation?: Resolver<Array<ResolversTypes['CompensationItem']>, ParentType, ContextType>;
  executedSteps?: Resolver<Array<ResolversTypes['SignUpStep']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  signUp?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TotalCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TotalCount'] = ResolversParentTypes['TotalCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['CountPrecision'], ParentType, ContextType>;
};

export type UnblockAccountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockAccountPayload'] = ResolversParentTypes['UnblockAccountPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnblockAccountResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockAccountResult'] = ResolversParentTypes['UnblockAccountResult']> = {
  __resolveType?: TypeResolveFn<'EffectFailedError' | 'IdempotencyConflictError' | 'NotFoundError' | 'RosdomofonOffError' | 'RosdomofonRefusedError' | 'UnblockAccountPayload', ParentType, ContextType>;
};

export type UnblockServiceConnectionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockServiceConnectionPayload'] = ResolversParentTypes['UnblockServiceConnectionPayload']> = {
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  serviceConnection?: Resolver<ResolversTypes['ServiceConnection'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnblockServiceConnectionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockServiceConnectionResult'] = ResolversParentTypes['UnblockServiceConnectionResult']> = {
  __resolveType?: TypeResolveFn<'EffectFailedError' | 'IdempotencyConflictError' | 'NotFoundError' | 'RosdomofonOffError' | 'RosdomofonRefusedError' | 'UnblockServiceConnectionPayload', ParentType, ContextType>;
};

export type UndoSignUpDecisionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UndoSignUpDecisionPayload'] = ResolversParentTypes['UndoSignUpDecisionPayload']> = {
  signUp?: Resolver<ResolversTypes['SignUp'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UndoSignUpDecisionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UndoSignUpDecisionResult'] = ResolversParentTypes['UndoSignUpDecisionResult']> = {
  __resolveType?: TypeResolveFn<'IdempotencyConflictError' | 'NotFoundError' | 'RosdomofonOffError' | 'SignUpStateError' | 'StaleVersionError' | 'TooLateError' | 'UndoSignUpDecisionPayload', ParentType, ContextType>;
};

export type UnknownVariablesErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnknownVariablesError'] = ResolversParentTypes['UnknownVariablesError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  known?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  unknown?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateIntegrationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateIntegrationPayload'] = ResolversParentTypes['UpdateIntegrationPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateIntegrationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateIntegrationResult'] = ResolversParentTypes['UpdateIntegrationResult']> = {
  __resolveType?: TypeResolveFn<'IntegrationInvalidError' | 'IntegrationStateError' | 'NotFoundError' | 'SecretsOffError' | 'UpdateIntegrationPayload', ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType?: TypeResolveFn<'AmbiguousEntranceError' | 'ApiKeyInvalidError' | 'ApiKeyStateError' | 'AssignmentChangedError' | 'BeyondPermissionsError' | 'ClaimedByOtherError' | 'ConversationMovedError' | 'ConversationStateError' | 'CountChangedError' | 'DeliveryStateError' | 'EffectFailedError' | 'EmailInvalidError' | 'FlatMissingError' | 'FlatOutOfRangeError' | 'IdempotencyConflictError' | 'InboxEventStateError' | 'InboxEventUnreadableError' | 'IntegrationExistsError' | 'IntegrationInvalidError' | 'IntegrationStateError' | 'IssueStateError' | 'JobStateError' | 'LastOwnerError' | 'MappingInvalidError' | 'MessageStateError' | 'MessageTextError' | 'MirrorOffError' | 'NotFoundError' | 'PolicyInvalidError' | 'ReasonMissingError' | 'RedeliveryUnderWayError' | 'RosdomofonOffError' | 'RosdomofonRefusedError' | 'SecretsOffError' | 'ServicesRefusedError' | 'SignUpStateError' | 'StaffExistsError' | 'StaleVersionError' | 'SyncRunStateError' | 'TargetPausedError' | 'TargetStateError' | 'TimeRefusedError' | 'TooLateError' | 'UnknownVariablesError', ParentType, ContextType>;
};

export type UserErrorCodeResolvers = EnumResolverSignature<{ AMBIGUOUS_ENTRANCE?: any, API_KEY_INVALID?: any, API_KEY_STATE?: any, ASSIGNMENT_CHANGED?: any, BEYOND_PERMISSIONS?: any, CLAIMED_BY_OTHER?: any, CONVERSATION_MOVED?: any, CONVERSATION_STATE?: any, COUNT_CHANGED?: any, DELIVERY_STATE?: any, EFFECT_FAILED?: any, EMAIL_INVALID?: any, FLAT_MISSING?: any, FLAT_OUT_OF_RANGE?: any, IDEMPOTENCY_CONFLICT?: any, INBOX_EVENT_STATE?: any, INBOX_EVENT_UNREADABLE?: any, INTEGRATION_EXISTS?: any, INTEGRATION_INVALID?: any, INTEGRATION_STATE?: any, ISSUE_STATE?: any, JOB_STATE?: any, LAST_OWNER?: any, MAPPING_INVALID?: any, MESSAGE_STATE?: any, MESSAGE_TEXT?: any, MIRROR_OFF?: any, NOT_FOUND?: any, POLICY_INVALID?: any, REASON_MISSING?: any, REDELIVERY_UNDER_WAY?: any, ROSDOMOFON_OFF?: any, ROSDOMOFON_REFUSED?: any, SECRETS_OFF?: any, SERVICES_REFUSED?: any, SIGN_UP_STATE?: any, STAFF_EXISTS?: any, STALE_VERSION?: any, SYNC_RUN_STATE?: any, TARGET_PAUSED?: any, TARGET_STATE?: any, TIME_REFUSED?: any, TOO_LATE?: any, UNKNOWN_VARIABLES?: any }, ResolversTypes['UserErrorCode']>;

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  feedCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['Permission']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type VirtualRuleResolvers = EnumResolverSignature<{ ALWAYS?: any, AS_ASKED?: any, NEVER?: any }, ResolversTypes['VirtualRule']>;

export type WeekdayResolvers = EnumResolverSignature<{ FRI?: any, MON?: any, SAT?: any, SUN?: any, THU?: any, TUE?: any, WED?: any }, ResolversTypes['Weekday']>;

export type WithdrawInvitationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawInvitationPayload'] = ResolversParentTypes['WithdrawInvitationPayload']> = {
  invitation?: Resolver<ResolversTypes['Invitation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WithdrawInvitationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawInvitationResult'] = ResolversParentTypes['WithdrawInvitationResult']> = {
  __resolveType?: TypeResolveFn<'NotFoundError' | 'WithdrawInvitationPayload', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Abonent?: AbonentResolvers<ContextType>;
  AbonentConnection?: AbonentConnectionResolvers<ContextType>;
  AbonentEdge?: AbonentEdgeResolvers<ContextType>;
  Account?: AccountResolvers<ContextType>;
  AccountConnection?: AccountConnectionResolvers<ContextType>;
  AccountEdge?: AccountEdgeResolvers<ContextType>;
  AccountHits?: AccountHitsResolvers<ContextType>;
  AccountNumberRule?: AccountNumberRuleResolvers<ContextType>;
  AddressEvidence?: AddressEvidenceResolvers<ContextType>;
  AddressField?: AddressFieldResolvers;
  AddressFieldEvidence?: AddressFieldEvidenceResolvers<ContextType>;
  AmbiguousEntranceError?: AmbiguousEntranceErrorResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  ApiKeyInvalidError?: ApiKeyInvalidErrorResolvers<ContextType>;
  ApiKeyState?: ApiKeyStateResolvers;
  ApiKeyStateError?: ApiKeyStateErrorResolvers<ContextType>;
  ApprovalPreview?: ApprovalPreviewResolvers<ContextType>;
  ApprovalRefusal?: ApprovalRefusalResolvers<ContextType>;
  ApprovalWarning?: ApprovalWarningResolvers;
  ApproveSignUpPayload?: ApproveSignUpPayloadResolvers<ContextType>;
  ApproveSignUpResult?: ApproveSignUpResultResolvers<ContextType>;
  ApproveSignUpsPayload?: ApproveSignUpsPayloadResolvers<ContextType>;
  ApproveSignUpsResult?: ApproveSignUpsResultResolvers<ContextType>;
  AssignConversationPayload?: AssignConversationPayloadResolvers<ContextType>;
  AssignConversationResult?: AssignConversationResultResolvers<ContextType>;
  AssignSignUpPayload?: AssignSignUpPayloadResolvers<ContextType>;
  AssignSignUpResult?: AssignSignUpResultResolvers<ContextType>;
  AssignmentChangedError?: AssignmentChangedErrorResolvers<ContextType>;
  AuditCause?: AuditCauseResolvers<ContextType>;
  AuditEvent?: AuditEventResolvers<ContextType>;
  AuditEventConnection?: AuditEventConnectionResolvers<ContextType>;
  AuditEventEdge?: AuditEventEdgeResolvers<ContextType>;
  AutoReplyPolicy?: AutoReplyPolicyResolvers<ContextType>;
  BeginBitrix24AuthorizationPayload?: BeginBitrix24AuthorizationPayloadResolvers<ContextType>;
  BeginBitrix24AuthorizationResult?: BeginBitrix24AuthorizationResultResolvers<ContextType>;
  BeyondPermissionsError?: BeyondPermissionsErrorResolvers<ContextType>;
  BlockAccountPayload?: BlockAccountPayloadResolvers<ContextType>;
  BlockAccountResult?: BlockAccountResultResolvers<ContextType>;
  BlockServiceConnectionPayload?: BlockServiceConnectionPayloadResolvers<ContextType>;
  BlockServiceConnectionResult?: BlockServiceConnectionResultResolvers<ContextType>;
  BreakerState?: BreakerStateResolvers;
  BroadcastLeftOut?: BroadcastLeftOutResolvers<ContextType>;
  BroadcastLeftOutReason?: BroadcastLeftOutReasonResolvers;
  BroadcastMessagePayload?: BroadcastMessagePayloadResolvers<ContextType>;
  BroadcastMessageResult?: BroadcastMessageResultResolvers<ContextType>;
  BroadcastPreview?: BroadcastPreviewResolvers<ContextType>;
  BroadcastRecipient?: BroadcastRecipientResolvers<ContextType>;
  CancelDeliveryPayload?: CancelDeliveryPayloadResolvers<ContextType>;
  CancelDeliveryResult?: CancelDeliveryResultResolvers<ContextType>;
  CancelJobPayload?: CancelJobPayloadResolvers<ContextType>;
  CancelJobResult?: CancelJobResultResolvers<ContextType>;
  CancelSyncRunPayload?: CancelSyncRunPayloadResolvers<ContextType>;
  CancelSyncRunResult?: CancelSyncRunResultResolvers<ContextType>;
  CannedResponse?: CannedResponseResolvers<ContextType>;
  CannedResponseConnection?: CannedResponseConnectionResolvers<ContextType>;
  CannedResponseEdge?: CannedResponseEdgeResolvers<ContextType>;
  ChangeKind?: ChangeKindResolvers;
  ChatMode?: ChatModeResolvers;
  CheckStep?: CheckStepResolvers<ContextType>;
  CheckStepState?: CheckStepStateResolvers;
  ClaimSignUpPayload?: ClaimSignUpPayloadResolvers<ContextType>;
  ClaimSignUpResult?: ClaimSignUpResultResolvers<ContextType>;
  ClaimedByOtherError?: ClaimedByOtherErrorResolvers<ContextType>;
  Company?: CompanyResolvers<ContextType>;
  CompensateSignUpPayload?: CompensateSignUpPayloadResolvers<ContextType>;
  CompensateSignUpResult?: CompensateSignUpResultResolvers<ContextType>;
  CompensationAction?: CompensationActionResolvers;
  CompensationItem?: CompensationItemResolvers<ContextType>;
  ConnectLeftOut?: ConnectLeftOutResolvers<ContextType>;
  ConnectLeftOutReason?: ConnectLeftOutReasonResolvers;
  ConnectServicePayload?: ConnectServicePayloadResolvers<ContextType>;
  ConnectServiceResult?: ConnectServiceResultResolvers<ContextType>;
  ConnectServiceToEntrancePayload?: ConnectServiceToEntrancePayloadResolvers<ContextType>;
  ConnectServiceToEntrancePreview?: ConnectServiceToEntrancePreviewResolvers<ContextType>;
  ConnectServiceToEntranceResult?: ConnectServiceToEntranceResultResolvers<ContextType>;
  ConsumerLag?: ConsumerLagResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationChanged?: ConversationChangedResolvers<ContextType>;
  ConversationChangedEvent?: ConversationChangedEventResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationDraft?: ConversationDraftResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  ConversationHits?: ConversationHitsResolvers<ContextType>;
  ConversationMovedError?: ConversationMovedErrorResolvers<ContextType>;
  ConversationState?: ConversationStateResolvers;
  ConversationStateError?: ConversationStateErrorResolvers<ContextType>;
  ConversationView?: ConversationViewResolvers;
  CountChangedError?: CountChangedErrorResolvers<ContextType>;
  CountPrecision?: CountPrecisionResolvers;
  CreateAccountPayload?: CreateAccountPayloadResolvers<ContextType>;
  CreateAccountResult?: CreateAccountResultResolvers<ContextType>;
  CreateApiKeyPayload?: CreateApiKeyPayloadResolvers<ContextType>;
  CreateApiKeyResult?: CreateApiKeyResultResolvers<ContextType>;
  CreateFlatPayload?: CreateFlatPayloadResolvers<ContextType>;
  CreateFlatResult?: CreateFlatResultResolvers<ContextType>;
  CreateIntegrationPayload?: CreateIntegrationPayloadResolvers<ContextType>;
  CreateIntegrationResult?: CreateIntegrationResultResolvers<ContextType>;
  CrmReview?: CrmReviewResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DayHours?: DayHoursResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  DeleteCannedResponsePayload?: DeleteCannedResponsePayloadResolvers<ContextType>;
  DeleteCannedResponseResult?: DeleteCannedResponseResultResolvers<ContextType>;
  DeliveriesCounted?: DeliveriesCountedResolvers<ContextType>;
  Delivery?: DeliveryResolvers<ContextType>;
  DeliveryAttempt?: DeliveryAttemptResolvers<ContextType>;
  DeliveryChanged?: DeliveryChangedResolvers<ContextType>;
  DeliveryChangedEvent?: DeliveryChangedEventResolvers<ContextType>;
  DeliveryConnection?: DeliveryConnectionResolvers<ContextType>;
  DeliveryCountersEvent?: DeliveryCountersEventResolvers<ContextType>;
  DeliveryCounts?: DeliveryCountsResolvers<ContextType>;
  DeliveryDuration?: DeliveryDurationResolvers<ContextType>;
  DeliveryEdge?: DeliveryEdgeResolvers<ContextType>;
  DeliveryIssue?: DeliveryIssueResolvers<ContextType>;
  DeliveryIssues?: DeliveryIssuesResolvers<ContextType>;
  DeliveryOutcome?: DeliveryOutcomeResolvers;
  DeliveryState?: DeliveryStateResolvers;
  DeliveryStateError?: DeliveryStateErrorResolvers<ContextType>;
  DeliveryStats?: DeliveryStatsResolvers<ContextType>;
  DeliveryStatsBucket?: DeliveryStatsBucketResolvers<ContextType>;
  DeliveryStatsGroup?: DeliveryStatsGroupResolvers;
  DeliveryTarget?: DeliveryTargetResolvers<ContextType>;
  DeliveryTargetChanged?: DeliveryTargetChangedResolvers<ContextType>;
  DeliveryTargetChangedEvent?: DeliveryTargetChangedEventResolvers<ContextType>;
  DoubtReason?: DoubtReasonResolvers;
  EffectFailedError?: EffectFailedErrorResolvers<ContextType>;
  EmailInvalidError?: EmailInvalidErrorResolvers<ContextType>;
  Entrance?: EntranceResolvers<ContextType>;
  EntranceAddress?: EntranceAddressResolvers<ContextType>;
  EntranceCandidate?: EntranceCandidateResolvers<ContextType>;
  EntranceCandidates?: EntranceCandidatesResolvers<ContextType>;
  EntranceConnection?: EntranceConnectionResolvers<ContextType>;
  EntranceEdge?: EntranceEdgeResolvers<ContextType>;
  EntranceHits?: EntranceHitsResolvers<ContextType>;
  EntranceSuggestion?: EntranceSuggestionResolvers<ContextType>;
  ExternalRef?: ExternalRefResolvers<ContextType>;
  ExternalRefState?: ExternalRefStateResolvers;
  FeedEvent?: FeedEventResolvers<ContextType>;
  FieldEvidence?: FieldEvidenceResolvers;
  FieldMapping?: FieldMappingResolvers<ContextType>;
  Flat?: FlatResolvers<ContextType>;
  FlatConnection?: FlatConnectionResolvers<ContextType>;
  FlatEdge?: FlatEdgeResolvers<ContextType>;
  FlatHits?: FlatHitsResolvers<ContextType>;
  FlatMap?: FlatMapResolvers<ContextType>;
  FlatMapEntry?: FlatMapEntryResolvers<ContextType>;
  FlatMissingError?: FlatMissingErrorResolvers<ContextType>;
  FlatOutOfRangeError?: FlatOutOfRangeErrorResolvers<ContextType>;
  FlatRange?: FlatRangeResolvers<ContextType>;
  FlatState?: FlatStateResolvers;
  Gap?: GapResolvers<ContextType>;
  GapReason?: GapReasonResolvers;
  Health?: HealthResolvers<ContextType>;
  HealthChanged?: HealthChangedResolvers<ContextType>;
  HealthChangedEvent?: HealthChangedEventResolvers<ContextType>;
  HealthPart?: HealthPartResolvers<ContextType>;
  HealthState?: HealthStateResolvers;
  HealthSubject?: HealthSubjectResolvers;
  Heartbeat?: HeartbeatResolvers<ContextType>;
  HookRefusal?: HookRefusalResolvers<ContextType>;
  HoursInterval?: HoursIntervalResolvers<ContextType>;
  IdempotencyConflictError?: IdempotencyConflictErrorResolvers<ContextType>;
  ImportAccountsPayload?: ImportAccountsPayloadResolvers<ContextType>;
  ImportAccountsResult?: ImportAccountsResultResolvers<ContextType>;
  InboxEvent?: InboxEventResolvers<ContextType>;
  InboxEventConnection?: InboxEventConnectionResolvers<ContextType>;
  InboxEventEdge?: InboxEventEdgeResolvers<ContextType>;
  InboxEventEffect?: InboxEventEffectResolvers<ContextType>;
  InboxEventIssue?: InboxEventIssueResolvers<ContextType>;
  InboxEventIssues?: InboxEventIssuesResolvers<ContextType>;
  InboxEventState?: InboxEventStateResolvers;
  InboxEventStateError?: InboxEventStateErrorResolvers<ContextType>;
  InboxEventUnreadableError?: InboxEventUnreadableErrorResolvers<ContextType>;
  InboxPayload?: InboxPayloadResolvers<ContextType>;
  Integration?: IntegrationResolvers<ContextType>;
  IntegrationChanged?: IntegrationChangedResolvers<ContextType>;
  IntegrationChangedEvent?: IntegrationChangedEventResolvers<ContextType>;
  IntegrationExistsError?: IntegrationExistsErrorResolvers<ContextType>;
  IntegrationHealth?: IntegrationHealthResolvers<ContextType>;
  IntegrationInvalidError?: IntegrationInvalidErrorResolvers<ContextType>;
  IntegrationKind?: IntegrationKindResolvers;
  IntegrationProblem?: IntegrationProblemResolvers<ContextType>;
  IntegrationState?: IntegrationStateResolvers;
  IntegrationStateError?: IntegrationStateErrorResolvers<ContextType>;
  IntegrationStateReason?: IntegrationStateReasonResolvers<ContextType>;
  Invitation?: InvitationResolvers<ContextType>;
  InvitationConnection?: InvitationConnectionResolvers<ContextType>;
  InvitationEdge?: InvitationEdgeResolvers<ContextType>;
  InviteStaffPayload?: InviteStaffPayloadResolvers<ContextType>;
  InviteStaffResult?: InviteStaffResultResolvers<ContextType>;
  Issue?: IssueResolvers<ContextType>;
  IssueMute?: IssueMuteResolvers<ContextType>;
  IssueResolution?: IssueResolutionResolvers<ContextType>;
  IssueState?: IssueStateResolvers;
  IssueStateError?: IssueStateErrorResolvers<ContextType>;
  Issues?: IssuesResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Job?: JobResolvers<ContextType>;
  JobChanged?: JobChangedResolvers<ContextType>;
  JobChangedEvent?: JobChangedEventResolvers<ContextType>;
  JobConnection?: JobConnectionResolvers<ContextType>;
  JobEdge?: JobEdgeResolvers<ContextType>;
  JobError?: JobErrorResolvers<ContextType>;
  JobProgress?: JobProgressResolvers<ContextType>;
  JobState?: JobStateResolvers;
  JobStateError?: JobStateErrorResolvers<ContextType>;
  KafkaCoordinates?: KafkaCoordinatesResolvers<ContextType>;
  Language?: LanguageResolvers;
  LastOwnerError?: LastOwnerErrorResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  MappingInvalidError?: MappingInvalidErrorResolvers<ContextType>;
  MappingPreview?: MappingPreviewResolvers<ContextType>;
  MappingProblem?: MappingProblemResolvers<ContextType>;
  MappingSeverity?: MappingSeverityResolvers;
  MarkReadPayload?: MarkReadPayloadResolvers<ContextType>;
  MarkReadResult?: MarkReadResultResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageAdded?: MessageAddedResolvers<ContextType>;
  MessageAddedEvent?: MessageAddedEventResolvers<ContextType>;
  MessageChanged?: MessageChangedResolvers<ContextType>;
  MessageChangedEvent?: MessageChangedEventResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageDirection?: MessageDirectionResolvers;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  MessageFailure?: MessageFailureResolvers<ContextType>;
  MessageHits?: MessageHitsResolvers<ContextType>;
  MessageLanguage?: MessageLanguageResolvers;
  MessagePreview?: MessagePreviewResolvers<ContextType>;
  MessageRoute?: MessageRouteResolvers;
  MessageState?: MessageStateResolvers;
  MessageStateError?: MessageStateErrorResolvers<ContextType>;
  MessageTextError?: MessageTextErrorResolvers<ContextType>;
  MessageTexts?: MessageTextsResolvers<ContextType>;
  MessagingPolicy?: MessagingPolicyResolvers<ContextType>;
  Mirror?: MirrorResolvers<ContextType>;
  MirrorOffError?: MirrorOffErrorResolvers<ContextType>;
  MirrorOffReason?: MirrorOffReasonResolvers;
  Mirrored?: MirroredResolvers<ContextType>;
  MirroredEntity?: MirroredEntityResolvers;
  MissedChanges?: MissedChangesResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MuteIssuePayload?: MuteIssuePayloadResolvers<ContextType>;
  MuteIssueResult?: MuteIssueResultResolvers<ContextType>;
  NetworkSignUpCount?: NetworkSignUpCountResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParkSignUpPayload?: ParkSignUpPayloadResolvers<ContextType>;
  ParkSignUpResult?: ParkSignUpResultResolvers<ContextType>;
  PauseIntegrationPayload?: PauseIntegrationPayloadResolvers<ContextType>;
  PauseIntegrationResult?: PauseIntegrationResultResolvers<ContextType>;
  PauseTargetPayload?: PauseTargetPayloadResolvers<ContextType>;
  PauseTargetResult?: PauseTargetResultResolvers<ContextType>;
  Permission?: PermissionResolvers;
  PermissionDescription?: PermissionDescriptionResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Phone?: GraphQLScalarType;
  PlannedDelivery?: PlannedDeliveryResolvers<ContextType>;
  PolicyInvalidError?: PolicyInvalidErrorResolvers<ContextType>;
  PolicyProblem?: PolicyProblemResolvers<ContextType>;
  Portal?: PortalResolvers<ContextType>;
  PortalAuth?: PortalAuthResolvers;
  PortalChat?: PortalChatResolvers<ContextType>;
  PortalHooks?: PortalHooksResolvers<ContextType>;
  PortalLimits?: PortalLimitsResolvers<ContextType>;
  Presence?: PresenceResolvers<ContextType>;
  PresenceChanged?: PresenceChangedResolvers<ContextType>;
  PresenceChangedEvent?: PresenceChangedEventResolvers<ContextType>;
  PresenceState?: PresenceStateResolvers;
  PreviewMappingResult?: PreviewMappingResultResolvers<ContextType>;
  PreviewedCall?: PreviewedCallResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QuietHours?: QuietHoursResolvers<ContextType>;
  ReasonMissingError?: ReasonMissingErrorResolvers<ContextType>;
  ReconnectIntegrationPayload?: ReconnectIntegrationPayloadResolvers<ContextType>;
  ReconnectIntegrationResult?: ReconnectIntegrationResultResolvers<ContextType>;
  RedeliverMatchingPayload?: RedeliverMatchingPayloadResolvers<ContextType>;
  RedeliverMatchingResult?: RedeliverMatchingResultResolvers<ContextType>;
  RedeliverPayload?: RedeliverPayloadResolvers<ContextType>;
  RedeliverResult?: RedeliverResultResolvers<ContextType>;
  RedeliveryPreview?: RedeliveryPreviewResolvers<ContextType>;
  RedeliveryPreviewCode?: RedeliveryPreviewCodeResolvers<ContextType>;
  RedeliveryUnderWayError?: RedeliveryUnderWayErrorResolvers<ContextType>;
  RefreshAccountPayload?: RefreshAccountPayloadResolvers<ContextType>;
  RefreshAccountResult?: RefreshAccountResultResolvers<ContextType>;
  RejectSignUpPayload?: RejectSignUpPayloadResolvers<ContextType>;
  RejectSignUpResult?: RejectSignUpResultResolvers<ContextType>;
  ReleaseSignUpPayload?: ReleaseSignUpPayloadResolvers<ContextType>;
  ReleaseSignUpResult?: ReleaseSignUpResultResolvers<ContextType>;
  RemoveStaffPayload?: RemoveStaffPayloadResolvers<ContextType>;
  RemoveStaffResult?: RemoveStaffResultResolvers<ContextType>;
  RenderCannedResponsePayload?: RenderCannedResponsePayloadResolvers<ContextType>;
  RenderCannedResponseResult?: RenderCannedResponseResultResolvers<ContextType>;
  ReprocessEventPayload?: ReprocessEventPayloadResolvers<ContextType>;
  ReprocessEventResult?: ReprocessEventResultResolvers<ContextType>;
  ResolveCrmReviewPayload?: ResolveCrmReviewPayloadResolvers<ContextType>;
  ResolveCrmReviewResult?: ResolveCrmReviewResultResolvers<ContextType>;
  ResolveIssuePayload?: ResolveIssuePayloadResolvers<ContextType>;
  ResolveIssueResult?: ResolveIssueResultResolvers<ContextType>;
  ResumeIntegrationPayload?: ResumeIntegrationPayloadResolvers<ContextType>;
  ResumeIntegrationResult?: ResumeIntegrationResultResolvers<ContextType>;
  ResumeTargetPayload?: ResumeTargetPayloadResolvers<ContextType>;
  ResumeTargetResult?: ResumeTargetResultResolvers<ContextType>;
  RetryMessagePayload?: RetryMessagePayloadResolvers<ContextType>;
  RetryMessageResult?: RetryMessageResultResolvers<ContextType>;
  RetrySignUpPayload?: RetrySignUpPayloadResolvers<ContextType>;
  RetrySignUpResult?: RetrySignUpResultResolvers<ContextType>;
  RevokeApiKeyPayload?: RevokeApiKeyPayloadResolvers<ContextType>;
  RevokeApiKeyResult?: RevokeApiKeyResultResolvers<ContextType>;
  RevokeSessionPayload?: RevokeSessionPayloadResolvers<ContextType>;
  RevokeSessionResult?: RevokeSessionResultResolvers<ContextType>;
  Role?: RoleResolvers;
  RoleDescription?: RoleDescriptionResolvers<ContextType>;
  RosdomofonOffError?: RosdomofonOffErrorResolvers<ContextType>;
  RosdomofonRefusedError?: RosdomofonRefusedErrorResolvers<ContextType>;
  RotateApiKeyPayload?: RotateApiKeyPayloadResolvers<ContextType>;
  RotateApiKeyResult?: RotateApiKeyResultResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
  SaveCannedResponsePayload?: SaveCannedResponsePayloadResolvers<ContextType>;
  SaveCannedResponseResult?: SaveCannedResponseResultResolvers<ContextType>;
  SaveDraftPayload?: SaveDraftPayloadResolvers<ContextType>;
  SaveDraftResult?: SaveDraftResultResolvers<ContextType>;
  SaveFieldMappingPayload?: SaveFieldMappingPayloadResolvers<ContextType>;
  SaveFieldMappingResult?: SaveFieldMappingResultResolvers<ContextType>;
  SaveMessagingPolicyPayload?: SaveMessagingPolicyPayloadResolvers<ContextType>;
  SaveMessagingPolicyResult?: SaveMessagingPolicyResultResolvers<ContextType>;
  SaveSignUpPolicyPayload?: SaveSignUpPolicyPayloadResolvers<ContextType>;
  SaveSignUpPolicyResult?: SaveSignUpPolicyResultResolvers<ContextType>;
  SearchResults?: SearchResultsResolvers<ContextType>;
  SecretsOffError?: SecretsOffErrorResolvers<ContextType>;
  SendMessagePayload?: SendMessagePayloadResolvers<ContextType>;
  SendMessageResult?: SendMessageResultResolvers<ContextType>;
  Service?: ServiceResolvers<ContextType>;
  ServiceConnection?: ServiceConnectionResolvers<ContextType>;
  ServiceConnectionConnection?: ServiceConnectionConnectionResolvers<ContextType>;
  ServiceConnectionEdge?: ServiceConnectionEdgeResolvers<ContextType>;
  ServiceListConnection?: ServiceListConnectionResolvers<ContextType>;
  ServiceListEdge?: ServiceListEdgeResolvers<ContextType>;
  ServicePick?: ServicePickResolvers;
  ServiceRule?: ServiceRuleResolvers<ContextType>;
  ServicesRefusedError?: ServicesRefusedErrorResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SetConversationStatePayload?: SetConversationStatePayloadResolvers<ContextType>;
  SetConversationStateResult?: SetConversationStateResultResolvers<ContextType>;
  SetPresencePayload?: SetPresencePayloadResolvers<ContextType>;
  SetPresenceResult?: SetPresenceResultResolvers<ContextType>;
  SetRolePayload?: SetRolePayloadResolvers<ContextType>;
  SetRoleResult?: SetRoleResultResolvers<ContextType>;
  SignUp?: SignUpResolvers<ContextType>;
  SignUpAddress?: SignUpAddressResolvers<ContextType>;
  SignUpChanged?: SignUpChangedResolvers<ContextType>;
  SignUpChangedEvent?: SignUpChangedEventResolvers<ContextType>;
  SignUpConnection?: SignUpConnectionResolvers<ContextType>;
  SignUpEdge?: SignUpEdgeResolvers<ContextType>;
  SignUpEvent?: SignUpEventResolvers<ContextType>;
  SignUpEventConnection?: SignUpEventConnectionResolvers<ContextType>;
  SignUpEventEdge?: SignUpEventEdgeResolvers<ContextType>;
  SignUpEventKind?: SignUpEventKindResolvers;
  SignUpFunnel?: SignUpFunnelResolvers<ContextType>;
  SignUpFunnelBucket?: SignUpFunnelBucketResolvers<ContextType>;
  SignUpFunnelStage?: SignUpFunnelStageResolvers<ContextType>;
  SignUpHits?: SignUpHitsResolvers<ContextType>;
  SignUpMode?: SignUpModeResolvers;
  SignUpPlan?: SignUpPlanResolvers<ContextType>;
  SignUpPolicy?: SignUpPolicyResolvers<ContextType>;
  SignUpReason?: SignUpReasonResolvers;
  SignUpState?: SignUpStateResolvers;
  SignUpStateError?: SignUpStateErrorResolvers<ContextType>;
  SignUpStep?: SignUpStepResolvers<ContextType>;
  SignUpStepName?: SignUpStepNameResolvers;
  SignUpStepState?: SignUpStepStateResolvers;
  SnoozeConversationPayload?: SnoozeConversationPayloadResolvers<ContextType>;
  SnoozeConversationResult?: SnoozeConversationResultResolvers<ContextType>;
  StaffExistsError?: StaffExistsErrorResolvers<ContextType>;
  StaffMember?: StaffMemberResolvers<ContextType>;
  StaffMemberConnection?: StaffMemberConnectionResolvers<ContextType>;
  StaffMemberEdge?: StaffMemberEdgeResolvers<ContextType>;
  StaleVersionError?: StaleVersionErrorResolvers<ContextType>;
  StatisticsStep?: StatisticsStepResolvers;
  StatusRule?: StatusRuleResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SuggestedService?: SuggestedServiceResolvers<ContextType>;
  SyncRun?: SyncRunResolvers<ContextType>;
  SyncRunChange?: SyncRunChangeResolvers;
  SyncRunChanged?: SyncRunChangedResolvers<ContextType>;
  SyncRunChangedEvent?: SyncRunChangedEventResolvers<ContextType>;
  SyncRunConnection?: SyncRunConnectionResolvers<ContextType>;
  SyncRunCount?: SyncRunCountResolvers<ContextType>;
  SyncRunDifference?: SyncRunDifferenceResolvers<ContextType>;
  SyncRunEdge?: SyncRunEdgeResolvers<ContextType>;
  SyncRunError?: SyncRunErrorResolvers<ContextType>;
  SyncRunKind?: SyncRunKindResolvers;
  SyncRunPhase?: SyncRunPhaseResolvers;
  SyncRunProblem?: SyncRunProblemResolvers<ContextType>;
  SyncRunState?: SyncRunStateResolvers;
  SyncRunStateError?: SyncRunStateErrorResolvers<ContextType>;
  TargetBreaker?: TargetBreakerResolvers<ContextType>;
  TargetDeliveryCounts?: TargetDeliveryCountsResolvers<ContextType>;
  TargetPause?: TargetPauseResolvers<ContextType>;
  TargetPausedError?: TargetPausedErrorResolvers<ContextType>;
  TargetRate?: TargetRateResolvers<ContextType>;
  TargetRest?: TargetRestResolvers<ContextType>;
  TargetStateError?: TargetStateErrorResolvers<ContextType>;
  TestIntegrationPayload?: TestIntegrationPayloadResolvers<ContextType>;
  TestIntegrationResult?: TestIntegrationResultResolvers<ContextType>;
  TimeRefusedError?: TimeRefusedErrorResolvers<ContextType>;
  TooLateError?: TooLateErrorResolvers<ContextType>;
  TotalCount?: TotalCountResolvers<ContextType>;
  UnblockAccountPayload?: UnblockAccountPayloadResolvers<ContextType>;
  UnblockAccountResult?: UnblockAccountResultResolvers<ContextType>;
  UnblockServiceConnectionPayload?: UnblockServiceConnectionPayloadResolvers<ContextType>;
  UnblockServiceConnectionResult?: UnblockServiceConnectionResultResolvers<ContextType>;
  UndoSignUpDecisionPayload?: UndoSignUpDecisionPayloadResolvers<ContextType>;
  UndoSignUpDecisionResult?: UndoSignUpDecisionResultResolvers<ContextType>;
  UnknownVariablesError?: UnknownVariablesErrorResolvers<ContextType>;
  UpdateIntegrationPayload?: UpdateIntegrationPayloadResolvers<ContextType>;
  UpdateIntegrationResult?: UpdateIntegrationResultResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserErrorCode?: UserErrorCodeResolvers;
  Viewer?: ViewerResolvers<ContextType>;
  VirtualRule?: VirtualRuleResolvers;
  Weekday?: WeekdayResolvers;
  WithdrawInvitationPayload?: WithdrawInvitationPayloadResolvers<ContextType>;
  WithdrawInvitationResult?: WithdrawInvitationResultResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  mayHoldPhones?: mayHoldPhonesDirectiveResolver<any, any, ContextType>;
  needs?: needsDirectiveResolver<any, any, ContextType>;
  open?: openDirectiveResolver<any, any, ContextType>;
};
