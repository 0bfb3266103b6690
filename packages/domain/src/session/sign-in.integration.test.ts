import { randomBytes } from 'node:crypto';
import { createSecretBox, ensureCompany, openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rotateEncryption } from '../integration/keys/encryption-keys.ts';
import { changePassword } from '../person/change-password.ts';
import { createPerson, resetPassword } from '../person/create-person.ts';
import { createPasswords, type Passwords } from '../person/passwords.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
} from '../person/second-factor/second-factor.ts';
import { verifySecondFactors } from '../person/second-factor/second-factor-keys.ts';
import { signIn } from './sign-in.ts';

const real = createPasswords();
/** The real one, which says how often it worked. */
let verified = 0;
const passwords: Passwords = {
  hash: (password) => real.hash(password),
  verify: (password, hash) => {
    verified += 1;
    return real.verify(password, hash);
  },
};
const key = randomBytes(32);
const encryption = createSecretBox(key);
const MINUTE_MS = 60_000;

let url: string;
let store: Store;
let companyId: bigint;
let people = 0;

beforeAll(async () => {
  ({ url } = await createTestDatabase());
  store = openStore(url, { applicationName: 'test' });
  companyId = (await ensureCompany(store.db, { shortName: 'demo', name: 'Demo' })).id;
});
afterAll(() => store[Symbol.asyncDispose]());

async function person() {
  const email = `person${(people += 1)}@example.org`;
  const { user, password } = await createPerson(store, passwords, {
    companyId,
    email,
    name: 'Анна',
    role: 'agent',
    actor: 'test',
  });
  return { email, password: password ?? '', userId: user.id };
}

const limits = { windowMs: 15 * MINUTE_MS, perAccount: 3, perAddress: 1_000 };
const noteRefusal = () => undefined;
const tools = { passwords, encryption, noteRefusal, limits };
const from = (address: string) => ({ address, userAgent: null });
const tryIn = (
  given: { email: string; password: string; code?: string },
  address = '192.0.2.1',
  more: Partial<typeof limits> = {},
) => signIn({ ...tools, store, limits: { ...limits, ...more } }, { ...given, place: from(address) });

describe('whether somebody has an account', () => {
  test('is not told: the same answer, after the same work', async () => {
    const { email, password } = await person();
    for (const given of [
      { email, password: 'wrong' },
      { email: 'nobody@example.org', password },
      { email: 'no e-mail at all', password },
    ]) {
      const before = verified;
      expect(await tryIn(given)).toEqual({ kind: 'refused' });
      // Whoever left the hash out where nobody has the e-mail would answer in a hundredth of the time.
      expect(verified - before).toBe(1);
    }
    expect(await tryIn({ email, password })).toMatchObject({ kind: 'signed-in' });
  });
});

describe('guessing', () => {
  test('an account is stopped after some attempts, also when they come all at once, from other addresses and processes', async () => {
    const { email, password } = await person();
    await using other = openStore(url, { applicationName: 'other' });
    const before = verified;
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        signIn(
          { ...tools, store: at % 2 === 0 ? store : other },
          { email, password: `wrong ${at}`, place: { address: `192.0.2.${at}`, userAgent: null } },
        ),
      ),
    );
    expect(results.filter(({ kind }) => kind === 'refused')).toHaveLength(3);
    expect(verified - before).toBe(3);
    const limited = results.find((result) => result.kind === 'limited');
    expect(limited?.retryAfterMs).toBeGreaterThan(14 * MINUTE_MS);
    expect(limited?.retryAfterMs).toBeLessThanOrEqual(15 * MINUTE_MS);
    // The right one as well: or guessing would go on.
    expect(await tryIn({ email, password })).toMatchObject({ kind: 'limited' });
    await store.run(`update sign_in_attempts set window_started_at = now() - interval '15 minutes'`, []);
    expect(await tryIn({ email, password })).toMatchObject({ kind: 'signed-in' });
  });

  test('an e-mail that nobody has is stopped as well: the limit tells nothing', async () => {
    const given = { email: 'none@example.org', password: 'x' };
    const kinds = [];
    for (let i = 0; i < 4; i += 1) kinds.push((await tryIn(given)).kind);
    expect(kinds).toEqual(['refused', 'refused', 'refused', 'limited']);
  });

  test('many accounts from one address is stopped; a household’s IPv6 counts as one, and others go on', async () => {
    const { email, password } = await person();
    const few = { perAddress: 3 };
    for (let i = 0; i < 3; i += 1)
      await tryIn({ email: `guess${i}@example.org`, password: 'x' }, `2001:db8:1:2::${i + 1}`, few);
    expect(await tryIn({ email, password }, '2001:db8:1:2:ffff::1', few)).toMatchObject({ kind: 'limited' });
    expect(await tryIn({ email, password }, '2001:db8:1:3::1', few)).toMatchObject({ kind: 'signed-in' });
  });

  test('is not what people do who sign in: right attempts count against nobody', async () => {
    const { email, password } = await person();
    for (let i = 0; i < 8; i += 1)
      expect(await tryIn({ email, password }, '203.0.113.9', { perAddress: 3 })).toMatchObject({
        kind: 'signed-in',
      });
  });
});

describe('a second factor', () => {
  const codeOf = (secret: string, timestamp: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
  /** Signs in, turns it on, and gives what an authenticator has. */
  async function withFactor() {
    const one = await person();
    const proof = { userId: one.userId, password: one.password, address: '192.0.2.7' };
    const begun = await beginSecondFactor({ ...tools, store }, proof);
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    const { secret, uri } = begun;
    expect(uri).toContain(`secret=${secret}`);
    // Not asked for before it was shown to work.
    expect(await tryIn(one)).toMatchObject({ kind: 'signed-in' });
    const now = Date.now();
    const of = { userId: one.userId, companyId };
    expect(await confirmSecondFactor({ store, encryption }, { ...of, code: '000000' }, 0)).toEqual({
      kind: 'refused',
    });
    const on = await confirmSecondFactor({ store, encryption }, { ...of, code: codeOf(secret, now) }, now);
    if (on.kind !== 'on') throw new Error(on.kind);
    return { ...one, ...of, secret, proof, recoveryCodes: on.recoveryCodes };
  }
  const plain = ({ email, password }: { email: string; password: string }) => ({ email, password });
  /** As if all codes until now had not been used. */
  const unused = () => store.run('update users set totp_last_step = null', []);

  test('is asked for after the right password alone, and its codes work once', async () => {
    const one = await withFactor();
    expect(await tryIn({ ...plain(one), password: 'wrong' })).toEqual({ kind: 'refused' });
    expect(await tryIn(plain(one))).toEqual({ kind: 'code-needed' });
    await unused();
    const code = codeOf(one.secret, Date.now());
    expect(await tryIn({ ...plain(one), code })).toMatchObject({ kind: 'signed-in' });
    expect(await tryIn({ ...plain(one), code })).toEqual({ kind: 'refused' });
    await unused();
    const old = codeOf(one.secret, Date.now() - 5 * MINUTE_MS);
    expect(await tryIn({ ...plain(one), code: old })).toEqual({ kind: 'refused' });
  });

  test('that is lost is replaced by a code to recover with, each good for once', async () => {
    const one = await withFactor();
    expect(new Set(one.recoveryCodes).size).toBe(10);
    const [first = '', second = ''] = one.recoveryCodes;
    expect(await tryIn({ ...plain(one), code: first.toUpperCase().replaceAll('-', ' ') })).toMatchObject({
      kind: 'signed-in',
    });
    expect(await tryIn({ ...plain(one), code: first })).toEqual({ kind: 'refused' });
    expect(await tryIn({ ...plain(one), code: second })).toMatchObject({ kind: 'signed-in' });
    const [row] = await store.run<{ text: string }>('select users::text as text from users where id = $1', [
      one.userId,
    ]);
    for (const secret of [one.secret, second, one.recoveryCodes[5] ?? ''])
      expect(row?.text).not.toContain(secret);
  });

  test('guards itself and the password', async () => {
    const one = await withFactor();
    const remove = (code?: string) =>
      removeSecondFactor(
        { ...tools, store },
        { ...one.proof, companyId, ...(code === undefined ? {} : { code }) },
      );
    expect(await remove()).toEqual({ kind: 'code-needed' });
    const change = { ...one.proof, companyId, sessionId: 0n, newPassword: 'another long password' };
    expect(await changePassword({ ...tools, store }, change)).toEqual({ kind: 'code-needed' });
    expect(
      await beginSecondFactor({ ...tools, store }, { ...one.proof, code: one.recoveryCodes[0] ?? '' }),
    ).toEqual({ kind: 'on-already' });
    expect(await remove(one.recoveryCodes[1])).toEqual({ kind: 'off' });
    expect(await tryIn(plain(one))).toMatchObject({ kind: 'signed-in' });
  });

  test('goes under a new key with the other secrets', async () => {
    const one = await withFactor();
    const next = createSecretBox(randomBytes(32), key);
    await expect(verifySecondFactors(store, createSecretBox(randomBytes(32)))).rejects.toThrow(
      'second factor',
    );
    expect((await rotateEncryption(store, next)).rotated).toBeGreaterThan(0);
    expect(await rotateEncryption(store, next)).toMatchObject({ rotated: 0 });
    await expect(verifySecondFactors(store, encryption)).rejects.toThrow('second factor');
    await unused();
    const code = codeOf(one.secret, Date.now());
    const given = { ...plain(one), code, place: from('192.0.2.8') };
    expect(await signIn({ ...tools, store, encryption: next }, given)).toMatchObject({ kind: 'signed-in' });
  });
});

describe('a password', () => {
  test('is changed by who knows it, and every other session ends', async () => {
    const one = await person();
    const sessions = [await tryIn(one), await tryIn(one)];
    const [mine, theirs] = sessions.map((result) => (result.kind === 'signed-in' ? result.session.id : 0n));
    const change = (password: string, newPassword: string) =>
      changePassword(
        { ...tools, store },
        { userId: one.userId, companyId, sessionId: mine ?? 0n, address: '192.0.2.9', password, newPassword },
      );
    expect(await change('wrong', 'another long password')).toEqual({ kind: 'refused' });
    expect(await change(one.password, 'short')).toEqual({ kind: 'password-invalid', problem: 'TOO_SHORT' });
    expect(await change(one.password, 'another long password')).toEqual({ kind: 'changed' });
    const ended = await store.run<{ id: bigint; reason: string }>(
      'select id, end_reason as reason from sessions where user_id = $1 and ended_at is not null',
      [one.userId],
    );
    expect(ended).toEqual([{ id: theirs, reason: 'password' }]);
    expect(await tryIn(one)).toEqual({ kind: 'refused' });
    expect(await tryIn({ ...one, password: 'another long password' })).toMatchObject({ kind: 'signed-in' });
  });

  test('that is lost is made anew on the command line', async () => {
    const one = await person();
    await tryIn(one);
    const made = await resetPassword(store, passwords, { email: one.email, actor: 'cli' });
    expect(await resetPassword(store, passwords, { email: 'nobody@example.org', actor: 'cli' })).toBeNull();
    expect(await tryIn(one)).toEqual({ kind: 'refused' });
    expect(await tryIn({ ...one, password: made?.password ?? '' })).toMatchObject({ kind: 'signed-in' });
  });

  test('is nowhere in the database, and in no entry of the trail', async () => {
    const one = await person();
    await tryIn(one);
    const [row] = await store.run<{ text: string }>(
      `select (select string_agg(u::text, ' ') from users u) || (select string_agg(a::text, ' ') from audit_entries a) as text`,
      [],
    );
    expect(row?.text).toContain('$argon2id$');
    expect(row?.text).not.toContain(one.password);
  });
});
