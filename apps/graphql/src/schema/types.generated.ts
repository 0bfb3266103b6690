import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AbonentMapper } from './abonent/schema.mappers.ts';
import type { CompanyMapper, ViewerMapper } from './company/schema.mappers.ts';
import type { ConversationMapper, ConversationConnectionMapper, MessageMapper, MessageConnectionMapper } from './conversation/schema.mappers.ts';
import type { InboxEventMapper, InboxEventConnectionMapper, InboxPayloadMapper } from './inbox/schema.mappers.ts';
import type { PageInfoMapper } from './node/schema.mappers.ts';
import type { SignUpMapper, SignUpAddressMapper, SignUpConnectionMapper, SignUpEventMapper, SignUpEventConnectionMapper } from './sign-up/schema.mappers.ts';
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
  /** A calendar day, `2026-01-31`. */
  LocalDate: { input: string; output: string; }
  /** A phone in E.164 with its plus: `+79000000000`. */
  Phone: { input: string; output: string; }
  /** A whole number between -(2^53 - 1) and 2^53 - 1: ids and offsets of other systems, which do not fit into `Int`. */
  SafeInt: { input: number; output: number; }
};

/** A person with RosDomofon's app, as the company knows them. */
export type Abonent = Node & {
  __typename?: 'Abonent';
  company: Company;
  /** When the hub first saw the abonent. */
  createdAt: Scalars['DateTime']['output'];
  /** Begins with `abn_`. */
  id: Scalars['ID']['output'];
  /** Null when no event told it. */
  phone?: Maybe<Scalars['Phone']['output']>;
  /** RosDomofon's id of the abonent. */
  rosdomofonId: Scalars['SafeInt']['output'];
};

/** An operator of door-phones: a tenant of the hub. */
export type Company = Node & {
  __typename?: 'Company';
  createdAt: Scalars['DateTime']['output'];
  /** Begins with `cmp_`. */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** RosDomofon's short name; the company's Kafka topics end with it. */
  shortName: Scalars['String']['output'];
};

/** What the company and one abonent say to each other on one channel. */
export type Conversation = Node & {
  __typename?: 'Conversation';
  /** Null while the hub knows nobody of that id. */
  abonent?: Maybe<Abonent>;
  /** RosDomofon's id of the abonent. */
  abonentRosdomofonId: Scalars['SafeInt']['output'];
  /** `support`, `notification`, … */
  channel: Scalars['String']['output'];
  company: Company;
  createdAt: Scalars['DateTime']['output'];
  /** Begins with `cnv_`. */
  id: Scalars['ID']['output'];
  /** Time of its newest message. Lists are ordered by this, newest first. */
  lastMessageAt: Scalars['DateTime']['output'];
  /** Oldest first: `last: 50` is the newest page. Exactly one of `first` and `last`, 1 to 100. */
  messages: MessageConnection;
  state: ConversationState;
  /** Messages from the abonent that nobody has read yet. */
  unreadCount: Scalars['Int']['output'];
};


/** What the company and one abonent say to each other on one channel. */
export type ConversationmessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type ConversationConnection = {
  __typename?: 'ConversationConnection';
  edges: Array<ConversationEdge>;
  nodes: Array<Conversation>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type ConversationEdge = {
  __typename?: 'ConversationEdge';
  cursor: Scalars['String']['output'];
  node: Conversation;
};

/** All named fields have to hold; within a list, one of its values. */
export type ConversationFilterInput = {
  abonentRosdomofonId?: InputMaybe<Scalars['SafeInt']['input']>;
  channel?: InputMaybe<Array<Scalars['String']['input']>>;
  /** true: with unread messages; false: without. */
  hasUnread?: InputMaybe<Scalars['Boolean']['input']>;
  lastMessageAt?: InputMaybe<DateTimeRangeInput>;
  state?: InputMaybe<Array<ConversationState>>;
};

export type ConversationState =
  /** Somebody has to answer. */
  | 'OPEN'
  /** Waits for the abonent. */
  | 'PENDING'
  /** Done; a new message opens it again. */
  | 'RESOLVED';

export type CountPrecision =
  /** There are at least that many: counting stops at 10,000. */
  | 'AT_LEAST'
  | 'EXACT';

/** A time range: `from` belongs to it, `to` does not. Either may be left out. */
export type DateTimeRangeInput = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What every event of a subscription carries. */
export type FeedEvent = {
  /** Give it as `since` to go on after this event. */
  cursor: Scalars['Cursor']['output'];
};

/**
 * The subscription cannot go on from `since`: the feed behind that cursor is no more (the database was restored). Read
 * the lists anew. The subscription itself goes on from here.
 */
export type Gap = FeedEvent & MessageAddedEvent & SignUpChangedEvent & {
  __typename?: 'Gap';
  cursor: Scalars['Cursor']['output'];
  /** The cursor that is no good any more. */
  since: Scalars['Cursor']['output'];
};

/**
 * Nothing happened that is told here. Comes when the subscription begins to be live, and every 20 seconds: what was
 * told ends at its cursor.
 */
export type Heartbeat = FeedEvent & MessageAddedEvent & SignUpChangedEvent & {
  __typename?: 'Heartbeat';
  cursor: Scalars['Cursor']['output'];
};

/** An event that came in and was not simply done. */
export type InboxEvent = Node & {
  __typename?: 'InboxEvent';
  company: Company;
  /** Begins with `inb_`. */
  id: Scalars['ID']['output'];
  kafka: KafkaCoordinates;
  /** The event as it arrived; null when it arrived without one (a tombstone). */
  payload?: Maybe<InboxPayload>;
  /** What is wrong and where, in words for a person; null for one that is not dead. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When the hub stored it. Lists are ordered by this, newest first. */
  receivedAt: Scalars['DateTime']['output'];
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

export type InboxEventState =
  /** Could not be understood. It is kept here, and the others went on. */
  | 'DEAD'
  /** Waits to be worked on. */
  | 'PENDING';

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

/** Where a Kafka record stands. */
export type KafkaCoordinates = {
  __typename?: 'KafkaCoordinates';
  offset: Scalars['SafeInt']['output'];
  partition: Scalars['Int']['output'];
  topic: Scalars['String']['output'];
};

export type Message = Node & {
  __typename?: 'Message';
  company: Company;
  conversation: Conversation;
  direction: MessageDirection;
  /** Begins with `msg_`. */
  id: Scalars['ID']['output'];
  /** The Kafka record that it came with; null for one that begins here. */
  kafka?: Maybe<KafkaCoordinates>;
  /** Record time, by the producer's clock; never later than the hub's. */
  sentAt: Scalars['DateTime']['output'];
  state: MessageState;
  text: Scalars['String']['output'];
};

export type MessageAdded = FeedEvent & MessageAddedEvent & {
  __typename?: 'MessageAdded';
  cursor: Scalars['Cursor']['output'];
  message: Message;
};

/**
 * A `MessageAdded`, or what a feed tells besides: a `Gap`, a `Heartbeat`. Further kinds may come: ignore those that you
 * do not know.
 */
export type MessageAddedEvent = {
  cursor: Scalars['Cursor']['output'];
};

export type MessageConnection = {
  __typename?: 'MessageConnection';
  edges: Array<MessageEdge>;
  nodes: Array<Message>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

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

export type MessageState =
  | 'FAILED'
  /** Waits to be sent. */
  | 'QUEUED'
  /** Came from the abonent. */
  | 'RECEIVED'
  | 'SENT';

/** Sign-ups that the hub saw only in the network's topic (`SIGN_UPS_ALL`), counted. */
export type NetworkSignUpCount = {
  __typename?: 'NetworkSignUpCount';
  application?: Maybe<Scalars['String']['output']>;
  city?: Maybe<Scalars['String']['output']>;
  count: Scalars['Int']['output'];
  /** Day of `requestedAt`, UTC. */
  day: Scalars['LocalDate']['output'];
};

/** Everything that has an id of its own. Ids are opaque: their inside may change, their prefix names the type. */
export type Node = {
  id: Scalars['ID']['output'];
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

export type Query = {
  __typename?: 'Query';
  /** The companies that the caller belongs to: with an API key, the one of the key. */
  companies: Array<Company>;
  /** A conversation by its id; null when the caller's company has none such. */
  conversation?: Maybe<Conversation>;
  /**
   * The company's conversations, the one with the newest message first. Exactly one of `first` and `last`, 1 to 100.
   * A conversation moves to the front with each message: to follow, subscribe instead of paging again.
   */
  conversations: ConversationConnection;
  /** Events that are not done, newest first. Exactly one of `first` and `last`, 1 to 100. */
  inboxEvents: InboxEventConnection;
  /**
   * How many sign-ups the network saw besides the company's own, by day, city and application. Newest day first. The
   * range is at most 366 days, the answer at most 10,000 rows.
   */
  networkSignUpCounts: Array<NetworkSignUpCount>;
  /** Any object by its id; null when the caller's company has none such. */
  node?: Maybe<Node>;
  /** Objects by their ids, in the order of the ids, null for each that the caller's company has not. */
  nodes: Array<Maybe<Node>>;
  /** A sign-up by its id; null when the caller's company has none such. */
  signUp?: Maybe<SignUp>;
  /** The company's sign-ups, newest first. Exactly one of `first` and `last`, 1 to 100. */
  signUps: SignUpConnection;
  /** Who is asking. */
  viewer: Viewer;
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


export type QueryinboxEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  state: InboxEventState;
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


export type QuerysignUpArgs = {
  id: Scalars['ID']['input'];
};


export type QuerysignUpsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SignUpFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A wish to be connected. One per `uid`, however many topics and events told of it. */
export type SignUp = Node & {
  __typename?: 'SignUp';
  /** The abonent who asks; null while the hub knows nobody of that id. */
  abonent?: Maybe<Abonent>;
  /** RosDomofon's id of the abonent who asks. */
  abonentRosdomofonId: Scalars['SafeInt']['output'];
  address: SignUpAddress;
  /** The app that it was sent from, for example `rd_android`. */
  application?: Maybe<Scalars['String']['output']>;
  company: Company;
  contractNumber?: Maybe<Scalars['String']['output']>;
  /** When the hub first saw it. Lists are ordered by this, newest first. */
  createdAt: Scalars['DateTime']['output'];
  /** Begins with `sup_`. */
  id: Scalars['ID']['output'];
  isOfferSigned?: Maybe<Scalars['Boolean']['output']>;
  /** A flat without a device in it. */
  isVirtual?: Maybe<Scalars['Boolean']['output']>;
  /** Record time of the newest event about it. */
  lastEventAt: Scalars['DateTime']['output'];
  phone: Scalars['Phone']['output'];
  /** When the abonent asked, by RosDomofon's clock. */
  requestedAt: Scalars['DateTime']['output'];
  /** RosDomofon's number of the sign-up. */
  rosdomofonId: Scalars['SafeInt']['output'];
  /** The hub's state of the work on it. */
  state: SignUpState;
  /** As RosDomofon writes it, for example `Europe/Moscow +03:00`. */
  timeZone?: Maybe<Scalars['String']['output']>;
  /** Every event that told of it, oldest first. */
  timeline: SignUpEventConnection;
  /** RosDomofon's identity of the sign-up; the same in every topic and event. */
  uid: Scalars['ID']['output'];
  /** When the hub last changed it. */
  updatedAt: Scalars['DateTime']['output'];
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
  block?: Maybe<Scalars['String']['output']>;
  building?: Maybe<Scalars['String']['output']>;
  city?: Maybe<Scalars['String']['output']>;
  /** `RU`, `KZ`, … */
  countryCode?: Maybe<Scalars['String']['output']>;
  flat?: Maybe<Scalars['String']['output']>;
  house?: Maybe<Scalars['String']['output']>;
  housing?: Maybe<Scalars['String']['output']>;
  street?: Maybe<Scalars['String']['output']>;
};

/** A sign-up that was added or changed, as it is now. Several changes within moments may come as one. */
export type SignUpChanged = FeedEvent & SignUpChangedEvent & {
  __typename?: 'SignUpChanged';
  cursor: Scalars['Cursor']['output'];
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

export type SignUpEdge = {
  __typename?: 'SignUpEdge';
  cursor: Scalars['String']['output'];
  node: SignUp;
};

/** One event about a sign-up. */
export type SignUpEvent = {
  __typename?: 'SignUpEvent';
  /** When the hub stored it. */
  createdAt: Scalars['DateTime']['output'];
  /** The Kafka record; null for what did not come through Kafka. */
  kafka?: Maybe<KafkaCoordinates>;
  kind: SignUpEventKind;
  /** Record time, by the producer's clock. */
  occurredAt: Scalars['DateTime']['output'];
  /** RosDomofon's status as the event told it, lower case. */
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

/** What an event did to its sign-up. */
export type SignUpEventKind =
  /** Known from the network's topic before; now the company's own topic brought it. */
  | 'ADOPTED'
  /** Older than what was known: changed nothing. */
  | 'OUTDATED'
  /** The first event of this sign-up. */
  | 'RECEIVED'
  /** Told nothing new. */
  | 'REPEATED'
  /** RosDomofon's status moved. */
  | 'STATUS_CHANGED';

/** All named fields have to hold; within a list, one of its values. */
export type SignUpFilterInput = {
  abonentRosdomofonId?: InputMaybe<Scalars['SafeInt']['input']>;
  city?: InputMaybe<Scalars['String']['input']>;
  createdAt?: InputMaybe<DateTimeRangeInput>;
  rosdomofonId?: InputMaybe<Scalars['SafeInt']['input']>;
  state?: InputMaybe<Array<SignUpState>>;
  uid?: InputMaybe<Scalars['ID']['input']>;
  /** Lower case, for example `unprocessed`. */
  wireStatus?: InputMaybe<Array<Scalars['String']['input']>>;
};

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

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Every message in and out, once, in the order in which they were stored: of one conversation, or of all. With
   * `since`: first all that were added after that cursor, then on.
   */
  messageAdded: MessageAddedEvent;
  /**
   * Sign-ups as they are added and change. Told are those that match the filter after the change. With `since`: first
   * all that happened after that cursor, then on.
   */
  signUpChanged: SignUpChangedEvent;
};


export type SubscriptionmessageAddedArgs = {
  conversationId?: InputMaybe<Scalars['ID']['input']>;
  since?: InputMaybe<Scalars['Cursor']['input']>;
};


export type SubscriptionsignUpChangedArgs = {
  filter?: InputMaybe<SignUpFilterInput>;
  since?: InputMaybe<Scalars['Cursor']['input']>;
};

/** How many rows a list has under its filter. Counted only when asked for, and up to 10,000. */
export type TotalCount = {
  __typename?: 'TotalCount';
  count: Scalars['Int']['output'];
  precision: CountPrecision;
};

/** Who is asking: the API key of this request, and what belongs to it. */
export type Viewer = {
  __typename?: 'Viewer';
  /** The company of the key. Every query and subscription sees this company alone. */
  company: Company;
  /**
   * Where the feed of changes stands now. For a view without a hole: read this first, then the lists, then subscribe
   * with it as `since`.
   */
  feedCursor: Scalars['Cursor']['output'];
};



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




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  FeedEvent:
    | ( Gap & { __typename: 'Gap' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
    | ( Omit<MessageAdded, 'message'> & { message: _RefType['Message'] } & { __typename: 'MessageAdded' } )
    | ( Omit<SignUpChanged, 'signUp'> & { signUp: _RefType['SignUp'] } & { __typename: 'SignUpChanged' } )
  ;
  MessageAddedEvent:
    | ( Gap & { __typename: 'Gap' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
    | ( Omit<MessageAdded, 'message'> & { message: _RefType['Message'] } & { __typename: 'MessageAdded' } )
  ;
  Node:
    | ( AbonentMapper & { __typename: 'Abonent' } )
    | ( CompanyMapper & { __typename: 'Company' } )
    | ( ConversationMapper & { __typename: 'Conversation' } )
    | ( InboxEventMapper & { __typename: 'InboxEvent' } )
    | ( MessageMapper & { __typename: 'Message' } )
    | ( SignUpMapper & { __typename: 'SignUp' } )
  ;
  SignUpChangedEvent:
    | ( Gap & { __typename: 'Gap' } )
    | ( Heartbeat & { __typename: 'Heartbeat' } )
    | ( Omit<SignUpChanged, 'signUp'> & { signUp: _RefType['SignUp'] } & { __typename: 'SignUpChanged' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Abonent: ResolverTypeWrapper<AbonentMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Company: ResolverTypeWrapper<CompanyMapper>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Conversation: ResolverTypeWrapper<ConversationMapper>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ConversationConnection: ResolverTypeWrapper<ConversationConnectionMapper>;
  ConversationEdge: ResolverTypeWrapper<Omit<ConversationEdge, 'node'> & { node: ResolversTypes['Conversation'] }>;
  ConversationFilterInput: ConversationFilterInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ConversationState: ResolverTypeWrapper<'OPEN' | 'PENDING' | 'RESOLVED'>;
  CountPrecision: ResolverTypeWrapper<'EXACT' | 'AT_LEAST'>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeRangeInput: DateTimeRangeInput;
  FeedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['FeedEvent']>;
  Gap: ResolverTypeWrapper<Gap>;
  Heartbeat: ResolverTypeWrapper<Heartbeat>;
  InboxEvent: ResolverTypeWrapper<InboxEventMapper>;
  InboxEventConnection: ResolverTypeWrapper<InboxEventConnectionMapper>;
  InboxEventEdge: ResolverTypeWrapper<Omit<InboxEventEdge, 'node'> & { node: ResolversTypes['InboxEvent'] }>;
  InboxEventState: ResolverTypeWrapper<'PENDING' | 'DEAD'>;
  InboxPayload: ResolverTypeWrapper<InboxPayloadMapper>;
  KafkaCoordinates: ResolverTypeWrapper<KafkaCoordinates>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  Message: ResolverTypeWrapper<MessageMapper>;
  MessageAdded: ResolverTypeWrapper<Omit<MessageAdded, 'message'> & { message: ResolversTypes['Message'] }>;
  MessageAddedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['MessageAddedEvent']>;
  MessageConnection: ResolverTypeWrapper<MessageConnectionMapper>;
  MessageDirection: ResolverTypeWrapper<'IN' | 'OUT'>;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  MessageState: ResolverTypeWrapper<'RECEIVED' | 'QUEUED' | 'SENT' | 'FAILED'>;
  NetworkSignUpCount: ResolverTypeWrapper<NetworkSignUpCount>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfoMapper>;
  Phone: ResolverTypeWrapper<Scalars['Phone']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  SignUp: ResolverTypeWrapper<SignUpMapper>;
  SignUpAddress: ResolverTypeWrapper<SignUpAddressMapper>;
  SignUpChanged: ResolverTypeWrapper<Omit<SignUpChanged, 'signUp'> & { signUp: ResolversTypes['SignUp'] }>;
  SignUpChangedEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['SignUpChangedEvent']>;
  SignUpConnection: ResolverTypeWrapper<SignUpConnectionMapper>;
  SignUpEdge: ResolverTypeWrapper<Omit<SignUpEdge, 'node'> & { node: ResolversTypes['SignUp'] }>;
  SignUpEvent: ResolverTypeWrapper<SignUpEventMapper>;
  SignUpEventConnection: ResolverTypeWrapper<SignUpEventConnectionMapper>;
  SignUpEventEdge: ResolverTypeWrapper<Omit<SignUpEventEdge, 'node'> & { node: ResolversTypes['SignUpEvent'] }>;
  SignUpEventKind: ResolverTypeWrapper<'RECEIVED' | 'ADOPTED' | 'STATUS_CHANGED' | 'REPEATED' | 'OUTDATED'>;
  SignUpFilterInput: SignUpFilterInput;
  SignUpState: ResolverTypeWrapper<'NEW' | 'NEEDS_REVIEW' | 'PROVISIONING' | 'COMPLETED' | 'REJECTED' | 'FAILED'>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TotalCount: ResolverTypeWrapper<Omit<TotalCount, 'precision'> & { precision: ResolversTypes['CountPrecision'] }>;
  Viewer: ResolverTypeWrapper<ViewerMapper>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Abonent: AbonentMapper;
  ID: Scalars['ID']['output'];
  Company: CompanyMapper;
  String: Scalars['String']['output'];
  Conversation: ConversationMapper;
  Int: Scalars['Int']['output'];
  ConversationConnection: ConversationConnectionMapper;
  ConversationEdge: Omit<ConversationEdge, 'node'> & { node: ResolversParentTypes['Conversation'] };
  ConversationFilterInput: ConversationFilterInput;
  Boolean: Scalars['Boolean']['output'];
  Cursor: Scalars['Cursor']['output'];
  DateTime: Scalars['DateTime']['output'];
  DateTimeRangeInput: DateTimeRangeInput;
  FeedEvent: ResolversInterfaceTypes<ResolversParentTypes>['FeedEvent'];
  Gap: Gap;
  Heartbeat: Heartbeat;
  InboxEvent: InboxEventMapper;
  InboxEventConnection: InboxEventConnectionMapper;
  InboxEventEdge: Omit<InboxEventEdge, 'node'> & { node: ResolversParentTypes['InboxEvent'] };
  InboxPayload: InboxPayloadMapper;
  KafkaCoordinates: KafkaCoordinates;
  LocalDate: Scalars['LocalDate']['output'];
  Message: MessageMapper;
  MessageAdded: Omit<MessageAdded, 'message'> & { message: ResolversParentTypes['Message'] };
  MessageAddedEvent: ResolversInterfaceTypes<ResolversParentTypes>['MessageAddedEvent'];
  MessageConnection: MessageConnectionMapper;
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  NetworkSignUpCount: NetworkSignUpCount;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfoMapper;
  Phone: Scalars['Phone']['output'];
  Query: Record<PropertyKey, never>;
  SafeInt: Scalars['SafeInt']['output'];
  SignUp: SignUpMapper;
  SignUpAddress: SignUpAddressMapper;
  SignUpChanged: Omit<SignUpChanged, 'signUp'> & { signUp: ResolversParentTypes['SignUp'] };
  SignUpChangedEvent: ResolversInterfaceTypes<ResolversParentTypes>['SignUpChangedEvent'];
  SignUpConnection: SignUpConnectionMapper;
  SignUpEdge: Omit<SignUpEdge, 'node'> & { node: ResolversParentTypes['SignUp'] };
  SignUpEvent: SignUpEventMapper;
  SignUpEventConnection: SignUpEventConnectionMapper;
  SignUpEventEdge: Omit<SignUpEventEdge, 'node'> & { node: ResolversParentTypes['SignUpEvent'] };
  SignUpFilterInput: SignUpFilterInput;
  Subscription: Record<PropertyKey, never>;
  TotalCount: TotalCount;
  Viewer: ViewerMapper;
};

export type AbonentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Abonent'] = ResolversParentTypes['Abonent']> = {
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['Phone']>, ParentType, ContextType>;
  rosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CompanyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Company'] = ResolversParentTypes['Company']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shortName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation']> = {
  abonent?: Resolver<Maybe<ResolversTypes['Abonent']>, ParentType, ContextType>;
  abonentRosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastMessageAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<ConversationmessagesArgs>>;
  state?: Resolver<ResolversTypes['ConversationState'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationConnection'] = ResolversParentTypes['ConversationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Conversation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ConversationStateResolvers = EnumResolverSignature<{ OPEN?: any, PENDING?: any, RESOLVED?: any }, ResolversTypes['ConversationState']>;

export type CountPrecisionResolvers = EnumResolverSignature<{ AT_LEAST?: any, EXACT?: any }, ResolversTypes['CountPrecision']>;

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type FeedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FeedEvent'] = ResolversParentTypes['FeedEvent']> = {
  __resolveType?: TypeResolveFn<'Gap' | 'Heartbeat' | 'MessageAdded' | 'SignUpChanged', ParentType, ContextType>;
};

export type GapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Gap'] = ResolversParentTypes['Gap']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HeartbeatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Heartbeat'] = ResolversParentTypes['Heartbeat']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InboxEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEvent'] = ResolversParentTypes['InboxEvent']> = {
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kafka?: Resolver<ResolversTypes['KafkaCoordinates'], ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['InboxPayload']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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

export type InboxEventStateResolvers = EnumResolverSignature<{ DEAD?: any, PENDING?: any }, ResolversTypes['InboxEventState']>;

export type InboxPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxPayload'] = ResolversParentTypes['InboxPayload']> = {
  base64?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isTruncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type KafkaCoordinatesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['KafkaCoordinates'] = ResolversParentTypes['KafkaCoordinates']> = {
  offset?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  partition?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export type MessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message']> = {
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['MessageDirection'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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

export type MessageStateResolvers = EnumResolverSignature<{ FAILED?: any, QUEUED?: any, RECEIVED?: any, SENT?: any }, ResolversTypes['MessageState']>;

export type NetworkSignUpCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NetworkSignUpCount'] = ResolversParentTypes['NetworkSignUpCount']> = {
  application?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType?: TypeResolveFn<'Abonent' | 'Company' | 'Conversation' | 'InboxEvent' | 'Message' | 'SignUp', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface PhoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Phone'], any> {
  name: 'Phone';
}

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  companies?: Resolver<Array<ResolversTypes['Company']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryconversationArgs, 'id'>>;
  conversations?: Resolver<ResolversTypes['ConversationConnection'], ParentType, ContextType, Partial<QueryconversationsArgs>>;
  inboxEvents?: Resolver<ResolversTypes['InboxEventConnection'], ParentType, ContextType, RequireFields<QueryinboxEventsArgs, 'state'>>;
  networkSignUpCounts?: Resolver<Array<ResolversTypes['NetworkSignUpCount']>, ParentType, ContextType, RequireFields<QuerynetworkSignUpCountsArgs, 'from' | 'to'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QuerynodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QuerynodesArgs, 'ids'>>;
  signUp?: Resolver<Maybe<ResolversTypes['SignUp']>, ParentType, ContextType, RequireFields<QuerysignUpArgs, 'id'>>;
  signUps?: Resolver<ResolversTypes['SignUpConnection'], ParentType, ContextType, Partial<QuerysignUpsArgs>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export type SignUpResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUp'] = ResolversParentTypes['SignUp']> = {
  abonent?: Resolver<Maybe<ResolversTypes['Abonent']>, ParentType, ContextType>;
  abonentRosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['SignUpAddress'], ParentType, ContextType>;
  application?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  contractNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOfferSigned?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isVirtual?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lastEventAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  phone?: Resolver<ResolversTypes['Phone'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rosdomofonId?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SignUpState'], ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['SignUpEventConnection'], ParentType, ContextType, Partial<SignUptimelineArgs>>;
  uid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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

export type SignUpEventKindResolvers = EnumResolverSignature<{ ADOPTED?: any, OUTDATED?: any, RECEIVED?: any, REPEATED?: any, STATUS_CHANGED?: any }, ResolversTypes['SignUpEventKind']>;

export type SignUpStateResolvers = EnumResolverSignature<{ COMPLETED?: any, FAILED?: any, NEEDS_REVIEW?: any, NEW?: any, PROVISIONING?: any, REJECTED?: any }, ResolversTypes['SignUpState']>;

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  messageAdded?: SubscriptionResolver<ResolversTypes['MessageAddedEvent'], "messageAdded", ParentType, ContextType, Partial<SubscriptionmessageAddedArgs>>;
  signUpChanged?: SubscriptionResolver<ResolversTypes['SignUpChangedEvent'], "signUpChanged", ParentType, ContextType, Partial<SubscriptionsignUpChangedArgs>>;
};

export type TotalCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TotalCount'] = ResolversParentTypes['TotalCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['CountPrecision'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  feedCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Abonent?: AbonentResolvers<ContextType>;
  Company?: CompanyResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  ConversationState?: ConversationStateResolvers;
  CountPrecision?: CountPrecisionResolvers;
  Cursor?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  FeedEvent?: FeedEventResolvers<ContextType>;
  Gap?: GapResolvers<ContextType>;
  Heartbeat?: HeartbeatResolvers<ContextType>;
  InboxEvent?: InboxEventResolvers<ContextType>;
  InboxEventConnection?: InboxEventConnectionResolvers<ContextType>;
  InboxEventEdge?: InboxEventEdgeResolvers<ContextType>;
  InboxEventState?: InboxEventStateResolvers;
  InboxPayload?: InboxPayloadResolvers<ContextType>;
  KafkaCoordinates?: KafkaCoordinatesResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  Message?: MessageResolvers<ContextType>;
  MessageAdded?: MessageAddedResolvers<ContextType>;
  MessageAddedEvent?: MessageAddedEventResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageDirection?: MessageDirectionResolvers;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  MessageState?: MessageStateResolvers;
  NetworkSignUpCount?: NetworkSignUpCountResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Phone?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
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
  SignUpState?: SignUpStateResolvers;
  Subscription?: SubscriptionResolvers<ContextType>;
  TotalCount?: TotalCountResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
};

