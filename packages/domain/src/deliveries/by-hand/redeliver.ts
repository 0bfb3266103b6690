import { type DeliveryFilter, type DeliveryState, type Runner, redeliver, type Store } from '@domovoy/store';
import { z } from 'zod';
import type { KeyConflict } from '../../idempotency/intention.ts';
import { once, RememberedId } from '../../idempotency/once.ts';
import { tell } from './tell.ts';

/** What ended without having been delivered may be sent again. */
const REDELIVERABLE: readonly DeliveryState[] = ['dead', 'skipped'];
/** A person insists: the target lost it. */
const REDELIVERABLE_BY_FORCE: readonly DeliveryState[] = [...REDELIVERABLE, 'delivered'];

/** Remembered under a key. */
const Redelivered = z.object({
  kind: z.literal('redelivered'),
  id: RememberedId,
  integrationId: RememberedId,
});

export type RedeliverResult =
  | z.output<typeof Redelivered>
  | { readonly kind: 'not-found' }
  /** It is in a state from which it is not sent again. */
  | { readonly kind: 'refused'; readonly state: DeliveryState }
  /** A redelivery of it is under way. */
  | { readonly kind: 'under-way'; readonly id: bigint };

interface ToRedeliver {
  readonly companyId: bigint;
  readonly deliveryId: bigint;
  readonly actor: string;
  readonly isForced: boolean;
}

/** Sends a delivery again, as a new row that points to the first one and says who asked; once for each key. */
export async function redeliverOne(
  store: Store,
  { idempotencyKey, ...given }: ToRedeliver & { idempotencyKey: string },
): Promise<RedeliverResult | KeyConflict> {
  const { companyId, deliveryId, isForced } = given;
  const result = await once<z.output<typeof Redelivered>, RedeliverResult>(
    store,
    { companyId, key: idempotencyKey, mutation: 'redeliver', input: { deliveryId, isForced } },
    { done: Redelivered, work: (tx) => redeliverIn(tx, given) },
  );
  if ('integrationId' in result) tell(store, [result.integrationId]);
  return result;
}

async function redeliverIn(
  runner: Runner,
  { companyId, deliveryId, actor, isForced }: ToRedeliver,
): Promise<RedeliverResult> {
  const states = isForced ? REDELIVERABLE_BY_FORCE : REDELIVERABLE;
  const [made] = await redeliver(runner, { companyId, ids: [deliveryId], states, actor });
  if (made === undefined) return { kind: 'not-found' };
  if (made.id !== null) return { kind: 'redelivered', id: made.id, integrationId: made.integrationId };
  return made.openId === null
    ? { kind: 'refused', state: made.state }
    : { kind: 'under-way', id: made.openId };
}

/** Small pieces: each is a transaction that holds the feed while it writes. */
const PIECE = 200;

export interface RedeliverMatchingResult {
  readonly redelivered: number;
  /** Of those that matched: a redelivery is under way already. */
  readonly passedOver: number;
}

/**
 * Sends all again that match, oldest first, piece by piece. What becomes dead meanwhile is left alone. Aborted, it
 * stops after the piece; begun again, it goes on with what is left.
 */
export async function redeliverMatching(
  store: Store,
  given: {
    companyId: bigint;
    filter: DeliveryFilter;
    actor: string;
    signal?: AbortSignal;
    onProgress?: (so: RedeliverMatchingResult) => void;
  },
): Promise<RedeliverMatchingResult> {
  const { companyId, actor, onProgress } = given;
  const states = (given.filter.states ?? REDELIVERABLE).filter((state) => REDELIVERABLE.includes(state));
  const filter = { ...given.filter, states };
  let so: RedeliverMatchingResult = { redelivered: 0, passedOver: 0 };
  /** The first row that this call made: whatever comes from there on was not meant. */
  let firstMade: bigint | null = null;
  for (let after = 0n; given.signal?.aborted !== true; ) {
    const found = await store.company(companyId).listDeliveryIds({ filter, after, limit: PIECE });
    const border = firstMade;
    const ids = border === null ? found : found.filter((id) => id < border);
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
    const made = await redeliver(store, { companyId, ids, states, actor });
    const copies = made.filter((one) => one.id !== null);
    firstMade ??= copies[0]?.id ?? null;
    so = {
      redelivered: so.redelivered + copies.length,
      passedOver: so.passedOver + made.length - copies.length,
    };
    onProgress?.(so);
    if (copies.length > 0)
      tell(
        store,
        copies.map((one) => one.integrationId),
      );
  }
  return so;
}
