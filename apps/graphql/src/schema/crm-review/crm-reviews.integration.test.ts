import { askCrmReview, insertIntegration, type Store } from '@domovoy/store';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encodeId } from '../../ids/node-id.ts';
import { startApi, type TestApi } from '../../testing/api.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let store: Store;
let own: Tenant;
let other: Tenant;
let portalId: bigint;
let portals = 0;

beforeAll(async () => {
  api = await startApi();
  store = api.store;
  own = await api.tenant('own');
  other = await api.tenant('other');
  await own.signUps([1, 2]);
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  await store.run('truncate crm_reviews, external_refs', []);
  const config = { portal: `https://p${++portals}.example`, auth: 'webhook', chat: { mode: 'off' } };
  const companyId = own.company.id;
  ({ id: portalId } = await insertIntegration(store.db, { companyId, kind: 'bitrix24', config }));
});

const ask = (abonentId: bigint, candidates: readonly number[] = [41, 42]) =>
  askCrmReview(store.db, {
    integrationId: portalId,
    companyId: own.company.id,
    entity: 'abonent',
    entityId: abonentId,
    reason: 'SEVERAL_CONTACTS',
    candidates,
  });
const waiting = async (key = own.key) => {
  const { data, errors } = await api.query(
    key,
    `{ crmReviews { reason candidateIds abonentRosdomofonId createdAt integration { id } abonent { rosdomofonId phone } } }`,
  );
  expect(errors).toEqual([]);
  return data.crmReviews;
};
const resolve = async (input: Record<string, unknown> = {}, key = own.key) => {
  const { data, errors } = await api.query(
    key,
    `mutation ($input: ResolveCrmReviewInput!) { resolveCrmReview(input: $input) {
      __typename ... on UserError { code path } ... on ResolveCrmReviewPayload { abonent { bitrixContactId } } } }`,
    {
      input: {
        integrationId: encodeId('Integration', portalId),
        abonentRosdomofonId: 1,
        contactId: 42,
        ...input,
      },
    },
  );
  return { outcome: data?.resolveCrmReview, errors };
};

describe('what waits for a person', () => {
  test('is shown with its choice and whom it is about, newest first', async () => {
    await ask(1n);
    await ask(77n, [5]);
    await store.run(`update crm_reviews set created_at = now() - interval '1 day' where entity_id = 1`, []);
    expect(await waiting()).toMatchObject([
      { abonentRosdomofonId: 77, abonent: null, candidateIds: [5] },
      {
        reason: 'SEVERAL_CONTACTS',
        candidateIds: [41, 42],
        abonentRosdomofonId: 1,
        integration: { id: encodeId('Integration', portalId) },
        abonent: { rosdomofonId: 1, phone: expect.stringContaining('7900000') },
      },
    ]);
    expect(await waiting(other.key)).toEqual([]);
  });

  test('is decided once: the abonent is linked, what waited is told, and who did it is known', async () => {
    await ask(1n);
    const { outcome } = await resolve();
    expect(outcome).toEqual({ __typename: 'ResolveCrmReviewPayload', abonent: { bitrixContactId: 42 } });
    expect(await waiting()).toEqual([]);
    const told = await store.run<{ kind: string; subject: string }>(
      'select distinct kind, subject from deliveries where integration_id = $1 order by kind',
      [portalId],
    );
    expect(told).toEqual([
      { kind: 'crm.comment', subject: 'abonent:1' },
      { kind: 'crm.contact', subject: 'abonent:1' },
      { kind: 'crm.deal', subject: 'abonent:1' },
    ]);
    const audited = await store.run<{ actor: string; details: unknown; after: unknown }>(
      `select actor, details, after from audit_entries where action = 'integration.link_contact' and entity_id = $1`,
      [portalId],
    );
    expect(audited).toEqual([
      {
        actor: expect.stringMatching(/^api-key:/),
        details: { abonentId: '1' },
        after: { contactId: 42 },
      },
    ]);
    expect((await resolve()).outcome).toMatchObject({
      __typename: 'NotFoundError',
      path: ['input', 'abonentRosdomofonId'],
    });
  });

  test('may be another contact than those to choose from', async () => {
    await ask(1n);
    expect((await resolve({ contactId: 4_711 })).outcome).toMatchObject({
      abonent: { bitrixContactId: 4_711 },
    });
  });

  test('is not decided by what is no contact', async () => {
    await ask(1n);
    for (const contactId of [0, -1])
      expect((await resolve({ contactId })).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    expect(await waiting()).toHaveLength(1);
  });

  test('is nobody else’s: not by another company, nor through what is no portal', async () => {
    await ask(1n);
    expect((await resolve({}, other.key)).outcome).toMatchObject({
      __typename: 'NotFoundError',
      path: ['input', 'integrationId'],
    });
    const rosdomofon = encodeId('Integration', own.integrationId);
    expect((await resolve({ integrationId: rosdomofon })).outcome).toMatchObject({ code: 'NOT_FOUND' });
    expect(await waiting()).toHaveLength(1);
    // control
    expect((await resolve()).outcome).toMatchObject({ __typename: 'ResolveCrmReviewPayload' });
  });
});
