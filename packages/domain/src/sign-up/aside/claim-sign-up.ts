import { addAuditEntry, type SignUpRow, type Store, setSignUpAside, type Tx } from '@domovoy/store';
import { type Acted, type ActRefused, actOn, type SignUpAct, wrongState } from '../by-hand/act.ts';

export interface SignUpClaim extends Omit<SignUpAct, 'expectedVersion'> {
  /** False: somebody else who looks at it keeps it. */
  readonly takesOver: boolean;
}

export interface ClaimedByOther {
  readonly kind: 'claimed-by-other';
  readonly by: string;
  readonly since: Date | null;
}

/**
 * Says who looks at a sign-up, so that two people do not decide about the same one. It stops nothing, and nothing that others
 * saw becomes out of date by it. With the row locked, so of two at once the second finds the first.
 */
export const claimSignUp = (store: Store, given: SignUpClaim): Promise<Acted | ActRefused | ClaimedByOther> =>
  actOn<ClaimedByOther>(store, given, async (tx, signUp) => {
    const { claimedBy, claimedAt } = signUp;
    if (signUp.state !== 'needs_review' && signUp.state !== 'failed') return wrongState(signUp);
    if (claimedBy === given.actor) return { kind: 'done', signUp };
    if (claimedBy !== null && !given.takesOver)
      return { kind: 'claimed-by-other', by: claimedBy, since: claimedAt };
    const claimed = { claimedBy: given.actor, claimedAt: new Date() };
    return aside(tx, signUp, given, claimed, { action: 'sign_up.claim', details: { from: claimedBy } });
  });

/** Gives it back. Somebody else's stays theirs. */
export const releaseSignUp = (
  store: Store,
  given: Omit<SignUpAct, 'expectedVersion'>,
): Promise<Acted | ActRefused | ClaimedByOther> =>
  actOn<ClaimedByOther>(store, given, async (tx, signUp) => {
    const { claimedBy, claimedAt } = signUp;
    if (claimedBy === null) return { kind: 'done', signUp };
    if (claimedBy !== given.actor) return { kind: 'claimed-by-other', by: claimedBy, since: claimedAt };
    const free = { claimedBy: null, claimedAt: null };
    return aside(tx, signUp, given, free, { action: 'sign_up.release', details: {} });
  });

/** Changes what is no move, and writes down who did it. */
export async function aside(
  tx: Tx,
  signUp: SignUpRow,
  { companyId, actor }: Pick<SignUpAct, 'companyId' | 'actor'>,
  changed: Parameters<typeof setSignUpAside>[2],
  { action, details }: { readonly action: string; readonly details: Readonly<Record<string, unknown>> },
): Promise<Acted> {
  const row = await setSignUpAside(tx, signUp, changed);
  const names = Object.keys(changed) as (keyof typeof changed)[];
  const valuesOf = (one: SignUpRow) => Object.fromEntries(names.map((name) => [name, one[name]]));
  await addAuditEntry(tx, {
    companyId,
    actor,
    action,
    entity: 'sign_up',
    entityId: signUp.id,
    details,
    before: valuesOf(signUp),
    after: valuesOf(row),
  });
  return { kind: 'done', signUp: row };
}
