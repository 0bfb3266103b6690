import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { KafkaBrokerOptions } from '../broker-options.ts';

/** A broker in a process of its own, which can be killed. */
export class BrokerProcess implements AsyncDisposable {
  readonly #options: KafkaBrokerOptions;
  #child: ChildProcess | undefined;
  #port: number;

  constructor(options: KafkaBrokerOptions) {
    this.#options = options;
    this.#port = options.port ?? 0;
  }

  get brokers(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /** Starts it, again at the same port when it ran before. */
  async start(): Promise<void> {
    const child = fork(new URL('./broker-main.ts', import.meta.url), {
      execArgv: ['--conditions=@domovoy/source'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child = child;
    child.send({ ...this.#options, port: this.#port });
    const [port]: unknown[] = await once(child, 'message');
    if (typeof port !== 'number') throw new TypeError('the broker did not tell its port');
    this.#port = port;
  }

  async kill9(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = undefined;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill9();
  }
}
