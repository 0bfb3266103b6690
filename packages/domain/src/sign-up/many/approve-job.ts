import { joinTransaction, lockSignUp } from '@domovoy/store';
import { z } from 'zod';
import { tell } from '../../deliveries/by-hand/tell.ts';
import { RowId } from '../../deliveries/kinds/row-id.ts';
import { defineJobKind, type JobInHand } from '../../jobs/job-kinds.ts';
import { held, toolsOf } from '../by-hand/act.ts';
import { approveLocked } from '../by-hand/approve-sign-up.ts';
import { WrittenSignUpFilter } from './written-sign-up-filter.ts';

/** Looked up at once. */
const PAGE = 200;

const Checkpoint = z.object({
  /** The last one that was looked at. */
  after: RowId.catch(0n),
  approved: z.int().catch(0),
  /** How often for which reason one was left to people. */
  refused: z.record(z.string(), z.int()).catch({}),
});
type Checkpoint = z.output<typeof Checkpoint>;

const Input = z.object({ filter: WrittenSignUpFilter });

/** One sign-up and the job's progress are one transaction: killed at any moment, it goes on behind the last one. */
export const approveJob = defineJobKind<typeof Input>({
  input: Input,
  async work(job) {
    let so = Checkpoint.parse(job.checkpoint ?? {});
    const company = job.store.company(job.companyId);
    for (;;) {
      const ids = await company.listSignUpIds({ filter: job.input.filter, after: so.after, limit: PAGE });
      if (ids.length === 0) return { approved: so.approved, refused: so.refused };
      for (const id of ids) {
        job.signal.throwIfAborted();
        so = await approveOne(job, id, so);
      }
    }
  },
});

async function approveOne(
  job: JobInHand<z.output<typeof Input>>,
  signUpId: bigint,
  so: Checkpoint,
): Promise<Checkpoint> {
  const { store, companyId, requestedBy: actor } = job;
  const { next, wakes } = await store.transaction(async (tx) => {
    const signUp = await lockSignUp(tx, { companyId, signUpId });
    const tools = await toolsOf(tx, { companyId, actor });
    const result =
      signUp === null || signUp.state !== 'needs_review'
        ? ({ kind: 'wrong-state' } as const)
        : tools === null
          ? ({ kind: 'off' } as const)
          : await approveLocked(
              tx,
              signUp,
              { companyId, actor },
              { ...held(tools), store: joinTransaction(store, tx) },
            );
    const isDone = result.kind === 'done';
    const counted: Checkpoint = {
      after: signUpId,
      approved: so.approved + (isDone ? 1 : 0),
      refused: isDone ? so.refused : counting(so.refused, codeOf(result.kind)),
    };
    const failed = Object.values(counted.refused).reduce((sum, one) => sum + one, 0);
    await job.save(tx, {
      done: counted.approved + failed,
      failed,
      checkpoint: { ...counted, after: String(counted.after) },
    });
    return { next: counted, wakes: isDone && tools !== null ? [tools.target.integrationId] : [] };
  });
  if (wakes.length > 0) tell(store, wakes);
  return next;
}

const codeOf = (kind: string): string => kind.toUpperCase().replaceAll('-', '_');

const counting = (counts: Readonly<Record<string, number>>, code: string): Record<string, number> => ({
  ...counts,
  [code]: (counts[code] ?? 0) + 1,
});
