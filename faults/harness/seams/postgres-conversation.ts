/** What a test can act at, in the order in which it comes. */
export type Moment =
  /** The hub has sent an intake statement; Postgres has not got it. */
  | 'beforeIntake'
  /** Postgres has committed an intake statement; the hub has not heard of it. */
  | 'afterCommit'
  /** The hub wants to claim deliveries. */
  | 'beforeClaim'
  /** It has claimed some, and has not heard of it. */
  | 'afterClaim'
  /** An outcome is on its way to Postgres. */
  | 'beforeSettle'
  /** An outcome and the next step of its workflow are written, and not committed. */
  | 'insideSettle'
  /** They are, and the hub has not heard of it. */
  | 'afterSettle';

type Statement = 'intake' | 'claim' | 'settle' | 'begin' | 'commit' | 'rollback';

/** The hub's statements say their name in a comment. */
const MARKS: readonly (readonly [string, Statement])[] = [
  ['/* record_', 'intake'],
  ['/* claim_deliveries', 'claim'],
  ['/* settle_deliveries', 'settle'],
];
const SSL_REQUEST = 80_877_103;

function statementOf(sql: string): Statement | null {
  const [word = ''] = sql.trimStart().toLowerCase().split(/\W/, 1);
  if (word === 'begin' || word === 'commit' || word === 'rollback') return word;
  return MARKS.find(([mark]) => sql.includes(mark))?.[1] ?? null;
}

/** What is to come of one answer. */
interface Awaited {
  readonly moments: Moment[];
  rows: number;
  isError: boolean;
}
const nothing = (): Awaited => ({ moments: [], rows: 0, isError: false });

/** One connection's protocol, as far as it is needed: who asked for what, and what is answered. */
export class Conversation {
  /** By the name under which they were prepared. */
  readonly #prepared = new Map<string, Statement | null>();
  readonly #fromClient = new Frames(false);
  readonly #fromServer = new Frames(true);
  /** Answers to come that end with ReadyForQuery. The first is the login's. */
  readonly #open: Awaited[] = [nothing()];
  #next = nothing();
  #isSettling = false;
  #isInTransaction = false;
  #backendPid: number | null = null;

  get backendPid(): number | null {
    return this.#backendPid;
  }

  sent(bytes: Buffer): Moment[] {
    const moments: Moment[] = [];
    const begin = (statement: Statement | null) => {
      const moment = statement === null ? null : this.#begun(statement);
      if (moment !== null) moments.push(moment);
    };
    for (const { type, body } of this.#fromClient.push(bytes)) {
      if (type === 'P') this.#prepared.set(text(body, 0), statementOf(text(body, 1)));
      if (type === 'B') begin(this.#prepared.get(text(body, 1)) ?? null);
      if (type === 'Q') begin(statementOf(text(body, 0)));
      if (type !== 'Q' && type !== 'S') continue;
      this.#open.push(this.#next);
      this.#next = nothing();
    }
    return moments;
  }

  /** Moments whose answer ends with the bytes. */
  answered(bytes: Buffer): Moment[] {
    const moments: Moment[] = [];
    for (const { type, body } of this.#fromServer.push(bytes)) {
      const [awaited] = this.#open;
      if (type === 'K') this.#backendPid = body.readInt32BE(0);
      if (type === 'C' && awaited) awaited.rows = Number(text(body, 0).split(' ').at(-1));
      if (type === 'E' && awaited) awaited.isError = true;
      if (type !== 'Z') continue;
      this.#open.shift();
      if (awaited && !awaited.isError)
        moments.push(...awaited.moments.filter((moment) => moment !== 'afterClaim' || awaited.rows > 0));
    }
    return moments;
  }

  #begun(statement: Statement): Moment | null {
    if (statement === 'begin' || statement === 'rollback') {
      this.#isInTransaction = statement === 'begin';
      this.#isSettling = false;
      return null;
    }
    if (statement === 'intake') return this.#awaiting('beforeIntake', 'afterCommit');
    if (statement === 'claim') return this.#awaiting('beforeClaim', 'afterClaim');
    if (statement === 'settle') {
      if (!this.#isInTransaction) return this.#awaiting('beforeSettle', 'afterSettle');
      this.#isSettling = true;
      return 'beforeSettle';
    }
    const isSettling = this.#isSettling;
    this.#isInTransaction = this.#isSettling = false;
    return isSettling ? this.#awaiting('insideSettle', 'afterSettle') : null;
  }

  #awaiting(now: Moment, then: Moment): Moment {
    this.#next.moments.push(then);
    return now;
  }
}

/** The nth of the texts, each ended by a zero byte, with which a Parse or Bind message begins. */
function text(body: Buffer, nth: number): string {
  let start = 0;
  for (let skipped = 0; skipped < nth; skipped += 1) start = body.indexOf(0, start) + 1;
  return body.toString('utf8', start, body.indexOf(0, start));
}

interface Frame {
  type: string;
  body: Buffer;
}

/** Cuts the stream into messages: a letter, the length, the body. The client's first one has no letter. */
class Frames {
  #rest: Buffer = Buffer.alloc(0);
  #isOpened: boolean;

  constructor(isOpened: boolean) {
    this.#isOpened = isOpened;
  }

  push(bytes: Buffer): Frame[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const frames: Frame[] = [];
    for (;;) {
      const letters = this.#isOpened ? 1 : 0;
      if (this.#rest.length < letters + 4) return frames;
      const length = letters + this.#rest.readInt32BE(letters);
      if (this.#rest.length < length) return frames;
      const body = this.#rest.subarray(letters + 4, length);
      if (this.#isOpened) frames.push({ type: String.fromCharCode(this.#rest[0] ?? 0), body });
      else this.#isOpened = body.readInt32BE(0) !== SSL_REQUEST;
      this.#rest = this.#rest.subarray(length);
    }
  }
}
