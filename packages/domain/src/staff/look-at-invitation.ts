import { type InvitationToRead, readInvitation, type Store } from '@domovoy/store';
import { invitationTokenHash } from './invite-staff.ts';

/** Why a link works no more; `unknown`: it never did. */
export type InvitationEnd = 'used' | 'withdrawn' | 'expired' | 'unknown';

export type InvitationView =
  | ({ readonly kind: 'open' } & Pick<InvitationToRead, 'company' | 'email' | 'role' | 'isPersonKnown'>)
  | { readonly kind: 'over'; readonly why: InvitationEnd };

/**
 * What whoever has the link is asked into. Of one that is over nothing but why: old links lie about in chats. That the
 * e-mail is somebody's already, accepting tells as well: by asking for their password.
 */
export async function lookAtInvitation(store: Store, token: string): Promise<InvitationView> {
  const tokenHash = invitationTokenHash(token);
  const found = tokenHash === null ? null : await readInvitation(store.db, tokenHash);
  const why = endOf(found);
  if (found === null || why !== null) return { kind: 'over', why: why ?? 'unknown' };
  const { company, email, role, isPersonKnown } = found;
  return { kind: 'open', company, email, role, isPersonKnown };
}

function endOf(found: InvitationToRead | null): InvitationEnd | null {
  if (found === null) return 'unknown';
  if (found.acceptedAt !== null) return 'used';
  if (found.withdrawnAt !== null) return 'withdrawn';
  return found.hasExpired ? 'expired' : null;
}
