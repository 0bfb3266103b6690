import {
  createProducer,
  type KafkaProducer,
  listPartitionEnds,
  partitionOf,
  type RecordToSend,
  type SentRecord,
} from '@domovoy/kafka-client';
import { CompanyShortName, messagesOut } from '@domovoy/models';
import type { IntegrationWithCompany } from '@domovoy/store';
import { accessOf, type Keys } from '../../../integrations/access-of.ts';

/** Below the time of an attempt, so that a broker that hangs is told as such. */
const SEND_DEADLINE_MS = 10_000;

/** The topic of a company's messages to its abonents. */
export interface MessagesOut {
  readonly topic: string;
  send(record: RecordToSend): Promise<SentRecord>;
  /** The partition of a key, and its end: the offset of the next record to be written. */
  endFor(key: string): Promise<{ readonly partition: number; readonly start: bigint; readonly end: bigint }>;
}

/** One producer for each integration that something was sent to. Another access is another producer. */
export class MessagesOutProducers implements AsyncDisposable {
  readonly #keys: Keys;
  readonly #deadlineMs: number;
  readonly #producers = new Map<bigint, { readonly access: string; readonly producer: KafkaProducer }>();

  constructor(keys: Keys, deadlineMs = SEND_DEADLINE_MS) {
    this.#keys = keys;
    this.#deadlineMs = deadlineMs;
  }

  /** @throws IntegrationAccessError when there is no access; its message is for a person. */
  of(integration: IntegrationWithCompany): MessagesOut {
    const { kafka } = accessOf(integration, this.#keys);
    const { name: topic } = messagesOut(CompanyShortName.parse(integration.companyShortName));
    const clientId = `domovoy-deliveries-${process.pid}`;
    const access = JSON.stringify(kafka);
    const known = this.#producers.get(integration.id);
    let producer = known?.producer;
    if (producer === undefined || known?.access !== access) {
      void producer?.close();
      producer = createProducer({ access: kafka, clientId, deadlineMs: this.#deadlineMs });
      this.#producers.set(integration.id, { access, producer });
    }
    const sender = producer;
    return {
      topic,
      async send(record) {
        const [sent] = await sender.send(topic, [record]);
        if (sent === undefined) throw new TypeError('one is sent, one is told of');
        return sent;
      },
      async endFor(key) {
        const ends = await listPartitionEnds(kafka, topic, { clientId });
        const partition = partitionOf(Buffer.from(key), ends.length);
        const found = ends.find((one) => one.partition === partition);
        return { partition, start: found?.start ?? 0n, end: found?.end ?? 0n };
      },
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#producers.values()].map(({ producer }) => producer.close()));
  }
}
