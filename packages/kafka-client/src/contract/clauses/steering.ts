import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Bench, eventually, Gate, Seen } from '../bench.ts';

/** Pause, close, lag, the watchdog. */
export function contractOfSteering(bench: Bench): void {
  it('gives no chunk while paused, keeps its partitions, and goes on after resume', async () => {
    const topic = await bench.thirdParty.createTopic();
    const seen = new Seen();
    const consumer = await bench.started({ topics: [topic], onChunk: seen.onChunk });
    // The first group of a fresh broker may have to wait for its coordinator.
    await eventually(() => expect(consumer.status().state).toBe('running'));
    consumer.pause();
    expect(consumer.status().state).toBe('paused');
    await bench.thirdParty.produceNumbers(topic, 5);
    // Two long polls: a consumer that is not paused would have had the records by then.
    await delay(1000);
    expect(seen.records).toEqual([]);
    expect(consumer.status().partitions).toHaveLength(1);

    consumer.resume();
    await eventually(() => expect(seen.values).toEqual(['0', '1', '2', '3', '4']));
    expect(consumer.status().state).toBe('running');
  });

  it('close lets the running chunk finish and commits it; the next of the group begins behind it', async () => {
    const topic = await bench.thirdParty.createTopic();
    await bench.thirdParty.produceNumbers(topic, 4);
    const gate = new Gate();
    const first = await bench.started({ topics: [topic], onChunk: gate.onChunk, chunkRecords: 2 });
    await eventually(() => expect(gate.entered).toHaveLength(1));
    const closed = first.close();
    expect(first.status().state).toBe('closing');
    gate.open();
    await closed;

    expect(gate.entered).toHaveLength(1);
    expect(await first.ended).toBeNull();
    expect(await bench.thirdParty.committed(first.groupId, topic)).toBe(2n);
    const seen = new Seen();
    await bench.started({ topics: [topic], onChunk: seen.onChunk, groupId: first.groupId });
    await eventually(() => expect(seen.values).toEqual(['2', '3']));
  });

  it('close cuts a handler that does not end at the deadline, tells it, and commits nothing of it', async () => {
    const topic = await bench.thirdParty.createTopic();
    await bench.thirdParty.produceNumbers(topic, 1);
    const gate = new Gate();
    const consumer = await bench.started({ topics: [topic], onChunk: gate.onChunk });
    await eventually(() => expect(gate.entered).toHaveLength(1));
    expect(gate.entered[0]?.signal.aborted).toBe(false);
    await consumer.close({ deadlineMs: 300 });

    expect(gate.entered[0]?.signal.aborted).toBe(true);
    expect(await consumer.ended).toBeNull();
    gate.open();
    expect(await bench.thirdParty.committed(consumer.groupId, topic)).toBe(-1n);
  });

  it('tells the lag of its partitions, also of those that are silent', async () => {
    const topic = await bench.thirdParty.createTopic(2);
    await bench.thirdParty.produce(
      topic,
      ['a', 'b', 'c'].map((value) => ({ key: value, value, partition: 0 })),
    );
    const gate = new Gate();
    const consumer = await bench.started({ topics: [topic], onChunk: gate.onChunk, chunkRecords: 1 });
    await eventually(() => expect(consumer.status().lag).toBe(3n));
    gate.open();
    await eventually(() => expect(consumer.status().lag).toBe(0n));
    const positions = consumer.status().partitions.map(({ partition, position }) => [partition, position]);
    expect(new Map(positions as [number, bigint][])).toEqual(
      new Map([
        [0, 3n],
        [1, 0n],
      ]),
    );
  });

  it('a handler that never settles is told, tried again in a new session, and then the consumer ends', async () => {
    const topic = await bench.thirdParty.createTopic();
    await bench.thirdParty.produceNumbers(topic, 1);
    const gate = new Gate();
    const consumer = await bench.started({ topics: [topic], onChunk: gate.onChunk, stallMs: 2000 });

    const error = await consumer.ended;
    expect(error?.code).toBe('KAFKA_STALLED');
    expect(consumer.status()).toMatchObject({ state: 'failed', error: { code: 'KAFKA_STALLED' } });
    expect(gate.entered.map(({ signal }) => signal.aborted)).toEqual([true, true]);
    gate.open();
  });

  it('a handler that keeps rejecting is no stall: an outage of the database is waited out', async () => {
    const topic = await bench.thirdParty.createTopic();
    await bench.thirdParty.produceNumbers(topic, 1);
    const began = Date.now();
    const seen = new Seen();
    const consumer = await bench.started({
      topics: [topic],
      stallMs: 1500,
      maxBackoffMs: 200,
      onChunk: async (chunk) => {
        if (Date.now() - began < 3500) throw new Error('the database is away');
        await seen.onChunk(chunk);
      },
    });
    await eventually(() => expect(seen.values).toEqual(['0']));
    expect(consumer.status().state).toBe('running');
  });
}
