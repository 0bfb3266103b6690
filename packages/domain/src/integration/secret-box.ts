import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { IntegrationAccessError } from './integration-error.ts';

/** Keeps secrets at rest: AES-256-GCM under one key. */
export interface SecretBox {
  /** `identity` says whose secret it is; the sealed bytes are worth nothing in another row. */
  seal(secret: string, identity: string): Uint8Array;
  /** @throws IntegrationAccessError when the key is another one, or the bytes or their owner were changed. */
  open(sealed: Uint8Array, identity: string): string;
}

// Layout: version (1) | fingerprint of the key (8) | nonce (12) | tag (16) | ciphertext.
const VERSION = 1;
const FINGERPRINT_END = 9;
const NONCE_END = 21;
const TAG_END = 37;

/** @throws RangeError when the key has not 32 bytes. */
export function createSecretBox(key: Uint8Array): SecretBox {
  if (key.length !== 32) throw new RangeError('a key of AES-256 has 32 bytes');
  const fingerprint = createHash('sha256').update('domovoy secret box').update(key).digest().subarray(0, 8);

  return {
    seal(secret, identity) {
      // Random nonces are safe up to 2^32 secrets under one key.
      const nonce = randomBytes(NONCE_END - FINGERPRINT_END);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(identity));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([VERSION]), fingerprint, nonce, cipher.getAuthTag(), sealed]);
    },
    open(sealed, identity) {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== VERSION || bytes.length < TAG_END) throw damaged();
      if (!bytes.subarray(1, FINGERPRINT_END).equals(fingerprint))
        throw new IntegrationAccessError(
          'its secret was encrypted under another key: start with the former ENCRYPTION_KEY, or enter the secret again',
          { code: 'ENCRYPTION_KEY_WRONG' },
        );
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(FINGERPRINT_END, NONCE_END))
        .setAAD(Buffer.from(identity))
        .setAuthTag(bytes.subarray(NONCE_END, TAG_END));
      try {
        return decipher.update(bytes.subarray(TAG_END), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw damaged(cause);
      }
    },
  };
}

const damaged = (cause?: unknown) =>
  new IntegrationAccessError(
    'its stored secret is damaged or belongs to another integration: enter it again',
    {
      code: 'INTEGRATION_SECRET_DAMAGED',
      cause,
    },
  );
