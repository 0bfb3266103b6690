import { addAuditEntry, findUserByEmail, listMembershipsOfUser, type Store } from '@domovoy/store';

/** Why somebody was not let in. `limit`: too many attempts; told once in each window. */
export type RefusedFor = 'password' | 'code' | 'company' | 'identity' | 'limit';

export interface RefusedSignIn {
  /** As it is kept; null: the attempt was stopped before anybody asked whose it is. */
  readonly email: string | null;
  readonly reason: RefusedFor;
  readonly address: string;
}

/** Nobody waits for it: what is written about people whom we know must not be seen in how long an answer takes. */
export type NoteRefusal = (refused: RefusedSignIn) => void;

/**
 * An entry in the trail of each company of the person. The e-mail that was typed is nowhere in it: where nobody has it,
 * it may be a password in the wrong field. False: it is nobody's.
 */
export const noteRefusedSignIn = (
  store: Store,
  { email, reason, address }: RefusedSignIn,
): Promise<boolean> =>
  store.transaction(async (tx) => {
    const user = email === null ? null : await findUserByEmail(tx, email);
    const companies = user === null ? [] : await listMembershipsOfUser(tx, user.id);
    if (user === null) return false;
    for (const { companyId } of companies)
      await addAuditEntry(tx, {
        companyId,
        actor: 'somebody',
        action: 'person.refuse_sign_in',
        entity: 'user',
        entityId: user.id,
        details: { reason, address },
      });
    return companies.length > 0;
  });
