import type { Job } from './gate.ts';
import type { OperatingLedger } from './operating-ledger.ts';

/** The portal takes no more in a batch (facts §4). */
export const MOST_COMMANDS = 50;
/** Somebody waits for the answer to a chat: nothing long goes along with it. */
const LONGEST_CHAT_BATCH_MS = 5_000;
/** A guess of what a batch takes is a guess: it has to fit into a part of the time that a call has left. */
export const SAFE_SHARE = 0.7;

interface Picking {
  ledger: OperatingLedger;
  longestBatchMs: number;
  /** May several go as one batch? */
  together: boolean;
}

/** The first that may go, and, if they may go together, who goes along with it. */
export function pickJobs<J extends Job>(
  waiting: Iterable<J>,
  { ledger, longestBatchMs, together }: Picking,
): readonly J[] {
  const budget = createBatchBudget(ledger);
  const picked: J[] = [];
  let longestMs = longestBatchMs;
  for (const job of waiting) {
    const [first] = picked;
    if (!isReady(job, ledger)) continue;
    if (!first) {
      picked.push(job);
      if (!together || !job.gatherable || !ledger.isReady('batch')) return picked;
      if (job.lane === 'chat') longestMs = Math.min(longestMs, LONGEST_CHAT_BATCH_MS);
    } else {
      // The lanes come one after the other: behind the chat's there is no more of it.
      if (first.lane === 'chat' && job.lane !== 'chat') return picked;
      if (!job.gatherable) continue;
    }
    const [method = ''] = job.methods.keys();
    const fits = budget.add(method, job.kind ?? method, Math.min(longestMs, SAFE_SHARE * job.timeLeftMs()));
    if (first && !fits) continue;
    if (first) picked.push(job);
    // Nobody's time is to be over before the batch is.
    longestMs = Math.min(longestMs, Math.max(SAFE_SHARE * job.timeLeftMs(), budget.takesMs()));
    if (budget.isFull(longestMs)) return picked;
  }
  return picked;
}

const isReady = ({ methods }: Job, ledger: OperatingLedger): boolean =>
  [...methods.keys()].every((method) => ledger.isReady(method));

export interface BatchBudget {
  /** False when it does not fit: into the batch, or, for now, into the time of its method. */
  add(method: string, kind: string, longestMs: number): boolean;
  takesMs(): number;
  /** Not even the quickest call will fit. */
  isFull(longestMs: number): boolean;
}

const QUICKEST_CALL_MS = 1;

/** What goes into one batch, by the time that it is going to take. The first command always does. */
export function createBatchBudget(ledger: OperatingLedger): BatchBudget {
  const counts = new Map<string, number>();
  let count = 0;
  let takesMs = 0;
  return {
    add(method, kind, longestMs) {
      const name = method.toLowerCase();
      const already = counts.get(name) ?? 0;
      const isTooMuch = count >= MOST_COMMANDS || takesMs + ledger.estimateMs(kind) > longestMs;
      if (count > 0 && (isTooMuch || already >= ledger.roomFor(name))) return false;
      counts.set(name, already + 1);
      count += 1;
      takesMs += ledger.estimateMs(kind);
      return true;
    },
    takesMs: () => takesMs,
    isFull: (longestMs) => count >= MOST_COMMANDS || takesMs + QUICKEST_CALL_MS > longestMs,
  };
}
