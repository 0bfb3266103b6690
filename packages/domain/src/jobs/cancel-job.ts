import { addAuditEntry, cancelJob as cancel, type Store } from '@domovoy/store';
import { tell } from '../deliveries/by-hand/tell.ts';
import { JOB_KINDS } from './all-job-kinds.ts';
import type { JobToCancel } from './job-kinds.ts';
import { jobStatesBefore } from './job-transitions.ts';
import { tellOfJobs } from './tell-of-jobs.ts';

/** A person stops a job. What it has done stays. False: the company has no such job, or it is over. */
export async function cancelJob(store: Store, given: JobToCancel): Promise<boolean> {
  const { companyId, jobId, actor } = given;
  const [job] = await store.company(companyId).loadJobs([jobId]);
  if (job === undefined) return false;
  const wakes = await store.transaction(async (tx) => {
    // From here on its worker saves no piece: what is queued now is all that there will be.
    if (!(await cancel(tx, given, jobStatesBefore('cancelled')))) return null;
    const entry = { companyId, actor, action: 'job.cancel', entity: 'job', entityId: jobId };
    await addAuditEntry(tx, { ...entry, after: { state: 'cancelled' } });
    return (await JOB_KINDS[job.kind]?.cancelled?.(tx, { ...given, store })) ?? [];
  });
  if (wakes === null) return false;
  tellOfJobs(store);
  if (wakes.length > 0) tell(store, wakes);
  return true;
}
