import { EventEmitter, once } from 'node:events';
import type { EventData } from '../portal-event.ts';

/** One sending of an event, or that there was none. */
export interface EventRecord {
  /** Counts since the sandbox started. */
  n: number;
  atMs: number;
  event: string;
  handlerId: number;
  url: string;
  /** The application, or null: an outgoing webhook. */
  clientId: string | null;
  data: EventData;
  /** What the handler answered; null: nothing, or it was not sent. */
  status: number | null;
  /** What was special about it: `duplicate`, `held back`, `dropped`, `forged`, … */
  did: readonly string[];
  error?: string | undefined;
}

export interface EventHistory {
  add(record: Omit<EventRecord, 'n'>): void;
  list(filter: { since: number; event?: string | undefined; limit: number }): EventRecord[];
  readonly last: number;
  /** Resolves when there is another one, or when the signal fires. */
  changed(signal: AbortSignal): Promise<void>;
  clear(): void;
}

const SIZE = 2000;

export function createEventHistory(): EventHistory {
  let records: EventRecord[] = [];
  let last = 0;
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    get last() {
      return last;
    },
    add(fields) {
      last += 1;
      records.push({ n: last, ...fields });
      // Cut now and then, not with every event.
      if (records.length > SIZE * 2) records = records.slice(-SIZE);
      emitter.emit('event');
    },
    list: ({ since, event, limit }) =>
      records
        .slice(-SIZE)
        .filter((record) => record.n > since && (event === undefined || record.event === event))
        .slice(0, limit),
    async changed(signal) {
      await once(emitter, 'event', { signal }).catch(() => {}); // the signal
    },
    clear() {
      records = [];
    },
  };
}
