import { createRandom } from '../../../random/random.ts';
import type { DeliverySettings, TokenKind } from '../tables.ts';

/** What becomes of one event on its way. */
export interface DeliveryPlan {
  isDropped: boolean;
  delayMs: number;
  /** So many later events to the address are sent before it. */
  behind: number;
  /** Null: it is sent once; else again, so many events later. */
  copyBehind: number | null;
  /** Copies with another token that are sent before it. */
  fakes: readonly TokenKind[];
  hasNoAccessToken: boolean;
}

/** A function of the seed and the event's place alone, whatever the chances of others are. */
export function planDelivery(settings: DeliverySettings, place: number): DeliveryPlan {
  const random = createRandom(`${settings.seed}:${place}`);
  const delayMs = random.int(settings.minDelayMs, Math.max(settings.minDelayMs, settings.maxDelayMs));
  const isDropped = random.chance(settings.dropped);
  const isDuplicated = random.chance(settings.duplicated);
  const copyBehind = random.int(0, 3);
  const isReordered = random.chance(settings.reordered);
  const behind = random.int(1, 3);
  const isForged = random.chance(settings.forged);
  const isForeign = random.chance(settings.foreign);
  return {
    isDropped,
    delayMs,
    behind: isReordered ? behind : 0,
    copyBehind: isDuplicated ? copyBehind : null,
    fakes: [...(isForged ? (['forged'] as const) : []), ...(isForeign ? (['foreign'] as const) : [])],
    hasNoAccessToken: random.chance(settings.withoutAccessToken),
  };
}
