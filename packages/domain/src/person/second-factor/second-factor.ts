import { addAuditEntry, findUser, lockUser, setSecondFactor, type Tx, useTotpStep } from '@domovoy/store';
import { actorOfUser } from '../../session/begin-session.ts';
import { type NotProven, type PersonProof, type PersonTools, provePerson } from '../prove-person.ts';
import {
  newRecoveryCodes,
  newTotpSecret,
  recoveryCodeHash,
  stepOfCode,
  totpIdentity,
  totpUri,
} from './totp.ts';

export type BeginResult =
  /** To be shown this once: as text, and as what a QR code says. */
  | { readonly kind: 'begun'; readonly secret: string; readonly uri: string }
  | { readonly kind: 'on-already' }
  | NotProven;

/** A second factor that counts when the person has shown its first code. */
export async function beginSecondFactor(tools: PersonTools, given: PersonProof): Promise<BeginResult> {
  const proof = await provePerson(tools, given);
  if (proof.kind !== 'proven') return proof;
  const { id, email, totpConfirmedAt } = proof.user;
  if (totpConfirmedAt !== null) return { kind: 'on-already' };
  const secret = newTotpSecret();
  const sealed = tools.encryption.seal(secret, totpIdentity(id));
  await setSecondFactor(tools.store.db, id, { totpSecret: sealed, recoveryCodes: [], isConfirmed: false });
  return { kind: 'begun', secret, uri: totpUri(secret, email) };
}

interface OfPerson {
  readonly userId: bigint;
  readonly companyId: bigint;
}

export type ConfirmResult =
  /** Each opens the account once without the authenticator; shown this once. */
  { readonly kind: 'on'; readonly recoveryCodes: readonly string[] } | { readonly kind: 'refused' };

export async function confirmSecondFactor(
  { store, encryption }: Pick<PersonTools, 'store' | 'encryption'>,
  { userId, companyId, code }: OfPerson & { readonly code: string },
  now: number = Date.now(),
): Promise<ConfirmResult> {
  return store.transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    if (user === null || user.totpSecret === null || user.totpConfirmedAt !== null)
      return { kind: 'refused' };
    const step = stepOfCode(
      encryption.open(user.totpSecret, totpIdentity(userId)),
      code.replaceAll(/\s/g, ''),
      now,
    );
    if (step === null || !(await useTotpStep(tx, userId, step))) return { kind: 'refused' };
    const recoveryCodes = newRecoveryCodes();
    await setSecondFactor(tx, userId, {
      recoveryCodes: recoveryCodes.map(recoveryCodeHash),
      isConfirmed: true,
    });
    await note(tx, { userId, companyId }, { action: 'person.second_factor_on', before: false, after: true });
    return { kind: 'on', recoveryCodes };
  });
}

export type RemoveResult = { readonly kind: 'off' } | NotProven;

/** Needs password and code: a browser left open is not enough. */
export async function removeSecondFactor(
  tools: PersonTools,
  given: PersonProof & OfPerson,
): Promise<RemoveResult> {
  const proof = await provePerson(tools, given);
  if (proof.kind !== 'proven') return proof;
  await tools.store.transaction(async (tx) => {
    await setSecondFactor(tx, given.userId, { totpSecret: null, recoveryCodes: [], isConfirmed: false });
    await note(tx, given, { action: 'person.second_factor_off', before: true, after: false });
  });
  return { kind: 'off' };
}

async function note(
  tx: Tx,
  { userId, companyId }: OfPerson,
  { action, before, after }: { action: string; before: boolean; after: boolean },
): Promise<void> {
  const user = await findUser(tx, userId);
  if (user === null) throw new TypeError('people are never deleted');
  await addAuditEntry(tx, {
    companyId,
    actor: actorOfUser(user),
    action,
    entity: 'user',
    entityId: userId,
    before: { hasSecondFactor: before },
    after: { hasSecondFactor: after },
  });
}
