import type { PersonPresent, PresenceBoard } from './presence-board.ts';

export type PresenceEvent =
  | {
      readonly kind: 'presence';
      readonly conversationId: bigint;
      readonly people: readonly PersonPresent[];
      readonly cursor: string;
    }
  | { readonly kind: 'heartbeat'; readonly cursor: string };

export interface Followed {
  readonly companyId: bigint;
  /** Null: all of the company. */
  readonly conversationId: bigint | null;
}

const HEARTBEAT_MS = 20_000;

/**
 * Who is there, then each change. Told is how it is when the follower asks for the next event: several changes before that are
 * one, so nothing piles up for a slow one.
 */
export async function* followPresence(
  board: PresenceBoard,
  { companyId, conversationId }: Followed,
  {
    cursor,
    signal,
    heartbeatMs = HEARTBEAT_MS,
  }: { cursor: string; signal: AbortSignal; heartbeatMs?: number },
): AsyncGenerator<PresenceEvent[], void, void> {
  const changed = new Set(conversationId === null ? board.placesOf(companyId) : [conversationId]);
  let wake = Promise.withResolvers<void>();
  const leave = board.follow(companyId, (id) => {
    if (conversationId !== null && id !== conversationId) return;
    changed.add(id);
    wake.resolve();
  });
  const end = () => wake.resolve();
  signal.addEventListener('abort', end);
  const heartbeat = { kind: 'heartbeat', cursor } as const;
  const news = (): PresenceEvent[] => {
    const ids = [...changed];
    changed.clear();
    wake = Promise.withResolvers<void>();
    return ids.map((id) => ({
      kind: 'presence',
      conversationId: id,
      people: board.at({ companyId, conversationId: id }),
      cursor,
    }));
  };
  try {
    yield [...news(), heartbeat];
    while (!signal.aborted) {
      if (changed.size === 0) {
        const timer = setTimeout(() => wake.resolve(), heartbeatMs);
        await wake.promise;
        clearTimeout(timer);
      }
      if (signal.aborted) return;
      yield changed.size === 0 ? [heartbeat] : news();
      if (changed.size === 0) wake = Promise.withResolvers<void>();
    }
  } finally {
    leave();
    signal.removeEventListener('abort', end);
  }
}
