import {
  allSealedSecrets,
  lockSealedSecrets,
  type SecretBox,
  type Store,
  saveSealedSecrets,
  sealedIn,
  verifyEncryptionKey,
} from '@domovoy/store';
import { rotateSecondFactors, verifySecondFactors } from '../../person/second-factor/second-factor-keys.ts';
import { integrationIdentity } from '../integration-identity.ts';

export interface Rotation {
  /** Sealed anew. */
  readonly rotated: number;
  /** Under the new key already. */
  readonly current: number;
}

/**
 * Seals all that is stored under the former key under the new one, an integration at a time: killed and begun again, it
 * goes on with what is left. Processes that run with both keys notice nothing.
 *
 * @throws EncryptionKeyError before anything is changed, when neither key opens one of the secrets.
 */
export async function rotateEncryption(store: Store, encryption: SecretBox): Promise<Rotation> {
  await verifyEncryptionKey(store, encryption);
  await verifySecondFactors(store, encryption);
  let rotated = 0;
  let current = 0;
  for await (const { id } of allSealedSecrets(store)) {
    const isRotated = await store.transaction(async (tx) => {
      const row = await lockSealedSecrets(tx, id);
      if (row === null || sealedIn(row).every((sealed) => encryption.sealedUnder(sealed) === 'current'))
        return false;
      const identity = integrationIdentity(row);
      const again = (sealed: Uint8Array | null, whose: string) =>
        sealed && encryption.seal(encryption.open(sealed, whose), whose);
      await saveSealedSecrets(tx, id, {
        secrets: again(row.secrets, identity),
        tokens: again(row.tokens, `${identity}:tokens`),
      });
      return true;
    });
    if (isRotated) rotated += 1;
    else current += 1;
  }
  const factors = await rotateSecondFactors(store, encryption);
  return { rotated: rotated + factors.rotated, current: current + factors.current };
}
