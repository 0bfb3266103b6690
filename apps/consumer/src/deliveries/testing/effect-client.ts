import { ambiguous, delivered, type Outcome, retry } from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import type { EffectPayload } from './kinds.ts';

/** As a handler of the product does it: look it up first, create it only when it is not there. */
export async function ensureEffect(
  url: string,
  { key, about }: EffectPayload,
  { signal, isBlind = false }: { signal?: AbortSignal; isBlind?: boolean } = {},
): Promise<Outcome> {
  const body = JSON.stringify({ key, about });
  const abort = signal ? { signal } : {};
  try {
    if (!isBlind) {
      const known = await fetch(`${url}/effects/${encodeURIComponent(key)}`, abort);
      if (known.status === 200) return delivered({ was: 'there' });
    }
    const made = await fetch(`${url}/effects`, { method: 'POST', body, ...abort });
    if (made.status === 429) throw quota(made.headers.get('retry-after'));
    if (!made.ok) return retry(`HTTP_${made.status}`);
    return delivered({ was: 'made' });
  } catch (error) {
    if (error instanceof DomovoyError) throw error;
    return ambiguous('CONNECTION_LOST');
  }
}

const quota = (retryAfter: string | null) =>
  new DomovoyError('too many requests', {
    code: 'RATE_LIMITED',
    retryable: true,
    ...(retryAfter === null ? {} : { retryAfterMs: Number(retryAfter) * 1_000 }),
  });
