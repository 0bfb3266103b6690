import { createHash, timingSafeEqual } from 'node:crypto';
import { findHookTargets, type HookTarget, type Store } from '@domovoy/store';
import { GatheredLookup } from './gathered-lookup.ts';

interface Known {
  readonly target: HookTarget | null;
  readonly at: number;
}

const REMEMBER_MS = 5_000;
/** A token that was entered a moment ago is looked for again, but not for every forged event. */
const AGAIN_MS = 1_000;
const MOST = 10_000;

/** Which integrations there are and by which tokens their events are known; read from the database now and then. */
export class HookTargets {
  readonly #lookup: GatheredLookup<bigint, HookTarget>;
  readonly #now: () => number;
  readonly #known = new Map<bigint, Known>();

  constructor(store: Store, now: () => number = () => performance.now()) {
    this.#lookup = new GatheredLookup((ids) => findHookTargets(store, ids));
    this.#now = now;
  }

  /** Null: there is no such integration. */
  async of(integrationId: bigint): Promise<HookTarget | null> {
    const known = this.#known.get(integrationId);
    return known && this.#now() - known.at < REMEMBER_MS ? known.target : this.#load(integrationId);
  }

  /** Is the token one of the integration's? All are compared, each in constant time. */
  async verify(integrationId: bigint, token: string): Promise<boolean> {
    if (isOneOf(await this.of(integrationId), token)) return true;
    const known = this.#known.get(integrationId);
    if (known && this.#now() - known.at < AGAIN_MS) return false;
    return isOneOf(await this.#load(integrationId), token);
  }

  async #load(integrationId: bigint): Promise<HookTarget | null> {
    const target = await this.#lookup.find(integrationId);
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(integrationId, { target, at: this.#now() });
    return target;
  }
}

function isOneOf(target: HookTarget | null, token: string): boolean {
  const hash = createHash('sha256').update(token).digest();
  let isFound = false;
  for (const known of target?.tokenHashes ?? [])
    if (known.length === hash.length && timingSafeEqual(known, hash)) isFound = true;
  return isFound;
}
