import { afterAll, beforeAll, vi } from 'vitest';
import type { KafkaAccess } from '../access/access.ts';
import { createConsumer, type KafkaConsumer } from '../consumer/consumer.ts';
import type { ConsumerOptions } from '../consumer/options.ts';
import { createProducer, type KafkaProducer, type ProducerOptions } from '../producer/producer.ts';
import type { Chunk, KafkaRecord } from '../record/record.ts';
import type { ContractBroker, StartContractBroker } from './contract-broker.ts';
import { ThirdParty, uniqueName } from './third-party.ts';

/** Long enough for a slow machine; a test that waits so long has failed. */
const PATIENCE = { timeout: 15_000, interval: 10 };

/** Waits until the condition holds. */
export const eventually = (condition: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(condition, PATIENCE);

/** A handler that remembers what it was given. */
export class Seen {
  readonly records: KafkaRecord[] = [];
  readonly chunks: Chunk[] = [];

  readonly onChunk = async (chunk: Chunk): Promise<void> => {
    this.chunks.push(chunk);
    this.records.push(...chunk.records);
  };

  get values(): string[] {
    return this.records.map(({ value }) => String(value));
  }
}

/** A handler that stays with its chunk until it is let go. */
export class Gate {
  readonly entered: Chunk[] = [];
  #open: (() => void)[] = [];
  #isOpen = false;

  readonly onChunk = async (chunk: Chunk): Promise<void> => {
    this.entered.push(chunk);
    if (!this.#isOpen) await new Promise<void>((resolve) => this.#open.push(resolve));
  };

  open(): void {
    this.#isOpen = true;
    for (const letGo of this.#open.splice(0)) letGo();
  }
}

type ConsumerWishes = Partial<ConsumerOptions> & Pick<ConsumerOptions, 'topics' | 'onChunk'>;

/** What the tests of a suite share: the broker, the third party, and the closing of all that they open. */
export class Bench {
  broker!: ContractBroker;
  thirdParty!: ThirdParty;
  readonly #open: { close(): Promise<void> }[] = [];

  /** Registers start and stop with vitest. */
  constructor(start: StartContractBroker) {
    beforeAll(async () => {
      this.broker = await start();
      this.thirdParty = new ThirdParty(this.broker.adminAccess);
    }, 120_000);
    afterAll(async () => {
      await this.#closeAll();
      this.thirdParty?.close();
      await this.broker?.stop();
    });
  }

  get access(): KafkaAccess {
    return this.broker.access;
  }

  consumer(wishes: ConsumerWishes): KafkaConsumer & { groupId: string } {
    const groupId = wishes.groupId ?? uniqueName();
    const consumer = createConsumer({
      access: this.access,
      clientId: 'contract',
      topicPollMs: 300,
      // Members hear of a rebalance by a heartbeat: a third of this.
      sessionTimeoutMs: 3000,
      ...wishes,
      groupId,
    });
    this.#open.push({ close: () => consumer.close({ deadlineMs: 2000 }) });
    return { ...consumer, groupId };
  }

  async started(wishes: ConsumerWishes): Promise<KafkaConsumer & { groupId: string }> {
    const consumer = this.consumer(wishes);
    await consumer.start();
    return consumer;
  }

  producer(wishes: Partial<ProducerOptions> = {}): KafkaProducer {
    const producer = createProducer({ access: this.access, clientId: 'contract', ...wishes });
    this.#open.push(producer);
    return producer;
  }

  async #closeAll(): Promise<void> {
    await Promise.all(this.#open.splice(0).map((each) => each.close()));
  }
}
