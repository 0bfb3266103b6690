import { watchParent } from './watch-parent.ts';

/** Ctrl-C under npm comes twice, from the terminal and from npm: what follows within a moment is the same request. */
const SAME_REQUEST_MS = 1_000;

export interface StopRequests {
  /** Resolves with the reason, in words. */
  readonly first: Promise<string>;
  /** Aborted with the first request. */
  readonly signal: AbortSignal;
}

/** Listens to everything that asks the launcher to stop; `onInsist` is called when the person asks again. */
export function listenForStop(options: { isUnderNpm: boolean; onInsist: () => void }): StopRequests {
  const { promise: first, resolve } = Promise.withResolvers<string>();
  const stopping = new AbortController();
  let requestedAt: number | undefined;
  const request = (reason: string) => {
    if (requestedAt === undefined) {
      requestedAt = performance.now();
      stopping.abort();
      resolve(reason);
    } else if (performance.now() - requestedAt > SAME_REQUEST_MS) options.onInsist();
  };
  process.on('SIGINT', () => request('Ctrl-C'));
  process.on('SIGTERM', () => request('SIGTERM'));
  process.on('SIGHUP', () => request('the terminal was closed'));
  if (options.isUnderNpm) watchParent(() => request('npm has ended'));
  return { first, signal: stopping.signal };
}
