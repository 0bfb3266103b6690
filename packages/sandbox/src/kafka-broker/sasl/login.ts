import type { Responses } from '../protocol/apis.ts';
import { ErrorCode, ProtocolViolationError } from '../protocol/error-code.ts';
import { checkPlain } from './plain.ts';
import { type SaslStep, ScramExchange } from './scram.ts';

const MECHANISMS = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const;
type Mechanism = (typeof MECHANISMS)[number];

type Exchange = (token: Buffer) => SaslStep;

/** The login of one connection. Without users everybody is logged in from the start. */
export class Login {
  readonly #users: ReadonlyMap<string, string> | undefined;
  #isComplete: boolean;
  #exchange: Exchange | undefined;
  #expectsRawToken = false;
  #hasFailed = false;

  constructor(users: ReadonlyMap<string, string> | undefined) {
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
      return { error: ErrorCode.UNSUPPORTED_SASL_MECHANISM, mechanisms: [...MECHANISMS] };
    this.#exchange = beginExchange(mechanism, this.#users);
    this.#expectsRawToken = version === 0;
    return { error: ErrorCode.NONE, mechanisms: [...MECHANISMS] };
  }

  authenticate(token: Buffer): Responses['SaslAuthenticate'] {
    const refuse = (error: ErrorCode, message: string) => ({ error, message, token: Buffer.alloc(0) });
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

function beginExchange(mechanism: Mechanism, users: ReadonlyMap<string, string>): Exchange {
  switch (mechanism) {
    case 'PLAIN':
      return (token) => checkPlain(token, users);
    case 'SCRAM-SHA-256':
      return beginScram(new ScramExchange('sha256', users));
    case 'SCRAM-SHA-512':
      return beginScram(new ScramExchange('sha512', users));
  }
}

const beginScram =
  (exchange: ScramExchange): Exchange =>
  (token) =>
    exchange.step(token);
const isMechanism = (name: string): name is Mechanism => MECHANISMS.some((mechanism) => mechanism === name);
