import { DomovoyError } from '@domovoy/models';
import {
  listSealedSecrets,
  lockSealedSecrets,
  type SealedRow,
  type SecretBox,
  type Store,
  saveSealedSecrets,
} from '@domovoy/store';
import { rotateSecondFactors, verifySecondFactors } from '../../person/second-factor/second-factor-keys.ts';
import { integrationIdentity } from '../integration-identity.ts';

/** The key of the process is not the one under which secrets are stored. The message is for a person, with the fix. */
export class EncryptionKeyError extends DomovoyError {}

const PAGE = 100;

async function* sealedRows(store: Store): AsyncGenerator<SealedRow> {
  for (let afterId = 0n; ; ) {
    const rows = await listSealedSecrets(store.db, { afterId, limit: PAGE });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    afterId = last.id;
  }
}

const sealedOf = ({ secrets, tokens }: Pick<SealedRow, 'secrets' | 'tokens'>) =>
  [secrets, tokens].filter((sealed) => sealed !== null);

/**
 * Can what is stored be opened? Asked at the start of every process: one that goes on with another key would tell every
 * company that its portal is broken.
 *
 * @throws EncryptionKeyError
 */
export async function verifyEncryptionKey(store: Store, encryption: SecretBox | null): Promise<void> {
  for await (const row of sealedRows(store)) {
    if (encryption === null)
      throw new EncryptionKeyError(
        `secrets of integrations are stored encrypted (${row.kind} ${row.id}), but ENCRYPTION_KEY is not set: start with the key that they were stored under`,
        { code: 'ENCRYPTION_KEY_MISSING' },
      );
    if (sealedOf(row).some((sealed) => encryption.sealedUnder(sealed) === 'unknown'))
      throw new EncryptionKeyError(
        `the secret of an integration (${row.kind} ${row.id}) was stored under another key than ENCRYPTION_KEY: start with the former key; to change it, give the former one as ENCRYPTION_KEY_PREVIOUS and run: domovoy keys rotate-encryption`,
        { code: 'ENCRYPTION_KEY_WRONG' },
      );
  }
}

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
  for await (const { id } of sealedRows(store)) {
    const isRotated = await store.transaction(async (tx) => {
      const row = await lockSealedSecrets(tx, id);
      if (row === null || sealedOf(row).every((sealed) => encryption.sealedUnder(sealed) === 'current'))
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
