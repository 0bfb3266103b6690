/** The same for HTTP and WebSocket. */
export const LIMITS = {
  /** Bytes of an HTTP body or a WebSocket message. */
  bodyBytes: 100_000,
  /** Lexical tokens of a document. */
  tokens: 2_000,
  /** Brackets of any kind that are open within each other. The parser is recursive: this bounds its stack. */
  nesting: 64,
  depth: 12,
  /** The introspection of front-end tools is 15 levels deep. */
  introspectionDepth: 16,
  rootFields: 20,
  fields: 500,
  /** Fields of the document under another name than their own. */
  aliases: 50,
  /** Fields that are asked for under a name that their object has already. Validation compares each with each. */
  repeats: 100,
  directives: 50,
  /** Wherever one is declared or used. */
  variables: 200,
  /** Operations and fragments of one document. */
  definitions: 60,
  /** Entries of any list in arguments and variables. */
  listEntries: 500,
  /** Points: see cost.ts. */
  cost: 2_000,
  /** Problems of an invalid document that are told. */
  validationErrors: 10,
  /** With fewer problems one is told which field he may have meant: each costs a look at all names of the schema. */
  suggestedErrors: 3,
  /** Sockets that one caller has open in one process, unless an installation says something else. */
  socketsPerCaller: 200,
  /** Wrong credentials that one address may try at once, and how many more with each second. */
  wrongKeys: { points: 100, pointsPerSecond: 2 },
  /** Operations that are open on one socket at once. */
  subscriptionsPerSocket: 100,
  /** Events that wait in memory for one subscriber. A page of the feed has up to a thousand. */
  waitingEvents: 2_000,
  queryTimeoutMs: 10_000,
  /** A mutation may wait so long for what it asked for, besides the time that it takes itself. */
  waitMs: 10_000,
} as const;

/** What one key may cost: so many points at once, and so many more with each second. Shared by all processes. */
export const BUDGET = { points: 20_000, pointsPerSecond: 1_000 } as const;
