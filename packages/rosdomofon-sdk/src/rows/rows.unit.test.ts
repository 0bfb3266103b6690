import { expect, test } from 'vitest';
import { createFakeRosDomofon, status } from '../testing/index.ts';
import type { RowIssue } from './rows.ts';

const account = (id: unknown) => ({ id, owner: { id: 1 }, company: { id: 1 }, blocked: false });
const accounts = (answer: unknown) => {
  const fake = createFakeRosDomofon();
  fake.answer('accounts.list', answer);
  return fake.client.accounts;
};

test('a row of another shape is an error that names it and its field, after the rows before it', async () => {
  const ids: number[] = [];
  const reading = (async () => {
    for await (const { id } of accounts([account(1), account('two'), account(3)]).list()) ids.push(id);
  })();
  await expect(reading).rejects.toMatchObject({
    code: 'ROSDOMOFON_RESPONSE_INVALID',
    meta: { index: 1 },
    issues: [{ field: 'id' }],
    message: expect.stringMatching(/row 1 .*id: /),
  });
  expect(ids).toEqual([1]);
});

test('or is told, and left out', async () => {
  const issues: RowIssue[] = [];
  const bad = { ...account(3), owner: null, blocked: 'no' };
  const list = accounts([account(1), 'two', bad, account(4)]).list(
    {},
    { onIssue: (issue) => issues.push(issue) },
  );
  expect((await list.toArray()).map(({ id }) => id)).toEqual([1, 4]);
  expect(issues).toMatchObject([
    { index: 1, id: null, issues: [{ field: '' }] },
    { index: 2, id: 3, issues: [{ field: 'owner' }, { field: 'blocked' }] },
  ]);
});

test.each([
  ['a page of HTML', status(200, '<html>'), /HTML/],
  ['nothing', status(200, ''), /empty/],
  ['an object', { content: [] }, /no list/],
  ['half a list', status(200, `[${JSON.stringify(account(1))},`), /ends in the middle/],
])('%s is no list', async (_, answer, message) => {
  await expect(accounts(answer).list().toArray()).rejects.toMatchObject({
    code: 'ROSDOMOFON_RESPONSE_INVALID',
    message: expect.stringMatching(message),
  });
});

test('what is wrong with the parameters is told in the loop, as every error is', async () => {
  const { client } = createFakeRosDomofon();
  const list = client.services.connections({ serviceId: 0 });
  await expect(list.toArray()).rejects.toMatchObject({ code: 'ROSDOMOFON_CONFIGURATION' });
});

test('each loop is a request of its own', async () => {
  const { client, answer, requests } = createFakeRosDomofon();
  answer('accounts.list', []);
  const list = client.accounts.list();
  expect(requests).toHaveLength(0);
  await list.toArray();
  await list.toArray();
  expect(requests).toHaveLength(2);
});

test('a phone is looked for as it is written anywhere', async () => {
  const owner = { id: 7, phone: 79000000007 };
  const found = accounts(['bad', account(1), { ...account(2), owner }, account(3)]);
  expect(await found.findByPhone({ phone: '+79000000007' })).toMatchObject({ id: 2 });
  await expect(found.findByPhone({ phone: 'Иван' })).rejects.toMatchObject({
    code: 'ROSDOMOFON_CONFIGURATION',
  });
});

test('nobody has a phone only when every row could be read: an account is created next', async () => {
  const phone = '79000000008';
  expect(await accounts([account(1)]).findByPhone({ phone })).toBeUndefined();
  const damaged = accounts([account(1), 'bad', account(3)]);
  await expect(damaged.findByPhone({ phone })).rejects.toMatchObject({
    code: 'ROSDOMOFON_RESPONSE_INVALID',
    meta: { index: 1 },
  });
  expect(await damaged.findByPhone({ phone }, { onIssue: () => {} })).toBeUndefined();
});
