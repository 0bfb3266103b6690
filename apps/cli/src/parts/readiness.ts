import { setTimeout as delay } from 'node:timers/promises';

export interface ReadinessOptions {
  signal: AbortSignal;
  /** Called about every `tellEveryMs` while it is not ready, with what it answers. */
  onWaiting?: (reason: string) => void;
  tellEveryMs?: number;
  everyMs?: number;
}

/** Resolves when the address answers 200. There is no deadline: the person sees what is waited for and may stop. */
export async function waitUntilReady(url: string, options: ReadinessOptions): Promise<void> {
  const { signal, onWaiting, tellEveryMs = 10_000, everyMs = 50 } = options;
  let toldAt = performance.now();
  for (;;) {
    signal.throwIfAborted();
    const reason = await askReadiness(url, signal);
    if (reason === null) return;
    if (performance.now() - toldAt >= tellEveryMs) {
      toldAt = performance.now();
      onWaiting?.(reason);
    }
    await delay(everyMs, undefined, { signal });
  }
}

async function askReadiness(url: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(2_000)]) });
    const body = await response.text();
    return response.status === 200 ? null : wordsOf(body) || `it answers ${response.status}`;
  } catch {
    return 'it does not answer yet';
  }
}

/** What service-kit's health answer says beside `ok`, without the punctuation of JSON. */
function wordsOf(body: string): string {
  return body
    .slice(0, 400)
    .replace(/"ok":false,?/, '')
    .replaceAll(/[{}[\]"]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
