import {
  addAuditEntry,
  findUserByEmail,
  listMembershipsOfUser,
  removePersonIdentities,
  type Store,
} from '@domovoy/store';
import { endSessionsIn } from './end-session.ts';

/**
 * The identity providers' names for the person count no more, and their sessions end: the next one who comes from there
 * with their verified e-mail is this person. For somebody who was made anew at a provider. Null: nobody has the e-mail.
 */
export const unlinkIdentity = (
  store: Store,
  { email, actor }: { readonly email: string; readonly actor: string },
): Promise<{ readonly issuers: readonly string[] } | null> =>
  store.transaction(async (tx) => {
    const user = await findUserByEmail(tx, email);
    if (user === null) return null;
    const issuers = await removePersonIdentities(tx, user.id);
    if (issuers.length === 0) return { issuers };
    for (const { companyId } of await listMembershipsOfUser(tx, user.id))
      for (const issuer of issuers)
        await addAuditEntry(tx, {
          companyId,
          actor,
          action: 'person.unlink_identity',
          entity: 'user',
          entityId: user.id,
          before: { issuer },
        });
    // Whoever the former name stood for may be somebody else by now.
    await endSessionsIn(tx, { userId: user.id }, { actor, reason: 'everywhere' });
    return { issuers };
  });
