import { createSendingOrder } from './sending-order.ts';

/** Sends what is added to it, so many at a time, until it is ended. */
export interface Lane<Sending> {
  /** Not over yet. */
  readonly size: number;
  add(sending: Sending, behind: number): void;
  end(): void;
}

interface LaneOptions<Sending> {
  inParallel: () => number;
  send: (sending: Sending, signal: AbortSignal) => Promise<void>;
}

/** So long something waits for others to overtake it. */
const PATIENCE_MS = 1000;

export function createLane<Sending>({ inParallel, send }: LaneOptions<Sending>): Lane<Sending> {
  const order = createSendingOrder<Sending>();
  const ending = new AbortController();
  let sendingNow = 0;
  /** Runs while everything waits to be overtaken, and nobody comes. */
  let patience: NodeJS.Timeout | undefined;

  function pump(): void {
    while (sendingNow < inParallel()) {
      const next = order.next();
      if (next === undefined) break;
      void start(next);
    }
    const isHeld = sendingNow === 0 && order.size > 0;
    if (isHeld) patience ??= setTimeout(overtakenByNobody, PATIENCE_MS);
    else losePatience();
  }

  function overtakenByNobody(): void {
    losePatience();
    const held = order.nextHeld();
    if (held !== undefined) void start(held);
  }

  function losePatience(): void {
    clearTimeout(patience);
    patience = undefined;
  }

  async function start(sending: Sending): Promise<void> {
    sendingNow += 1;
    try {
      await send(sending, ending.signal);
    } catch (error) {
      if (!ending.signal.aborted) throw error;
    }
    sendingNow -= 1;
    if (!ending.signal.aborted) pump();
  }

  return {
    get size() {
      return order.size + sendingNow;
    },
    add(sending, behind) {
      order.add(sending, behind);
      // What is added in one go is put in order before the first of it is sent.
      queueMicrotask(() => {
        if (!ending.signal.aborted) pump();
      });
    },
    end() {
      ending.abort();
      losePatience();
    },
  };
}
