import { openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTenant } from '../../testing/records.ts';
import { type DeliveryKinds, defineDeliveryKind } from './delivery-kind.ts';
import { createEnqueue } from './enqueue.ts';

const Id = z.string().regex(/^\d+$/).transform(BigInt);
const kinds = {
  'account.block': defineDeliveryKind({
    target: 'rosdomofon',
    payload: z.object({ accountId: Id }),
    subject: ({ accountId }) => `account:${accountId}`,
  }),
  'account.refresh': defineDeliveryKind({
    target: 'rosdomofon',
    payload: z.object({ accountId: Id }),
    subject: ({ accountId }) => `account:${accountId}`,
    order: 'none',
    maxAttempts: 3,
  }),
} as const satisfies DeliveryKinds;
const enqueue = createEnqueue(kinds);

let store: Store;
let target: { companyId: bigint; integrationId: bigint; kind: 'rosdomofon' };

beforeAll(async () => {
  const database = await createTestDatabase();
  store = openStore(database.url, { applicationName: 'test' });
  target = { ...(await createTenant(store)), kind: 'rosdomofon' };
});
afterAll(() => store[Symbol.asyncDispose]());

const load = async (id: bigint) => (await store.company(target.companyId).loadDeliveries([id]))[0];

describe('enqueuing', () => {
  test('takes subject and limits from the kind, and stores the payload as it was given', async () => {
    const { id, isNew } = await enqueue(store, {
      kind: 'account.block',
      payload: { accountId: '7' },
      target,
      dedupeKey: 'a',
      requestedBy: 'user:1',
    });
    expect(isNew).toBe(true);
    expect(await load(id)).toMatchObject({
      kind: 'account.block',
      subject: 'account:7',
      payload: { accountId: '7' },
      maxAttempts: 15,
      requestedBy: 'user:1',
    });
  });

  test('of a kind without an order gives each a subject of its own, which is found by the common one', async () => {
    const given = { kind: 'account.refresh', payload: { accountId: '8' }, target } as const;
    const made = await enqueue.all(store, [
      { ...given, dedupeKey: 'a' },
      { ...given, dedupeKey: 'b' },
    ]);
    const rows = await Promise.all(made.map(({ id }) => load(id)));
    expect(rows.map((row) => row?.subject)).toEqual(['account:8#a', 'account:8#b']);
    const page = { direction: 'forward', limit: 50, cursor: null } as const;
    const found = await store
      .company(target.companyId)
      .listDeliveries({ filter: { subjects: ['account:8'] }, page });
    expect(found.rows).toHaveLength(2);
  });

  test('refuses a payload that the kind refuses, before anything is written', async () => {
    const payload = { accountId: 'seven' };
    expect(() => enqueue.all(store, [{ kind: 'account.block', payload, target, dedupeKey: 'b' }])).toThrow(
      /accountId/,
    );
  });

  test('does not compile with an unknown kind, another payload, or another target', () => {
    const payload = { accountId: '7' };
    const key = { dedupeKey: 'a' };
    const never = [
      // @ts-expect-error -- no such kind
      () => enqueue(store, { kind: 'account.burn', payload, target, ...key }),
      // @ts-expect-error -- not the payload of this kind
      () => enqueue(store, { kind: 'account.block', payload: { flatId: '7' }, target, ...key }),
      // @ts-expect-error -- a CRM does not block accounts
      () => enqueue(store, { kind: 'account.block', payload, target: { ...target, kind: 'crm' }, ...key }),
    ];
    expect(never).toHaveLength(3);
  });
});
