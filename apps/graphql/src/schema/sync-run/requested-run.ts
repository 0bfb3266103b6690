import { SYNC_RUN_TRANSITIONS } from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import type { CompanyScope, SyncRunRow } from '@domovoy/store';
import type { Context } from '../../context.ts';

/** A run that a use case has just named. */
export async function requestedRun(company: CompanyScope, runId: bigint): Promise<SyncRunRow> {
  const [run] = await company.loadSyncRuns([runId]);
  if (run) return run;
  throw new DomovoyError('A run that was requested is not there.', {
    code: 'SYNC_RUN_MISSING',
    meta: { runId: String(runId) },
  });
}

/** Nothing follows any more. */
const hasEnded = ({ state }: SyncRunRow): boolean => SYNC_RUN_TRANSITIONS[state].length === 0;

/** Until the run has ended, or the time is up. `since` is a place in the feed from before the run was requested. */
export async function untilEnded(
  { feed, caller }: Context,
  runId: bigint,
  { since, waitMs }: { since: string; waitMs: number },
): Promise<void> {
  const events = feed.follow(
    {
      companyId: caller.companyId,
      entity: 'sync_run',
      matches: (run) => run.id === runId && hasEnded(run),
    },
    since,
  );
  const timer = setTimeout(() => void events.return(), waitMs);
  try {
    for await (const batch of events) if (batch.some((event) => event.kind === 'row')) return;
  } finally {
    clearTimeout(timer);
  }
}
