import { ConfigurationError, reference } from '@domovoy/bitrix24-sdk';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { Answered, type Handler, type Params, refusal, startPair } from './testing/test-portal.ts';

const add: Handler = ({ fields }) => ({
  item: { id: Number((fields as Params)['number'] ?? 7), ...(fields as object) },
});
const contact = {
  method: 'crm.item.add',
  params: { entityTypeId: 3, fields: { name: 'Анна & Co + 100% #1' } },
};
const dealOf = (name: string) => ({
  method: 'crm.item.add',
  params: { entityTypeId: 2, fields: { contactId: reference(name, 'item', 'id') } },
});

test('commands have an outcome each under their own name, and refer to results of earlier ones', async () => {
  await using pair = await startPair({ 'crm.item.add': add });
  const Item = z.looseObject({ item: z.looseObject({ id: z.number() }) });
  const outcomes = await pair.bitrix24.batch({
    contact: { ...contact, answer: Item },
    deal: { method: 'crm.item.add', params: { fields: { contactId: reference('contact', 'item', 'id') } } },
  });
  expectTypeOf(outcomes.contact).toExtend<{ status: string; result?: { item: { id: number } } }>();
  expect(outcomes).toMatchObject({
    contact: { status: 'ok', result: { item: { id: 7, name: 'Анна & Co + 100% #1' } } },
    deal: { status: 'ok', result: { item: { contactId: '7' } } },
  });
  expect(pair.portal.received).toHaveLength(1);
  expect(pair.portal.received[0]?.body).toMatchObject({ halt: 1, cmd: { c00: expect.any(String) } });
});

test('any number of commands are as many requests as it takes, and outcomes keep to their places', async () => {
  await using pair = await startPair({
    'crm.item.get': ({ id }) =>
      Number(id) % 7 === 0 ? refusal(400, 'NOT_FOUND', 'Not found') : { item: { id: Number(id) } },
  });
  const commands = Array.from({ length: 120 }, (_, id) => ({ method: 'crm.item.get', params: { id } }));
  const outcomes = await pair.bitrix24.batch(commands);
  expect(outcomes).toHaveLength(120);
  for (const [id, outcome] of outcomes.entries())
    expect(outcome).toMatchObject(
      id % 7 === 0
        ? { status: 'error', error: { code: 'BITRIX24_NOT_FOUND', unknownOutcome: false } }
        : { status: 'ok', result: { item: { id } } },
    );
  expect(pair.portal.received).toHaveLength(3);
});

test('writes are fewer in a request than reads, by the time that they take', async () => {
  await using pair = await startPair({ 'crm.item.add': add });
  const commands = Array.from({ length: 45 }, (_, number) => ({
    method: 'crm.item.add',
    params: { fields: { number } },
  }));
  const outcomes = await pair.bitrix24.batch(commands);
  expect(
    outcomes.map(
      (outcome) => outcome.status === 'ok' && (outcome.result as { item: { id: number } }).item.id,
    ),
  ).toEqual(commands.map((_, number) => number));
  // 3 s each until there is experience, then 1 ms each.
  expect(pair.portal.received.map(({ body }) => Object.keys(body['cmd'] as object).length)).toEqual([13, 32]);
});

test('a reference never crosses a request: from another one, the value itself is sent', async () => {
  await using pair = await startPair({ 'crm.item.add': add });
  const fillers = Object.fromEntries(
    Array.from({ length: 30 }, (_, number) => [
      `filler${number}`,
      { method: 'crm.item.add', params: { fields: { number } } },
    ]),
  );
  const outcomes: Record<string, unknown> = await pair.bitrix24.batch({
    contact,
    ...fillers,
    deal: dealOf('contact'),
  });
  expect(outcomes['deal']).toMatchObject({ status: 'ok', result: { item: { contactId: '7' } } });
  const bodies = pair.portal.received.map(({ body }) => JSON.stringify(body['cmd']));
  expect(bodies).toHaveLength(2);
  expect(bodies.join('')).not.toContain('result');
});

describe('a failure', () => {
  const failing: Record<string, Handler> = {
    'crm.item.add': (params, name) =>
      (params['fields'] as Params)['name'] === 'fails' ? refusal(400, '', 'Wrong') : add(params, name),
  };
  const fails = { method: 'crm.item.add', params: { fields: { name: 'fails' } } };

  test('stops what refers to it, and nothing else', async () => {
    await using pair = await startPair(failing);
    const outcomes = await pair.bitrix24.batch({
      bad: fails,
      badDeal: dealOf('bad'),
      badder: { method: 'crm.item.add', params: { fields: { dealId: reference('badDeal', 'item', 'id') } } },
      good: contact,
      goodDeal: dealOf('good'),
    });
    expect(outcomes).toMatchObject({
      bad: { status: 'error', error: { code: 'BITRIX24_API', apiCode: '', reason: 'Wrong' } },
      badDeal: { status: 'notExecuted', reason: 'dependency' },
      badder: { status: 'notExecuted', reason: 'dependency' },
      good: { status: 'ok' },
      goodDeal: { status: 'ok', result: { item: { contactId: '7' } } },
    });
    // Each was run once, and no deal with the text of a reference.
    expect(pair.portal.run).toHaveLength(3);
  });

  test('with halt stops everything behind it, later requests too', async () => {
    await using pair = await startPair(failing);
    const commands = [contact, fails, ...Array.from({ length: 60 }, () => contact)];
    const outcomes = await pair.bitrix24.batch(commands, { halt: true });
    expect(outcomes.map(({ status }) => status)).toEqual([
      'ok',
      'error',
      ...Array.from({ length: 60 }, () => 'notExecuted'),
    ]);
    expect(pair.portal.run).toHaveLength(2);
    expect(pair.portal.received).toHaveLength(1);
  });

  test('of a request leaves what was done before it', async () => {
    await using pair = await startPair({ 'crm.item.add': add });
    pair.portal.before = () => (pair.portal.received.length === 2 ? new Answered(500, '<html>') : undefined);
    const commands = Array.from({ length: 30 }, () => contact);
    const outcomes = await pair.bitrix24.batch(commands);
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 13 }, () => 'ok'),
      ...Array.from({ length: 17 }, () => 'error'),
    ]);
    // With writes in it, it is not repeated: nobody knows what was done.
    expect(outcomes[29]).toMatchObject({ error: { code: 'BITRIX24_SERVER', unknownOutcome: true } });
    expect(pair.portal.received).toHaveLength(2);
  });
});

test('a command that the batch says nothing about has an unknown outcome', async () => {
  await using pair = await startPair({ silent: () => undefined, profile: () => ({ ID: '1' }) });
  const outcomes = await pair.bitrix24.batch({ write: { method: 'silent' }, read: { method: 'profile' } });
  expect(outcomes).toMatchObject({
    write: { status: 'error', error: { code: 'BITRIX24_RESPONSE_INVALID', unknownOutcome: true } },
    read: { status: 'ok' },
  });
});

test('a command whose method has used up its time is sent again later, and the others are not', async () => {
  let calls = 0;
  await using pair = await startPair({
    profile: () => ({ ID: '1' }),
    'crm.item.list': () => {
      calls += 1;
      if (calls === 2) return refusal(429, 'OPERATION_TIME_LIMIT', 'Method is blocked.');
      const time = { operating: 1, operating_reset_at: Date.now() / 1000 + 0.2 };
      return new Answered(200, { result: { items: [] }, time });
    },
  });
  await pair.bitrix24.call('crm.item.list');
  const startedAt = performance.now();
  const outcomes = await pair.bitrix24.batch([{ method: 'profile' }, { method: 'crm.item.list' }]);
  expect(outcomes).toMatchObject([{ status: 'ok' }, { status: 'ok' }]);
  expect(pair.portal.run).toEqual(['crm.item.list', 'profile', 'crm.item.list', 'crm.item.list']);
  expect(performance.now() - startedAt).toBeGreaterThan(1_000);
});

test('what a batch cannot carry is refused before anything is sent, and all of it is told', async () => {
  await using pair = await startPair({ '*': () => 1 });
  const params = {
    nothing: null,
    empty: [],
    yes: true,
    text: 'see $result[c00]',
    fields: { none: {} },
    on: new Date(0),
  };
  const error: unknown = await pair.bitrix24
    .batch({ fine: contact, wrong: { method: 'crm.item.add', params } })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConfigurationError);
  for (const field of ['nothing', 'empty', 'yes', 'text', 'fields.none'])
    expect((error as Error).message).toContain(`wrong: ${field}: `);
  expect((error as Error).message).not.toContain('on:');
  await expect(pair.bitrix24.batch([{ method: 'batch' }])).rejects.toThrow(/batch cannot carry a batch/);
  expect(pair.portal.received).toHaveLength(0);
});

test('a reference to what is not there does not compile, and is refused', async () => {
  await using pair = await startPair({ '*': () => 1 });
  const batch = pair.bitrix24.batch({
    // @ts-expect-error -- no command has that name
    deal: { method: 'crm.item.add', params: { fields: { contactId: reference('contract', 'item', 'id') } } },
  });
  await expect(batch).rejects.toThrow(/deal: no earlier command is named contract/);
});
