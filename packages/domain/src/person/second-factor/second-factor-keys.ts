import { DomovoyError } from '@domovoy/models';
import { listSealedTotp, reseal, type SecretBox, type Store } from '@domovoy/store';
import { totpIdentity } from './totp.ts';

/** The key of the process is not the one under which second factors are stored. The message is for a person, with the fix. */
class SecondFactorKeyError extends DomovoyError {}

const PAGE = 100;

async function* sealedFactors(store: Store): AsyncGenerator<{ id: bigint; sealed: Uint8Array }> {
  for (let afterId = 0n; ; ) {
    const rows = await listSealedTotp(store.db, { afterId, limit: PAGE });
    for (const { id, totpSecret } of rows) if (totpSecret !== null) yield { id, sealed: totpSecret };
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    afterId = last.id;
  }
}

/**
 * Can people's second factors be opened? They lie under the same key as the secrets of integrations.
 *
 * @throws SecondFactorKeyError
 */
export async function verifySecondFactors(store: Store, encryption: SecretBox | null): Promise<void> {
  for await (const { id, sealed } of sealedFactors(store)) {
    const what = `the second factor of a person (user ${id})`;
    if (encryption === null)
      throw new SecondFactorKeyError(
        `${what} is stored encrypted, but ENCRYPTION_KEY is not set: start with the key that it was stored under`,
        { code: 'ENCRYPTION_KEY_MISSING' },
      );
    if (encryption.sealedUnder(sealed) === 'unknown')
      throw new SecondFactorKeyError(
        `${what} was stored under another key than ENCRYPTION_KEY: start with the former key; to change it, give the former one as ENCRYPTION_KEY_PREVIOUS and run: domovoy keys rotate-encryption`,
        { code: 'ENCRYPTION_KEY_WRONG' },
      );
  }
}

/** Under the new key, one at a time: how many were moved, and how many were there already. */
export async function rotateSecondFactors(
  store: Store,
  encryption: SecretBox,
): Promise<{ readonly rotated: number; readonly current: number }> {
  let rotated = 0;
  let current = 0;
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
