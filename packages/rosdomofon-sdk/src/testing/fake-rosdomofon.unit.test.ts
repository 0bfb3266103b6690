import { describe, expect, test } from 'vitest';
import { connectionLost, createFakeRosDomofon, createFakeRosDomofonAbonent, page, status } from './index.ts';

const account = { id: 1, owner: { id: 2 }, company: { id: 3 }, blocked: false };

test('a call answers what it is told to, as the real one would, and what was sent can be looked at', async () => {
  const { client, answer, requests } = createFakeRosDomofon();
  answer('accounts.get', { ...account, owner: { id: 2, phone: 79000000001 } });
  answer('accounts.block', '');
  expect(await client.accounts.get({ accountId: 1 })).toMatchObject({ owner: { phone: '79000000001' } });
  await client.accounts.block({ accountNumber: '100-42' });
  expect(requests).toEqual([
    {
      operation: 'accounts.get',
      method: 'GET',
      path: expect.stringContaining('/1'),
      query: {},
      body: undefined,
    },
    expect.objectContaining({ operation: 'accounts.block', method: 'PUT' }),
  ]);
});

test('answers come one after the other, and the last one stays', async () => {
  const { client, answer } = createFakeRosDomofon();
  answer('accounts.flats', [{ id: 1 }], [{ id: 2 }]);
  const ids = [];
  for (let time = 0; time < 3; time++) ids.push((await client.accounts.flats({ accountId: 1 }))[0]?.id);
  expect(ids).toEqual([1, 2, 2]);
});

test('an answer may depend on the request', async () => {
  const { client, answer } = createFakeRosDomofon();
  answer('accounts.create', ({ body }: { body: { number: string } }) =>
    body.number === 'taken' ? status(422, { message: 'Taken' }) : { id: 7, owner: { id: 8 } },
  );
  expect(await client.accounts.create({ number: 'free', phone: '79000000001' })).toMatchObject({ id: 7 });
  await expect(client.accounts.create({ number: 'taken', phone: '79000000001' })).rejects.toMatchObject({
    code: 'ROSDOMOFON_REJECTED',
    reason: 'Taken',
  });
});

describe('errors are the real ones', () => {
  test('of a status', async () => {
    const { client, answer } = createFakeRosDomofon();
    answer('accounts.get', status(404, { message: 'No such account' }));
    await expect(client.accounts.get({ accountId: 1 })).rejects.toMatchObject({
      code: 'ROSDOMOFON_NOT_FOUND',
    });
  });

  test.each([true, false])('of a connection that breaks (sent: %s)', async (isSent) => {
    const { client, answer } = createFakeRosDomofon();
    answer('accounts.create', connectionLost({ isSent }));
    await expect(client.accounts.create({ number: '7', phone: '79000000001' })).rejects.toMatchObject({
      code: 'ROSDOMOFON_CONNECTION',
      unknownOutcome: isSent,
    });
  });

  test('of an answer that the service would not give', async () => {
    const { client, answer } = createFakeRosDomofon();
    answer('accounts.get', { ...account, blocked: 'no' });
    await expect(client.accounts.get({ accountId: 1 })).rejects.toMatchObject({
      code: 'ROSDOMOFON_RESPONSE_INVALID',
    });
  });
});

test('pages and streams work as ever', async () => {
  const { client, answer } = createFakeRosDomofon();
  answer('accounts.list', [account, { ...account, id: 2 }]);
  answer('services.list', page([{ id: 1 }]));
  expect(await client.accounts.list().toArray()).toHaveLength(2);
  expect((await client.services.list()).content).toHaveLength(1);
});

test('a call without an answer says how to give one', async () => {
  const { client } = createFakeRosDomofon();
  await expect(client.accounts.get({ accountId: 1 })).rejects.toThrow(/answer\('accounts\.get', …\)/);
});

test('an abonent is signed in', async () => {
  const { client, answer, requests } = createFakeRosDomofonAbonent();
  answer('keys.activate', '');
  await client.keys.activate({ adapterId: 'a1', relay: 1 });
  expect(requests).toMatchObject([{ body: { rele: 1 } }]);
});
