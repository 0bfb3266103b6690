import type { Lane } from '../call/command.ts';
import type { Job } from './gate.ts';
import type { OperatingLedger } from './operating-ledger.ts';

/** The portal takes no more in a batch (facts §4). */
export const MOST_COMMANDS = 50;
/** The portal cuts a request off at 60 s; a batch that would take longer than this is a smaller one (facts §14). */
export const LONGEST_BATCH_MS = 40_000;
/** Somebody waits for the answer to a chat: nothing long goes along with it. */
const LONGEST_CHAT_BATCH_MS = 5_000;

interface Picking {
  ledger: OperatingLedger;
  /** May several go as one batch? */
  together: boolean;
}

/** The first that may go, and, if they may go together, who goes along with it. */
export function pickJobs<J extends Job>(waiting: Iterable<J>, { ledger, together }: Picking): readonly J[] {
  const budget = createBatchBudget(ledger);
  const picked: J[] = [];
  for (const job of waiting) {
    const [first] = picked;
    if (!isReady(job, ledger)) continue;
    if (!first) {
      picked.push(job);
      if (!together || !job.gatherable || !ledger.isReady('batch')) return picked;
    } else {
      // The lanes come one after the other: behind the chat's there is no more of it.
      if (first.lane === 'chat' && job.lane !== 'chat') return picked;
      if (!job.gatherable) continue;
    }
    const [method = ''] = job.methods.keys();
    const fits = budget.add(method, job.kind ?? method, first?.lane ?? job.lane);
    if (first && !fits) continue;
    if (first) picked.push(job);
    if (picked.length >= MOST_COMMANDS || budget.isSpent()) return picked;
  }
  return picked;
}

const isReady = ({ methods }: Job, ledger: OperatingLedger): boolean =>
  [...methods.keys()].every((method) => ledger.isReady(method));

export interface BatchBudget {
  /** False when it does not fit: neither into the batch nor, for now, into the time of the method. */
  add(method: string, kind: string, lane?: Lane): boolean;
  /** Nothing else will fit. */
  isSpent(): boolean;
}

/** What goes into one batch, by the time that it is going to take. The first command always does. */
export function createBatchBudget(ledger: OperatingLedger): BatchBudget {
  const counts = new Map<string, number>();
  let count = 0;
  let takesMs = 0;
  let isSpent = false;
  return {
    add(method, kind, lane = 'normal') {
      const name = method.toLowerCase();
      const already = counts.get(name) ?? 0;
      const longestMs = lane === 'chat' ? LONGEST_CHAT_BATCH_MS : LONGEST_BATCH_MS;
      const tooLong = takesMs + ledger.estimateMs(kind) > longestMs;
      if (count > 0 && (tooLong || count >= MOST_COMMANDS)) isSpent = true;
      if (count > 0 && (isSpent || already >= ledger.roomFor(name))) return false;
      counts.set(name, already + 1);
      count += 1;
      takesMs += ledger.estimateMs(kind);
      return true;
    },
    isSpent: () => isSpent,
  };
}
