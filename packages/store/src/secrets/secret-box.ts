import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { DomovoyError } from '@domovoy/models';

/** A sealed secret cannot be opened: `ENCRYPTION_KEY_WRONG`, `INTEGRATION_SECRET_DAMAGED`. The message says what a person has to do. */
export class SealedSecretError extends DomovoyError {}

/** How a sealed secret stands to the keys of a box. */
export type SealedUnder = 'current' | 'previous' | 'unknown';

/** Keeps secrets at rest: AES-256-GCM under one key. */
export interface SecretBox {
  /** `identity` says whose secret it is; the sealed bytes are worth nothing in another row. */
  seal(secret: string, identity: string): Uint8Array;
  /** @throws SealedSecretError when the key is another one, or the bytes or their owner were changed. */
  open(sealed: Uint8Array, identity: string): string;
  /** Under which key it was sealed, by the key's fingerprint: nothing is opened. */
  sealedUnder(sealed: Uint8Array): SealedUnder;
}

// Layout: version (1) | fingerprint of the key (8) | nonce (12) | tag (16) | ciphertext.
const VERSION = 1;
const FINGERPRINT_END = 9;
const NONCE_END = 21;
const TAG_END = 37;

/**
 * Seals under `key`. What `previous` sealed is opened as well: while keys are rotated both are in the rows.
 *
 * @throws RangeError when a key has not 32 bytes.
 */
export function createSecretBox(key: Uint8Array, previous: Uint8Array | null = null): SecretBox {
  const current = keyOf(key);
  const former = previous && keyOf(previous);
  const under = (bytes: Buffer): Key | null =>
    [current, former].find((one) => one?.fingerprint.equals(bytes.subarray(1, FINGERPRINT_END))) ?? null;

  return {
    seal(secret, identity) {
      // Random nonces are safe up to 2^32 secrets under one key.
      const nonce = randomBytes(NONCE_END - FINGERPRINT_END);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(identity));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([VERSION]), current.fingerprint, nonce, cipher.getAuthTag(), sealed]);
    },
    open(sealed, identity) {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== VERSION || bytes.length < TAG_END) throw damaged();
      const sealer = under(bytes);
      if (sealer === null)
        throw new SealedSecretError(
          'its secret was encrypted under another key: start with the former ENCRYPTION_KEY, or enter the secret again',
          { code: 'ENCRYPTION_KEY_WRONG' },
        );
      const decipher = createDecipheriv('aes-256-gcm', sealer.key, bytes.subarray(FINGERPRINT_END, NONCE_END))
        .setAAD(Buffer.from(identity))
        .setAuthTag(bytes.subarray(NONCE_END, TAG_END));
      try {
        return decipher.update(bytes.subarray(TAG_END), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw damaged(cause);
      }
    },
    sealedUnder(sealed) {
      const sealer = under(Buffer.from(sealed));
      return sealer === null ? 'unknown' : sealer === current ? 'current' : 'previous';
    },
  };
}

interface Key {
  readonly key: Uint8Array;
  readonly fingerprint: Buffer;
}

function keyOf(key: Uint8Array): Key {
  if (key.length !== 32) throw new RangeError('a key of AES-256 has 32 bytes');
  return {
    key,
    fingerprint: createHash('sha256').update('domovoy secret box').update(key).digest().subarray(0, 8),
  };
}

const damaged = (cause?: unknown) =>
  new SealedSecretError('its stored secret is damaged or belongs to another integration: enter it again', {
    code: 'INTEGRATION_SECRET_DAMAGED',
    cause,
  });
