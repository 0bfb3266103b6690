import { DomovoyError } from '@domovoy/models';
import { cancelDeliveries, type FlatWithoutService, findIntegration, joinTransaction } from '@domovoy/store';
import { z } from 'zod';
import { tell } from '../../deliveries/by-hand/tell.ts';
import { RowId } from '../../deliveries/kinds/row-id.ts';
import { connectDeliveries } from '../../jobs/deliveries-of-job.ts';
import { defineJobKind, type JobInHand } from '../../jobs/job-kinds.ts';
import { enqueueEffect } from '../effects/request-effect.ts';

/**
 * So many of its own deliveries may be open. What a person asks for meanwhile waits behind these at most, and what is not
 * queued yet costs nothing to cancel.
 */
const MOST_OPEN = 20;
const LOOK_AGAIN_MS = 250;

const Checkpoint = z.object({
  /** RosDomofon's id of the last flat that was queued. */
  after: RowId.catch(0n),
});

const Input = z.object({ entranceRosdomofonId: RowId, serviceRosdomofonId: RowId });
type ConnectJob = JobInHand<z.output<typeof Input>>;

class ConnectOffError extends DomovoyError {}

/**
 * RosDomofon has no call that connects an entrance as a whole (facts §1.3): each flat is connected by itself, with its
 * account, as a delivery `service.connect`, the same that `connectService` makes. That one reads the account's connections
 * before it connects, in each attempt: a second connection of the same two is possible there, so neither an attempt without an
 * answer nor another job at the same time may connect blindly. Those that cannot be connected are its dead deliveries.
 *
 * Deliveries and the job's progress are one transaction, and the deliveries' keys name job and flat: killed at any moment,
 * it goes on behind the last flat and queues none twice. It is over when all its deliveries are.
 */
export const connectJob = defineJobKind<typeof Input>({
  input: Input,
  async work(job) {
    const { store, companyId, signal } = job;
    let { after } = Checkpoint.parse(job.checkpoint ?? {});
    let [done, areAllQueued] = [job.done, false];
    for (;;) {
      signal.throwIfAborted();
      const target = await findIntegration(store.db, { companyId, kind: 'rosdomofon' });
      if (target === null)
        throw new ConnectOffError('The company has no RosDomofon any more', { code: 'ROSDOMOFON_OFF' });
      const now = await progressOf(job);
      const room = areAllQueued ? 0 : MOST_OPEN - now.open;
      const flats = room > 0 ? await nextFlats(job, { after, limit: room }) : [];
      areAllQueued ||= flats.length < room;
      after = flats.at(-1)?.flatRosdomofonId ?? after;
      if (flats.length > 0 || now.done > done) await savePiece(job, target.id, flats, { ...now, after });
      if (flats.length > 0) tell(store, [target.id]);
      done = now.done;
      if (areAllQueued && flats.length === 0 && now.open === 0)
        return { connected: now.connected, alreadyConnected: now.alreadyConnected, failed: now.failed };
      await job.wait(LOOK_AGAIN_MS);
    }
  },
  async cancelled(tx, { store, companyId, jobId, actor }) {
    const company = joinTransaction(store, tx).company(companyId);
    const ids = await company.listPendingJobDeliveries(connectDeliveries(jobId));
    const cancelled = await cancelDeliveries(tx, { companyId, ids, actor });
    return [...new Set(cancelled.map(({ integrationId }) => integrationId))];
  },
});

interface Progress {
  readonly open: number;
  readonly connected: number;
  /** RosDomofon had it; the mirror did not know. */
  readonly alreadyConnected: number;
  readonly failed: number;
  readonly done: number;
}

async function progressOf({ store, companyId, id: jobId }: ConnectJob): Promise<Progress> {
  const counts = await store
    .company(companyId)
    .countJobDeliveries({ keys: connectDeliveries(jobId), member: 'isNew' });
  const sumOf = (...states: string[]) =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  const delivered = counts.filter(({ state }) => state === 'delivered');
  const alreadyConnected = delivered.find(({ said }) => said === 'false')?.count ?? 0;
  const [all, failed] = [sumOf('delivered'), sumOf('dead', 'skipped')];
  return {
    open: sumOf('pending', 'leased'),
    connected: all - alreadyConnected,
    alreadyConnected,
    failed,
    done: all + failed,
  };
}

const nextFlats = (
  { store, companyId, input, requestedAt }: ConnectJob,
  { after, limit }: { after: bigint; limit: number },
): Promise<FlatWithoutService[]> =>
  store.company(companyId).listFlatsWithoutService({ at: { ...input, knownBy: requestedAt }, after, limit });

async function savePiece(
  job: ConnectJob,
  integrationId: bigint,
  flats: readonly FlatWithoutService[],
  { done, failed, after }: Progress & { after: bigint },
): Promise<void> {
  const { companyId, id: jobId, input, requestedBy } = job;
  const { kind, keyPrefix } = connectDeliveries(jobId);
  await job.store.transaction(async (tx) => {
    await enqueueEffect.all(
      tx,
      flats.map(({ flatRosdomofonId, accountRosdomofonId }) => ({
        kind,
        payload: {
          serviceRosdomofonId: Number(input.serviceRosdomofonId),
          flatRosdomofonId: Number(flatRosdomofonId),
          accountRosdomofonId: Number(accountRosdomofonId),
        },
        target: { integrationId, companyId, kind: 'rosdomofon' as const },
        dedupeKey: `${keyPrefix}${flatRosdomofonId}`,
        requestedBy,
      })),
    );
    await job.save(tx, { done, failed, checkpoint: { after: String(after) } });
  });
}
