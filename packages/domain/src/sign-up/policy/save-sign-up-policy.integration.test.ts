import { openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTenant } from '../../testing/records.ts';
import { readSignUpPolicy } from './read-sign-up-policy.ts';
import { ensureAutomaticPolicy, saveSignUpPolicy } from './save-sign-up-policy.ts';
import { DEFAULT_POLICY } from './sign-up-policy.ts';

let store: Store;
beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());

const save = (
  companyId: bigint,
  policy: { mode: unknown; rules?: unknown },
  expectedVersion: number | null,
) => saveSignUpPolicy(store, { companyId, actor: 'user:1', expectedVersion, policy });

test('a company that has said nothing has a person decide; what it says holds, and is written down', async () => {
  const { companyId } = await createTenant(store, 'saves');
  expect(await readSignUpPolicy(store.db, companyId)).toEqual(DEFAULT_POLICY);
  expect(await save(companyId, { mode: 'automatic', rules: { language: 'en' } }, null)).toMatchObject({
    kind: 'saved',
    policy: { version: 1, updatedBy: 'user:1' },
  });
  expect(await readSignUpPolicy(store.db, companyId)).toMatchObject({
    mode: 'automatic',
    rules: { language: 'en', services: { pick: 'all' } },
  });
  const audit = await store
    .company(companyId)
    .listAuditEntries({ entity: 'sign_up_policy', entityIds: [companyId], limit: 5 });
  expect(audit).toMatchObject([{ actor: 'user:1', action: 'sign_up_policy.save' }]);
});

test('who saves over what somebody else saved meanwhile hears who and when', async () => {
  const { companyId } = await createTenant(store, 'conflicts');
  await save(companyId, { mode: 'automatic' }, null);
  expect(await save(companyId, { mode: 'review' }, 1)).toMatchObject({ kind: 'saved' });
  const conflict = { kind: 'conflict', by: 'user:1', at: expect.any(Date), version: 2 };
  expect(await save(companyId, { mode: 'automatic' }, 1)).toEqual(conflict);
  expect(await save(companyId, { mode: 'automatic' }, null)).toEqual(conflict);
});

test.each([
  ['mode', { mode: 'sometimes' }],
  ['rules.welcome.ru', { mode: 'review', rules: { welcome: { ru: '{{flatt}}', en: 'x' } } }],
  ['rules.accountNumber.template', { mode: 'review', rules: { accountNumber: { template: '{{address}}' } } }],
  ['rules.quietHours.from', { mode: 'review', rules: { quietHours: { from: '25:00', to: '08:00' } } }],
  [
    'rules.quietHours.timeZone',
    { mode: 'review', rules: { quietHours: { from: '22:00', to: '08:00', timeZone: 'Mars' } } },
  ],
])('%s that is none is refused where it is written', async (field, policy) => {
  const { companyId } = await createTenant(store, 'refuses');
  expect(await save(companyId, policy, null)).toMatchObject({
    kind: 'invalid',
    problems: [{ field, message: expect.any(String) }],
  });
});

test('the demo company is automatic, unless it has said otherwise', async () => {
  const { companyId } = await createTenant(store, 'demo');
  await ensureAutomaticPolicy(store, companyId, 'cli');
  expect(await readSignUpPolicy(store.db, companyId)).toMatchObject({ mode: 'automatic' });
  await save(companyId, { mode: 'review' }, 1);
  await ensureAutomaticPolicy(store, companyId, 'cli');
  expect(await readSignUpPolicy(store.db, companyId)).toMatchObject({ mode: 'review' });
});
