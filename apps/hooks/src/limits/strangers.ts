import { addressBlock, Budgets } from '@domovoy/service-kit';
import { LIMITS } from './limits.ts';

/**
 * Counts by address what proved nothing: events for nobody, unreadable ones, missing and foreign tokens, made-up states.
 * Portals of Bitrix24 share their addresses, so it is asked when that is known and not before: what carries the right
 * token is taken, whatever else came from there. A claim proves nothing either, but it may be the portal's own, and has
 * a limit of its own.
 */
export class Strangers {
  readonly #tries = new Budgets(LIMITS.strangers);

  /** One more; null: it hears what is wrong, otherwise after how many seconds it would again. */
  secondsToWait(address: string): number | null {
    const block = addressBlock(address);
    return this.#tries.take(block, 1) ? null : this.#tries.secondsUntil(block, 1);
  }
}
