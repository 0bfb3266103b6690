import { findLiveSession, type Store } from '@domovoy/store';
import type { Identity } from '../access/identity.ts';
import { PERMISSIONS_OF_ROLE } from '../access/roles.ts';
import type { AccessTokens } from './access-token.ts';
import { actorOfUser } from './begin-session.ts';

const anywhere = () => true;

/** Who a person's access token belongs to: as their session and their role are now. Null: nobody (any more). */
export async function verifyAccessToken(
  store: Store,
  tokens: AccessTokens,
  text: string,
): Promise<Identity | null> {
  const claims = await tokens.read(text);
  const live = claims && (await findLiveSession(store.db, claims.sessionPublicId));
  if (claims === null || live === null) return null;
  const { companyId, sessionId, userId, userPublicId: publicId, role } = live;
  return {
    companyId,
    actor: actorOfUser({ publicId }),
    permissions: PERMISSIONS_OF_ROLE[role],
    session: { sessionId, userId },
    isAllowedFrom: anywhere,
    goodUntil: claims.goodUntil,
  };
}
