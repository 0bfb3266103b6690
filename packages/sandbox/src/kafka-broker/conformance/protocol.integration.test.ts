import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KafkaBroker } from '../broker.ts';
import { type ApiName, apis } from '../protocol/apis.ts';
import { ErrorCode } from '../protocol/error-code.ts';
import { encodeBatch } from '../records/encode-batch.ts';
import { RawClient } from '../testing/raw-client.ts';
import { startTestBroker } from '../testing/test-broker.ts';

let broker: KafkaBroker;
let client: RawClient;
let number = 0;
const unique = (prefix: string) => `${prefix}-${++number}`;

beforeAll(async () => {
  broker = await startTestBroker({ autoCreateTopics: true });
  client = await RawClient.connect(broker.endpoints.port);
});
afterAll(async () => {
  client[Symbol.dispose]();
  await broker.close();
});

const batch = (...values: string[]) =>
  encodeBatch(values.map((value, i) => ({ timestamp: 1_000 + i, key: null, value: Buffer.from(value) })));
const produce = (version: number, topic: string, records: Buffer | null, acks = -1) =>
  client.request('Produce', version, {
    acks,
    topics: [{ name: topic, partitions: [{ index: 0, records }] }],
  });
const fetch = (
  version: number,
  topic: string,
  offset: number,
  limits: { maxWaitMs?: number; maxBytes?: number } = {},
) =>
  client.request('Fetch', version, {
    maxWaitMs: limits.maxWaitMs ?? 0,
    minBytes: 1,
    maxBytes: limits.maxBytes ?? 2 ** 20,
    topics: [{ name: topic, partitions: [{ index: 0, offset, maxBytes: 2 ** 20 }] }],
  });

function versionsOf(name: ApiName): number[] {
  const [min, max] = apis[name].versions;
  return Array.from({ length: max - min + 1 }, (_, i) => min + i);
}

describe('each version of a request', () => {
  it.each(versionsOf('Fetch'))(
    'Fetch %i gives records, the end of the log, and its error',
    async (version) => {
      const topic = unique('fetch');
      broker.createTopic(topic, 1);
      await produce(7, topic, batch('a', 'b'));
      const [found] = (await fetch(version, topic, 1)).topics[0]?.partitions ?? [];
      expect(found).toMatchObject({ index: 0, error: ErrorCode.NONE, highWatermark: 2 });
      expect(found?.records?.toString('latin1')).toContain('b');
      // Old formats are converted from the asked offset on; batches come whole.
      expect(found?.records?.includes('a')).toBe(version >= 4);
      expect(found?.records?.readInt8(16)).toBe(version >= 4 ? 2 : version >= 2 ? 1 : 0);
      const [beyond] = (await fetch(version, topic, 3)).topics[0]?.partitions ?? [];
      expect(beyond?.error).toBe(ErrorCode.OFFSET_OUT_OF_RANGE);
      const [unknown] = (await fetch(version, 'unknown', 0)).topics[0]?.partitions ?? [];
      expect(unknown?.error).toBe(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
    },
  );

  it.each(versionsOf('ListOffsets'))(
    'ListOffsets %i finds the first, the last and an offset by time',
    async (version) => {
      const topic = unique('offsets');
      broker.createTopic(topic, 1);
      await produce(7, topic, batch('a', 'b', 'c'));
      const find = async (timestamp: number) => {
        const topics = [{ name: topic, partitions: [{ index: 0, timestamp }] }];
        const response = await client.request('ListOffsets', version, { topics });
        const partition = response.topics[0]?.partitions[0];
        return version === 0 ? partition?.offsets[0] : partition?.offset;
      };
      expect(await find(-2)).toBe(0);
      expect(await find(-1)).toBe(3);
      expect(await find(1_001)).toBe(1);
      expect(await find(9_999)).toBe(version === 0 ? undefined : -1);
    },
  );

  it.each(versionsOf('Metadata'))(
    'Metadata %i describes one topic, all topics, and makes what is asked for',
    async (version) => {
      const topic = unique('metadata');
      const ask = (topics: string[] | null, allowAutoCreate = true) =>
        client.request('Metadata', version, { topics, allowAutoCreate });
      const [unknown] = (await ask([topic], version < 4)).topics;
      expect(unknown?.error).toBe(version < 4 ? ErrorCode.NONE : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
      const { topics, brokers } = await ask([topic]);
      expect(topics[0]?.partitions).toHaveLength(3);
      expect(brokers[0]).toMatchObject({ host: '127.0.0.1', port: broker.endpoints.port });
      const all = await ask(version === 0 ? [] : null);
      expect(all.topics.map(({ name }) => name).toSorted()).toEqual([...broker.topics].toSorted());
      expect((await ask(['no/name'])).topics[0]?.error).toBe(ErrorCode.INVALID_TOPIC);
    },
  );

  it.each(versionsOf('OffsetCommit'))(
    'OffsetCommit %i keeps offsets of groups without members',
    async (version) => {
      const topic = unique('commit');
      broker.createTopic(topic, 1);
      const partitions = [
        { index: 0, offset: 5, metadata: 'note' },
        { index: 9, offset: 5, metadata: null },
      ];
      const response = await client.request('OffsetCommit', version, {
        groupId: topic,
        generation: -1,
        memberId: '',
        instanceId: null,
        topics: [{ name: topic, partitions }],
      });
      expect(response.topics[0]?.partitions).toMatchObject([
        { error: ErrorCode.NONE },
        { error: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION },
      ]);
      for (const fetchVersion of versionsOf('OffsetFetch')) {
        const named = await client.request('OffsetFetch', fetchVersion, {
          groupId: topic,
          topics: [{ name: topic, partitions: [0, 1] }],
        });
        expect(named.topics[0]?.partitions).toMatchObject([
          { offset: 5, metadata: 'note', error: ErrorCode.NONE },
          { offset: -1, metadata: '', error: ErrorCode.NONE },
        ]);
      }
      const all = await client.request('OffsetFetch', 5, { groupId: topic, topics: null });
      expect(all.topics).toMatchObject([{ name: topic, partitions: [{ index: 0, offset: 5 }] }]);
    },
  );

  it.each(versionsOf('Produce'))('Produce %i stores what its version may carry', async (version) => {
    const topic = unique('produce');
    broker.createTopic(topic, 1);
    const answer = (await produce(version, topic, batch('a'))).topics[0]?.partitions[0];
    expect(answer).toMatchObject({ error: ErrorCode.NONE, baseOffset: 0 });
    const refused = (await produce(version, topic, Buffer.alloc(3))).topics[0]?.partitions[0];
    expect(refused).toMatchObject({ error: ErrorCode.CORRUPT_MESSAGE, baseOffset: -1 });
    const nothing = (await produce(version, 'unknown', batch('a'))).topics[0]?.partitions[0];
    expect(nothing?.error).toBe(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
    expect(broker.read(topic)).toHaveLength(1);
  });
});

describe('a connection', () => {
  it('answers an unknown version of ApiVersions in layout 0 with the versions to try, and goes on', async () => {
    client.send('ApiVersions', 4, {});
    const refused = apis.ApiVersions.response.read(await client.nextResponse(), 0);
    expect(refused).toMatchObject({
      error: ErrorCode.UNSUPPORTED_VERSION,
      apis: [{ key: 18, min: 0, max: 2 }],
    });
    const { apis: offered } = await client.request('ApiVersions', 0, {});
    expect(offered).toContainEqual({ key: 0, min: 0, max: 7 });
  });

  it('does not answer a producer that wants no answer', async () => {
    const topic = unique('acks0');
    broker.createTopic(topic, 1);
    client.send('Produce', 7, {
      acks: 0,
      topics: [{ name: topic, partitions: [{ index: 0, records: batch('a') }] }],
    });
    expect((await client.request('ListGroups', 0, {})).error).toBe(ErrorCode.NONE);
    expect(broker.read(topic)).toHaveLength(1);
  });

  it.each([
    ['an unknown request', (raw: RawClient) => raw.send('ListGroups', 0, {}, 99)],
    ['a version that is not offered', (raw: RawClient) => raw.send('ListGroups', 9, {})],
    ['a request that ends early', (raw: RawClient) => raw.sendBytes(Buffer.from([0, 0, 0, 4, 0, 3, 0, 1]))],
    ['another protocol', (raw: RawClient) => raw.sendBytes(Buffer.from('GET / HTTP/1.1\r\n\r\n'))],
  ])('ends with %s', async (_, send) => {
    using raw = await RawClient.connect(broker.endpoints.port);
    const { closed } = raw;
    send(raw);
    await closed;
  });

  it('gets its answers in the order of its requests, however fast they come', async () => {
    const answers = await Promise.all(
      Array.from({ length: 500 }, (_, i) => client.request('FindCoordinator', 1, { id: `g${i}`, type: 0 })),
    );
    expect(answers.every(({ error }) => error === ErrorCode.NONE)).toBe(true);
  });
});

describe('a fetch', () => {
  it('waits for records as long as the client wants, and returns with the first ones', async () => {
    const topic = unique('wait');
    broker.createTopic(topic, 1);
    expect((await fetch(11, topic, 0, { maxWaitMs: 20 })).topics[0]?.partitions[0]?.records).toHaveLength(0);
    const waiting = fetch(11, topic, 0, { maxWaitMs: 20_000 });
    broker.append(topic, [{ key: null, value: 'now' }]);
    expect((await waiting).topics[0]?.partitions[0]?.records?.includes('now')).toBe(true);
  });

  it('ends with an error when its topic is deleted while it waits', async () => {
    const topic = unique('vanishing');
    broker.createTopic(topic, 1);
    const waiting = fetch(11, topic, 0, { maxWaitMs: 20_000 });
    // A round trip on another connection: the fetch before it has arrived by then.
    using other = await RawClient.connect(broker.endpoints.port);
    await other.request('ListGroups', 0, {});
    broker.deleteTopic(topic);
    expect((await waiting).topics[0]?.partitions[0]?.error).toBe(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
  });

  it('gives one batch whatever its size, or a large record would block its reader for ever', async () => {
    const topic = unique('large');
    broker.createTopic(topic, 1);
    broker.append(topic, [{ key: null, value: 'x'.repeat(50_000) }]);
    const [answer] = (await fetch(11, topic, 0, { maxBytes: 1 })).topics[0]?.partitions ?? [];
    expect(answer?.records?.length).toBeGreaterThan(50_000);
  });
});

describe('what is asked of topics and groups', () => {
  const createTopic = async (
    change: { partitions?: number; replicationFactor?: number; name?: string },
    validateOnly = false,
  ) => {
    const wanted = { name: unique('made'), partitions: 1, replicationFactor: 1, assignments: [], ...change };
    const response = await client.request('CreateTopics', 4, { topics: [wanted], validateOnly });
    return { name: wanted.name, error: response.topics[0]?.error };
  };

  it('is refused with the code of the real broker', async () => {
    expect((await createTopic({ replicationFactor: 2 })).error).toBe(ErrorCode.INVALID_REPLICATION_FACTOR);
    expect((await createTopic({ partitions: 0 })).error).toBe(ErrorCode.INVALID_PARTITIONS);
    expect((await createTopic({ name: 'no/name' })).error).toBe(ErrorCode.INVALID_TOPIC);
    const { name } = await createTopic({});
    expect((await createTopic({ name })).error).toBe(ErrorCode.TOPIC_ALREADY_EXISTS);
    const deleted = await client.request('DeleteTopics', 3, { topics: ['unknown'] });
    expect(deleted.topics[0]?.error).toBe(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
    const groups = await client.request('DeleteGroups', 1, { groups: ['unknown'] });
    expect(groups.results[0]?.error).toBe(ErrorCode.GROUP_ID_NOT_FOUND);
    const described = await client.request('DescribeGroups', 4, { groups: ['unknown'] });
    expect(described.groups[0]?.state).toBe('Dead');
  });

  it('has its defaults, and can be only tried', async () => {
    const { name } = await createTopic({ partitions: -1, replicationFactor: -1 });
    expect(
      (await client.request('Metadata', 8, { topics: [name], allowAutoCreate: false })).topics[0]?.partitions,
    ).toHaveLength(3);
    const tried = await createTopic({}, true);
    expect(tried.error).toBe(ErrorCode.NONE);
    expect(broker.topics).not.toContain(tried.name);
  });

  it('is refused to every group but the allowed one, in each group request', async () => {
    await using strict = await startTestBroker({ allowedGroup: 'contract' });
    using raw = await RawClient.connect(strict.endpoints.port);
    strict.createTopic('t', 1);
    const member = { groupId: 'other', generation: 1, memberId: 'm', instanceId: null };
    const denied = ErrorCode.GROUP_AUTHORIZATION_FAILED;
    const partition = { index: 0, offset: 1, metadata: null };
    const topics = [{ name: 't', partitions: [partition] }];
    expect((await raw.request('FindCoordinator', 2, { id: 'other', type: 0 })).error).toBe(denied);
    expect((await raw.request('Heartbeat', 3, member)).error).toBe(denied);
    expect((await raw.request('SyncGroup', 3, { ...member, assignments: [] })).error).toBe(denied);
    expect((await raw.request('LeaveGroup', 3, { ...member, members: [] })).error).toBe(denied);
    const join = {
      ...member,
      sessionTimeoutMs: 9_000,
      rebalanceTimeoutMs: 9_000,
      protocolType: 'consumer',
      protocols: [],
    };
    expect((await raw.request('JoinGroup', 5, join)).error).toBe(denied);
    const commit = await raw.request('OffsetCommit', 7, { ...member, topics });
    expect(commit.topics[0]?.partitions[0]?.error).toBe(denied);
    const offsets = { groupId: 'other', topics: [{ name: 't', partitions: [0] }] };
    expect((await raw.request('OffsetFetch', 5, offsets)).error).toBe(denied);
    expect((await raw.request('OffsetFetch', 1, offsets)).topics[0]?.partitions[0]?.error).toBe(denied);
    expect((await raw.request('DescribeGroups', 4, { groups: ['other'] })).groups[0]?.error).toBe(denied);
    expect((await raw.request('FindCoordinator', 2, { id: 'contract', type: 0 })).error).toBe(ErrorCode.NONE);
  });
});
