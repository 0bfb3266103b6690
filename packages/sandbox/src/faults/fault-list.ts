import type { Fault, FaultWish } from './fault.ts';
import { matcherOf } from './path-pattern.ts';

/** What is going to go wrong. */
export interface FaultList {
  add(wish: FaultWish): Fault;
  /** Those that can still strike. */
  list(): Fault[];
  /** One, or all. Returns how many there were. */
  clear(id?: number): number;
  /** Those that strike this call: any number of delays, and at most one other. */
  strike(call: StruckBy): Fault[];
}

export interface StruckBy {
  method: string;
  /** Any of them. */
  paths: readonly string[];
  isCommand?: boolean;
}

interface Entry {
  fault: Fault;
  matches: (path: string) => boolean;
}

export function createFaultList({
  now = Date.now,
  chance = Math.random,
}: {
  now?: () => number;
  chance?: () => number;
} = {}): FaultList {
  let entries: Entry[] = [];
  let lastId = 0;

  const isOver = ({ hits, times, untilMs }: Fault) =>
    (times !== undefined && hits >= times) || (untilMs !== null && untilMs <= now());
  const current = () => {
    entries = entries.filter(({ fault }) => !isOver(fault));
    return entries;
  };

  return {
    add(wish) {
      lastId += 1;
      const untilMs = wish.forMs === undefined ? null : now() + wish.forMs;
      const fault: Fault = { id: lastId, ...wish, hits: 0, untilMs };
      entries.push({ fault, matches: matcherOf(wish.path ?? '**') });
      return fault;
    },
    list: () => current().map(({ fault }) => fault),
    clear(id) {
      const before = current().length;
      entries = id === undefined ? [] : entries.filter(({ fault }) => fault.id !== id);
      return before - entries.length;
    },
    strike({ method, paths, isCommand = false }) {
      const struck: Fault[] = [];
      for (const { fault, matches } of current()) {
        const isTaken = fault.kind !== 'latency' && struck.some(({ kind }) => kind !== 'latency');
        const isMeant =
          (fault.method ?? method) === method &&
          (fault.inBatch ?? false) === isCommand &&
          paths.some((path) => matches(path));
        if (isTaken || !isMeant || chance() >= (fault.probability ?? 1)) continue;
        fault.hits += 1;
        struck.push(fault);
      }
      return struck;
    },
  };
}
