import { type ExternalRefRow, insertIntegration, putExternalRef, type Store } from '@domovoy/store';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { type Tenant, uidOf } from '../../testing/tenant.ts';

const PORTAL = 'https://portal.bitrix24.example';
let api: TestApi;
let store: Store;
let own: Tenant;
let other: Tenant;

beforeAll(async () => {
  api = await startApi();
  store = api.store;
  own = await api.tenant('own');
  other = await api.tenant('other');
  for (const tenant of [own, other]) await tenant.signUps([1, 2]);
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(() => store.run(`delete from external_refs`, []));

async function portal(tenant: Tenant, name = PORTAL): Promise<bigint> {
  const config = { portal: name, auth: 'webhook', chat: { mode: 'off' } };
  const row = await insertIntegration(store.db, { companyId: tenant.company.id, kind: 'bitrix24', config });
  return row.id;
}
const signUpId = async (tenant: Tenant, number: number): Promise<bigint> => {
  const [row] = await store.run<{ id: bigint }>(
    'select id from sign_ups where company_id = $1 and uid = $2',
    [tenant.company.id, uidOf(number)],
  );
  return row?.id ?? 0n;
};
interface Ref {
  readonly integrationId: bigint;
  readonly of: 'abonent' | 'sign_up';
  readonly id: bigint;
  readonly kind: string;
  readonly remoteId: string | null;
  readonly state?: ExternalRefRow['state'];
}
const link = (tenant: Tenant, { of, id, kind, state = 'linked', ...ref }: Ref) =>
  putExternalRef(store.db, {
    companyId: tenant.company.id,
    entity: of,
    entityId: id,
    remoteKind: kind,
    state,
    mayShare: true,
    ...ref,
  });

const REFS = 'externalRefs { kind remoteId state url updatedAt integration { id kind } }';
const seen = async (tenant: Tenant, number = 1) => {
  const { data, errors } = await api.query(
    tenant.key,
    `{ signUps(first: 10) { nodes { uid bitrixDealId ${REFS} abonent { rosdomofonId bitrixContactId ${REFS} } } } }`,
  );
  expect(errors).toEqual([]);
  const nodes: Seen[] = data.signUps.nodes;
  return nodes.find(({ uid }) => uid === uidOf(number));
};
interface Side {
  readonly bitrixDealId?: number | null;
  readonly bitrixContactId?: number | null;
  readonly externalRefs: readonly {
    kind: string;
    remoteId: string | null;
    state: string;
    url: string | null;
  }[];
}
interface Seen extends Side {
  readonly uid: string;
  readonly abonent: Side;
}

describe('what a sign-up and its abonent are in a CRM', () => {
  test('is nothing before anything was told', async () => {
    expect(await seen(own)).toMatchObject({
      bitrixDealId: null,
      externalRefs: [],
      abonent: { bitrixContactId: null, externalRefs: [] },
    });
  });

  test('is shown with ids and the pages where a person sees it', async () => {
    const integrationId = await portal(own, 'https://first.bitrix24.example');
    const id = await signUpId(own, 1);
    await link(own, { integrationId, of: 'sign_up', id, kind: 'deal', remoteId: '42' });
    await link(own, { integrationId, of: 'abonent', id: 1n, kind: 'contact', remoteId: '7' });
    const url = (path: string) => `https://first.bitrix24.example/crm/${path}`;
    expect(await seen(own)).toMatchObject({
      bitrixDealId: 42,
      externalRefs: [
        {
          kind: 'deal',
          remoteId: '42',
          state: 'LINKED',
          url: url('deal/details/42/'),
          integration: { kind: 'BITRIX24' },
        },
      ],
      abonent: {
        bitrixContactId: 7,
        externalRefs: [{ kind: 'contact', remoteId: '7', url: url('contact/details/7/') }],
      },
    });
    // Another sign-up of another abonent has none of it.
    expect(await seen(own, 2)).toMatchObject({ bitrixDealId: null, abonent: { externalRefs: [] } });
  });

  test.each([
    ['lead', 5, '/crm/lead/details/5/'],
    ['item_177', 6, '/crm/type/177/details/6/'],
  ])('may be a %s', async (kind, remoteId, path) => {
    const integrationId = await portal(own, `https://${kind.replace('_', '-')}.example`);
    const ref = { integrationId, of: 'sign_up', kind, remoteId: String(remoteId) } as const;
    await link(own, { ...ref, id: await signUpId(own, 1) });
    expect(await seen(own)).toMatchObject({
      bitrixDealId: remoteId,
      externalRefs: [{ url: expect.stringMatching(new RegExp(`${path}$`)) }],
    });
  });

  test('that is being made, may have been made, or was deleted is told as such, with no id to rely on', async () => {
    const integrationId = await portal(own, 'https://states.example');
    const id = await signUpId(own, 1);
    await link(own, { integrationId, of: 'sign_up', id, kind: 'deal', remoteId: '9', state: 'gone' });
    await link(own, { integrationId, of: 'sign_up', id, kind: 'lead', remoteId: null, state: 'ambiguous' });
    await link(own, {
      integrationId,
      of: 'abonent',
      id: 1n,
      kind: 'contact',
      remoteId: null,
      state: 'sending',
    });
    const found = await seen(own);
    expect(found?.bitrixDealId).toBeNull();
    expect(found?.abonent.bitrixContactId).toBeNull();
    expect(
      [...(found?.externalRefs ?? []), ...(found?.abonent.externalRefs ?? [])].map(({ kind, state, url }) => [
        kind,
        state,
        url,
      ]),
    ).toEqual([
      ['deal', 'GONE', null],
      ['lead', 'AMBIGUOUS', null],
      ['contact', 'SENDING', null],
    ]);
  });

  test('is that of the first portal where several have it; all of them are in the list', async () => {
    const [first, second] = [
      await portal(own, 'https://one.example'),
      await portal(own, 'https://two.example'),
    ];
    const ref = { of: 'abonent', id: 1n, kind: 'contact' } as const;
    await link(own, { ...ref, integrationId: second, remoteId: '22' });
    await link(own, { ...ref, integrationId: first, remoteId: '11' });
    const found = await seen(own);
    expect(found?.abonent.bitrixContactId).toBe(11);
    expect(found?.abonent.externalRefs.map(({ remoteId }) => remoteId)).toEqual(['11', '22']);
  });

  test('belongs to its company: the same abonent of another one is nobody there', async () => {
    const integrationId = await portal(own, 'https://border.example');
    await link(own, { integrationId, of: 'abonent', id: 1n, kind: 'contact', remoteId: '7' });
    expect((await seen(own))?.abonent.bitrixContactId).toBe(7);
    expect((await seen(other))?.abonent).toMatchObject({ bitrixContactId: null, externalRefs: [] });
  });
});

test('references of a whole page are those of its rows', async () => {
  await own.signUps(Array.from({ length: 20 }, (_, n) => 100 + n));
  const integrationId = await portal(own, 'https://many.example');
  for (let n = 0; n < 20; n++) {
    const id = await signUpId(own, 100 + n);
    await link(own, { integrationId, of: 'sign_up', id, kind: 'deal', remoteId: String(1_000 + n) });
  }
  const { data } = await api.query(own.key, `{ signUps(first: 50) { nodes { bitrixDealId } } }`);
  const ids = data.signUps.nodes.map((node: { bitrixDealId: number | null }) => node.bitrixDealId);
  expect(ids.filter((id: number | null) => id !== null)).toHaveLength(20);
});
