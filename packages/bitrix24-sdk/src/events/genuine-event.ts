import { createHash, timingSafeEqual } from 'node:crypto';

/** What to keep of an `application_token` instead of the token: enough to recognise it, nothing to steal. */
export const applicationTokenHash = (token: string): Buffer =>
  createHash('sha256').update(token, 'utf8').digest();

/**
 * Is an event of the portal that we know? Events have no signature: their `application_token` is all the proof there is
 * (facts §8). `valid`: tokens, or hashes of them, more than one while a token is changed. The time that this takes says
 * nothing about how much of a guess was right, nor which token it was.
 */
export function isGenuineEvent(
  given: string | null | undefined,
  valid: Iterable<string | Uint8Array>,
): boolean {
  const hash = applicationTokenHash(given ?? '');
  let isKnown = false;
  for (const token of valid) {
    const expected = typeof token === 'string' ? applicationTokenHash(token) : token;
    if (expected.length !== hash.length) throw new TypeError('a hash of a token has 32 bytes');
    // An empty token is the one that everybody knows.
    const isUsable = token !== '';
    isKnown = (timingSafeEqual(hash, expected) && isUsable) || isKnown;
  }
  return isKnown && Boolean(given);
}
