import { DomovoyError } from '@domovoy/models';
import type { Store } from '../open/open-store.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { allSealedSecrets, sealedIn } from './sealed-secrets.ts';

/** The key of the process is not the one under which secrets are stored. The message is for a person, with the fix. */
export class EncryptionKeyError extends DomovoyError {}

/**
 * Can what is stored be opened? Asked at the start of every process: one that goes on with another key would tell every
 * company that its portal is broken.
 *
 * @throws EncryptionKeyError
 */
export async function verifyEncryptionKey(store: Store, encryption: SecretBox | null): Promise<void> {
  for await (const row of allSealedSecrets(store)) {
    if (encryption === null)
      throw new EncryptionKeyError(
        `secrets of integrations are stored encrypted (${row.kind} ${row.id}), but ENCRYPTION_KEY is not set: start with the key that they were stored under`,
        { code: 'ENCRYPTION_KEY_MISSING' },
      );
    if (sealedIn(row).some((sealed) => encryption.sealedUnder(sealed) === 'unknown'))
      throw new EncryptionKeyError(
        `the secret of an integration (${row.kind} ${row.id}) was stored under another key than ENCRYPTION_KEY: start with the former key; to change it, give the former one as ENCRYPTION_KEY_PREVIOUS and run: domovoy keys rotate-encryption`,
        { code: 'ENCRYPTION_KEY_WRONG' },
      );
  }
}
