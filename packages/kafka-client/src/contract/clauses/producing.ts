import { expect, it } from 'vitest';
import { partitionOf } from '../../producer/murmur2.ts';
import type { Compression } from '../../producer/producer.ts';
import { type Bench, eventually, Seen } from '../bench.ts';
import { uniqueName } from '../third-party.ts';

/** The keyed producer, and what comes back when it is read. */
export function contractOfProducing(bench: Bench): void {
  it('sends by key: the same partition as every other client, in order, with the places in the result', async () => {
    const topic = await bench.thirdParty.createTopic(3);
    const producer = bench.producer();
    const keys = ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'];
    const sent = await producer.send(
      topic,
      keys.map((key, at) => ({ key, value: String(at) })),
    );
    expect(sent.map(({ partition }) => partition)).toEqual(
      keys.map((key) => partitionOf(Buffer.from(key), 3)),
    );

    const seen = new Seen();
    await bench.started({ topics: [topic], onChunk: seen.onChunk });
    await eventually(() => expect(seen.records).toHaveLength(keys.length));
    for (const [at, place] of sent.entries()) {
      const record = seen.records.find(
        (each) => each.partition === place.partition && each.offset === place.offset,
      );
      expect({ key: String(record?.key), value: String(record?.value) }).toEqual({
        key: keys[at],
        value: String(at),
      });
    }
  });

  it('an unknown topic is refused in plain words, and the other topics go on working', async () => {
    const producer = bench.producer();
    const unknown = uniqueName();
    await expect(producer.send(unknown, [{ key: 'k', value: 'v' }])).rejects.toMatchObject({
      code: 'KAFKA_TOPIC_UNKNOWN',
      message: expect.stringContaining(unknown),
    });
    const topic = await bench.thirdParty.createTopic();
    expect(await producer.send(topic, [{ key: 'k', value: 'v' }])).toEqual([
      { topic, partition: 0, offset: 0n },
    ]);
  });

  it('goes on with the other topics after one that it used was deleted', async () => {
    const producer = bench.producer({ deadlineMs: 2000 });
    const [doomed, other] = [await bench.thirdParty.createTopic(), await bench.thirdParty.createTopic()];
    await producer.send(doomed, [{ key: 'k', value: 'v' }]);
    await bench.thirdParty.deleteTopic(doomed);
    await expect(producer.send(doomed, [{ key: 'k', value: 'v' }])).rejects.toMatchObject({
      name: 'KafkaError',
    });
    expect(await producer.send(other, [{ key: 'k', value: 'v' }])).toHaveLength(1);
  });

  it('a record that is too large is refused, not retried', async () => {
    const topic = await bench.thirdParty.createTopic();
    const producer = bench.producer();
    const tooLarge = producer.send(topic, [{ key: 'k', value: 'x'.repeat(2_000_000) }]);
    await expect(tooLarge).rejects.toMatchObject({ code: 'KAFKA_RECORD_TOO_LARGE', retryable: false });
  });

  it('a record without a key is refused before anything is sent', async () => {
    const topic = await bench.thirdParty.createTopic();
    const producer = bench.producer();
    const keyless = producer.send(topic, [
      { key: 'k', value: 'v' },
      { key: '', value: 'v' },
    ]);
    await expect(keyless).rejects.toMatchObject({ code: 'KAFKA_RECORD_REFUSED' });
    expect(await bench.thirdParty.readAll(topic)).toEqual([]);
  });

  it.each<Compression>(['none', 'gzip', 'snappy', 'lz4', 'zstd'])(
    'sends and reads %s, also when the broker itself compressed it',
    async (compression) => {
      const values = Array.from({ length: 200 }, (_, at) => `${at} ${'домофон '.repeat(at % 50)}`);
      const ours = await bench.thirdParty.createTopic();
      const producer = bench.producer({ compression });
      await producer.send(
        ours,
        values.map((value) => ({ key: 'k', value })),
      );
      const brokers = await bench.thirdParty.createTopic(1, uniqueName(), {
        'compression.type': compression === 'none' ? 'producer' : compression,
      });
      await bench.thirdParty.produce(
        brokers,
        values.map((value) => ({ key: 'k', value })),
      );
      const seen = new Seen();
      await bench.started({ topics: [ours, brokers], onChunk: seen.onChunk });
      await eventually(() => expect(seen.records).toHaveLength(400));
      for (const topic of [ours, brokers])
        expect(seen.records.filter((each) => each.topic === topic).map(({ value }) => String(value))).toEqual(
          values,
        );
    },
  );
}
