import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestPortal, type TestPortal } from '../testing/test-portal.ts';

let clock: { ms: number };
let portal: TestPortal;
beforeEach(async () => {
  clock = { ms: Date.UTC(2026, 10, 27, 10) };
  portal = await openTestPortal({ behaviour: { limits: 'on' }, now: () => clock.ms });
});
afterEach(() => portal.close());

const statuses = async (count: number) => {
  const answers = await Promise.all(Array.from({ length: count }, () => portal.call('server.time')));
  return answers.map(({ status }) => status).toSorted((a, b) => a - b);
};

describe('the request rate', () => {
  test('refuses the 51st at once with 503 QUERY_LIMIT_EXCEEDED, and nothing is done', async () => {
    expect(await statuses(50)).toEqual(Array.from({ length: 50 }, () => 200));
    const refused = await portal.call('crm.contact.add', { fields: { NAME: 'x' } });
    expect(refused).toMatchObject({ status: 503, body: { error: 'QUERY_LIMIT_EXCEEDED' } });
    clock.ms += 500;
    expect(await statuses(2)).toEqual([200, 503]);
    clock.ms += 60_000;
    expect((await portal.call('crm.contact.list')).body.result).toEqual([]);
    expect(portal.context.usage.counts).toMatchObject({ requests: 54, refusedByRate: 2 });
  });

  test('counts a batch of fifty as one', async () => {
    const cmd = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`c${n}`, 'server.time']));
    for (let time = 0; time < 40; time += 1)
      expect(Object.keys((await portal.batch(cmd)).result)).toHaveLength(50);
  });

  test('is switched off, and has other numbers, on request', async () => {
    portal.context.behaviour.limits = 'off';
    expect(await statuses(120)).not.toContain(503);
    Object.assign(portal.context.behaviour, { limits: 'on', burst: 250, perSecond: 5 });
    expect((await statuses(260)).filter((status) => status === 200)).toHaveLength(250);
  });
});

describe('operating time', () => {
  const add = () => portal.call('crm.item.add', { entityTypeId: 2, fields: { title: 'x' } });

  test('is shown, and the call that comes behind the limit gets 429, of that method alone', async () => {
    portal.context.behaviour.operatingLimitS = 5;
    const first = await add();
    expect(first.body.time).toMatchObject({ operating: 1.83, duration: 1.83 });
    expect(first.body.time.operating_reset_at).toBe(clock.ms / 1000 + 600);
    await add();
    // The crossing call finishes.
    expect((await add()).body.time.operating).toBeCloseTo(5.49);
    expect(await add()).toMatchObject({ status: 429, body: { error: 'OPERATION_TIME_LIMIT' } });
    expect((await portal.call('crm.item.list', { entityTypeId: 2 })).status).toBe(200);
    clock.ms += 600_000;
    expect((await add()).status).toBe(200);
  });

  test('is charged to the commands of a batch and not to the batch; each result_time has its own', async () => {
    portal.context.behaviour.operatingLimitS = 4;
    const cmd = Object.fromEntries(
      [0, 1, 2, 3].map((n) => [`c${n}`, 'crm.item.add?entityTypeId=2&fields[title]=x']),
    );
    const { body } = await portal.call('batch', { halt: 0, cmd });
    expect(Object.keys(body.result.result)).toEqual(['c0', 'c1', 'c2']);
    expect(body.result.result_error).toMatchObject({ c3: { error: 'OPERATION_TIME_LIMIT' } });
    expect(body.result.result_time.c2).toMatchObject({ operating: expect.closeTo(5.49), duration: 1.83 });
    expect(body.time).toMatchObject({ operating: 0, duration: expect.closeTo(5.49) });
  });

  test('of a batch that takes longer than a minute: what was done is done, and the gateway answers', async () => {
    const cmd = Object.fromEntries(
      Array.from({ length: 50 }, (_, n) => [`c${n}`, 'crm.item.add?entityTypeId=2&fields[title]=x']),
    );
    const answer = await portal.call('batch', { halt: 0, cmd });
    expect([answer.status, answer.contentType]).toEqual([504, 'text/html; charset=utf-8']);
    // 33 of them take 60.39 s.
    expect((await portal.call('crm.deal.list')).body.total).toBe(33);
  });

  test('takes no time when limits are off', async () => {
    portal.context.behaviour.limits = 'off';
    expect((await add()).body.time).toMatchObject({ operating: 0, duration: 0 });
  });
});
