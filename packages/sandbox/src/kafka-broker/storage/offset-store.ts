import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { replaceFile } from '../../files/replace-file.ts';

export interface CommittedOffset {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly metadata: string;
}

/** What a line of the file says. `offset` null: forgotten. */
type Line = readonly [
  group: string,
  topic: string,
  partition: number,
  offset: number | null,
  metadata: string,
];

const REWRITE_AFTER_LINES = 10_000;
const OUTDATED_RATIO = 10;

/**
 * The committed offsets of all groups: a file of JSON lines in which the last line for a key counts. It is rewritten when most
 * of it is outdated and at every start, which also drops a last line that a kill left unfinished.
 */
export class OffsetStore {
  readonly #file: string;
  readonly #groups = new Map<string, Map<string, CommittedOffset>>();
  #lineCount = 0;
  #fd: number | undefined;

  constructor(file: string) {
    this.#file = file;
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    for (const line of lines) {
      const parsed = parseLine(line);
      if (parsed) this.#apply(parsed);
    }
    this.#rewrite();
  }

  get groups(): string[] {
    return [...this.#groups.keys()];
  }

  has(group: string): boolean {
    return this.#groups.has(group);
  }

  get(group: string, topic: string, partition: number): CommittedOffset | undefined {
    return this.#groups.get(group)?.get(keyOf(topic, partition));
  }

  all(group: string): CommittedOffset[] {
    return [...(this.#groups.get(group)?.values() ?? [])];
  }

  commit(group: string, offsets: readonly CommittedOffset[]): void {
    this.#append(
      offsets.map(({ topic, partition, offset, metadata }) => [group, topic, partition, offset, metadata]),
    );
  }

  forgetGroup(group: string): void {
    this.#forget(group, () => true);
  }

  /** A topic's offsets go with it, or a new topic of that name would be read from old positions. */
  forgetTopic(topic: string): void {
    for (const group of this.groups) this.#forget(group, (committed) => committed.topic === topic);
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }

  #forget(group: string, isForgotten: (committed: CommittedOffset) => boolean): void {
    const forgotten = this.all(group).filter(isForgotten);
    this.#append(forgotten.map(({ topic, partition }) => [group, topic, partition, null, '']));
  }

  /** One write, so that a commit is kept whole or not at all. */
  #append(lines: readonly Line[]): void {
    if (lines.length === 0 || this.#fd === undefined) return;
    writeSync(this.#fd, lines.map(formatLine).join(''));
    for (const line of lines) this.#apply(line);
    this.#lineCount += lines.length;
    const live = [...this.#groups.values()].reduce((sum, offsets) => sum + offsets.size, 0);
    if (this.#lineCount > REWRITE_AFTER_LINES && this.#lineCount > live * OUTDATED_RATIO) this.#rewrite();
  }

  #apply([group, topic, partition, offset, metadata]: Line): void {
    const offsets = this.#groups.get(group) ?? new Map<string, CommittedOffset>();
    if (offset === null) offsets.delete(keyOf(topic, partition));
    else offsets.set(keyOf(topic, partition), { topic, partition, offset, metadata });
    if (offsets.size === 0) this.#groups.delete(group);
    else this.#groups.set(group, offsets);
  }

  #rewrite(): void {
    const lines: Line[] = [...this.#groups].flatMap(([group, offsets]) =>
      [...offsets.values()].map(
        ({ topic, partition, offset, metadata }): Line => [group, topic, partition, offset, metadata],
      ),
    );
    this.close();
    replaceFile(this.#file, lines.map(formatLine).join(''));
    this.#lineCount = lines.length;
    this.#fd = openSync(this.#file, 'a');
  }
}

const keyOf = (topic: string, partition: number) => `${topic}/${partition}`;
const formatLine = (line: Line) => `${JSON.stringify(line)}\n`;

function parseLine(line: string): Line | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    return isLine(parsed) ? parsed : undefined;
  } catch {
    return undefined; // the empty end of the file, or a line that was being written when the process died
  }
}

function isLine(value: unknown): value is Line {
  if (!Array.isArray(value)) return false;
  const [group, topic, partition, offset, metadata]: unknown[] = value;
  const isOffset = offset === null || typeof offset === 'number';
  const areNames = typeof group === 'string' && typeof topic === 'string' && typeof metadata === 'string';
  return areNames && isOffset && typeof partition === 'number';
}
