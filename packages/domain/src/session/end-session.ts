import {
  addAuditEntry,
  endSessions,
  type SessionEnd,
  type SessionRow,
  type SessionsToEnd,
  type Store,
  type Tx,
} from '@domovoy/store';
import { sessionOfRefreshToken } from './refresh-session.ts';
import { actorOf } from './user-actor.ts';

/** Each with an entry in the trail of its company. */
export async function endSessionsIn(
  tx: Tx,
  which: SessionsToEnd,
  { actor, reason }: { readonly actor: string; readonly reason: SessionEnd },
): Promise<SessionRow[]> {
  const ended = await endSessions(tx, which, reason);
  for (const { id, companyId } of ended)
    await addAuditEntry(tx, {
      companyId,
      actor,
      action: 'session.end',
      entity: 'session',
      entityId: id,
      details: { reason },
    });
  return ended;
}

/** By its refresh token, whichever of them: whoever has an old one may sign out as well. */
export async function signOut(store: Store, refreshToken: string): Promise<void> {
  const session = await sessionOfRefreshToken(store, refreshToken);
  if (session === null) return;
  const { id: sessionId, userId } = session;
  await store.transaction(async (tx) =>
    endSessionsIn(tx, { userId, sessionId }, { actor: await actorOf(tx, userId), reason: 'sign_out' }),
  );
}

/** Every session of the person, in every company. How many it were. */
export const signOutEverywhere = (
  store: Store,
  { userId, actor }: { readonly userId: bigint; readonly actor: string },
): Promise<number> =>
  store.transaction(
    async (tx) => (await endSessionsIn(tx, { userId }, { actor, reason: 'everywhere' })).length,
  );

/** One of their own. Null: they have no such session, or it is over. */
export const revokeSession = (
  store: Store,
  given: { readonly userId: bigint; readonly sessionId: bigint; readonly actor: string },
): Promise<SessionRow | null> =>
  store.transaction(async (tx) => {
    const { actor, ...which } = given;
    const [ended] = await endSessionsIn(tx, which, { actor, reason: 'revoked' });
    return ended ?? null;
  });
