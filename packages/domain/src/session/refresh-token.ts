import { createHash, randomBytes } from 'node:crypto';

const TOKEN = /^dmr_[\w-]{43}$/;

/** 256 random bits; only their hash is stored. */
export const newRefreshToken = (): string => `dmr_${randomBytes(32).toString('base64url')}`;

/** By what the store finds it; null for any text that cannot be one of ours. */
export const refreshTokenHash = (text: string): string | null =>
  TOKEN.test(text) ? createHash('sha256').update(text).digest('hex') : null;
