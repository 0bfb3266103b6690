import type { PersonPresent, Place, PresenceBoard } from './presence-board.ts';

export type PresenceEvent =
  | { readonly kind: 'presence'; readonly people: readonly PersonPresent[]; readonly cursor: string }
  | { readonly kind: 'heartbeat'; readonly cursor: string };

const HEARTBEAT_MS = 20_000;

/** Who is there, then each change; several changes before the next event is taken are one. */
export async function* followPresence(
  board: PresenceBoard,
  place: Place,
  { cursor, signal, heartbeatMs = HEARTBEAT_MS }: { cursor: string; signal: AbortSignal; heartbeatMs?: number },
): AsyncGenerator<PresenceEvent[], void, void> {
  let wake = Promise.withResolvers<void>();
  let hasChanged = true;
  const change = () => {
    hasChanged = true;
    wake.resolve();
  };
  const leave = board.follow(place, change);
  const end = () => wake.resolve();
  signal.addEventListener('abort', end);
  try {
    while (!signal.aborted) {
      if (!hasChanged) {
        const timer = setTimeout(() => wake.resolve(), heartbeatMs);
        await wake.promise;
        clearTimeout(timer);
        if (signal.aborted) return;
      }
      wake = Promise.withResolvers<void>();
      const isNews = hasChanged;
      hasChanged = false;
      yield [isNews ? { kind: 'presence', people: board.at(place), cursor } : { kind: 'heartbeat', cursor }];
    }
  } finally {
    leave();
    signal.removeEventListener('abort', end);
  }
}
