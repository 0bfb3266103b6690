import { createHash, generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createWalker } from '../../../testing/oidc-provider.ts';
import { type OidcWorld, openOidcWorld, type Walker } from '../../../testing/oidc-world.ts';
import { createTestPerson } from '../../../testing/person.ts';

let world: OidcWorld;
let anna: { sub: string; email: string; email_verified: boolean; name: string };
let mallory: typeof anna;

beforeAll(async () => {
  world = await openOidcWorld();
  const { company } = await world.api.tenant('demo');
  const [one, two] = [
    await createTestPerson(world.api.store, company.id, 'owner'),
    await createTestPerson(world.api.store, company.id, 'viewer'),
  ];
  anna = { sub: 'anna', email: one.email, email_verified: true, name: 'Анна' };
  mallory = { sub: 'mallory', email: two.email, email_verified: true, name: 'M' };
});
afterAll(() => world[Symbol.asyncDispose]());
afterEach(() => {
  world.provider.tamper = null;
});

/** Why the last one was refused, as the log says. */
const lastCode = () =>
  world.logged
    .map((line) => JSON.parse(line) as { event?: string; code?: string })
    .findLast(({ event }) => event === 'oidc-refused')?.code;

const REFUSED = { error: 'SIGN_IN_REFUSED', refreshToken: null, viewer: null };
const IN = { error: null, viewer: { role: 'OWNER' } };

describe('what came back', () => {
  it('is believed when nobody changed it: the control', async () => {
    const { walker, back } = await world.toCallback(anna);
    world.provider.tamper = () => undefined;
    expect(await world.finish(walker, back)).toMatchObject(IN);
  });

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['two states', (url: URL) => url.searchParams.append('state', url.searchParams.get('state') ?? '')],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['another code', (url: URL) => url.searchParams.set('code', 'x'.repeat(43))],
    ['no code', (url: URL) => url.searchParams.delete('code')],
  ])('with %s is refused', async (_name, change) => {
    const { walker, back } = await world.toCallback(anna);
    const changed = new URL(back);
    change(changed);
    expect(await world.finish(walker, changed.href)).toMatchObject(REFUSED);
  });

  it('in another browser than it left from is refused: nobody is signed in as somebody else', async () => {
    const { walker, back } = await world.toCallback(mallory);
    const victim = createWalker();
    expect(await world.finish(victim, back)).toMatchObject({ status: 401, refreshToken: null });
    // Also one that is with the provider itself: the state is not its own.
    const theirs = await world.toCallback(anna);
    expect(await world.finish(theirs.walker, back)).toMatchObject(REFUSED);
    expect(await world.finish(walker, back)).toMatchObject({ error: null });
  });

  it('works once: the code is used, and the browser has nothing to come back with', async () => {
    const { walker, back } = await world.toCallback(anna);
    const kept = [...walker.jar];
    expect(await world.finish(walker, back)).toMatchObject(IN);
    expect(await world.finish(walker, back)).toMatchObject({ status: 401, refreshToken: null });
    for (const [name, value] of kept) walker.jar.set(name, value);
    expect(await world.finish(walker, back)).toMatchObject(REFUSED);
    expect(lastCode()).toBe('invalid_grant');
  });

  it('with the code of another flow is refused by PKCE, also when the state fits', async () => {
    const theirs = await world.toCallback(anna);
    const mine = await world.toCallback(mallory);
    const stolen = new URL(mine.back);
    stolen.searchParams.set('code', new URL(theirs.back).searchParams.get('code') ?? '');
    expect(await world.finish(mine.walker, stolen.href)).toMatchObject(REFUSED);
    expect(lastCode()).toBe('invalid_grant');
  });

  it('with a cookie that is not ours, or was changed, is nothing', async () => {
    const { walker, back } = await world.toCallback(anna);
    const [[name, value] = ['', '']] = [...walker.jar].filter(([one]) => one.endsWith(' domovoy_oidc'));
    expect(value.length).toBeGreaterThan(100);
    for (const wrong of ['x', value.slice(0, -4), `${value.slice(0, -4)}AAAA`]) {
      walker.jar.set(name, wrong);
      expect(await world.finish(walker, back)).toMatchObject({ status: 401, refreshToken: null });
    }
    walker.jar.set(name, value);
    expect(await world.finish(walker, back)).toMatchObject(IN);
  });
});

describe('a token of the provider', () => {
  /** Ours, with another one in place of the token that the provider gave. */
  const finishWith = async ({ walker, back }: { walker: Walker; back: string }, token: string) => {
    world.provider.tamper = (answer) => {
      answer['id_token'] = token;
    };
    return world.finish(walker, back);
  };
  const lastToken = () => String(world.provider.answered.at(-1)?.['id_token']);

  it('of another flow is refused: its nonce is not ours', async () => {
    await world.signIn(anna);
    const old = lastToken();
    expect(await finishWith(await world.toCallback(anna), old)).toMatchObject(REFUSED);
    expect(lastCode()).toBe('OAUTH_JWT_CLAIM_COMPARISON_FAILED');
  });

  it('that was made for another client is refused, with our own nonce in it as well', async () => {
    // A page of the other client asks with the nonce of somebody's flow with us.
    let nonce = '';
    const walker = createWalker();
    world.provider.person = anna;
    const back = await walker.walk(`${world.publicUrl}/auth/oidc/begin`, (url) => {
      nonce = new URL(url).searchParams.get('nonce') ?? nonce;
      return url.startsWith(`${world.publicUrl}/auth/oidc/callback`);
    });
    const token = await tokenOfOtherClient(nonce);
    const { aud, nonce: itsNonce, sub } = decodeJwt(token);
    expect([aud, itsNonce, sub]).toEqual(['other', nonce, 'anna']);
    expect(await finishWith({ walker, back }, token)).toMatchObject(REFUSED);
    expect(lastCode()).toBe('OAUTH_JWT_CLAIM_COMPARISON_FAILED');
  });

  async function tokenOfOtherClient(nonce: string): Promise<string> {
    const { otherClient, issuer } = world.provider;
    const verifier = 'v'.repeat(43);
    const callback = `${world.publicUrl}/auth/oidc/callback`;
    const query = new URLSearchParams({
      client_id: otherClient.id,
      redirect_uri: callback,
      response_type: 'code',
      scope: 'openid email',
      state: 'theirs',
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const back = await createWalker().walk(`${issuer}/auth?${query}`, (url) => url.startsWith(callback));
    const { id, secret } = otherClient;
    const basic = [id, secret].map(encodeURIComponent).join(':');
    const answer = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(basic).toString('base64')}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: new URL(back).searchParams.get('code') ?? '',
        redirect_uri: callback,
        code_verifier: verifier,
      }),
    });
    return String(((await answer.json()) as { id_token?: string }).id_token);
  }

  it('that somebody else has signed is refused, and one that nobody has', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const forgeries: ((claims: object, header: { kid?: string | undefined }) => Promise<string>)[] = [
      (claims, { kid }) =>
        new SignJWT({ ...claims })
          .setProtectedHeader({ alg: 'RS256', ...(kid === undefined ? {} : { kid }) })
          .sign(privateKey),
      async (claims) =>
        `${[{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`,
    ];
    for (const forge of forgeries) {
      const { walker, back } = await world.toCallback(mallory);
      let forged = '';
      // What the provider says of Mallory, with Anna’s name in it.
      world.provider.tamper = async (answer) => {
        const given = String(answer['id_token']);
        forged = await forge({ ...decodeJwt(given), sub: 'anna' }, decodeProtectedHeader(given));
        answer['id_token'] = forged;
      };
      expect(await world.finish(walker, back)).toMatchObject(REFUSED);
      expect(decodeJwt(forged).sub).toBe('anna');
    }
  });
});
