import { createHash, randomBytes } from 'node:crypto';
import { RestError } from '../rest-error.ts';
import { type Change, drop, put } from '../state/change.ts';
import type { KeptTables } from '../state/kept-tables.ts';
import { defineTable } from '../state/table.ts';
import type { Application } from './applications.ts';

/** A pair of tokens. Only their hashes are kept. */
export interface Grant {
  clientId: string;
  userId: number;
  scopes: string[];
  accessHash: string;
  refreshHash: string;
  accessUntilMs: number;
  refreshUntilMs: number;
}

/** By the hash of the refresh token. */
const GRANTS = defineTable<Grant>('grants', { accessHash: ({ accessHash }) => [accessHash] });
/** Access tokens that were taken back: whoever has one is told so (by hash). */
const REVOKED = defineTable<{ atMs: number }>('revoked-tokens');

/** Who is in stays in. */
export const KEPT_BEHIND_A_RESET = [GRANTS, REVOKED];

export interface IssuedTokens {
  accessToken: string;
  refreshToken: string;
  expiresAtMs: number;
  lifetimeS: number;
  scopes: string[];
  userId: number;
}

export interface Tokens {
  issue(of: Pick<Application, 'clientId' | 'scopes'>, userId: number): IssuedTokens;
  /** Another pair for a refresh token, which is good for nothing afterwards. Null: it is not known, or was used. */
  renew(application: Pick<Application, 'clientId' | 'scopes'>, refreshToken: string): IssuedTokens | null;
  /** Throws what a call with this token is refused with. */
  grantOf(accessToken: string): Grant;
  /** All access tokens end now; they can be renewed. Returns how many. */
  expireAll(): number;
  /** Access and refresh tokens are good for nothing. */
  revoke(matches: (grant: Grant) => boolean): number;
}

export interface TokensOptions {
  state: KeptTables;
  now: () => number;
  lifetimes: () => { tokenLifetimeS: number; refreshLifetimeS: number };
}

export function createTokens({ state, now, lifetimes }: TokensOptions): Tokens {
  const grants = () => state.rows(GRANTS);
  const commit = (changes: Change[]) => {
    if (changes.length > 0) state.commit({ changes });
  };

  function make(clientId: string, scopes: string[], userId: number, before: Change[]): IssuedTokens {
    const { tokenLifetimeS, refreshLifetimeS } = lifetimes();
    const [accessToken, refreshToken] = [newToken(), newToken()];
    const expiresAtMs = now() + tokenLifetimeS * 1000;
    const refreshHash = hashOf(refreshToken);
    const grant: Grant = {
      clientId,
      userId,
      scopes,
      accessHash: hashOf(accessToken),
      refreshHash,
      accessUntilMs: expiresAtMs,
      refreshUntilMs: now() + refreshLifetimeS * 1000,
    };
    commit([...before, put(GRANTS, refreshHash, grant)]);
    return { accessToken, refreshToken, expiresAtMs, lifetimeS: tokenLifetimeS, scopes, userId };
  }

  return {
    issue: ({ clientId, scopes }, userId) => make(clientId, scopes, userId, []),
    renew({ clientId, scopes }, refreshToken) {
      const hash = hashOf(refreshToken);
      const grant = grants().get(hash);
      if (!grant || grant.clientId !== clientId || grant.refreshUntilMs <= now()) return null;
      // The access token of before stays good until its time is over.
      const spent: Grant = { ...grant, refreshUntilMs: 0 };
      return make(clientId, scopes, grant.userId, [
        put(GRANTS, hash, spent),
        ...outlived(grants().values(), now()),
      ]);
    },
    grantOf(accessToken) {
      const hash = hashOf(accessToken);
      const [key] = grants().idsBy('accessHash', hash);
      const grant = key === undefined ? undefined : grants().get(key);
      if (!grant) {
        if (state.rows(REVOKED).get(hash))
          throw new RestError(401, 'invalid_token', 'Unable to get application by token');
        throw new RestError(401, 'NO_AUTH_FOUND', 'Wrong authorization data');
      }
      if (grant.accessUntilMs <= now())
        throw new RestError(401, 'expired_token', 'The access token provided has expired.');
      return grant;
    },
    expireAll() {
      const open = [...grants().values()].filter(({ accessUntilMs }) => accessUntilMs > now());
      commit(open.map((grant) => put(GRANTS, grant.refreshHash, { ...grant, accessUntilMs: now() })));
      return open.length;
    },
    revoke(matches) {
      const revoked = [...grants().values()].filter(matches);
      commit(
        revoked.flatMap(({ refreshHash, accessHash }) => [
          drop(GRANTS, refreshHash),
          put(REVOKED, accessHash, { atMs: now() }),
        ]),
      );
      return revoked.length;
    },
  };
}

/** Pairs of which nothing is left: thrown away a day later, so that somebody late is told "expired" and not "unknown". */
function outlived(grants: Iterable<Grant>, nowMs: number): Change[] {
  const before = nowMs - 86_400_000;
  return [...grants]
    .filter(({ accessUntilMs, refreshUntilMs }) => accessUntilMs < before && refreshUntilMs < before)
    .map(({ refreshHash }) => drop(GRANTS, refreshHash));
}

const newToken = () => randomBytes(35).toString('hex');
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
