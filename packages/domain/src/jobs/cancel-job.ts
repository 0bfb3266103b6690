import { addAuditEntry, cancelJob as cancel, notifyChanges, notifyJobs, type Store } from '@domovoy/store';
import { jobStatesBefore } from './job-transitions.ts';

/** A person stops a job. What it has done stays. False: the company has no such job, or it is over. */
export async function cancelJob(
  store: Store,
  given: { companyId: bigint; jobId: bigint; actor: string },
): Promise<boolean> {
  const { companyId, jobId, actor } = given;
  const isCancelled = await store.transaction(async (tx) => {
    if (!(await cancel(tx, given, jobStatesBefore('cancelled')))) return false;
    const entry = { companyId, actor, action: 'job.cancel', entity: 'job', entityId: jobId };
    await addAuditEntry(tx, { ...entry, after: { state: 'cancelled' } });
    return true;
  });
  if (isCancelled) tellOfJobs(store);
  return isCancelled;
}

/** Only wake-ups: workers and readers poll as well. */
export function tellOfJobs(store: Store): void {
  notifyJobs(store).catch(() => undefined);
  notifyChanges(store).catch(() => undefined);
}
