import { randomBytes } from 'node:crypto';
import type { Caller } from './caller.ts';

/** Opaque tokens. They end with the process, as after a restart of the real service. */
export interface AccessTokens {
  issue(caller: Caller, lifetimeS: number): string;
  /** Null when the token is unknown, revoked or over. */
  callerOf(token: string): Caller | null;
  /** Returns how many there were. */
  revoke(which: (caller: Caller, token: string) => boolean): number;
}

export function createAccessTokens(now: () => number): AccessTokens {
  const tokens = new Map<string, { caller: Caller; expiresAtMs: number }>();
  return {
    issue(caller, lifetimeS) {
      for (const [token, { expiresAtMs }] of tokens) if (expiresAtMs <= now()) tokens.delete(token);
      const token = randomBytes(24).toString('base64url');
      tokens.set(token, { caller, expiresAtMs: now() + lifetimeS * 1000 });
      return token;
    },
    callerOf(token) {
      const known = tokens.get(token);
      return known && known.expiresAtMs > now() ? known.caller : null;
    },
    revoke(which) {
      const revoked = [...tokens].filter(([token, { caller }]) => which(caller, token));
      for (const [token] of revoked) tokens.delete(token);
      return revoked.length;
    },
  };
}
