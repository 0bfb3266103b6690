import { createHash } from 'node:crypto';
import type { Identity } from '@domovoy/domain';

/**
 * Who a credential belongs to, an API key or a person's access token; null for one that is not, or no longer, good.
 * Rejects when the store cannot be asked.
 */
export type VerifyCredential = (credential: string) => Promise<Identity | null>;

/** The same for one that is used from an address: null as well when it may not be used from there. */
export type Authenticate = (credential: string, address: string) => Promise<Identity | null>;

export interface AuthenticatorOptions {
  readonly verify: VerifyCredential;
  /** How long an answer is believed: a revoked key or session works that much longer. */
  readonly rememberMs?: number;
  readonly now?: () => number;
}

/** With sockets that are checked as often, whatever was revoked is out within twice that: 5 s. */
export const REMEMBER_MS = 2_500;
const MAX_REMEMBERED = 10_000;

/**
 * Asks the store about a credential once in a few seconds, however many requests come with it. Remembered under a hash,
 * so that none lies about in memory; wrong ones too, so that guessing reaches no database.
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticate {
  const { verify, rememberMs = REMEMBER_MS, now = Date.now } = options;
  const answers = new Map<string, { answer: Promise<Identity | null>; until: number }>();

  const remembered: VerifyCredential = (credential) => {
    const key = createHash('sha256').update(credential).digest('base64');
    const known = answers.get(key);
    if (known && now() < known.until) return known.answer;
    const answer = verify(credential);
    answers.delete(key);
    answers.set(key, { answer, until: now() + rememberMs });
    for (const oldest of answers.keys()) {
      if (answers.size <= MAX_REMEMBERED) break;
      answers.delete(oldest);
    }
    // An outage is no answer.
    answer.catch(() => answers.delete(key));
    return answer;
  };
  return async (credential, address) => {
    const identity = await remembered(credential);
    if (identity === null || (identity.goodUntil !== null && identity.goodUntil <= now())) return null;
    return identity.isAllowedFrom(address) ? identity : null;
  };
}
