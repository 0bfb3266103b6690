import { type DeliveryFilter, type DeliveryState, redeliver, type Store } from '@domovoy/store';
import { tell } from './tell.ts';

/** What ended without having been delivered may be sent again. */
const REDELIVERABLE: readonly DeliveryState[] = ['dead', 'skipped'];
/** A person insists: the target lost it. */
const REDELIVERABLE_BY_FORCE: readonly DeliveryState[] = [...REDELIVERABLE, 'delivered'];

export type RedeliverResult =
  | { readonly kind: 'redelivered'; readonly id: bigint }
  | { readonly kind: 'not-found' }
  /** It is in a state from which it is not sent again. */
  | { readonly kind: 'refused'; readonly state: DeliveryState }
  /** A redelivery of it is under way. */
  | { readonly kind: 'under-way'; readonly id: bigint };

/** Sends a delivery again, as a new row that points to the first one and says who asked. */
export async function redeliverOne(
  store: Store,
  given: { companyId: bigint; deliveryId: bigint; actor: string; isForced?: boolean },
): Promise<RedeliverResult> {
  const { companyId, deliveryId, actor, isForced } = given;
  const states = isForced ? REDELIVERABLE_BY_FORCE : REDELIVERABLE;
  const [made] = await redeliver(store, { companyId, ids: [deliveryId], states, actor });
  if (made === undefined) return { kind: 'not-found' };
  if (made.id === null)
    return made.openId === null
      ? { kind: 'refused', state: made.state }
      : { kind: 'under-way', id: made.openId };
  tell(store, [made.integrationId]);
  return { kind: 'redelivered', id: made.id };
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
