import type { Logger } from '../logger/create-logger.ts';

/** What `main` gets: it opens things in order, and they are closed in reverse. */
export interface Lifecycle {
  /** Aborted when the process begins to stop. */
  readonly signal: AbortSignal;
  /** From here on the process logs through this one. */
  useLogger<L extends Logger>(logger: L): L;
  /** Remembers a resource for closing and gives it back. */
  use<T extends AsyncDisposable>(name: string, resource: T): T;
  /** Remembers how something is closed. */
  defer(name: string, close: () => void | Promise<void>): void;
  /** Stops the process, with exit code 1 when an error is given. Returns at once. */
  stop(error?: Error): void;
}

/** Things to close, last opened first. One that fails or hangs does not keep the others open. */
export class ClosingStack {
  readonly #entries: { name: string; close: () => void | Promise<void> }[] = [];
  #closing: Promise<void> | undefined;
  #current = '';

  push(name: string, close: () => void | Promise<void>): void {
    this.#entries.push({ name, close });
  }

  /** What is being closed at the moment. */
  get current(): string {
    return this.#current;
  }

  close(onError: (name: string, error: unknown) => void): Promise<void> {
    this.#closing ??= this.#closeAll(onError);
    return this.#closing;
  }

  async #closeAll(onError: (name: string, error: unknown) => void): Promise<void> {
    for (let entry = this.#entries.pop(); entry; entry = this.#entries.pop()) {
      this.#current = entry.name;
      try {
        await entry.close();
      } catch (error) {
        onError(entry.name, error);
      }
    }
  }
}
