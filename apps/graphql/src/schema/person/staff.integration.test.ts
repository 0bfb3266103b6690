import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createTestPerson, postAuth, signedIn } from '../../testing/person.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;
let other: Tenant;
let owner: string;

beforeAll(async () => {
  api = await startApi({ rememberKeysMs: 50 });
  [demo, other] = [await api.tenant('demo'), await api.tenant('other')];
  const person = await createTestPerson(api.store, demo.company.id, 'owner', 'owner@example.org');
  owner = (await signedIn(api.url, person)).accessToken;
});
afterAll(() => api[Symbol.asyncDispose]());

// any: answers are looked at by tests, which know their shape
async function act(name: string, input: object, credential = owner): Promise<any> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const more = {
    inviteStaff: 'token link invitation { id email role }',
    withdrawInvitation: 'invitation { id }',
    setRole: 'member { id role }',
    removeStaff: 'removedId',
  }[name];
  const text = `mutation ($input: ${type}Input!) { outcome: ${name}(input: $input) { __typename ... on UserError { code path }
    ${name === 'inviteStaff' || name === 'setRole' ? '... on BeyondPermissionsError { permissions }' : ''}
    ... on ${type}Payload { ${more} } } }`;
  const { data, errors } = await api.query(credential, text, { input });
  expect(errors).toEqual([]);
  return data.outcome;
}
const invite = (email: string, role = 'AGENT', credential = owner) =>
  act('inviteStaff', { email, role }, credential);
const join = (body: object) => postAuth(api.url, 'join', body);
const staff = async (credential = owner) =>
  (await api.query(credential, '{ staff(first: 100) { nodes { id email role } totalCount { count } } }')).data
    .staff;
const memberOf = async (email: string) =>
  (await staff()).nodes.find((one: { email: string }) => one.email === email);
const PASSWORD = 'a long enough password';

describe('an invitation', () => {
  it('is a link that works once, and makes a person of the role', async () => {
    const { token, link, invitation } = await invite('Anna@Example.org');
    expect(invitation).toMatchObject({ email: 'anna@example.org', role: 'AGENT' });
    expect(link).toBe(`/join#${token}`);
    expect(await join({ token, password: PASSWORD })).toMatchObject({ status: 400, code: 'NAME_INVALID' });
    expect(await join({ token, name: 'Анна', password: 'short' })).toMatchObject({
      status: 400,
      code: 'PASSWORD_INVALID',
    });
    const joined = await Promise.all([1, 2].map(() => join({ token, name: 'Анна', password: PASSWORD })));
    expect(joined.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
    const accessToken = joined.find(({ status }) => status === 200)?.body.accessToken;
    const { data } = await api.query(
      accessToken,
      '{ viewer { role person { name email } company { shortName } } }',
    );
    expect(data.viewer).toEqual({
      role: 'AGENT',
      person: { name: 'Анна', email: 'anna@example.org' },
      company: { shortName: 'demo' },
    });
    expect((await join({ token, name: 'Анна', password: PASSWORD })).code).toBe('SIGN_IN_REFUSED');
    expect(await invite('anna@example.org')).toMatchObject({
      __typename: 'StaffExistsError',
      code: 'STAFF_EXISTS',
    });
  });

  it('of a person who is known needs their own password, and adds a company', async () => {
    const boris = await createTestPerson(api.store, other.company.id, 'viewer');
    const { token } = await invite(boris.email, 'ENGINEER');
    expect((await join({ token, name: 'Борис', password: PASSWORD })).code).toBe('SIGN_IN_REFUSED');
    const { body } = await join({ token, password: boris.password });
    const { data } = await api.query(
      body.accessToken,
      '{ viewer { role person { memberships { shortName role } } } }',
    );
    expect(data.viewer).toEqual({
      role: 'ENGINEER',
      person: {
        memberships: [
          { shortName: 'demo', role: 'ENGINEER' },
          { shortName: 'other', role: 'VIEWER' },
        ],
      },
    });
  });

  it('works no more when it was withdrawn, replaced, or is a week old; and nonsense never does', async () => {
    const [first, second] = [await invite('clara@example.org'), await invite('clara@example.org')];
    expect((await join({ token: first.token, name: 'Клара', password: PASSWORD })).status).toBe(401);
    expect((await act('withdrawInvitation', { id: second.invitation.id })).__typename).toBe(
      'WithdrawInvitationPayload',
    );
    expect((await act('withdrawInvitation', { id: second.invitation.id })).__typename).toBe('NotFoundError');
    expect((await join({ token: second.token, name: 'Клара', password: PASSWORD })).status).toBe(401);
    const third = await invite('clara@example.org');
    await api.store.run(`update invitations set expires_at = expires_at - interval '7 days'`, []);
    expect((await join({ token: third.token, name: 'Клара', password: PASSWORD })).status).toBe(401);
    expect((await join({ token: 'dmi_x', name: 'Клара', password: PASSWORD })).status).toBe(401);
    expect(await invite('nonsense')).toMatchObject({ __typename: 'EmailInvalidError' });
    const { data } = await api.query(owner, '{ invitations(first: 10) { nodes { email } } }');
    expect(data.invitations.nodes).toEqual([]);
  });

  it('is nowhere in the database with its token', async () => {
    const { token } = await invite('dora@example.org');
    const rows = await api.store.run<{ row: string }>(
      'select i::text as row from invitations i union all select a::text from audit_entries a',
      [],
    );
    expect(rows.some(({ row }) => row.includes('dora@example.org'))).toBe(true);
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
  });
});

describe('a role', () => {
  it('is given by who may do as much: nobody lifts themselves', async () => {
    const program = await api.key(demo, { permissions: ['READ_STAFF', 'WRITE_STAFF'] });
    const person = await createTestPerson(api.store, demo.company.id, 'viewer');
    const { id } = await memberOf(person.email);
    expect(await invite('e@example.org', 'OWNER', program)).toMatchObject({
      __typename: 'BeyondPermissionsError',
      path: ['input', 'role'],
      permissions: expect.arrayContaining(['SEE_PHONES']),
    });
    expect(await act('setRole', { id, role: 'OWNER' }, program)).toMatchObject({
      code: 'BEYOND_PERMISSIONS',
    });
    expect(await act('setRole', { id, role: 'OWNER' })).toMatchObject({ member: { role: 'OWNER' } });
    // Nor is anybody pushed down by who may not do what they may.
    expect(await act('setRole', { id, role: 'VIEWER' }, program)).toMatchObject({
      code: 'BEYOND_PERMISSIONS',
    });
    expect(await act('setRole', { id, role: 'VIEWER' })).toMatchObject({ member: { role: 'VIEWER' } });
  });

  it('of the last owner stays, also when two owners demote each other at once', async () => {
    const mine = (await memberOf('owner@example.org')).id;
    expect(await act('setRole', { id: mine, role: 'VIEWER' })).toMatchObject({
      __typename: 'LastOwnerError',
    });
    expect(await act('removeStaff', { id: mine })).toMatchObject({
      __typename: 'LastOwnerError',
      code: 'LAST_OWNER',
    });
    const second = await createTestPerson(api.store, demo.company.id, 'owner');
    const theirs = (await memberOf(second.email)).id;
    const { accessToken } = await signedIn(api.url, second);
    const both = await Promise.all([
      act('setRole', { id: theirs, role: 'MANAGER' }),
      act('setRole', { id: mine, role: 'MANAGER' }, accessToken),
    ]);
    expect(both.map(({ __typename }): string => __typename).toSorted()).toEqual([
      'LastOwnerError',
      'SetRolePayload',
    ]);
    const owners = (await staff(demo.key)).nodes.filter(({ role }: { role: string }) => role === 'OWNER');
    expect(owners).toHaveLength(1);
    await api.store.run(
      `update memberships set role = 'owner' where company_id = $1 and user_id in (select id from users where email = 'owner@example.org')`,
      [demo.company.id],
    );
  });

  it('and its person are the company’s own: another one finds nobody by the id', async () => {
    const person = await createTestPerson(api.store, demo.company.id, 'viewer');
    const { id } = await memberOf(person.email);
    for (const [name, input] of [
      ['setRole', { id, role: 'OWNER' }],
      ['removeStaff', { id }],
    ] as const)
      expect(await act(name, input, other.key)).toMatchObject({ __typename: 'NotFoundError' });
    expect(JSON.stringify(await staff(other.key))).not.toContain(person.email);
    expect(await act('removeStaff', { id })).toEqual({ __typename: 'RemoveStaffPayload', removedId: id });
    expect(await memberOf(person.email)).toBeUndefined();
  });
});
