import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { eventually } from '../../testing/eventually.ts';
import { createTestPerson, postAuth, signedIn, type TestPerson } from '../../testing/person.ts';
import type { Tenant } from '../../testing/tenant.ts';

const logged: string[] = [];
let api: TestApi;
let demo: Tenant;
let other: Tenant;

beforeAll(async () => {
  api = await startApi({ logged });
  [demo, other] = [await api.tenant('demo'), await api.tenant('other')];
});
afterAll(() => api[Symbol.asyncDispose]());

interface Told {
  readonly action: string;
  readonly actor: string;
  readonly actorName: string | null;
  readonly details: { readonly reason?: string; readonly by?: string; readonly address?: string };
}

/** What the API tells about the sign-ins of a person, the oldest first. */
async function toldOf({ userId }: TestPerson, { key }: Tenant = demo): Promise<Told[]> {
  const { data } = await api.query(
    key,
    `{ auditEvents(first: 100, filter: { action: ["person.refuse_sign_in", "session.begin", "session.end"] }) {
      nodes { action actor actorName details entity caused { entity } entityId } } }`,
  );
  const { data: staff } = await api.query(key, '{ staff(first: 100) { nodes { id actor } } }');
  const [row] = await api.store.run<{ actor: string }>(
    `select 'user:' || public_id as actor from users where id = $1`,
    [String(userId)],
  );
  const own = staff.staff.nodes.find(({ actor }: { actor: string }) => actor === row?.actor)?.id;
  return data.auditEvents.nodes
    .filter((one: Told & { entityId: string }) => one.actor === row?.actor || one.entityId === own)
    .toReversed();
}
const reasonsOf = async (person: TestPerson, tenant?: Tenant) =>
  (await toldOf(person, tenant)).map(({ action, details: { reason = null } }) => [action, reason]);
const signIn = (given: Record<string, unknown>) => postAuth(api.url, 'sign-in', given);

describe('the trail of a company', () => {
  it('tells who signed in, was refused and signed out, from where, and nothing that was typed', async () => {
    const anna = await createTestPerson(api.store, demo.company.id, 'agent');
    const { email } = anna;
    const wrong = 'the password of something else';
    expect((await signIn({ email, password: wrong })).status).toBe(401);
    expect((await signIn({ ...anna, userId: undefined, company: 'other' })).status).toBe(401);
    await eventually(async () => expect(await reasonsOf(anna)).toHaveLength(2));
    const session = await signedIn(api.url, anna);
    await postAuth(api.url, 'sign-out', {}, session);
    expect(await reasonsOf(anna)).toEqual([
      ['person.refuse_sign_in', 'password'],
      ['person.refuse_sign_in', 'company'],
      ['session.begin', null],
      ['session.end', 'sign_out'],
    ]);
    const [refused, , begun] = await toldOf(anna);
    expect(refused).toMatchObject({ actor: 'somebody', actorName: null, details: { address: '127.0.0.1' } });
    expect(begun).toMatchObject({ actor: anna.actor, details: { by: 'password', address: '127.0.0.1' } });
    const rows = await api.store.run<{ row: string }>('select t::text as row from audit_entries t', []);
    const everything = [...rows.map(({ row }) => row), ...logged].join('\n');
    for (const secret of [wrong, anna.password, session.accessToken, session.refreshToken])
      expect(everything).not.toContain(secret);
  });

  it('tells of a wrong code, and of a password that was asked for again', async () => {
    const anna = await createTestPerson(api.store, demo.company.id, 'agent');
    const { accessToken } = await signedIn(api.url, anna);
    const { email, password } = anna;
    const begun = await postAuth(api.url, 'second-factor/begin', { password: 'no' }, { accessToken });
    expect(begun.status).toBe(401);
    await api.store.run(`update users set totp_secret = $1, totp_confirmed_at = now() where email = $2`, [
      null,
      email,
    ]);
    expect((await signIn({ email, password })).code).toBe('CODE_NEEDED');
    expect((await signIn({ email, password, code: '000000' })).code).toBe('SIGN_IN_REFUSED');
    await eventually(async () =>
      expect(await reasonsOf(anna)).toEqual([
        ['session.begin', null],
        ['person.refuse_sign_in', 'password'],
        ['person.refuse_sign_in', 'code'],
      ]),
    );
  });

  it('tells once that there were too many, however many more come', async () => {
    const anna = await createTestPerson(api.store, demo.company.id, 'agent');
    const answers = [];
    for (let i = 0; i < 14; i += 1)
      answers.push((await signIn({ email: anna.email, password: 'no' })).status);
    expect(answers).toEqual([...Array(10).fill(401), ...Array(4).fill(429)]);
    await eventually(async () => expect(await reasonsOf(anna)).toHaveLength(11));
    expect((await reasonsOf(anna)).filter(([, reason]) => reason === 'limit')).toHaveLength(1);
  });

  it('tells it to each company of the person, and to no other', async () => {
    const both = await createTestPerson(api.store, demo.company.id, 'agent');
    await createTestPerson(api.store, other.company.id, 'viewer', both.email);
    const one = await createTestPerson(api.store, other.company.id, 'agent');
    for (const { email } of [both, one]) await signIn({ email, password: 'no' });
    const refused = [['person.refuse_sign_in', 'password']];
    await eventually(async () => {
      for (const tenant of [demo, other]) expect(await reasonsOf(both, tenant)).toEqual(refused);
      expect(await reasonsOf(one, other)).toEqual(refused);
    });
    const [row] = await api.store.run<{ count: number }>(
      'select count(*)::int as count from audit_entries where company_id = $1 and entity_id = $2 and action like $3',
      [String(demo.company.id), String(one.userId), 'person.refuse%'],
    );
    expect(row?.count).toBe(0);
  });

  it('says nothing of an e-mail that nobody has: the log counts it, without the e-mail', async () => {
    const typed = 'a-password-in-the-wrong-field@example.org';
    const before = logged.length;
    expect((await signIn({ email: typed, password: 'x' })).status).toBe(401);
    await eventually(() =>
      expect(logged.slice(before).join('')).toContain(
        '"event":"sign-in-refused","reason":"password","isKnown":false',
      ),
    );
    const rows = await api.store.run<{ row: string }>(
      `select t::text as row from audit_entries t union all select t::text from sign_in_attempts t`,
      [],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect([...rows.map(({ row }) => row), ...logged].join('\n')).not.toContain('wrong-field');
  });
});

describe('the answer', () => {
  it('does not wait for the trail: its time tells nobody who has an account', async () => {
    const anna = await createTestPerson(api.store, demo.company.id, 'agent');
    const refusedOf = async () => (await reasonsOf(anna)).length;
    await api.store.transaction(async (tx) => {
      // Nobody writes an entry until this ends.
      await tx.execute('lock table audit_entries in share mode');
      expect((await signIn({ email: anna.email, password: 'no' })).status).toBe(401);
      expect(await refusedOf()).toBe(0);
      // The control: what writes its entry first does wait.
      let isIn = false;
      const waits = signedIn(api.url, anna).then((session) => {
        isIn = true;
        return session;
      });
      await eventually(async () => {
        const [row] = await api.store.run<{ count: number }>(
          `select count(*)::int as count from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and query like 'insert into "audit_entries"%'`,
          [],
        );
        expect(row?.count).toBe(2);
      });
      expect(isIn).toBe(false);
      void waits;
    });
    await eventually(async () =>
      expect(
        (await reasonsOf(anna))
          .map(([action]) => action)
          .toSorted((a, b) => String(a).localeCompare(String(b))),
      ).toEqual(['person.refuse_sign_in', 'session.begin']),
    );
  });

  it('is followed by its entry also when the process stops right then', async () => {
    const anna = await createTestPerson(api.store, demo.company.id, 'agent');
    const stopping = await startApi({ databaseUrl: api.databaseUrl });
    await postAuth(stopping.url, 'sign-in', { email: anna.email, password: 'no' });
    await stopping[Symbol.asyncDispose]();
    expect(await reasonsOf(anna)).toEqual([['person.refuse_sign_in', 'password']]);
  });
});
