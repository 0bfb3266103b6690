import { isRetryable } from '@domovoy/store';

export interface ChunkWriterOptions<Row> {
  readonly size: number;
  readonly write: (rows: readonly Row[]) => Promise<void>;
  /** A row that the database refuses; the others of its chunk are written. */
  readonly onRefused: (row: Row, error: unknown) => void;
}

/**
 * Collects rows and writes them in chunks, one at a time, while the next ones are being read: at most two chunks are in
 * memory. Several readers may add at once; each waits while both chunks are full.
 */
export class ChunkWriter<Row> {
  readonly #options: ChunkWriterOptions<Row>;
  #rows: Row[] = [];
  #writing: Promise<void> | null = null;
  #failure: { readonly error: unknown } | null = null;
  #added = 0;
  #written = 0;

  constructor(options: ChunkWriterOptions<Row>) {
    this.#options = options;
  }

  /** How many rows were added so far. */
  get added(): number {
    return this.#added;
  }

  /** How many of them, in the order in which they were added, need no more work. */
  get written(): number {
    return this.#written;
  }

  async add(row: Row): Promise<void> {
    while (this.#rows.length >= this.#options.size) {
      if (this.#writing) await this.#writing;
      else this.#begin();
    }
    this.#throwFailure();
    this.#rows.push(row);
    this.#added += 1;
  }

  /** Resolves when everything that was added is written. */
  async flush(): Promise<void> {
    while (this.#writing || this.#rows.length > 0) {
      if (this.#writing) await this.#writing;
      else this.#begin();
    }
    this.#throwFailure();
  }

  #begin(): void {
    const rows = this.#rows;
    this.#rows = [];
    if (this.#failure) return;
    const write = async () => {
      try {
        await this.#writeOrSplit(rows);
        this.#written += rows.length;
      } catch (error) {
        this.#failure = { error };
      } finally {
        this.#writing = null;
      }
    };
    this.#writing = write();
  }

  /** What is wrong with one row must not keep the others out: halved again and again, it stands alone. */
  async #writeOrSplit(rows: readonly Row[]): Promise<void> {
    const { write, onRefused } = this.#options;
    try {
      await write(rows);
    } catch (error) {
      if (!isRefused(error)) throw error;
      const [row] = rows;
      if (rows.length === 1 && row !== undefined) {
        onRefused(row, error);
        return;
      }
      const middle = rows.length >> 1;
      await this.#writeOrSplit(rows.slice(0, middle));
      await this.#writeOrSplit(rows.slice(middle));
    }
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}

/** The database took offence at a value, and will again. */
function isRefused(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return (code === 'STORE_STATEMENT_REJECTED' || code === 'STORE_CONSTRAINT') && !isRetryable(error);
}
