import { hkdfSync } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';

export interface IssuedAccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** What a token that is ours says: whether the session is still there is for the store to say. */
export interface AccessClaims {
  readonly sessionPublicId: string;
  /** Milliseconds of the wall clock. */
  readonly goodUntil: number;
}

/** Short-lived tokens that a front-end keeps in memory and sends with each request and socket. */
export interface AccessTokens {
  issue(sessionPublicId: string): Promise<IssuedAccessToken>;
  /** Null: it is none of ours, was changed, or is too old. */
  read(text: string): Promise<AccessClaims | null>;
}

const ISSUER = 'domovoy';
const LIFETIME_MS = 10 * 60_000;
const PUBLIC_ID = /^[0-9a-f]{24}$/;
/** Longer than ours are. */
const MOST_CHARACTERS = 1_000;

/** A key of its own, so that a token tells nothing about what secrets are sealed with. */
const signingKey = (key: Uint8Array) =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), 'domovoy access tokens', 32));

/**
 * Signed with a key that follows from ENCRYPTION_KEY; tokens of the former key are good until they expire by
 * themselves, so that nobody is signed out while the key is changed.
 */
export function createAccessTokens(
  key: Uint8Array,
  previous: Uint8Array | null = null,
  { lifetimeMs = LIFETIME_MS, now = Date.now }: { lifetimeMs?: number; now?: () => number } = {},
): AccessTokens {
  const current = signingKey(key);
  const known = [current, ...(previous === null ? [] : [signingKey(previous)])];
  return {
    issue: async (sessionPublicId) => {
      // Whole seconds, as the format has them.
      const issuedAt = Math.floor(now() / 1_000);
      const expiresAt = issuedAt + Math.floor(lifetimeMs / 1_000);
      const token = await new SignJWT({ sid: sessionPublicId })
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
        .setIssuer(ISSUER)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(current);
      return { token, expiresAt: new Date(expiresAt * 1_000) };
    },
    read: async (text) => {
      if (text.length > MOST_CHARACTERS) return null;
      for (const one of known) {
        const claims = await readWith(one, text, now());
        if (claims !== null) return claims;
      }
      return null;
    },
  };
}

async function readWith(key: Uint8Array, text: string, now: number): Promise<AccessClaims | null> {
  try {
    const { payload } = await jwtVerify(text, key, {
      algorithms: ['HS256'],
      typ: 'at+jwt',
      issuer: ISSUER,
      requiredClaims: ['exp', 'sid'],
      currentDate: new Date(now),
    });
    const { sid, exp } = payload;
    if (typeof sid !== 'string' || !PUBLIC_ID.test(sid) || exp === undefined) return null;
    return { sessionPublicId: sid, goodUntil: exp * 1_000 };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
