import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BrokerProcess } from '../testing/broker-process.ts';
import { createKafka, createProducer, startConsumer } from '../testing/kafkajs-client.ts';
import { createTemporaryFolder } from '../testing/temporary-folder.ts';

const topic = 'ledger';
const KILLS = 4;

/** Half a record at the end of each newest file: what a kill in the middle of a write leaves. */
function tearLogs(dir: string): void {
  const topics = path.join(dir, 'topics');
  for (const entry of readdirSync(topics, { recursive: true, withFileTypes: true })) {
    if (entry.name.endsWith('.log'))
      appendFileSync(path.join(entry.parentPath, entry.name), Buffer.alloc(70, 0x5a));
  }
}

describe('kill -9 of the broker', () => {
  it('loses and doubles nothing that a producer was told is stored, and a group goes on where it was', {
    timeout: 60_000,
  }, async () => {
    using folder = createTemporaryFolder();
    await using broker = new BrokerProcess({ dir: folder.path, rebalanceDelayMs: 20 });
    await broker.start();
    const kafka = createKafka(broker.brokers, {
      retry: { retries: 100, initialRetryTime: 30, maxRetryTime: 200 },
    });
    const producer = createProducer(kafka, { idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    const acknowledged: string[] = [];
    const stop = new AbortController();
    let next = 0;
    const produceOn = async () => {
      while (!stop.signal.aborted) {
        const values = Array.from({ length: 20 }, () => `v${next++}`);
        await producer.send({ topic, messages: values.map((value) => ({ key: 'one partition', value })) });
        acknowledged.push(...values);
      }
    };
    const producing = produceOn();
    await using consumer = await startConsumer(kafka, 'survivor', [topic]);

    for (let kill = 0; kill < KILLS; kill++) {
      const before = { acknowledged: acknowledged.length, received: consumer.received.length };
      await expect
        .poll(() => acknowledged.length - before.acknowledged, { timeout: 15_000 })
        .toBeGreaterThan(200);
      await expect
        .poll(() => consumer.received.length - before.received, { timeout: 15_000 })
        .toBeGreaterThan(100);
      await broker.kill9();
      tearLogs(folder.path);
      await broker.start();
    }
    stop.abort();
    await producing;
    await producer.disconnect();

    await expect
      .poll(() => new Set(consumer.received.map(({ value }) => value?.toString())).size, { timeout: 15_000 })
      .toBe(acknowledged.length);
    const stored = new Map(consumer.received.map(({ offset, value }) => [Number(offset), value?.toString()]));
    const inOrder = [...stored].toSorted(([a], [b]) => a - b).map(([, value]) => value);
    expect(inOrder).toEqual(acknowledged);
    const offsets = [...stored.keys()].toSorted((a, b) => a - b);
    expect(offsets).toEqual(offsets.map((_, i) => i));
  });
});
