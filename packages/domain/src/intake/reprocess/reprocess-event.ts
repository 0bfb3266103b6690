import { BITRIX24_HOOKS } from '@domovoy/models';
import {
  addAuditEntry,
  type DeadInboxEvent,
  type InboxCoordinates,
  lockDeadInboxEvent,
  markInboxEventReprocessed,
  readOwnChanges,
  removeDeadInboxEvent,
  type Store,
  type Tx,
} from '@domovoy/store';
import { z } from 'zod';
import { tell } from '../../deliveries/by-hand/tell.ts';
import { receiveHookEvent } from '../../hook-event/receive-hook-events.ts';
import type { KeyConflict } from '../../idempotency/intention.ts';
import { once, RememberedId } from '../../idempotency/once.ts';
import { isRefusedData, refusalReason } from '../refused-data.ts';
import { type Refusal, takeInAgain } from './take-in-again.ts';

const Caused = z.array(
  z.object({
    entity: z.string(),
    op: z.enum(['added', 'changed']),
    count: z.number(),
    /** The first of them. */
    id: RememberedId,
  }),
);

/** Remembered under a key. */
const Reprocessed = z.object({ kind: z.literal('reprocessed'), caused: Caused });

export type ReprocessResult =
  | z.output<typeof Reprocessed>
  /** What would come of it; nothing did. */
  | { readonly kind: 'rehearsed'; readonly caused: z.output<typeof Caused> }
  /** Today's code cannot take it in either. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** There is none, or it is not dead (any more). */
  | { readonly kind: 'not-dead' };

interface ToReprocess {
  readonly companyId: bigint;
  readonly event: InboxCoordinates;
  readonly actor: string;
  /** Tells what would come of it: all is done, and taken back. */
  readonly isRehearsal: boolean;
}

/**
 * A dead event is read with today's code and taken in as if it had come now: one transaction, in which the dead row makes
 * room for the one that the intake writes. Whoever asks at the same time waits for the row and then finds it not dead.
 */
export async function reprocessEvent(
  store: Store,
  { idempotencyKey, ...given }: ToReprocess & { idempotencyKey: string },
): Promise<ReprocessResult | KeyConflict> {
  const { companyId, event, isRehearsal } = given;
  try {
    const result = await once<z.output<typeof Reprocessed>, ReprocessResult>(
      store,
      { companyId, key: idempotencyKey, mutation: 'reprocessEvent', input: { event, isRehearsal } },
      // A rehearsal is a refusal to `once`: taken back, and no key is used up.
      { done: Reprocessed, work: (tx, joined) => reprocessIn(tx, joined, given) },
    );
    if (result.kind === 'reprocessed') tell(store, []);
    return result;
  } catch (error) {
    if (isRefusedData(error)) return { kind: 'unreadable', reason: refusalReason(error) };
    throw error;
  }
}

async function reprocessIn(tx: Tx, joined: Store, given: ToReprocess): Promise<ReprocessResult> {
  const { companyId, event, actor, isRehearsal } = given;
  const dead = await lockDeadInboxEvent(tx, { companyId, ...event });
  if (dead === null) return { kind: 'not-dead' };
  const reason = await takeIn(tx, joined, dead);
  if (reason !== null) return { kind: 'unreadable', reason };
  await markInboxEventReprocessed(tx, dead, actor);
  const { sourceId, partition, offset } = dead;
  await addAuditEntry(tx, {
    companyId,
    actor,
    action: 'inbox_event.reprocess',
    entity: 'inbox_event',
    entityId: offset,
    // Its key is its place: the offset alone is not one.
    details: { sourceId, partition, offset: String(offset), topic: dead.topic },
    before: { state: 'dead', reason: dead.reason },
    after: { state: 'done' },
  });
  const caused = await readOwnChanges(tx);
  return { kind: isRehearsal ? 'rehearsed' : 'reprocessed', caused };
}

async function takeIn(tx: Tx, joined: Store, dead: DeadInboxEvent): Promise<Refusal> {
  if (dead.topic !== BITRIX24_HOOKS.events) {
    await removeDeadInboxEvent(tx, dead);
    return takeInAgain(joined, dead);
  }
  const { sourceId, offset, topic, payload, companyId, integrationId } = dead;
  const receivedAt = new Date(dead.receivedAt);
  // What came as a secret with it is gone; an event that only that could prove stays dead.
  const event = { sourceId, offset, topic, payload: payload ?? '', secrets: null, receivedAt };
  const { reason, wakes } = await receiveHookEvent(tx, { companyId, integrationId }, event);
  if (reason === null) tell(joined, wakes);
  return reason;
}
