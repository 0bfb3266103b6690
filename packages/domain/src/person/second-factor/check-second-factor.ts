import { type SecretBox, type Store, type UserRow, useRecoveryCode, useTotpStep } from '@domovoy/store';
import { recoveryCodeHash, stepOfCode, totpIdentity } from './totp.ts';

/** A code of the person's authenticator, or one of those to recover with: each is good for once. */
export async function checkSecondFactor(
  { store, encryption }: { readonly store: Store; readonly encryption: SecretBox },
  { id, totpSecret }: Pick<UserRow, 'id' | 'totpSecret'>,
  code: string,
  now: number = Date.now(),
): Promise<boolean> {
  if (totpSecret === null) return false;
  const plain = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(plain)) return useRecoveryCode(store.db, id, recoveryCodeHash(plain));
  const step = stepOfCode(encryption.open(totpSecret, totpIdentity(id)), plain, now);
  return step !== null && useTotpStep(store.db, id, step);
}
