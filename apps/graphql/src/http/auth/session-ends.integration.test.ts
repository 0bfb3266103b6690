import { randomBytes } from 'node:crypto';
import { createAccessTokens } from '@domovoy/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createTestPerson, postAuth, signedIn, type TestPerson } from '../../testing/person.ts';
import { openSocket, subscribe } from '../../testing/socket.ts';
import type { Tenant } from '../../testing/tenant.ts';

const FOLLOW = 'subscription { signUpChanged { __typename cursor } }';
const WHO =
  '{ viewer { actor role company { shortName } person { name sessions { id isCurrent company } } } }';

let api: TestApi;
let demo: Tenant;
let anna: TestPerson;

beforeAll(async () => {
  api = await startApi();
  demo = await api.tenant('demo');
  anna = await createTestPerson(api.store, demo.company.id, 'agent');
});
afterAll(() => api[Symbol.asyncDispose]());

const post = (path: string, body?: unknown, more?: Parameters<typeof postAuth>[3]) =>
  postAuth(api.url, path, body, more);
const refresh = (refreshToken: string | null) => post('refresh', {}, { refreshToken });
const signIn = (person = anna) => signedIn(api.url, person);
const isGood = async (accessToken: string) => (await api.query(accessToken, '{ __typename }')).status === 200;

describe('a session that ends', () => {
  /** How long after `end` an open socket of the person was closed, and with what. */
  async function closedAfter(accessToken: string, end: () => Promise<unknown>) {
    const socket = openSocket(api.wsUrl, accessToken);
    const followed = subscribe(socket, FOLLOW);
    await followed.live;
    const endedAt = performance.now();
    await end();
    await followed.ended;
    const seconds = (performance.now() - endedAt) / 1_000;
    await socket.dispose();
    return { seconds, errors: followed.errors };
  }

  it('loses its sockets within 5 s, and is refused within as much; another one of the person goes on', async () => {
    const [mine, theirs] = [await signIn(), await signIn()];
    const stays = openSocket(api.wsUrl, theirs.accessToken);
    const followed = subscribe(stays, FOLLOW);
    await followed.live;
    const { data } = await api.query(mine.accessToken, WHO);
    const { id } = data.viewer.person.sessions.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent);
    const revoke = () =>
      api.query(
        theirs.accessToken,
        'mutation ($id: ID!) { revokeSession(input: { id: $id }) { __typename } }',
        { id },
      );
    const { seconds, errors } = await closedAfter(mine.accessToken, async () =>
      expect((await revoke()).data.revokeSession.__typename).toBe('RevokeSessionPayload'),
    );
    expect(errors).toMatchObject([{ code: 4403 }]);
    // 5 s, and what a busy machine adds.
    expect(seconds).toBeLessThan(6);
    expect(await isGood(mine.accessToken)).toBe(false);
    expect((await refresh(mine.refreshToken)).code).toBe('SESSION_OVER');
    expect(followed.errors).toEqual([]);
    expect(await isGood(theirs.accessToken)).toBe(true);
    await stays.dispose();
    expect((await revoke()).data.revokeSession.__typename).toBe('NotFoundError');
  });

  it('is not ended by the end of its token, but the socket is: it comes back with the next one', async () => {
    const tokens = createAccessTokens(randomBytes(32), null, { lifetimeMs: 2_000 });
    await using brief = await startApi({ databaseUrl: api.databaseUrl, tokens, rememberKeysMs: 500 });
    const first = await signedIn(brief.url, anna);
    const socket = openSocket(brief.wsUrl, first.accessToken);
    const followed = subscribe(socket, FOLLOW);
    await followed.live;
    const since = performance.now();
    await followed.ended;
    expect(followed.errors).toMatchObject([{ code: 4403 }]);
    expect(performance.now() - since).toBeLessThan(7_000);
    await socket.dispose();
    expect((await brief.query(first.accessToken, '{ __typename }')).status).toBe(401);
    const next = await postAuth(brief.url, 'refresh', {}, first);
    const again = openSocket(brief.wsUrl, next.body.accessToken);
    const resumed = subscribe(again, FOLLOW);
    await resumed.live;
    expect(resumed.errors).toEqual([]);
    await again.dispose();
  });

  it('is the caller’s own alone', async () => {
    const stranger = await createTestPerson(api.store, demo.company.id, 'owner');
    const [mine, theirs] = [await signIn(), await signIn(stranger)];
    const { data } = await api.query(mine.accessToken, WHO);
    const { id } = data.viewer.person.sessions[0];
    for (const credential of [theirs.accessToken, demo.key]) {
      const text = 'mutation ($id: ID!) { revokeSession(input: { id: $id }) { __typename } }';
      expect((await api.query(credential, text, { id })).data.revokeSession.__typename).toBe('NotFoundError');
    }
    expect((await refresh(mine.refreshToken)).status).toBe(200);
  });

  it('by signing out takes the cookie back; everywhere ends all', async () => {
    const [one, two] = [await signIn(), await signIn()];
    expect(await post('sign-out', {}, one)).toMatchObject({ status: 204, refreshToken: '' });
    expect((await refresh(one.refreshToken)).code).toBe('SESSION_OVER');
    const three = await refresh(two.refreshToken);
    const all = await post('sign-out-everywhere', {}, { accessToken: three.body.accessToken });
    expect(all.status).toBe(200);
    expect(all.body.endedSessions).toBeGreaterThan(0);
    expect((await refresh(three.refreshToken)).code).toBe('SESSION_OVER');
  });

  it('because its person was removed, or got another role, is felt by open sockets', async () => {
    const [owner, gone, moved] = [
      await createTestPerson(api.store, demo.company.id, 'owner'),
      await createTestPerson(api.store, demo.company.id, 'agent'),
      await createTestPerson(api.store, demo.company.id, 'agent'),
    ];
    const { accessToken } = await signIn(owner);
    const { data } = await api.query(accessToken, '{ staff(first: 50) { nodes { id actor } } }');
    const idOf = (person: TestPerson): string =>
      data.staff.nodes.find((one: { actor: string }) => one.actor === person.actor).id;
    const change = async (text: string, variables: Record<string, unknown>) =>
      expect((await api.query(accessToken, text, variables)).data.outcome.__typename).toMatch(/Payload$/);
    const [goes, moves] = [await signIn(gone), await signIn(moved)];
    const removed = await closedAfter(goes.accessToken, () =>
      change('mutation ($id: ID!) { outcome: removeStaff(input: { id: $id }) { __typename } }', {
        id: idOf(gone),
      }),
    );
    expect(removed.errors).toMatchObject([{ code: 4403 }]);
    expect(await isGood(goes.accessToken)).toBe(false);
    expect((await refresh(goes.refreshToken)).code).toBe('SESSION_OVER');
    const after = await closedAfter(moves.accessToken, () =>
      change('mutation ($id: ID!) { outcome: setRole(input: { id: $id, role: ENGINEER }) { __typename } }', {
        id: idOf(moved),
      }),
    );
    expect(after.errors).toMatchObject([{ code: 4403 }]);
    const now = await api.query(moves.accessToken, '{ viewer { role permissions } }');
    expect(now.data.viewer.role).toBe('ENGINEER');
    expect(now.data.viewer.permissions).not.toContain('SEE_PHONES');
    expect((await refresh(moves.refreshToken)).status).toBe(200);
  });
});
