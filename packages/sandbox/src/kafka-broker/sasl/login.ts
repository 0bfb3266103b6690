import type { Responses } from '../protocol/apis.ts';
import { ErrorCode, ProtocolViolationError } from '../protocol/error-code.ts';
import { checkPlain } from './plain.ts';
import { type SaslStep, ScramExchange, type ScramHash } from './scram.ts';

type Users = ReadonlyMap<string, string>;
type Exchange = (token: Buffer) => SaslStep;

/** The login of one connection. Without users everybody is logged in from the start. */
export class Login {
  readonly #users: Users | undefined;
  #isComplete: boolean;
  #exchange: Exchange | undefined;
  #expectsRawToken = false;
  #hasFailed = false;

  constructor(users: Users | undefined) {
    this.#users = users;
    this.#isComplete = users === undefined;
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** After SaslHandshake 0 the client sends bare tokens: a length and bytes, without a request header. */
  get expectsRawToken(): boolean {
    return this.#expectsRawToken;
  }

  /** The connection is to be closed once the client was told. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  handshake(mechanism: string, version: number): Responses['SaslHandshake'] {
    if (this.#users === undefined) return { error: ErrorCode.ILLEGAL_SASL_STATE, mechanisms: [] };
    if (!isMechanism(mechanism))
      return { error: ErrorCode.UNSUPPORTED_SASL_MECHANISM, mechanisms: Object.keys(EXCHANGES) };
    this.#exchange = EXCHANGES[mechanism](this.#users);
    this.#expectsRawToken = version === 0;
    return { error: ErrorCode.NONE, mechanisms: Object.keys(EXCHANGES) };
  }

  authenticate(token: Buffer): Responses['SaslAuthenticate'] {
    if (!this.#exchange) return refuse(ErrorCode.ILLEGAL_SASL_STATE, 'SaslHandshake comes first.');
    const reply = this.#step(this.#exchange, token);
    if (reply) return { error: ErrorCode.NONE, message: null, token: reply };
    this.#hasFailed = true;
    return refuse(ErrorCode.SASL_AUTHENTICATION_FAILED, 'Authentication failed: invalid credentials.');
  }

  /** A raw token's failure has no error code: the connection closes. */
  authenticateRaw(token: Buffer): Buffer {
    const reply = this.#exchange && this.#step(this.#exchange, token);
    if (reply) return reply;
    this.#hasFailed = true;
    throw new ProtocolViolationError('invalid credentials');
  }

  #step(exchange: Exchange, token: Buffer): Buffer | undefined {
    const step = exchange(token);
    if (!step.isAccepted) return undefined;
    if (step.isDone) {
      this.#isComplete = true;
      this.#exchange = undefined;
      this.#expectsRawToken = false;
    }
    return step.reply;
  }
}

const beginScram =
  (hash: ScramHash) =>
  (users: Users): Exchange => {
    const exchange = new ScramExchange(hash, users);
    return (token) => exchange.step(token);
  };

const EXCHANGES = {
  PLAIN:
    (users: Users): Exchange =>
    (token) =>
      checkPlain(token, users),
  'SCRAM-SHA-256': beginScram('sha256'),
  'SCRAM-SHA-512': beginScram('sha512'),
} as const;

const isMechanism = (name: string): name is keyof typeof EXCHANGES => Object.hasOwn(EXCHANGES, name);

function refuse(error: ErrorCode, message: string): Responses['SaslAuthenticate'] {
  return { error, message, token: Buffer.alloc(0) };
}
