import { randomBytes } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { createAccessTokens } from './access-token.ts';

const [key, other] = [randomBytes(32), randomBytes(32)];
const SESSION = 'a'.repeat(24);
const MINUTE_MS = 60_000;

describe('an access token', () => {
  test('names its session for ten minutes', async () => {
    let now = Date.UTC(2026, 0, 1);
    const tokens = createAccessTokens(key, null, { now: () => now });
    const { token, expiresAt } = await tokens.issue(SESSION);
    expect(expiresAt.getTime() - now).toBe(10 * MINUTE_MS);
    now += 10 * MINUTE_MS - 1_000;
    expect(await tokens.read(token)).toEqual({ sessionPublicId: SESSION, goodUntil: expiresAt.getTime() });
    now += 1_000;
    expect(await tokens.read(token)).toBeNull();
  });

  test('is believed under its key, and the former one, alone', async () => {
    const { token } = await createAccessTokens(other).issue(SESSION);
    expect(await createAccessTokens(key).read(token)).toBeNull();
    expect(await createAccessTokens(key, other).read(token)).toMatchObject({ sessionPublicId: SESSION });
  });

  test('that was changed, unsigned or made for something else is none', async () => {
    const tokens = createAccessTokens(key);
    const { token } = await tokens.issue(SESSION);
    const [head = '', body = '', signature = ''] = token.split('.');
    const changed = Buffer.from(JSON.stringify({ sid: 'b'.repeat(24), iss: 'domovoy', exp: 9e9 }));
    const unsigned = new UnsecuredJWT({ sid: SESSION, iss: 'domovoy', exp: 9e9 }).encode();
    // Under the key itself, from which ours follows.
    const foreign = await new SignJWT({ sid: SESSION, iss: 'domovoy', exp: 9e9 })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .sign(key);
    for (const text of [
      '',
      'nonsense',
      'x'.repeat(1_000_000),
      `${head}.${changed.toString('base64url')}.${signature}`,
      `${head}.${body}.`,
      unsigned,
      foreign,
    ])
      expect(await tokens.read(text)).toBeNull();
    expect(await tokens.read(token)).not.toBeNull();
  });
});
