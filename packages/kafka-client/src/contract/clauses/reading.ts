import { expect, it } from 'vitest';
import { silentLogger } from '../../logger.ts';
import type { Chunk } from '../../record/record.ts';
import { type Bench, eventually, Gate, Seen } from '../bench.ts';
import { uniqueName } from '../third-party.ts';

/** What a handler is given, and when an offset is committed. */
export function contractOfReading(bench: Bench): void {
  it('gives every record to the handler once, in the order of its partition', async () => {
    const topic = await bench.thirdParty.createTopic(3);
    const sent = await bench.thirdParty.produceNumbers(topic, 2000);
    const seen = new Seen();
    await bench.started({ topics: [topic], onChunk: seen.onChunk });

    await eventually(() => expect(seen.records).toHaveLength(2000));
    expect(new Set(seen.values)).toEqual(new Set(sent));
    for (const partition of [0, 1, 2]) {
      const offsets = seen.records.filter((each) => each.partition === partition).map(({ offset }) => offset);
      expect(offsets).toEqual(offsets.map((_, at) => BigInt(at)));
    }
  });

  it('commits only after the handler resolved', async () => {
    const topic = await bench.thirdParty.createTopic();
    await bench.thirdParty.produceNumbers(topic, 3);
    const gate = new Gate();
    const { groupId } = await bench.started({ topics: [topic], onChunk: gate.onChunk });

    await eventually(() => expect(gate.entered).toHaveLength(1));
    expect(await bench.thirdParty.committed(groupId, topic)).toBe(-1n);
    gate.open();
    await eventually(async () => expect(await bench.thirdParty.committed(groupId, topic)).toBe(3n));
  });

  it('cuts chunks by number of records and by bytes, and a huge record is a chunk of its own', async () => {
    const topic = await bench.thirdParty.createTopic();
    const sizes = [10, 10, 10, 10, 10, 5000, 10, 600, 600];
    await bench.thirdParty.produce(
      topic,
      sizes.map((size) => ({ key: 'k', value: 'x'.repeat(size) })),
    );
    const seen = new Seen();
    await bench.started({ topics: [topic], onChunk: seen.onChunk, chunkRecords: 3, chunkBytes: 1000 });

    await eventually(() => expect(seen.records).toHaveLength(sizes.length));
    const cut = seen.chunks.map(({ records }) => records.map(({ value }) => value?.length));
    expect(cut).toEqual([[10, 10, 10], [10, 10], [5000], [10, 600], [600]]);
    expect(seen.chunks.map(({ endOffset }) => endOffset)).toEqual([3n, 5n, 6n, 8n, 9n]);
  });

  it('gives copies: a record that is kept keeps no fetch response alive', async () => {
    const topic = await bench.thirdParty.createTopic();
    const value = 'x'.repeat(100_000);
    await bench.thirdParty.produce(topic, [
      { key: 'a', value },
      { key: 'b', value },
    ]);
    const seen = new Seen();
    await bench.started({ topics: [topic], onChunk: seen.onChunk });

    await eventually(() => expect(seen.records).toHaveLength(2));
    for (const record of seen.records) expect(record.value?.buffer.byteLength).toBe(100_000);
  });

  it('gives a rejected chunk again until the handler resolves, skips nothing, and lets other partitions go on', async () => {
    const topic = await bench.thirdParty.createTopic(2);
    const onPartition = (partition: number, values: string[]) =>
      bench.thirdParty.produce(
        topic,
        values.map((value) => ({ key: value, value, partition })),
      );
    await onPartition(0, ['a', 'b']);
    const seen = new Seen();
    let rejections = 0;
    const onChunk = async (chunk: Chunk) => {
      if (chunk.partition === 0 && (rejections < 5 || seen.records.length === 0)) {
        rejections += 1;
        throw new Error('the database is away');
      }
      await seen.onChunk(chunk);
    };
    const consumer = await bench.started({
      topics: [topic],
      onChunk,
      partitionsAtOnce: 1,
      maxBackoffMs: 500,
    });

    await eventually(() => expect(rejections).toBeGreaterThan(3));
    expect(await bench.thirdParty.committed(consumer.groupId, topic, 0)).toBe(-1n);
    await onPartition(1, ['c']);
    await eventually(() => expect(seen.values[0]).toBe('c'));
    await eventually(() => expect(seen.values).toEqual(['c', 'a', 'b']));
    await eventually(async () =>
      expect(await bench.thirdParty.committed(consumer.groupId, topic, 0)).toBe(2n),
    );
  });

  it.each([SyntaxError, TypeError, RangeError, ReferenceError])(
    'survives a handler that throws %o at once (kafkajs would stop for ever)',
    async (Thrown) => {
      const topic = await bench.thirdParty.createTopic();
      await bench.thirdParty.produceNumbers(topic, 1);
      const seen = new Seen();
      let hasThrown = false;
      let joins = 0;
      const logger = {
        ...silentLogger,
        info: (_fields: object, message: string) => {
          if (message.includes('joined')) joins += 1;
        },
      };
      await bench.started({
        topics: [topic],
        logger,
        onChunk: (chunk) => {
          if (hasThrown) return seen.onChunk(chunk);
          hasThrown = true;
          throw new Thrown('a bug in the handler');
        },
      });
      await eventually(() => expect(seen.values).toEqual(['0']));
      // kafkajs never saw it: no crash, no new session.
      expect(joins).toBe(1);
    },
  );

  it('begins with the oldest record, for a new group and for one whose position no longer exists', async () => {
    const topic = await bench.thirdParty.createTopic();
    await bench.thirdParty.produceNumbers(topic, 10);
    const groupId = uniqueName();
    await bench.thirdParty.commit(groupId, topic, 0, 3n);
    await bench.thirdParty.deleteRecordsBefore(topic, 0, 6n);
    const [expired, fresh] = [new Seen(), new Seen()];
    await bench.started({ topics: [topic], onChunk: expired.onChunk, groupId });
    await bench.started({ topics: [topic], onChunk: fresh.onChunk });

    await eventually(() => expect(expired.values).toEqual(['6', '7', '8', '9']));
    await eventually(() => expect(fresh.values).toEqual(['6', '7', '8', '9']));
  });
}
