import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../../files/replace-file.ts';
import { KafkaError } from '../protocol/error-code.ts';
import { PartitionLog, type RetentionOptions } from './partition-log.ts';

interface Topic {
  readonly dir: string;
  readonly partitions: readonly PartitionLog[];
}

export interface Appended {
  readonly topic: string;
  readonly partition: number;
  readonly firstOffset: number;
  /** The offset after the last one. */
  readonly endOffset: number;
}
export type AppendListener = (appended: Appended) => void;

const DESCRIPTION_FILE = 'topic.json';
const description = z.object({ name: z.string(), partitions: z.int().positive() });
const VALID_NAME = /^[a-zA-Z0-9._-]{1,249}$/;
const NAME_IN_FOLDER_LENGTH = 60;

/**
 * The topics on disk: a folder each with a description and a folder per partition.
 *
 * Folders are numbered and the name is in the description. So names that differ only in case live side by side on file systems
 * that do not tell them apart, and a topic that is deleted and created anew never meets what is left of its predecessor.
 * The description is the first thing that is deleted and the last that is created: a folder without one is debris of a kill.
 */
export class Topics {
  readonly #dir: string;
  readonly #logOptions: RetentionOptions;
  readonly #topics = new Map<string, Topic>();
  readonly #appendListeners = new Set<AppendListener>();
  #lastNumber = 0;

  constructor(dir: string, logOptions: RetentionOptions) {
    this.#dir = dir;
    this.#logOptions = logOptions;
    mkdirSync(dir, { recursive: true });
    for (const folder of readdirSync(dir)) this.#recover(folder);
  }

  get names(): string[] {
    return [...this.#topics.keys()];
  }

  has(name: string): boolean {
    return this.#topics.has(name);
  }

  partitions(name: string): readonly PartitionLog[] {
    const topic = this.#topics.get(name);
    if (!topic) throw new KafkaError('UNKNOWN_TOPIC_OR_PARTITION', `There is no topic '${name}'.`);
    return topic.partitions;
  }

  partition(name: string, index: number): PartitionLog {
    const log = this.partitions(name)[index];
    if (!log)
      throw new KafkaError('UNKNOWN_TOPIC_OR_PARTITION', `Topic '${name}' has no partition ${index}.`);
    return log;
  }

  /** Throws when such a topic cannot be created. */
  assertCreatable(name: string, partitionCount: number): void {
    if (!VALID_NAME.test(name) || name === '.' || name === '..') throw new KafkaError('INVALID_TOPIC');
    if (this.#topics.has(name))
      throw new KafkaError('TOPIC_ALREADY_EXISTS', `Topic '${name}' already exists.`);
    if (!Number.isInteger(partitionCount) || partitionCount < 1) throw new KafkaError('INVALID_PARTITIONS');
  }

  create(name: string, partitionCount: number): readonly PartitionLog[] {
    this.assertCreatable(name, partitionCount);
    this.#lastNumber++;
    const dir = path.join(this.#dir, `${name.slice(0, NAME_IN_FOLDER_LENGTH)}-${this.#lastNumber}`);
    mkdirSync(dir);
    const topic = this.#open(name, dir, partitionCount);
    replaceFile(path.join(dir, DESCRIPTION_FILE), JSON.stringify({ name, partitions: partitionCount }));
    return topic.partitions;
  }

  delete(name: string): void {
    const topic = this.#topics.get(name);
    if (!topic) throw new KafkaError('UNKNOWN_TOPIC_OR_PARTITION', `There is no topic '${name}'.`);
    this.#topics.delete(name);
    for (const log of topic.partitions) log.close();
    rmSync(path.join(topic.dir, DESCRIPTION_FILE));
    rmSync(topic.dir, { recursive: true });
  }

  /** Calls back after each append to any topic. Returns a function that ends that. */
  onAppend(listener: AppendListener): () => void {
    this.#appendListeners.add(listener);
    return () => this.#appendListeners.delete(listener);
  }

  close(): void {
    for (const topic of this.#topics.values()) for (const log of topic.partitions) log.close();
    this.#topics.clear();
  }

  #recover(folder: string): void {
    const dir = path.join(this.#dir, folder);
    const file = path.join(dir, DESCRIPTION_FILE);
    if (!existsSync(file)) {
      rmSync(dir, { recursive: true });
      return;
    }
    const { name, partitions } = description.parse(JSON.parse(readFileSync(file, 'utf8')));
    this.#open(name, dir, partitions);
    this.#lastNumber = Math.max(this.#lastNumber, Number(folder.slice(folder.lastIndexOf('-') + 1)) || 0);
  }

  #open(name: string, dir: string, partitionCount: number): Topic {
    const partitions = Array.from({ length: partitionCount }, (_, index) =>
      this.#openPartition(name, dir, index),
    );
    const topic = { dir, partitions };
    this.#topics.set(name, topic);
    return topic;
  }

  #openPartition(topic: string, dir: string, partition: number): PartitionLog {
    return new PartitionLog(path.join(dir, String(partition)), {
      ...this.#logOptions,
      onAppend: (firstOffset, endOffset) => {
        for (const listener of this.#appendListeners) listener({ topic, partition, firstOffset, endOffset });
      },
    });
  }
}
