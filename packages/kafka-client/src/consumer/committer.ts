export interface Position {
  topic: string;
  partition: number;
  /** Offset of the next record to read. */
  offset: bigint;
}

const RETRY_MS = 1000;

/**
 * Commits in the background, one request at a time: what was handled while a commit is on its way goes with
 * the next one. A handler never waits for a commit. A commit that fails is tried again with the next; when the
 * group has moved on, the records simply come again.
 */
export class Committer {
  readonly #commit: (positions: Position[]) => Promise<void>;
  readonly #onFailure: (cause: unknown, isOver: boolean) => void;
  #waiting = new Map<string, Position>();
  #running: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #generation = 0;

  /** `isOver`: the generation of the group that it was meant for is over. */
  constructor(
    commit: (positions: Position[]) => Promise<void>,
    onFailure: (cause: unknown, isOver: boolean) => void,
  ) {
    this.#commit = commit;
    this.#onFailure = onFailure;
  }

  add(position: Position): void {
    this.#waiting.set(`${position.topic}/${position.partition}`, position);
    this.#running ??= this.#run();
  }

  /** Forgets what is not committed yet: a new generation of the group reads it again. */
  clear(): void {
    this.#generation += 1;
    this.#waiting.clear();
    clearTimeout(this.#retry);
  }

  /** Resolves when everything added so far is committed, or could not be. */
  async flush(): Promise<void> {
    if (this.#waiting.size > 0) this.#running ??= this.#run();
    await this.#running;
  }

  async #run(): Promise<void> {
    clearTimeout(this.#retry);
    // Chunks that are handled in the same turn share a commit.
    await Promise.resolve();
    while (this.#waiting.size > 0) {
      const batch = this.#waiting;
      const generation = this.#generation;
      this.#waiting = new Map();
      try {
        await this.#commit([...batch.values()]);
      } catch (cause) {
        const isOver = generation !== this.#generation;
        this.#onFailure(cause, isOver);
        if (isOver) continue;
        for (const [key, position] of batch) if (!this.#waiting.has(key)) this.#waiting.set(key, position);
        this.#retry = setTimeout(() => {
          if (this.#waiting.size > 0) this.#running ??= this.#run();
        }, RETRY_MS).unref();
        break;
      }
    }
    this.#running = undefined;
  }
}
