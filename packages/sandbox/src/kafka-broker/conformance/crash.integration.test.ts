import { appendFileSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import type { Kafka } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { readBatchHeader } from '../records/record-batch.ts';
import { BrokerProcess } from '../testing/broker-process.ts';
import { createKafka, createProducer, startConsumer, type TestConsumer } from '../testing/kafkajs-client.ts';
import { PATIENCE } from '../testing/patience.ts';
import { createTemporaryFolder } from '../testing/temporary-folder.ts';

const topic = 'ledger';
const KILLS = 4;

function logFiles(dir: string): string[] {
  const entries = readdirSync(path.join(dir, 'topics'), { recursive: true, withFileTypes: true });
  return entries
    .filter(({ name }) => name.endsWith('.log'))
    .map(({ parentPath, name }) => path.join(parentPath, name));
}

/** Half a record at the end of each file: what a kill in the middle of a write leaves. */
function tearLogs(dir: string): void {
  for (const file of logFiles(dir)) appendFileSync(file, Buffer.alloc(70, 0x5a));
}

/** Sends numbered values to one partition until it is told to stop, and writes down which were acknowledged, in order. */
function startProducing(kafka: Kafka) {
  const acknowledged: string[] = [];
  const stop = new AbortController();
  const produce = async () => {
    const producer = createProducer(kafka, { idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    for (let next = 0; !stop.signal.aborted; next += 20) {
      const values = Array.from({ length: 20 }, (_, i) => `v${next + i}`);
      await producer.send({ topic, messages: values.map((value) => ({ key: 'one partition', value })) });
      acknowledged.push(...values);
    }
    await producer.disconnect();
  };
  const done = produce();
  return {
    acknowledged,
    async stop() {
      stop.abort();
      await done;
    },
  };
}

/** What is stored, by offset: a repeat that a consumer got does not count, a record that is stored twice does. */
function compare(acknowledged: readonly string[], consumer: TestConsumer) {
  const stored = new Map(
    consumer.received.map(({ offset, value }) => [Number(offset), value?.toString() ?? '']),
  );
  const inOrder = [...stored].toSorted(([a], [b]) => a - b).map(([, value]) => value);
  const distinct = new Set(inOrder);
  return {
    lost: acknowledged.filter((value) => !distinct.has(value)).length,
    doubled: inOrder.length - distinct.size,
    isInOrder: inOrder.every(
      (value, i) => i === 0 || Number(value.slice(1)) > Number(inOrder[i - 1]?.slice(1)),
    ),
  };
}

const patientKafka = (brokers: string) =>
  createKafka(brokers, { retry: { retries: 100, initialRetryTime: 30, maxRetryTime: 200 } });

describe('kill -9 of the broker', () => {
  it('loses and doubles nothing that was acknowledged, and a group goes on where it was', {
    timeout: 60_000,
  }, async () => {
    using folder = createTemporaryFolder();
    await using broker = new BrokerProcess({ dir: folder.path, rebalanceDelayMs: 20 });
    await broker.start();
    const kafka = patientKafka(broker.brokers);
    const producing = startProducing(kafka);
    const { acknowledged } = producing;
    await using consumer = await startConsumer(kafka, 'survivor', [topic]);

    for (let kill = 0; kill < KILLS; kill++) {
      const before = { acknowledged: acknowledged.length, received: consumer.received.length };
      await expect.poll(() => acknowledged.length - before.acknowledged, PATIENCE).toBeGreaterThan(200);
      await expect.poll(() => consumer.received.length - before.received, PATIENCE).toBeGreaterThan(100);
      await broker.kill9();
      tearLogs(folder.path);
      await broker.start();
    }
    await producing.stop();

    await expect
      .poll(() => compare(acknowledged, consumer), PATIENCE)
      .toEqual({ lost: 0, doubled: 0, isInOrder: true });
    // An outage may end a run of kafkajs, but never for good.
    expect(consumer.crash()?.restart).not.toBe(false);
  });

  it('control: a log that loses its last batch, or holds it twice, is noticed', {
    timeout: 30_000,
  }, async () => {
    using folder = createTemporaryFolder();
    await using broker = new BrokerProcess({ dir: folder.path, rebalanceDelayMs: 20 });
    await broker.start();
    const producing = startProducing(patientKafka(broker.brokers));
    await expect.poll(() => producing.acknowledged.length, PATIENCE).toBeGreaterThan(100);
    await producing.stop();

    for (const damage of [cutLastBatch, repeatLastBatch]) {
      await broker.kill9();
      for (const file of logFiles(folder.path)) damage(file);
      await broker.start();
      const kafka = patientKafka(broker.brokers);
      await using consumer = await startConsumer(kafka, damage.name, [topic]);
      const expected = producing.acknowledged.length - (damage === cutLastBatch ? 20 : 0);
      await expect.poll(() => consumer.received.length, PATIENCE).toBe(expected);
      const { lost, doubled } = compare(producing.acknowledged, consumer);
      expect({ lost, doubled }).toEqual(
        damage === cutLastBatch ? { lost: 20, doubled: 0 } : { lost: 20, doubled: 20 },
      );
    }
  });
});

function lastBatchOf(file: string): { data: Buffer; position: number } | undefined {
  const data = readFileSync(file);
  let position = -1;
  for (let at = 0; at < data.length; at += readBatchHeader(data, at).byteLength) position = at;
  return position < 0 ? undefined : { data, position };
}

function cutLastBatch(file: string): void {
  const last = lastBatchOf(file);
  if (last) truncateSync(file, last.position);
}

/** The offsets of the copy follow on those of the original: the base offset is not covered by the CRC. */
function repeatLastBatch(file: string): void {
  const last = lastBatchOf(file);
  if (!last) return;
  const copy = Buffer.from(last.data.subarray(last.position));
  copy.writeBigInt64BE(BigInt(readBatchHeader(copy).lastOffset + 1));
  appendFileSync(file, copy);
}
