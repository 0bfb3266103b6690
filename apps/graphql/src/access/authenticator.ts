import { createHash } from 'node:crypto';
import type { ApiKeyIdentity } from '@domovoy/domain';

/** Who a key belongs to; null for one that is not, or no longer, good. Rejects when the store cannot be asked. */
export type VerifyKey = (apiKey: string) => Promise<ApiKeyIdentity | null>;

/** The same for a key that is used from an address: null as well when it may not be used from there. */
export type Authenticate = (apiKey: string, address: string) => Promise<ApiKeyIdentity | null>;

export interface AuthenticatorOptions {
  readonly verify: VerifyKey;
  /** How long an answer is believed: a revoked key works that much longer. */
  readonly rememberMs?: number;
  readonly now?: () => number;
}

const MAX_REMEMBERED = 10_000;

/**
 * Asks the store about a key once in a few seconds, however many requests come with it. Remembered under a hash, so
 * that no key lies about in memory; wrong keys too, so that guessing reaches no database.
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticate {
  const { verify, rememberMs = 5_000, now = Date.now } = options;
  const answers = new Map<string, { answer: Promise<ApiKeyIdentity | null>; until: number }>();

  const remembered: VerifyKey = (apiKey) => {
    const key = createHash('sha256').update(apiKey).digest('base64');
    const known = answers.get(key);
    if (known && now() < known.until) return known.answer;
    const answer = verify(apiKey);
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
  return async (apiKey, address) => {
    const identity = await remembered(apiKey);
    return identity?.isAllowedFrom(address) === true ? identity : null;
  };
}
