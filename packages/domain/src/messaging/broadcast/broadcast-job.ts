import { DomovoyError } from '@domovoy/models';
import { countDueDeliveries, ensureConversation, findIntegration } from '@domovoy/store';
import { z } from 'zod';
import { tell } from '../../deliveries/by-hand/tell.ts';
import { RowId } from '../../deliveries/kinds/row-id.ts';
import { broadcastDeliveries } from '../../jobs/deliveries-of-job.ts';
import { defineJobKind, type JobInHand } from '../../jobs/job-kinds.ts';
import { queueOutgoing } from '../queue-outgoing.ts';
import { WrittenRecipientFilter } from './written-recipient-filter.ts';

/** Not `support`: an answer to the person is in another conversation, and never waits behind the broadcast. */
const CHANNEL = 'notification';

/**
 * So many deliveries may wait at the target before the broadcast adds none. What agents write gets its turn behind
 * these at most, and what was not added yet is what cancelling saves people from.
 */
const MOST_DUE = 20;
const LOOK_AGAIN_MS = 250;

const Checkpoint = z.object({
  /** RosDomofon's id of the last person who was written to. */
  after: RowId.catch(0n),
  queued: z.int().catch(0),
});
type Checkpoint = z.output<typeof Checkpoint>;

const Input = z.object({ filter: WrittenRecipientFilter, text: z.string() });
type Broadcast = JobInHand<z.output<typeof Input>>;

class BroadcastOffError extends DomovoyError {}

/**
 * A message to each, in the order of RosDomofon's ids. Message, delivery and the job's progress are one transaction, and
 * the delivery's key names job and person: killed at any moment, it goes on behind the last one and writes to nobody twice.
 */
export const broadcastJob = defineJobKind<typeof Input>({
  input: Input,
  async work(job) {
    const { store, companyId, signal, input, requestedAt } = job;
    let so = Checkpoint.parse(job.checkpoint ?? {});
    const filter = { ...input.filter, knownBy: requestedAt };
    for (;;) {
      const target = await findIntegration(store.db, { companyId, kind: 'rosdomofon' });
      if (target === null)
        throw new BroadcastOffError('The company has no RosDomofon any more', { code: 'ROSDOMOFON_OFF' });
      const room = MOST_DUE - (await countDueDeliveries(store, target.id, MOST_DUE));
      if (room <= 0) {
        await job.wait(LOOK_AGAIN_MS);
        continue;
      }
      const page = { filter, after: so.after, limit: room };
      const recipients = await store.company(companyId).listRecipients(page);
      if (recipients.length === 0) return { queued: so.queued };
      for (const { abonentRosdomofonId } of recipients) {
        signal.throwIfAborted();
        so = await writeTo(job, { abonentRosdomofonId, integrationId: target.id }, so);
      }
      tell(store, [target.id]);
    }
  },
});

async function writeTo(
  job: Broadcast,
  { abonentRosdomofonId, integrationId }: { abonentRosdomofonId: bigint; integrationId: bigint },
  so: Checkpoint,
): Promise<Checkpoint> {
  const { companyId, requestedBy: author } = job;
  return job.store.transaction(async (tx) => {
    const conversation = await ensureConversation(tx, { companyId, abonentRosdomofonId, channel: CHANNEL });
    await queueOutgoing(tx, {
      integrationId,
      conversation,
      text: job.input.text,
      author,
      requestedBy: author,
      key: broadcastDeliveries(job.id).keyPrefix + String(abonentRosdomofonId),
    });
    const next = { after: abonentRosdomofonId, queued: so.queued + 1 };
    const checkpoint = { ...next, after: String(next.after) };
    await job.save(tx, { done: next.queued, failed: 0, checkpoint });
    return next;
  });
}
