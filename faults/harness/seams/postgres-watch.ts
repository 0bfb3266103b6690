import { createProxy, type FaultProxy, type ProxyConnection } from '@domovoy/testkit';
import type { Trap } from './trap.ts';

export interface PostgresMoments {
  /** The hub has sent an intake statement; Postgres has not got it. */
  beforeIntake: Trap;
  /** Postgres has committed an intake statement; the hub has not heard of it. */
  afterCommit: Trap;
}

const INTAKE = '/* record_';
const SSL_REQUEST = 80_877_103;

/**
 * A proxy in front of Postgres that knows when an intake statement passes: the hub's statements say their name in a
 * comment, and a prepared one is recognised by the name under which it was parsed.
 */
export async function watchPostgres(port: number, moments: PostgresMoments): Promise<FaultProxy> {
  const conversations = new Map<ProxyConnection, Conversation>();
  const conversationOf = (connection: ProxyConnection) => {
    const known = conversations.get(connection) ?? new Conversation();
    conversations.set(connection, known);
    return known;
  };
  return createProxy({
    port,
    onClientData: (bytes, connection) => {
      return conversationOf(connection).sent(bytes) ? moments.beforeIntake.spring(bytes) : bytes;
    },
    onServerData: (bytes, connection) => {
      return conversationOf(connection).answered(bytes) ? moments.afterCommit.spring(bytes) : bytes;
    },
  });
}

/** One connection's protocol, as far as it is needed: who asked for what, and what is answered. */
class Conversation {
  readonly #intakeStatements = new Set<string>();
  readonly #fromClient = new Frames(false);
  readonly #fromServer = new Frames(true);
  /** Answers to come that end with ReadyForQuery; true where an intake statement is in it. The first is the login's. */
  readonly #open: boolean[] = [false];
  #hasIntake = false;

  /** True when an intake statement is among the bytes. */
  sent(bytes: Buffer): boolean {
    let isIntake = false;
    for (const { type, body } of this.#fromClient.push(bytes)) {
      if (type === 'P' && text(body, 1).includes(INTAKE)) this.#intakeStatements.add(text(body, 0));
      if (type === 'B' && this.#intakeStatements.has(text(body, 1))) {
        isIntake = true;
        this.#hasIntake = true;
      }
      if (type === 'Q' || type === 'S') {
        this.#open.push(this.#hasIntake);
        this.#hasIntake = false;
      }
    }
    return isIntake;
  }

  /** True when the bytes end the answer to an intake statement: it is committed. */
  answered(bytes: Buffer): boolean {
    let isCommitted = false;
    for (const { type } of this.#fromServer.push(bytes))
      if (type === 'Z' && this.#open.shift() === true) isCommitted = true;
    return isCommitted;
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
