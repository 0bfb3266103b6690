import { addressBlock, Budgets } from '@domovoy/service-kit';
import { LIMITS } from '../execution/gate/limits.ts';
import { isApiKey } from './verify-credential.ts';

/**
 * Counts what was tried in vain, by address: whoever guesses is stopped before the database is asked. A good key is
 * refused too then, as long as others try wrong ones from the same address.
 */
export class WrongKeys {
  readonly #tries = new Budgets(LIMITS.wrongKeys);

  isTooMany(address: string): boolean {
    return this.#tries.status(addressBlock(address)).currentlyAvailable < 1;
  }

  /** An access token that has expired is the ordinary case of a browser, and an office has one address for all of them. */
  note(address: string, credential: string): void {
    if (isApiKey(credential)) this.#tries.take(addressBlock(address), 1);
  }
}
