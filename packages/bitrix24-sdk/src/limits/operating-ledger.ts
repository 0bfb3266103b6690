import type { CallTime } from '../call/envelope.ts';
import { effectOf } from '../call/method-effect.ts';

/**
 * The time that each method has run, as far as the portal tells (facts §6): 480 s in ten minutes, of this web hook or
 * application. What a method has used up holds up nobody but its own calls.
 */
export interface OperatingLedger {
  /** When (of `now`) the next call of the method may leave; 0: at once; Infinity: when one that runs has ended. */
  readyAt(method: string): number;
  /** May the next call of the method leave now? */
  isReady(method: string): boolean;
  /** How many commands of the method still fit into its time, at least 1. */
  roomFor(method: string): number;
  /** Such calls have left; the function returned is for when they have ended. */
  begin(methods: ReadonlyMap<string, number>): () => void;
  /** `kind`: see `kindOfCall`; the method itself when absent. */
  note(method: string, time: CallTime, kind?: string): void;
  /** OPERATION_TIME_LIMIT; resolves to how long the method waits. */
  refused(method: string): number;
  /** How long a call of that kind runs, by experience. */
  estimateMs(kind: string): number;
}

export interface OperatingRule {
  readonly operatingSeconds: number;
  readonly slowAt: number;
  readonly parkAt: number;
}

interface Entry {
  /** As the portal said last, less what has become free since. */
  usedSeconds: number;
  /** When the oldest of the ten one-minute baskets drops. */
  resetAt: number;
  /** Of calls that run now. */
  pendingSeconds: number;
  parkedUntil: number;
  /** While the method is slow. */
  nextAt: number;
}

const BASKET_MS = 60_000;
const LONGEST_PARK_MS = 10 * BASKET_MS;
const UNKNOWN_PARK_MS = 60_000;
/** The portal's own seconds are rounded. */
const MARGIN_MS = 1_000;
/** Until there is experience: samples of the vendor are 0.07 to 0.25 s for reads, 0.1 to 3.3 s for writes. */
const FIRST_ESTIMATE_MS = { read: 300, write: 3_000 };

export function createOperatingLedger(rule: OperatingRule | undefined, now: () => number): OperatingLedger {
  const entries = new Map<string, Entry>();
  const entryOf = (method: string): Entry => {
    const name = method.toLowerCase();
    let entry = entries.get(name);
    if (!entry) {
      entry = {
        usedSeconds: 0,
        resetAt: 0,
        pendingSeconds: 0,
        parkedUntil: 0,
        nextAt: 0,
      };
      entries.set(name, entry);
    }
    release(entry, now());
    return entry;
  };
  const estimates = new Map<string, number>();
  const estimateMs = (kind: string): number => {
    const name = kind.toLowerCase();
    const first =
      effectOf(name.split('#')[0] ?? '') === 'read' ? FIRST_ESTIMATE_MS.read : FIRST_ESTIMATE_MS.write;
    return estimates.get(name) ?? first;
  };
  const limit = rule?.operatingSeconds ?? Number.POSITIVE_INFINITY;
  const parkSeconds = limit * (rule?.parkAt ?? 1);
  const slowSeconds = limit * (rule?.slowAt ?? 1);
  const leftSeconds = ({ usedSeconds, pendingSeconds }: Entry) => parkSeconds - usedSeconds - pendingSeconds;
  const isSlow = ({ usedSeconds, pendingSeconds }: Entry) => usedSeconds + pendingSeconds >= slowSeconds;

  const readyAt = (method: string): number => {
    if (!rule) return 0;
    const entry = entryOf(method);
    if (entry.parkedUntil > now()) return entry.parkedUntil;
    if (leftSeconds(entry) > 0) return isSlow(entry) ? entry.nextAt : 0;
    return entry.pendingSeconds > 0 ? Number.POSITIVE_INFINITY : entry.resetAt + MARGIN_MS;
  };

  return {
    estimateMs,
    readyAt,
    isReady: (method) => readyAt(method) <= now(),
    roomFor(method) {
      const room = Math.floor((leftSeconds(entryOf(method)) * 1000) / estimateMs(method));
      return Math.max(1, room);
    },
    begin(methods) {
      const running: [Entry, number][] = [];
      for (const [method, count] of methods) {
        const entry = entryOf(method);
        const seconds = (count * estimateMs(method)) / 1000;
        const left = leftSeconds(entry);
        // What is left lasts until more of it is free.
        if (isSlow(entry) && left > 0) {
          const spreadMs = Math.min(BASKET_MS, Math.max(0, entry.resetAt - now())) * (seconds / left);
          entry.nextAt = Math.max(entry.nextAt, now()) + Math.min(spreadMs, BASKET_MS);
        }
        entry.pendingSeconds += seconds;
        running.push([entry, seconds]);
      }
      return () => {
        for (const [entry, seconds] of running)
          entry.pendingSeconds = Math.max(0, entry.pendingSeconds - seconds);
      };
    },
    note(method, { durationMs, operatingSeconds, resetInMs }, kind = method) {
      const entry = entryOf(method);
      if (durationMs !== undefined)
        for (const name of new Set([method.toLowerCase(), kind.toLowerCase()]))
          estimates.set(name, learn(estimates.get(name), durationMs));
      if (operatingSeconds === undefined) return;
      entry.usedSeconds = operatingSeconds;
      entry.resetAt = now() + Math.min(resetInMs ?? BASKET_MS, LONGEST_PARK_MS);
    },
    refused(method) {
      const entry = entryOf(method);
      const left = entry.resetAt > now() ? entry.resetAt - now() + MARGIN_MS : UNKNOWN_PARK_MS;
      const pauseMs = Math.min(left, LONGEST_PARK_MS);
      entry.usedSeconds = Math.max(entry.usedSeconds, limit);
      entry.parkedUntil = Math.max(entry.parkedUntil, now() + pauseMs);
      entry.resetAt = entry.parkedUntil - MARGIN_MS;
      return pauseMs;
    },
  };
}

/** Each basket that has dropped since is taken for a tenth of the whole; the next answer tells better. */
function release(entry: Entry, at: number): void {
  if (entry.usedSeconds === 0) return;
  if (at - entry.resetAt > LONGEST_PARK_MS) entry.usedSeconds = 0;
  while (entry.usedSeconds > 0 && at >= entry.resetAt + MARGIN_MS) {
    entry.usedSeconds = entry.usedSeconds < 1 ? 0 : entry.usedSeconds * 0.9;
    entry.resetAt += BASKET_MS;
  }
}

/** Quick to believe that it takes longer, slow to believe the contrary: a batch that is too long is cut off. */
const learn = (known: number | undefined, durationMs: number): number => {
  if (known === undefined) return durationMs;
  const weight = durationMs > known ? 0.5 : 0.1;
  return known + (durationMs - known) * weight;
};
