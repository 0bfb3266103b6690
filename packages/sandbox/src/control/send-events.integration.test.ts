import { IncomingMessageEvent, messageText, SignUpEvent } from '@domovoy/models';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { POISON } from '../poison/poison.ts';
import { produce, type ReadRecord, readRecords } from '../testing/kafka-client.ts';
import { openTestSandbox, type TestSandbox } from '../testing/test-sandbox.ts';

const UID = 'c7cba623-111c-4fe3-b952-1f5f9a1b7b37';
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox({ seed: 1 });
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
});
afterAll(() => sandbox.close());

const read = (topics: string[], count: number) => readRecords(sandbox.endpoints, topics, count);
const eventOf = ({ value }: ReadRecord) => JSON.parse(value?.toString() ?? '');
const positionOf = ({ topic, partition, offset }: ReadRecord) => ({
  topic,
  partition,
  offset: Number(offset),
});

describe('POST /sign-ups', () => {
  test('sends without a body one sign-up to both topics, where a Kafka client finds it under what was answered', async () => {
    const { status, body } = await sandbox.call('POST /sign-ups');
    expect(status).toBe(201);
    const [signUp, ...others] = body.signUps;
    expect(others).toEqual([]);
    const records = await read(['SIGN_UPS_ALL', 'SIGN_UPS_demo'], 2);
    expect(records.map(positionOf)).toEqual(expect.arrayContaining(signUp?.records ?? []));
    for (const record of records) {
      expect(eventOf(record)).toMatchObject({ id: signUp?.id, uid: signUp?.uid, status: 'UNPROCESSED' });
      expect(SignUpEvent.safeParse(eventOf(record)).success).toBe(true);
      expect(record.key).toBe(signUp?.uid);
    }
  });

  test('sends as many as asked for, all different, with what was fixed', async () => {
    const wishes = { count: 20, city: 'Казань', flat: 12, onlyNetwork: true, phone: '79000000042' };
    const { body } = await sandbox.call('POST /sign-ups', wishes);
    expect(new Set(body.signUps.map((signUp) => signUp.uid)).size).toBe(20);
    const events = (await read(['SIGN_UPS_ALL', 'SIGN_UPS_demo'], 20)).map((record) => {
      expect(record.topic).toBe('SIGN_UPS_ALL');
      return eventOf(record);
    });
    for (const event of events)
      expect(event).toMatchObject({
        address: { city: 'Казань', flat: 12 },
        abonent: { phone: 79_000_000_042 },
      });
  });

  test('sends a known uid again with another status and an old time, and nothing else changed', async () => {
    await sandbox.call('POST /sign-ups', { uid: UID });
    const { body } = await sandbox.call('POST /sign-ups', {
      uid: UID,
      status: 'connected',
      timestampMs: 1_700_000_000_000,
    });
    expect(body.signUps).toMatchObject([{ uid: UID, status: 'CONNECTED' }]);
    const [first, second] = await read(['SIGN_UPS_demo'], 2);
    expect(second?.timestampMs).toBe(1_700_000_000_000);
    expect(second && eventOf(second)).toEqual({ ...(first && eventOf(first)), status: 'CONNECTED' });
  });

  test('knows a sign-up that another program produced', async () => {
    await sandbox.call('POST /sign-ups', { uid: UID });
    const [record] = await read(['SIGN_UPS_demo'], 1);
    const foreign = { ...(record && eventOf(record)), uid: UID.replace('c', 'd'), id: 77, extra: [1] };
    await produce(sandbox.endpoints.kafka.brokers, 'SIGN_UPS_demo', [
      { key: foreign.uid, value: JSON.stringify(foreign) },
    ]);
    const { body } = await sandbox.call('POST /sign-ups', { uid: foreign.uid, status: 'processed' });
    expect(body.signUps).toMatchObject([{ id: 77, status: 'PROCESSED' }]);
  });
});

describe('POST /messages', () => {
  test('sends the text of the abonent, under the key of the abonent', async () => {
    const { status, body } = await sandbox.call('POST /messages', {
      text: 'Не открывается 🚪',
      abonentId: 1_570_001,
    });
    expect(status).toBe(201);
    expect(body.messages).toMatchObject([
      { abonentId: 1_570_001, text: 'Не открывается 🚪', topic: 'MESSAGES_IN_demo' },
    ]);
    const [record] = await read(['MESSAGES_IN_demo'], 1);
    expect(record?.key).toBe('1570001');
    const event = IncomingMessageEvent.parse(record && eventOf(record));
    expect(messageText(event)).toBe('Не открывается 🚪');
    expect(event.fromAbonent).toMatchObject({ id: 1_570_001, phone: '79000000001' });
  });
});

describe('POST /traffic', () => {
  test('sends the mix and says how much of it went where', async () => {
    const { status, body } = await sandbox.call('POST /traffic', { signUps: 30, messages: 40, answers: 5 });
    expect(status).toBe(201);
    expect(body.topics).toMatchObject({ MESSAGES_IN_demo: 40, MESSAGES_OUT_demo: 5 });
    const own = (await read(['SIGN_UPS_demo'], body.topics['SIGN_UPS_demo'] ?? 0)).map(
      (record) => eventOf(record).uid,
    );
    expect(new Set(own).size).toBe(30);
  });
});

describe('POST /poison', () => {
  test('sends every kind, byte for byte, also to a Kafka client', async () => {
    const { body } = await sandbox.call('POST /poison', { kind: 'all' });
    expect(body.poison.map(({ kind }) => kind)).toEqual(POISON.map(({ name }) => name));
    const records = await read(['MESSAGES_IN_demo', 'SIGN_UPS_demo'], POISON.length);
    for (const { kind, topic, partition, offset } of body.poison) {
      const record = records.find(
        (r) => r.topic === topic && r.partition === partition && Number(r.offset) === offset,
      );
      const expected = POISON.find(({ name }) => name === kind)?.value() ?? null;
      expect(
        record?.value === null ? null : Buffer.compare(record?.value ?? Buffer.of(), expected ?? Buffer.of()),
      ).toBe(expected === null ? null : 0);
    }
  });

  test('sends invalid JSON when nothing is said, and promises nothing about a kind in another topic', async () => {
    const { body } = await sandbox.call('POST /poison');
    expect(body.poison).toMatchObject([
      { kind: 'invalid-json', expected: 'dead', topic: 'MESSAGES_IN_demo' },
    ]);
    const other = await sandbox.call('POST /poison', { kind: 'unknown-status', topic: 'MESSAGES_IN_demo' });
    expect(other.body.poison).toMatchObject([{ expected: null, topic: 'MESSAGES_IN_demo' }]);
    const network = await sandbox.call('POST /poison', { kind: 'unknown-status', topic: 'SIGN_UPS_ALL' });
    expect(network.body.poison).toMatchObject([{ expected: 'handled', topic: 'SIGN_UPS_ALL' }]);
  });

  test('refuses kinds and topics that do not exist, and names those that do', async () => {
    const kind = await sandbox.call('POST /poison', { kind: 'cyanide' });
    expect(kind).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
    expect(kind.body.accepted['kind']).toContain('invalid-utf8');
    const topic = await sandbox.call('POST /poison', { topic: 'NOWHERE' });
    expect(topic).toMatchObject({ status: 400, body: { code: 'UNKNOWN_TOPIC' } });
    expect(topic.body.accepted).toContain('SIGN_UPS_ALL');
  });
});
