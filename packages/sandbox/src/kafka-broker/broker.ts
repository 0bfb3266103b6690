import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { brokerDefaults, type KafkaBrokerOptions } from './broker-options.ts';
import { GroupCoordinator } from './group/group-coordinator.ts';
import type { BrokerState } from './handlers/broker-state.ts';
import { createGroupHandlers } from './handlers/group-handlers.ts';
import { createOffsetHandlers } from './handlers/offset-handlers.ts';
import { createProducerHandlers } from './handlers/producer-handlers.ts';
import { createRecordHandlers } from './handlers/record-handlers.ts';
import { createTopicHandlers } from './handlers/topic-handlers.ts';
import {
  appendRecords,
  type ReadOptions,
  type ReadRecord,
  type RecordPosition,
  type RecordToAppend,
  readRecords,
} from './local-records.ts';
import { listen } from './server/listen.ts';
import { OffsetStore } from './storage/offset-store.ts';
import { type AppendListener, Topics } from './storage/topics.ts';

export interface KafkaBrokerEndpoints {
  readonly host: string;
  readonly port: number;
  /** For a client's list of brokers: host:port. */
  readonly brokers: string;
}

/** A running single-node broker. Besides the network it can be used directly, which needs no client and no login. */
export interface KafkaBroker extends AsyncDisposable {
  readonly endpoints: KafkaBrokerEndpoints;
  readonly topics: readonly string[];
  createTopic(name: string, partitions?: number): void;
  /** The topic's committed offsets go with it. */
  deleteTopic(name: string): void;
  /** All that the topic holds. Its offsets go on where they were, and the committed ones stay. */
  deleteRecords(topic: string): void;
  /** Returns the places of the records, in their order. A topic that does not exist is created where topics may come into being by use. */
  append(topic: string, records: readonly RecordToAppend[], partition?: number): RecordPosition[];
  read(topic: string, options?: ReadOptions): ReadRecord[];
  /** The first offset that can be read, for each partition. */
  startOffsets(topic: string): number[];
  /** The offset of the next record, for each partition. */
  endOffsets(topic: string): number[];
  /** Calls back after each append, whoever made it. Returns a function that ends that. */
  onAppend(listener: AppendListener): () => void;
  close(): Promise<void>;
}

export async function startKafkaBroker(options: KafkaBrokerOptions): Promise<KafkaBroker> {
  const settings = withDefaults(options);
  mkdirSync(settings.dir, { recursive: true });
  const topics = new Topics(path.join(settings.dir, 'topics'), settings);
  const offsets = new OffsetStore(path.join(settings.dir, 'offsets.jsonl'));
  const groups = new GroupCoordinator({
    allowedGroup: settings.allowedGroup,
    openingDelayMs: settings.rebalanceDelayMs,
  });
  let address = { host: settings.advertisedHost, port: settings.port };
  const state: BrokerState = { ...settings, topics, offsets, groups, address: () => address };
  const closeStorage = () => {
    groups.close();
    topics.close();
    offsets.close();
  };
  const listener = await listen({ ...settings, handlers: createHandlers(state) }).catch((error: unknown) => {
    closeStorage();
    throw error;
  });
  address = { ...address, port: listener.port };
  const close = async () => {
    const disconnected = listener.close();
    closeStorage();
    await disconnected;
  };
  return {
    endpoints: { ...address, brokers: `${address.host}:${address.port}` },
    get topics() {
      return topics.names;
    },
    createTopic: (name, partitions = settings.defaultPartitions) => void topics.create(name, partitions),
    deleteTopic(name) {
      topics.delete(name);
      offsets.forgetTopic(name);
    },
    deleteRecords(topic) {
      for (const log of topics.partitions(topic)) log.deleteBefore(log.endOffset);
    },
    append(topic, records, partition) {
      if (!topics.has(topic) && settings.autoCreateTopics) topics.create(topic, settings.defaultPartitions);
      return appendRecords(topics, topic, records, partition);
    },
    read: (topic, readOptions = {}) => readRecords(topics, topic, readOptions),
    startOffsets: (topic) => topics.partitions(topic).map((log) => log.startOffset),
    endOffsets: (topic) => topics.partitions(topic).map((log) => log.endOffset),
    onAppend: (appendListener) => topics.onAppend(appendListener),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function withDefaults(options: KafkaBrokerOptions) {
  const host = options.host ?? brokerDefaults.host;
  return {
    dir: options.dir,
    host,
    advertisedHost: options.advertisedHost ?? host,
    port: options.port ?? brokerDefaults.port,
    defaultPartitions: options.defaultPartitions ?? brokerDefaults.defaultPartitions,
    autoCreateTopics: options.autoCreateTopics ?? brokerDefaults.autoCreateTopics,
    allowedGroup: options.allowedGroup,
    retentionBytes: options.retentionBytes ?? brokerDefaults.retentionBytes,
    segmentBytes: options.segmentBytes ?? brokerDefaults.segmentBytes,
    rebalanceDelayMs: options.rebalanceDelayMs ?? brokerDefaults.rebalanceDelayMs,
    tls: options.tls,
    users: options.users && new Map(Object.entries(options.users)),
    log: options.logger ?? (() => {}),
  };
}

const createHandlers = (state: BrokerState) => ({
  ...createRecordHandlers(state),
  ...createTopicHandlers(state),
  ...createGroupHandlers(state),
  ...createOffsetHandlers(state),
  ...createProducerHandlers(state),
});
