import type { HistoryFilter, RequestHistory, RequestRecord } from '../history/request-history.ts';

/** What a history has, or will have before patience is over. */
export async function listRequests(
  history: RequestHistory,
  { filter, patienceMs, signal }: { filter: HistoryFilter; patienceMs: number; signal: AbortSignal },
): Promise<{ requests: RequestRecord[]; next: number }> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  for (;;) {
    const requests = history.list(filter);
    if (requests.length > 0 || patienceMs === 0 || over.aborted)
      return { requests, next: requests.at(-1)?.n ?? Math.max(filter.since, history.last) };
    await history.changed(over);
  }
}
