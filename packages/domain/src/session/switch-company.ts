import { findUser, listMembershipsOfUser, type Store } from '@domovoy/store';
import { actorOfUser, type BegunSession, beginSession, type SessionPlace } from './begin-session.ts';
import { endSessionsIn } from './end-session.ts';
import { refreshSession, sessionOfRefreshToken } from './refresh-session.ts';

export type SwitchResult =
  | ({ readonly kind: 'switched' } & BegunSession)
  /** The token is no good, or the person does not belong to the company. */
  | { readonly kind: 'refused' };

/**
 * A session in another company of the person instead of this one: what they have open in another tab never acts in a
 * company that it does not show.
 */
export async function switchCompany(
  store: Store,
  { refreshToken, company, place }: { refreshToken: string; company: string; place: SessionPlace },
): Promise<SwitchResult> {
  const known = await sessionOfRefreshToken(store, refreshToken);
  const user = known && (await findUser(store.db, known.userId));
  if (known === null || user === null) return { kind: 'refused' };
  const all = await listMembershipsOfUser(store.db, user.id);
  const membership = all.find((one) => one.shortName === company);
  if (membership === undefined) return { kind: 'refused' };
  // Whoever has an old token ends the session by it, here as elsewhere.
  if ((await refreshSession(store, refreshToken)).kind === 'refused') return { kind: 'refused' };
  const { companyId } = membership;
  return store.transaction(async (tx) => {
    const which = { userId: user.id, sessionId: known.id };
    await endSessionsIn(tx, which, { actor: actorOfUser(user), reason: 'switched' });
    return { kind: 'switched', ...(await beginSession(tx, { user, companyId, place, by: 'switch' })) };
  });
}
