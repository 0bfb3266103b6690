import { inviteStaff, PERMISSIONS_OF_ROLE, type Role, removeStaff } from '@domovoy/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi } from '../../../testing/api.ts';
import { eventually } from '../../../testing/eventually.ts';
import { type OidcWorld, openOidcWorld } from '../../../testing/oidc-world.ts';
import { createTestPerson, postAuth, signedIn } from '../../../testing/person.ts';
import type { Tenant } from '../../../testing/tenant.ts';

const CONSOLE = 'https://console.example.org';

let world: OidcWorld;
let demo: Tenant;
let other: Tenant;
let made = 0;

beforeAll(async () => {
  world = await openOidcWorld({
    origins: [CONSOLE],
    rolesOfGroups: [
      { group: 'engineers', company: 'demo', role: 'engineer' },
      { group: 'everybody', company: 'demo', role: 'viewer' },
      { group: 'everybody', company: 'nowhere', role: 'owner' },
    ],
  });
  [demo, other] = [await world.api.tenant('demo'), await world.api.tenant('other')];
});
afterAll(() => world[Symbol.asyncDispose]());

/** Somebody at the provider, whose mailbox it has verified. */
const somebody = (email = `somebody${(made += 1)}@example.org`, sub = `sub-${(made += 1)}`) => ({
  sub,
  email,
  email_verified: true as unknown,
  name: 'Анна Осипова',
});
const invite = (email: string, role: Role, { company }: Tenant = demo) =>
  inviteStaff(world.api.store, {
    companyId: company.id,
    email,
    role,
    actor: 'test',
    permissions: PERMISSIONS_OF_ROLE.owner,
  });
const staffOf = ({ company }: Tenant) =>
  world.api.store.run<{ email: string; role: string }>(
    'select email, role from memberships join users on users.id = user_id where company_id = $1',
    [company.id],
  );
const REFUSED = { status: 303, error: 'SIGN_IN_REFUSED', refreshToken: null, viewer: null };

describe('a person who comes from the identity provider', () => {
  it('and was invited joins, with a session like that of a password and no password', async () => {
    const anna = somebody();
    await invite(anna.email, 'agent');
    const arrived = await world.signIn(anna, `?returnTo=${encodeURIComponent(`${CONSOLE}/inbox?tab=1`)}`);
    expect(arrived).toMatchObject({ status: 303, page: `${CONSOLE}/inbox?tab=1`, error: null });
    expect(arrived.viewer).toMatchObject({
      role: 'AGENT',
      company: { shortName: 'demo' },
      person: { name: 'Анна Осипова' },
    });
    const [cookie] = arrived.cookies.filter((line) => line.startsWith('domovoy_refresh='));
    expect(cookie).toMatch(/; Max-Age=1209600; Path=\/auth; HttpOnly; SameSite=Strict$/i);
    const again = await postAuth(world.api.url, 'refresh', {}, arrived);
    expect(again.status).toBe(200);
    expect((await postAuth(world.api.url, 'sign-in', { email: anna.email, password: '' })).code).toBe(
      'SIGN_IN_REFUSED',
    );
    const [left] = await world.api.store.run<{ count: number }>(
      'select count(*)::int as count from invitations where email = $1 and accepted_at is null',
      [anna.email],
    );
    expect(left?.count).toBe(0);
  });

  it('and is here by a password is the same person, and stays it when their e-mail changes', async () => {
    const [known, boris] = [
      await createTestPerson(world.api.store, demo.company.id, 'manager'),
      await createTestPerson(world.api.store, demo.company.id, 'owner'),
    ];
    const there = somebody(known.email.toUpperCase());
    expect((await world.signIn(there)).viewer).toMatchObject({ actor: known.actor, role: 'MANAGER' });
    for (const email of [boris.email, 'changed@example.org'])
      expect((await world.signIn({ ...there, email })).viewer.actor).toBe(known.actor);
    expect((await world.signIn({ ...there, email_verified: false })).viewer.actor).toBe(known.actor);
    expect((await signedIn(world.api.url, known)).accessToken).toBeTruthy();
  });

  it('with the e-mail of a former colleague is not that colleague', async () => {
    const known = await createTestPerson(world.api.store, demo.company.id, 'owner');
    expect((await world.signIn(somebody(known.email))).viewer.actor).toBe(known.actor);
    expect(await world.signIn(somebody(known.email))).toMatchObject(REFUSED);
  });

  it.each([
    ['not verified', { email_verified: false }],
    ['verified by nobody', { email_verified: undefined }],
    ['verified by a word', { email_verified: 'true' }],
    ['written with letters that only look like it', { isLookalike: true }],
  ])('with an e-mail of ours that is %s is nobody, and its owner’s company is told', async (_name, wrong) => {
    const known = await createTestPerson(world.api.store, demo.company.id, 'owner');
    const { isLookalike = false, ...claims } = wrong as { isLookalike?: boolean };
    const email = isLookalike ? known.email.replace('p', 'ｐ') : known.email;
    const attacker = { ...somebody(email), ...claims };
    expect(await world.signIn(attacker)).toMatchObject(REFUSED);
    await eventually(async () => {
      const told = await world.api.store.run<{ details: unknown }>(
        `select details from audit_entries where action = 'person.refuse_sign_in' and entity_id = $1`,
        [String(known.userId)],
      );
      expect(told).toMatchObject([{ details: { reason: 'identity', address: '127.0.0.1' } }]);
    });
    const invited = somebody();
    await invite(invited.email, 'agent');
    const written = isLookalike ? invited.email.replace('s', 'ｓ') : invited.email;
    expect(await world.signIn({ ...invited, ...claims, email: written })).toMatchObject(REFUSED);
    expect((await staffOf(demo)).map((one) => one.email)).not.toContain(invited.email);
    // The control: the same people are let in as soon as the provider says so.
    expect((await world.signIn({ ...attacker, email: known.email, email_verified: true })).viewer.actor).toBe(
      known.actor,
    );
    expect((await world.signIn(invited)).viewer.role).toBe('AGENT');
  });

  it('and is unknown gets what their group has, the first that fits, and nothing without one', async () => {
    expect(await world.signIn(somebody())).toMatchObject(REFUSED);
    expect(await world.signIn({ ...somebody(), groups: ['strangers'] })).toMatchObject(REFUSED);
    const engineer = { ...somebody(), groups: ['everybody', 'engineers'] };
    expect((await world.signIn(engineer)).viewer).toMatchObject({ role: 'ENGINEER' });
    const viewer = { ...somebody(), groups: ['everybody'] };
    expect((await world.signIn(viewer)).viewer).toMatchObject({ role: 'VIEWER' });
    expect(await world.signIn({ ...viewer, sub: 'unverified', email_verified: false })).toMatchObject(
      REFUSED,
    );
    // A group gives the first role; who changed it later was a person, and is not overruled.
    expect((await world.signIn({ ...viewer, groups: ['engineers'] })).viewer).toMatchObject({
      role: 'VIEWER',
    });
  });

  it('and was removed stays out, whatever their groups', async () => {
    const gone = { ...somebody(), groups: ['everybody'] };
    const { viewer } = await world.signIn(gone);
    const [row] = await world.api.store.run<{ id: bigint }>(
      `select id from users where 'user:' || public_id = $1`,
      [viewer.actor],
    );
    await removeStaff(world.api.store, {
      companyId: demo.company.id,
      userId: BigInt(row?.id ?? 0),
      actor: 'test',
    });
    expect(await world.signIn(gone)).toMatchObject(REFUSED);
  });

  it('and works somewhere joins another company when they ask for it, not by being invited', async () => {
    const known = await createTestPerson(world.api.store, demo.company.id, 'agent');
    const there = somebody(known.email);
    await invite(known.email, 'manager', other);
    expect((await world.signIn(there)).viewer.company.shortName).toBe('demo');
    expect((await staffOf(other)).map(({ email }) => email)).not.toContain(known.email);
    expect((await world.signIn(there, '?company=other')).viewer).toMatchObject({
      role: 'MANAGER',
      company: { shortName: 'other' },
    });
    expect(await world.signIn(there, '?company=nowhere')).toMatchObject(REFUSED);
  });

  it('is in the trail: link, role and session; and nothing secret is logged', async () => {
    const known = await createTestPerson(world.api.store, demo.company.id, 'agent');
    const { walker, back } = await world.toCallback(somebody(known.email));
    const arrived = await world.finish(walker, back);
    const rows = await world.api.store.run<{ action: string; details: { by?: string } }>(
      'select action, details from audit_entries where actor = $1 order by id',
      [known.actor],
    );
    expect(rows.map(({ action }) => action)).toEqual(['person.link_identity', 'session.begin']);
    expect(rows.at(-1)?.details.by).toBe('identity');
    const text = world.logged.join('');
    expect(text).toContain('sign-in-refused');
    const code = new URL(back).searchParams.get('code') ?? '';
    const tokens = Object.values(world.provider.answered.at(-1) ?? {}).filter(
      (one) => String(one).length > 20,
    );
    expect(tokens.length).toBeGreaterThan(1);
    for (const secret of [code, known.email, arrived.refreshToken ?? '', ...tokens.map(String)])
      expect(text).not.toContain(secret);
  });
});

describe('where the way leads', () => {
  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
  ])('is never %s', async (page) => {
    const answer = await fetch(`${world.publicUrl}/auth/oidc/begin?returnTo=${encodeURIComponent(page)}`, {
      redirect: 'manual',
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });

  it('is a page of ours without a wish', async () => {
    const { page } = await world.signIn(somebody());
    expect(page).toBe(`${world.publicUrl}/?signInError=SIGN_IN_REFUSED`);
  });
});

it('what a provider says in its token alone is read as well', async () => {
  await using brief = await openOidcWorld({ claimsInToken: true, databaseUrl: world.api.databaseUrl });
  const anna = somebody();
  await invite(anna.email, 'agent');
  expect((await brief.signIn(anna)).viewer.role).toBe('AGENT');
  const unverified = { ...somebody(), email_verified: false };
  await invite(unverified.email, 'agent');
  expect(await brief.signIn(unverified)).toMatchObject(REFUSED);
});

it('a provider that is away makes nobody wait: people are told to try again, and passwords work', async () => {
  const far = await openOidcWorld({ databaseUrl: world.api.databaseUrl });
  const known = await createTestPerson(world.api.store, demo.company.id, 'agent');
  const { walker, back } = await far.toCallback(somebody(known.email));
  await far.provider[Symbol.asyncDispose]();
  expect(await far.finish(walker, back)).toMatchObject({ status: 303, error: 'SERVICE_UNAVAILABLE' });
  await signedIn(far.api.url, known);
  await far.api[Symbol.asyncDispose]();
  await using alone = await openOidcWorld({
    databaseUrl: world.api.databaseUrl,
    issuer: far.provider.issuer,
  });
  expect((await fetch(`${alone.publicUrl}/auth/oidc/begin`, { redirect: 'manual' })).status).toBe(503);
});

it('without a provider there is none, and pages can ask whether there is', async () => {
  await using bare = await startApi({ databaseUrl: world.api.databaseUrl });
  const ask = (url: string, path: string) => fetch(new URL(`/auth/oidc${path}`, url), { redirect: 'manual' });
  for (const path of ['/begin', '/callback?code=x&state=y'])
    expect((await ask(bare.url, path)).status).toBe(404);
  expect(await (await ask(bare.url, '')).json()).toEqual({ isOn: false });
  expect(await (await ask(world.api.url, '')).json()).toEqual({ isOn: true });
});
