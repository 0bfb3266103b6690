import {
  addAuditEntry,
  endSessions,
  findLiveSession,
  findRefreshToken,
  lockSession,
  prolongSession,
  type SessionRow,
  type Store,
  type Tx,
  useRefreshToken,
  wasUsedJustNow,
} from '@domovoy/store';
import { addRefreshToken, SESSION_LIFE } from './begin-session.ts';
import { refreshTokenHash } from './refresh-token.ts';
import { actorOf } from './user-actor.ts';

/** Two tabs with one cookie ask at once. Longer than a request takes, too short to work with a stolen token. */
const REPEAT_MS = 10_000;

export type RefreshResult =
  | {
      readonly kind: 'refreshed';
      readonly session: SessionRow;
      /** Null: the same token was used within the last seconds; who asked then has the next one. */
      readonly refreshToken: string | null;
    }
  /** It is none, its session is over, or was just ended because an old one came again. */
  | { readonly kind: 'refused'; readonly isReuse: boolean };

const REFUSED: RefreshResult = { kind: 'refused', isReuse: false };

/**
 * The next refresh token for this one, which is good for once. A used one that comes again was stolen, or the next one
 * was: nobody can tell who is who, so the session ends.
 */
export async function refreshSession(store: Store, token: string): Promise<RefreshResult> {
  const tokenHash = refreshTokenHash(token);
  const known = tokenHash === null ? null : await findRefreshToken(store.db, tokenHash);
  if (known === null || tokenHash === null) return REFUSED;
  return store.transaction(async (tx) => {
    const session = await lockSession(tx, known.sessionId);
    if (session === null || !session.isLive) return REFUSED;
    // Whoever was removed meanwhile.
    if ((await findLiveSession(tx, session.publicId)) === null) return REFUSED;
    if (await useRefreshToken(tx, tokenHash)) {
      await prolongSession(tx, session.id, SESSION_LIFE);
      return { kind: 'refreshed', session, refreshToken: await addRefreshToken(tx, session.id) };
    }
    if (await wasUsedJustNow(tx, tokenHash, REPEAT_MS))
      return { kind: 'refreshed', session, refreshToken: null };
    await endForReuse(tx, session);
    return { kind: 'refused', isReuse: true };
  });
}

async function endForReuse(tx: Tx, session: SessionRow): Promise<void> {
  const { id, userId, companyId } = session;
  await endSessions(tx, { userId, sessionId: id }, 'reuse');
  await addAuditEntry(tx, {
    companyId,
    actor: await actorOf(tx, userId),
    action: 'session.end',
    entity: 'session',
    entityId: id,
    details: { reason: 'reuse' },
  });
}

/** The session that a refresh token belongs to, whether it was used or not; null: none, or it is over. */
export async function sessionOfRefreshToken(store: Store, token: string): Promise<SessionRow | null> {
  const tokenHash = refreshTokenHash(token);
  const known = tokenHash === null ? null : await findRefreshToken(store.db, tokenHash);
  return (
    known &&
    store.transaction(async (tx) => {
      const session = await lockSession(tx, known.sessionId);
      return session?.isLive === true ? session : null;
    })
  );
}
