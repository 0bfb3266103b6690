import { ambiguous, delivered, type Outcome, retry } from '@domovoy/domain';
import type { EffectPayload } from './kinds.ts';

/**
 * As a handler of the product does it: look it up first, create it only when it is not there. `isBlind`: as none of
 * them does it.
 */
export async function ensureEffect(
  url: string,
  { key, about }: EffectPayload,
  { isBlind, signal }: { isBlind: boolean; signal: AbortSignal },
): Promise<Outcome> {
  const headers = { 'x-worker': String(process.pid) };
  try {
    const known = isBlind ? null : await fetch(`${url}/effects/${encodeURIComponent(key)}`, { headers });
    if (known?.status === 200) return delivered({ was: 'there' });
    // As the SDKs do before each call.
    if (signal.aborted) throw signal.reason;
    const made = await fetch(`${url}/effects`, {
      method: 'POST',
      body: JSON.stringify({ key, about }),
      headers,
    });
    if (made.ok) return delivered({ was: 'made' });
    return retry(`HTTP_${made.status}`);
  } catch {
    return ambiguous('CONNECTION_LOST');
  }
}
