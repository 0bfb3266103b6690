import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type ApiName, apiName, apis, offersVersion } from '../protocol/apis.ts';
import { nullableText } from '../protocol/codec.ts';
import { ErrorCode, ProtocolViolationError } from '../protocol/error-code.ts';
import { WireReader } from '../protocol/wire-reader.ts';
import { WireWriter } from '../protocol/wire-writer.ts';
import { Login } from '../sasl/login.ts';
import { FrameSplitter } from './frame-splitter.ts';
import type { AllHandlers, BrokerLogger, Handlers, RequestContext } from './request-context.ts';

const MAX_WAITING_FRAMES = 100;
const FRAME_LENGTH_BYTES = 4;

export interface ConnectionOptions {
  readonly handlers: Handlers;
  readonly users: ReadonlyMap<string, string> | undefined;
  readonly log: BrokerLogger;
}

interface RequestHeader {
  readonly key: number;
  readonly version: number;
  readonly correlationId: number;
  readonly clientId: string;
}

/**
 * One connection: framing, login, and one request at a time, answered in order. Apache Kafka does the same: a client that
 * waits in JoinGroup or in a long Fetch gets nothing else on that connection meanwhile.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #handlers: AllHandlers;
  readonly #log: BrokerLogger;
  readonly #login: Login;
  readonly #splitter = new FrameSplitter();
  readonly #frames: Buffer[] = [];
  readonly #host: string;
  #isWorking = false;

  constructor(socket: Socket, { handlers, users, log }: ConnectionOptions) {
    this.#socket = socket;
    this.#log = log;
    const login = new Login(users);
    this.#login = login;
    this.#handlers = {
      ...handlers,
      SaslHandshake: ({ mechanism }, { version }) => login.handshake(mechanism, version),
      SaslAuthenticate: ({ token }) => login.authenticate(token),
    };
    this.#host = socket.remoteAddress ?? '';
    socket.setNoDelay(true);
    socket.on('error', () => {}); // 'close' follows, and nothing more is to be done
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  #receive(chunk: Buffer): void {
    try {
      this.#frames.push(...this.#splitter.push(chunk));
    } catch (error) {
      this.#abandon(error);
      return;
    }
    if (this.#frames.length > MAX_WAITING_FRAMES) this.#socket.pause();
    if (!this.#isWorking) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    try {
      for (let frame = this.#frames.shift(); frame && !this.#socket.destroyed; frame = this.#frames.shift()) {
        const response = this.#login.expectsRawToken
          ? this.#answerRawToken(frame)
          : await this.#answer(frame);
        if (response) await this.#send(response);
        if (this.#login.hasFailed) this.#refuseLogin();
        if (this.#frames.length === 0) this.#socket.resume();
      }
    } catch (error) {
      this.#abandon(error);
    }
    this.#isWorking = false;
  }

  /** Waits for a client that does not read, instead of collecting its responses in memory. */
  async #send(response: readonly Buffer[]): Promise<void> {
    if (this.#socket.destroyed) return;
    this.#socket.cork();
    for (const chunk of response) this.#socket.write(chunk);
    this.#socket.uncork();
    if (!this.#socket.writableNeedDrain) return;
    const settled = new AbortController();
    const { signal } = settled;
    await Promise.race([once(this.#socket, 'drain', { signal }), once(this.#socket, 'close', { signal })]);
    settled.abort();
  }

  #refuseLogin(): void {
    this.#log({ event: 'authentication-failed', host: this.#host, reason: 'invalid credentials' });
    this.#socket.end();
  }

  /** Malformed, unsupported or unauthenticated: as with Apache Kafka the answer is a closed connection. */
  #abandon(error: unknown): void {
    if (!this.#socket.destroyed) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#log({ event: 'connection-closed', host: this.#host, reason });
    }
    this.#socket.destroy();
  }

  #answerRawToken(frame: Buffer): Buffer[] {
    const reply = this.#login.authenticateRaw(frame);
    return new WireWriter(FRAME_LENGTH_BYTES + reply.length).int32(reply.length).raw(reply).chunks();
  }

  async #answer(frame: Buffer): Promise<Buffer[] | null> {
    const reader = new WireReader(frame);
    const header = readRequestHeader(reader);
    const name = apiName(header.key);
    const out = new WireWriter().int32(0).int32(header.correlationId); // the frame's length is patched in at the end
    if (name === 'ApiVersions' && !offersVersion(name, header.version)) {
      writeUnsupportedApiVersions(out);
    } else {
      const admitted = this.#admit(name, header);
      const context = { version: header.version, clientId: header.clientId, host: this.#host };
      const isAnswered = await respond(admitted, this.#handlers, reader, context, out);
      if (!isAnswered) return null;
    }
    out.patchInt32(out.length - FRAME_LENGTH_BYTES, 0);
    return out.chunks();
  }

  #admit(name: ApiName | undefined, { key, version }: RequestHeader): ApiName {
    if (name === undefined || !offersVersion(name, version)) {
      throw new ProtocolViolationError(`request ${key} version ${version} is not offered`);
    }
    if (!this.#login.isComplete && !isAllowedBeforeLogin(name)) {
      throw new ProtocolViolationError(`${name} before authentication`);
    }
    return name;
  }
}

/** Returns whether there is an answer. N ties the request's layout, its handler and the response's layout together. */
async function respond<N extends ApiName>(
  name: N,
  handlers: Pick<AllHandlers, N>,
  reader: WireReader,
  context: RequestContext,
  out: WireWriter,
): Promise<boolean> {
  const api = apis[name];
  const response = await handlers[name](api.request.read(reader, context.version), context);
  if (response === null) return false;
  api.response.write(out, response, context.version);
  return true;
}

function readRequestHeader(reader: WireReader): RequestHeader {
  const key = reader.int16();
  const version = reader.int16();
  const correlationId = reader.int32();
  return { key, version, correlationId, clientId: nullableText.read(reader, version) ?? '' };
}

/** The one request whose version a client may guess: answered in layout 0, with the versions that may be tried next. */
function writeUnsupportedApiVersions(out: WireWriter): void {
  const { key, versions, response } = apis.ApiVersions;
  const [min, max] = versions;
  response.write(out, { error: ErrorCode.UNSUPPORTED_VERSION, apis: [{ key, min, max }] }, 0);
}

const isAllowedBeforeLogin = (name: ApiName) =>
  name === 'ApiVersions' || name === 'SaslHandshake' || name === 'SaslAuthenticate';
