import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export type ApiKeyEnvironment = 'dev' | 'live';

export interface ApiKeyParts {
  readonly environment: ApiKeyEnvironment;
  /** Finds the row; not secret. */
  readonly publicId: string;
  readonly secret: string;
}

const KEY = /^dmv_(dev|live)_([0-9a-f]{12})_([0-9a-f]{48})$/;

/** `dmv_<environment>_<12 characters>_<48 characters>`: 48 random bits to be found by, 192 to be believed. */
export function newApiKey(environment: ApiKeyEnvironment): ApiKeyParts {
  return { environment, publicId: randomBytes(6).toString('hex'), secret: randomBytes(24).toString('hex') };
}

export const formatApiKey = ({ environment, publicId, secret }: ApiKeyParts): string =>
  `dmv_${environment}_${publicId}_${secret}`;

/** Null for any text that cannot be one of our keys, so that it never reaches the database. */
export function parseApiKey(text: string): ApiKeyParts | null {
  const [, environment, publicId, secret] = KEY.exec(text) ?? [];
  if (!publicId || !secret) return null;
  return { environment: environment === 'live' ? 'live' : 'dev', publicId, secret };
}

/** SHA-256, hex. A slow hash protects secrets that people choose; this one has 192 random bits. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export function isSecretOf(secretHash: string, secret: string): boolean {
  const [known, given] = [Buffer.from(secretHash, 'hex'), Buffer.from(hashSecret(secret), 'hex')];
  return known.length === given.length && timingSafeEqual(known, given);
}
