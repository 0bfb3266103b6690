import { randomBytes, timingSafeEqual } from 'node:crypto';

export const TOKEN_LIFETIME_S = 3600;

/** Opaque tokens with an hour to live. They end with the process, as after a restart of the real service. */
export interface AccessTokens {
  issue(): string;
  isValid(token: string): boolean;
}

export function createAccessTokens(now: () => number): AccessTokens {
  const expiries = new Map<string, number>();
  return {
    issue() {
      for (const [token, expiry] of expiries) if (expiry <= now()) expiries.delete(token);
      const token = randomBytes(24).toString('base64url');
      expiries.set(token, now() + TOKEN_LIFETIME_S * 1000);
      return token;
    },
    isValid: (token) => (expiries.get(token) ?? 0) > now(),
  };
}

/** Takes as long for a wrong first letter as for a wrong last one. */
export function isSameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
