import { ambiguous, delivered, type Outcome, retry } from '@domovoy/domain';
import type { EffectPayload } from './kinds.ts';

/**
 * As a handler of the product does it: look it up first, create it only when it is not there. `isBlind`: as none of
 * them does it.
 */
export async function ensureEffect(
  url: string,
  { key, about }: EffectPayload,
  isBlind: boolean,
): Promise<Outcome> {
  try {
    const known = isBlind ? null : await fetch(`${url}/effects/${encodeURIComponent(key)}`);
    if (known?.status === 200) return delivered({ was: 'there' });
    const made = await fetch(`${url}/effects`, {
      method: 'POST',
      body: JSON.stringify({ key, about }),
      headers: { 'x-worker': String(process.pid) },
    });
    if (made.ok) return delivered({ was: 'made' });
    return retry(`HTTP_${made.status}`);
  } catch {
    return ambiguous('CONNECTION_LOST');
  }
}
