import { describe, expect, it } from 'vitest';
import { startKafkaBroker } from './broker.ts';
import { ErrorCode } from './protocol/error-code.ts';
import { RawClient } from './testing/raw-client.ts';
import { createTemporaryFolder } from './testing/temporary-folder.ts';
import { startTestBroker } from './testing/test-broker.ts';

const refusal = (name: string) => expect.objectContaining({ code: `KAFKA_${name}` });

describe('the broker without a client', () => {
  it('appends records, returns their places in order, and lists them', async () => {
    await using broker = await startTestBroker();
    broker.createTopic('t', 2);
    const records = ['a', 'b', 'c', 'd'].map((key) => ({
      key,
      value: `v-${key}`,
      timestamp: 1_700_000_000_000,
      headers: { n: key },
    }));
    const places = broker.append('t', records);
    expect(places.map(({ topic }) => topic)).toEqual(['t', 't', 't', 't']);
    for (const [i, place] of places.entries()) {
      const [found] = broker.read('t', { partition: place.partition, fromOffset: place.offset, limit: 1 });
      expect(found).toMatchObject({ ...place, timestamp: 1_700_000_000_000 });
      expect([found?.key?.toString(), found?.value?.toString()]).toEqual([
        records[i]?.key,
        records[i]?.value,
      ]);
      expect(found?.headers).toEqual([{ key: 'n', value: Buffer.from(records[i]?.key ?? '') }]);
    }
    expect(broker.read('t')).toHaveLength(4);
    expect(broker.read('t', { limit: 3 })).toHaveLength(3);
  });

  it('puts records where it is told, and those without a key in turn', async () => {
    await using broker = await startTestBroker();
    broker.createTopic('t', 3);
    const nobody = { key: null, value: 'v' };
    expect(broker.append('t', [nobody, nobody, nobody]).map(({ partition }) => partition)).toEqual([0, 1, 2]);
    expect(broker.append('t', [{ key: 'k', value: null }], 2)).toEqual([
      { topic: 't', partition: 2, offset: 1 },
    ]);
    expect(() => broker.append('t', [nobody], 3)).toThrow(refusal('UNKNOWN_TOPIC_OR_PARTITION'));
    expect(broker.append('t', [])).toEqual([]);
  });

  it('creates topics by use only where that is allowed', async () => {
    await using open = await startTestBroker({ defaultPartitions: 5 });
    open.append('t', [{ key: 'k', value: 'v' }]);
    expect(open.topics).toEqual(['t']);
    await using strict = await startTestBroker({ autoCreateTopics: false });
    expect(() => strict.append('t', [{ key: 'k', value: 'v' }])).toThrow(
      refusal('UNKNOWN_TOPIC_OR_PARTITION'),
    );
    using client = await RawClient.connect(strict.endpoints.port);
    const { topics } = await client.request('Metadata', 8, { topics: ['t'], allowAutoCreate: true });
    expect(topics[0]?.error).toBe(3);
  });

  it('tells who listens of each append, until it is told to stop', async () => {
    await using broker = await startTestBroker({ defaultPartitions: 1 });
    const seen: string[] = [];
    const stop = broker.onAppend(({ topic, firstOffset, endOffset }) =>
      seen.push(`${topic}:${firstOffset}-${endOffset}`),
    );
    broker.append('t', [
      { key: 'k', value: 'v' },
      { key: 'k', value: 'v' },
    ]);
    stop();
    broker.append('t', [{ key: 'k', value: 'v' }]);
    expect(seen).toEqual(['t:0-2']);
  });

  it('holds records that are larger than a client may send', async () => {
    await using broker = await startTestBroker({ defaultPartitions: 1 });
    broker.append('t', [{ key: 'k', value: Buffer.alloc(3 * 2 ** 20) }]);
    expect(broker.read('t')[0]?.value).toHaveLength(3 * 2 ** 20);
  });

  it('keeps topics and records for its next start', async () => {
    using folder = createTemporaryFolder();
    const first = await startKafkaBroker({ dir: folder.path });
    first.append('t', [{ key: 'k', value: 'v' }]);
    await first.close();
    await using second = await startKafkaBroker({ dir: folder.path });
    expect(second.read('t').map(({ value }) => value?.toString())).toEqual(['v']);
  });

  it('empties a topic whose offsets go on, also after its next start', async () => {
    using folder = createTemporaryFolder();
    const first = await startKafkaBroker({ dir: folder.path, defaultPartitions: 2 });
    first.append('t', [
      { key: null, value: 'a' },
      { key: null, value: 'b' },
      { key: null, value: 'c' },
    ]);
    const appended: number[] = [];
    first.onAppend(({ firstOffset }) => appended.push(firstOffset));
    first.deleteRecords('t');
    expect(first.read('t')).toEqual([]);
    expect([first.startOffsets('t'), first.endOffsets('t')]).toEqual([
      [2, 1],
      [2, 1],
    ]);
    first.append('t', [{ key: null, value: 'd' }]);
    expect(appended).toEqual([2]);
    await first.close();
    await using second = await startKafkaBroker({ dir: folder.path });
    expect(second.read('t')).toMatchObject([{ partition: 0, offset: 2, value: Buffer.from('d') }]);
    expect([second.startOffsets('t'), second.endOffsets('t')]).toEqual([
      [2, 1],
      [3, 1],
    ]);
  });

  it.each([
    ['is emptied: nothing is skipped unseen', true, 'OFFSET_OUT_OF_RANGE'],
    ['is created anew (control): what lies before the place is skipped unseen', false, 'NONE'],
  ] as const)('tells a reader behind whose back a topic %s', async (_, isEmptied, error) => {
    await using broker = await startTestBroker({ defaultPartitions: 1 });
    const append = (count: number) =>
      broker.append(
        't',
        Array.from({ length: count }, () => ({ key: 'k', value: 'v' })),
      );
    append(5);
    if (isEmptied) broker.deleteRecords('t');
    else {
      broker.deleteTopic('t');
      broker.createTopic('t');
    }
    append(10);
    using client = await RawClient.connect(broker.endpoints.port);
    const place = { index: 0, offset: 4, maxBytes: 1_000_000 };
    const { topics } = await client.request('Fetch', 11, {
      maxWaitMs: 1_000,
      minBytes: 1,
      maxBytes: 1_000_000,
      topics: [{ name: 't', partitions: [place] }],
    });
    expect(topics[0]?.partitions[0]?.error).toBe(ErrorCode[error]);
  });

  it('lets go of its files when its port is taken', async () => {
    using folder = createTemporaryFolder();
    await using running = await startTestBroker();
    const start = startKafkaBroker({ dir: folder.path, port: running.endpoints.port });
    await expect(start).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('closes with clients still connected and waiting', async () => {
    const broker = await startTestBroker();
    broker.createTopic('t', 1);
    using client = await RawClient.connect(broker.endpoints.port);
    const partitions = [{ index: 0, offset: 0, maxBytes: 100 }];
    client.send('Fetch', 11, {
      maxWaitMs: 60_000,
      minBytes: 1,
      maxBytes: 100,
      topics: [{ name: 't', partitions }],
    });
    const { closed } = client;
    await broker.close();
    await closed;
  });
});
