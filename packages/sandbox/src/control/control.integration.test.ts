import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { committedOf, produce, readRecords } from '../testing/kafka-client.ts';
import { openTestSandbox, type TestSandbox } from '../testing/test-sandbox.ts';
import { CALLS } from './calls/index.ts';

const UID = 'c7cba623-111c-4fe3-b952-1f5f9a1b7b37';
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox({ seed: 1 });
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
});
afterAll(() => sandbox.close());

describe('POST /reset', () => {
  const countsOf = async () => (await sandbox.call('GET /healthz')).body.topics;

  test('leaves empty topics, and other events come', async () => {
    const { body: before } = await sandbox.call('POST /sign-ups', { count: 3 });
    expect(await countsOf()).toMatchObject({ SIGN_UPS_demo: 3, SIGN_UPS_ALL: 3 });
    expect((await sandbox.call('POST /reset')).body.topics).toContain('SIGN_UPS_demo');
    expect(await countsOf()).toMatchObject({ SIGN_UPS_demo: 0, SIGN_UPS_ALL: 0 });
    const { body: after } = await sandbox.call('POST /sign-ups');
    const [record] = await readRecords(sandbox.endpoints, ['SIGN_UPS_demo'], 1);
    expect(JSON.parse(String(record?.value))).toMatchObject({ uid: after.signUps[0]?.uid });
    expect(before.signUps.map(({ uid }) => uid)).not.toContain(after.signUps[0]?.uid);
  });

  test('costs a reader that comes back late nothing of what was sent since', async () => {
    const sendTo0 = async (prefix: string, count: number) => {
      const messages = Array.from({ length: count }, (_, i) => ({ key: 'same', value: `${prefix} ${i}` }));
      await produce(sandbox.endpoints.kafka.brokers, 'MESSAGES_IN_demo', messages);
      return messages.map(({ value }) => value);
    };
    const read = async (count: number) =>
      (await readRecords(sandbox.endpoints, ['MESSAGES_IN_demo'], count)).map(({ value }) => String(value));
    expect(await read((await sendTo0('before', 5)).length)).toHaveLength(5);
    await sendTo0('never read', 3);
    await sandbox.call('POST /reset');
    // More than there were before: in a topic made anew the old position would lie in the middle of them.
    const sent = await sendTo0('after', 20);
    expect(await read(20)).toEqual(sent);
  });

  test('keeps what was committed', async () => {
    await sandbox.call('POST /sign-ups', { count: 3 });
    await readRecords(sandbox.endpoints, ['SIGN_UPS_demo'], 3);
    const committed = await committedOf(sandbox.endpoints, 'SIGN_UPS_demo');
    expect(committed.some(({ offset }) => Number(offset) > 0)).toBe(true);
    await sandbox.call('POST /reset');
    expect(await committedOf(sandbox.endpoints, 'SIGN_UPS_demo')).toEqual(committed);
  });

  test('forgets the sign-ups that were sent, and knows those that come', async () => {
    const { body: old } = await sandbox.call('POST /sign-ups', { uid: UID });
    await sandbox.call('POST /reset');
    const { body: fresh } = await sandbox.call('POST /sign-ups', { uid: UID });
    expect(fresh.signUps[0]?.id).not.toBe(old.signUps[0]?.id);
    const { body: changed } = await sandbox.call('POST /sign-ups', { uid: UID, status: 'connected' });
    expect(changed.signUps).toMatchObject([{ id: fresh.signUps[0]?.id, status: 'CONNECTED' }]);
  });

  test('brings back a topic of the company that a client deleted', async () => {
    sandbox.broker.deleteTopic('SIGN_UPS_demo');
    expect(await countsOf()).not.toHaveProperty('SIGN_UPS_demo');
    await sandbox.call('POST /reset');
    expect(await countsOf()).toMatchObject({ SIGN_UPS_demo: 0 });
  });
});

describe('the control API', () => {
  test('says how the sandbox was set up', async () => {
    expect((await sandbox.call('GET /healthz')).body).toEqual({
      status: 'ok',
      companyShortName: 'demo',
      kafka: sandbox.endpoints.kafka,
      seed: '1',
      city: { accounts: 5000, entrances: 200 },
      topics: { MESSAGES_IN_demo: 0, MESSAGES_OUT_demo: 0, SIGN_UPS_ALL: 0, SIGN_UPS_demo: 0 },
    });
  });

  test('explains every call and every field at its root', async () => {
    const { text: index } = await sandbox.call('GET /');
    for (const { method, path, summary, accepted } of CALLS) {
      expect(index).toContain(`${method} ${path}\n  ${summary}`);
      for (const [field, text] of Object.entries(accepted)) {
        expect(text).not.toBe('');
        expect(index).toContain(`${field}: ${text}`);
      }
    }
  });

  test.each([
    ['POST /sign-ups', { count: 0 }, 'count'],
    ['POST /sign-ups', { count: 10_001 }, 'count'],
    ['POST /sign-ups', { count: 2, uid: UID }, 'count: uid and id name one sign-up'],
    ['POST /sign-ups', { uid: 'abc' }, 'uid'],
    ['POST /sign-ups', { phone: '123' }, 'phone: expected 11 digits that begin with 7'],
    ['POST /sign-ups', { colour: 'red' }, 'colour'],
    ['POST /sign-ups', [], 'expected object'],
    ['POST /messages', { text: 7 }, 'text'],
    ['POST /reset', { really: true }, 'really'],
    ['GET /messages-out?since=yesterday', undefined, 'since: expected the "next" of an earlier answer'],
    ['GET /messages-out?waitMs=1e9', undefined, 'waitMs'],
  ])('%s with %j is refused with the reason and with what is accepted', async (call, body, reason) => {
    const answer = await sandbox.call(call, body);
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'INVALID_REQUEST', accepted: expect.anything() },
    });
    expect(answer.body.message).toContain(reason);
  });

  test('refuses what is no JSON, and calls that there are none of', async () => {
    expect(await sandbox.call('POST /sign-ups', '{count:1}')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_JSON' },
    });
    const unknown = await sandbox.call('POST /signups');
    expect(unknown).toMatchObject({
      status: 404,
      body: { code: 'UNKNOWN_CALL', message: 'There is no POST /signups' },
    });
    expect(unknown.body.accepted).toContain('POST /sign-ups');
  });

  test('takes a body whatever type curl gives it', async () => {
    const response = await fetch(`${sandbox.endpoints.control}/sign-ups`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: '{"count":2}',
    });
    expect(await response.json()).toMatchObject({ signUps: [{}, {}] });
  });

  test.each(['https://evil.example', 'null'])('refuses a page of the origin %s', async (origin) => {
    const response = await fetch(`${sandbox.endpoints.control}/reset`, {
      method: 'POST',
      headers: { origin },
    });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'FOREIGN_CALLER' });
  });

  test('serves a page of this machine (control)', async () => {
    const headers = { origin: 'http://localhost:5173' };
    expect((await fetch(`${sandbox.endpoints.control}/healthz`, { headers })).status).toBe(200);
  });
});
