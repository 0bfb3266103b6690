import { ensureCompany, lockInvitationsOf, openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PERMISSIONS_OF_ROLE } from '../access/roles.ts';
import { inviteStaff } from '../staff/invite-staff.ts';
import { signInByIdentity } from './sign-in-by-identity.ts';
import { unlinkIdentity } from './unlink-identity.ts';

const EMAIL = 'anna@example.org';

let store: Store;
beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());

const invite = async (shortName: string) => {
  const { id: companyId } = await ensureCompany(store.db, { shortName, name: shortName });
  const permissions = PERMISSIONS_OF_ROLE.owner;
  await inviteStaff(store, { companyId, email: EMAIL, role: 'agent', actor: 'test', permissions });
};
const comes = () =>
  signInByIdentity(store, {
    identity: { issuer: 'https://login.example.org', subject: 'before' },
    email: EMAIL,
    isEmailVerified: true,
    name: 'Анна',
    roles: [],
    place: { address: '127.0.0.1', userAgent: null },
  });
const openSessions = async () => (await store.run('select from sessions where ended_at is null', [])).length;
/** Resolves when so many statements wait for locks of others. */
async function blocked(count: number): Promise<void> {
  const waiting = () =>
    store.run(
      `select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
      [],
    );
  await expect.poll(waiting, { interval: 20 }).toHaveLength(count);
}

test('who comes by the former name while it is unlinked has no session afterwards', async () => {
  await invite('demo');
  await comes();
  // Whoever accepts an invitation stops there on the way to a session: their former name is found by then.
  await invite('other');
  let working: Promise<unknown>[] = [];
  await store.transaction(async (tx) => {
    await lockInvitationsOf(tx, EMAIL);
    const coming = comes();
    await blocked(1);
    const unlinking = unlinkIdentity(store, { email: EMAIL, actor: 'test' });
    await Promise.race([unlinking, blocked(2)]);
    working = [coming, unlinking];
  });
  expect(await Promise.all(working)).toMatchObject([
    { kind: 'signed-in' },
    { issuers: ['https://login.example.org'] },
  ]);
  expect(await openSessions()).toBe(0);
});
