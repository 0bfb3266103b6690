/** What can go wrong, when, and in words. `after`: the call has had its effect by then. */
export const FAULT_KINDS = {
  latency: { when: 'before', what: 'waits delayMs, then goes on as usual' },
  'rate-limit': { when: 'before', what: 'answers 429, with Retry-After when retryAfterS is given' },
  error: { when: 'before', what: 'answers with status (503), nothing is done' },
  'error-after': { when: 'after', what: 'does it, then answers with status (500)' },
  timeout: { when: 'before', what: 'never answers, nothing is done' },
  'timeout-after': { when: 'after', what: 'does it, and never answers' },
  cut: { when: 'before', what: 'cuts the connection, nothing is done' },
  'cut-after': { when: 'after', what: 'does it, then cuts the connection without a word' },
  'half-answer': { when: 'after', what: 'does it, sends half of the answer and cuts the connection' },
  html: { when: 'before', what: 'answers with a page of HTML and status (502), nothing is done' },
  'html-after': { when: 'after', what: 'does it, then answers with a page of HTML and status (200)' },
  'token-revoked': { when: 'before', what: 'revokes the token of the call and answers 401' },
} as const satisfies Record<string, { when: 'before' | 'after'; what: string }>;

export type FaultKind = keyof typeof FAULT_KINDS;
export type FaultKindThatComes<When extends 'before' | 'after'> = {
  [Kind in FaultKind]: (typeof FAULT_KINDS)[Kind]['when'] extends When ? Kind : never;
}[FaultKind];

export interface FaultWish {
  kind: FaultKind;
  /** Any when not given. */
  method?: string | undefined;
  /** A pattern; any path when not given. Of Bitrix24: of the names of methods. */
  path?: string | undefined;
  /** Of Bitrix24: strikes commands of batches, one by one, and not the request. */
  inBatch?: boolean | undefined;
  /** Of Bitrix24: so many commands of a batch are done before it strikes, and not all. */
  commands?: number | undefined;
  /** Of Bitrix24: the code in the answer. */
  error?: string | undefined;
  /** Of a call that matches, from 0 to 1. */
  probability?: number | undefined;
  /** Only for so many calls. */
  times?: number | undefined;
  /** Only for so long. */
  forMs?: number | undefined;
  status?: number | undefined;
  retryAfterS?: number | undefined;
  delayMs?: number | undefined;
}

/** A wish that is in force, with what has come of it. */
export interface Fault extends FaultWish {
  id: number;
  /** How many calls it struck. */
  hits: number;
  untilMs: number | null;
}
