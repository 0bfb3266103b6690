import { DomovoyError } from '@domovoy/models';
import {
  listSealedSecrets,
  listSealedTotp,
  lockSealedSecrets,
  reseal,
  type SealedRow,
  type SecretBox,
  type Store,
  saveSealedSecrets,
} from '@domovoy/store';
import { totpIdentity } from '../../person/second-factor/totp.ts';
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

/** Second factors of people lie under the same key. */
async function* sealedFactors(store: Store): AsyncGenerator<{ id: bigint; sealed: Uint8Array }> {
  for (let afterId = 0n; ; ) {
    const rows = await listSealedTotp(store.db, { afterId, limit: PAGE });
    for (const { id, totpSecret } of rows) if (totpSecret !== null) yield { id, sealed: totpSecret };
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
  for await (const row of sealedRows(store))
    for (const sealed of sealedOf(row))
      verifySealed(sealed, `the secret of an integration (${row.kind} ${row.id})`, encryption);
  for await (const { id, sealed } of sealedFactors(store))
    verifySealed(sealed, `the second factor of a person (user ${id})`, encryption);
}

function verifySealed(sealed: Uint8Array, what: string, encryption: SecretBox | null): void {
  if (encryption === null)
    throw new EncryptionKeyError(
      `${what} is stored encrypted, but ENCRYPTION_KEY is not set: start with the key that it was stored under`,
      { code: 'ENCRYPTION_KEY_MISSING' },
    );
  if (encryption.sealedUnder(sealed) === 'unknown')
    throw new EncryptionKeyError(
      `${what} was stored under another key than ENCRYPTION_KEY: start with the former key; to change it, give the former one as ENCRYPTION_KEY_PREVIOUS and run: domovoy keys rotate-encryption`,
      { code: 'ENCRYPTION_KEY_WRONG' },
    );
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
  for await (const { id } of sealedFactors(store)) {
    const isRotated = await store.transaction((tx) =>
      reseal(tx, id, (sealed) => {
        if (encryption.sealedUnder(sealed) === 'current') return null;
        return encryption.seal(encryption.open(sealed, totpIdentity(id)), totpIdentity(id));
      }),
    );
    if (isRotated) rotated += 1;
    else current += 1;
  }
  return { rotated, current };
}
