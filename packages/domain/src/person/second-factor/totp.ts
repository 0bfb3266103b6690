import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const ISSUER = 'Domovoy';
const PERIOD_SECONDS = 30;
/** A clock may be a period off. */
const WINDOW = 1;
const RECOVERY_CODES = 10;

const totpOf = (secret: string, label: string) =>
  new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  });

/** 160 random bits, as authenticator programs take them. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What a QR code of it says. */
export const totpUri = (secret: string, email: string): string => totpOf(secret, email).toString();

/** The period that the code is of; null: it is of none around now. */
export function stepOfCode(secret: string, code: string, now: number): number | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / 1_000 / PERIOD_SECONDS) + delta;
}

/** 80 random bits each, in groups to be copied by hand. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    (new Secret({ size: 10 }).base32.toLowerCase().match(/.{4}/g) ?? []).join('-'),
  );

/** However it was typed. */
export const recoveryCodeHash = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replaceAll(/[^a-z2-7]/g, ''))
    .digest('hex');

/** Whose secret is sealed. */
export const totpIdentity = (userId: bigint): string => `user:${userId}:totp`;
