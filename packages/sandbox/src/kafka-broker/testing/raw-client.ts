import { once } from 'node:events';
import net, { type Socket } from 'node:net';
import { type ApiName, apis, type Requests, type Responses } from '../protocol/apis.ts';
import { nullableText } from '../protocol/codec.ts';
import { WireReader } from '../protocol/wire-reader.ts';
import { WireWriter } from '../protocol/wire-writer.ts';
import { FrameSplitter } from '../server/frame-splitter.ts';

/** Sends single requests in any version, also those that no client library would send. */
export class RawClient implements Disposable {
  readonly #socket: Socket;
  readonly #splitter = new FrameSplitter();
  readonly #waiting: ((frame: Buffer) => void)[] = [];
  readonly #frames: Buffer[] = [];
  #correlationId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      for (const frame of this.#splitter.push(chunk)) this.#deliver(frame);
    });
    socket.on('error', () => {});
  }

  static async connect(port: number): Promise<RawClient> {
    const socket = net.connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new RawClient(socket);
  }

  async request<N extends ApiName>(name: N, version: number, request: Requests[N]): Promise<Responses[N]> {
    this.send(name, version, request);
    const reader = await this.nextResponse();
    return apis[name].response.read(reader, version);
  }

  send<N extends ApiName>(name: N, version: number, request: Requests[N], key = apis[name].key): void {
    const out = new WireWriter()
      .int32(0)
      .int16(key)
      .int16(version)
      .int32(++this.#correlationId);
    nullableText.write(out, 'raw', 0);
    apis[name].request.write(out, request, version);
    out.patchInt32(out.length - 4, 0);
    this.sendBytes(out.written());
  }

  sendBytes(bytes: Buffer): void {
    this.#socket.write(bytes);
  }

  /** The next response behind its correlation id. */
  async nextResponse(): Promise<WireReader> {
    const frame =
      this.#frames.shift() ?? (await new Promise<Buffer>((resolve) => this.#waiting.push(resolve)));
    return new WireReader(frame, 4);
  }

  /** Resolves when the connection ends; to be asked for before that. */
  get closed(): Promise<unknown> {
    return new Promise((resolve) => this.#socket.once('close', resolve));
  }

  [Symbol.dispose](): void {
    this.#socket.destroy();
  }

  #deliver(frame: Buffer): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(frame);
    else this.#frames.push(frame);
  }
}
