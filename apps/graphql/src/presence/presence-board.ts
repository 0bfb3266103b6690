import type { Logger } from '@domovoy/service-kit';
import { notifyPresence, PRESENCE_CHANNEL, type Store } from '@domovoy/store';
import { patiently } from '../feed/patience.ts';

export type PresenceState = 'reading' | 'typing';

export interface PersonPresent {
  readonly person: string;
  readonly state: PresenceState;
}

/** A conversation of a company. */
export interface Place {
  readonly companyId: bigint;
  readonly conversationId: bigint;
}

export interface PresenceOptions {
  readonly logger: Logger;
  /** How long each holds without being said again. */
  readonly holdsForMs?: Readonly<Record<PresenceState, number>>;
}

/** A reader who says it every ten seconds, and a writer who says it while they press keys. */
const HOLDS_FOR_MS: Readonly<Record<PresenceState, number>> = { reading: 30_000, typing: 9_000 };
/** The same said again within this share of its time is not told to other processes. */
const QUIET_SHARE = 1 / 6;
/** More help nobody to see who is there; and nobody fills the memory by saying so. */
const MOST_PEOPLE = 20;
const MOST_PLACES = 10_000;

/** Place, person, what they do. */
type Told = readonly [key: string, person: string, state: PresenceState | 'gone'];

interface Entry {
  readonly state: PresenceState;
  readonly untilMs: number;
}

const keyOf = ({ companyId, conversationId }: Place): string => `${companyId}:${conversationId}`;
const KEY = /^(\d{1,19}):(\d{1,19})$/;
const placeOf = (key: string): Place => {
  const [, companyId = '0', conversationId = '0'] = KEY.exec(key) ?? [];
  return { companyId: BigInt(companyId), conversationId: BigInt(conversationId) };
};

/**
 * Who is at which conversation, in memory, the same in each process of the API: each tells the others by a notification of the
 * database and hears itself in the same way. Nothing is written: a row for each key that somebody presses would be most of
 * the feed, and is worth nothing ten seconds later. What is lost on the way is said again in a moment.
 */
export class PresenceBoard implements AsyncDisposable {
  readonly #store: Store;
  readonly #holdsForMs: Readonly<Record<PresenceState, number>>;
  readonly #places = new Map<string, Map<string, Entry>>();
  readonly #followers = new Map<bigint, Set<(conversationId: bigint) => void>>();
  readonly #lastTold = new Map<string, { readonly state: PresenceState; readonly atMs: number }>();
  readonly #closing = new AbortController();
  readonly #listening: Promise<{ close(): Promise<void> } | null>;
  #timer: NodeJS.Timeout | null = null;
  #timerAtMs = 0;

  constructor(store: Store, { logger, holdsForMs = HOLDS_FOR_MS }: PresenceOptions) {
    this.#store = store;
    this.#holdsForMs = holdsForMs;
    this.#listening = this.#listen(logger);
  }

  holdsForMs(state: PresenceState): number {
    return this.#holdsForMs[state];
  }

  at(place: Place): PersonPresent[] {
    const now = performance.now();
    return [...(this.#places.get(keyOf(place)) ?? [])]
      .filter(([, { untilMs }]) => untilMs > now)
      .map(([person, { state }]) => ({ person, state }));
  }

  /** Null: is not there any more. */
  async set(place: Place, person: string, state: PresenceState | null): Promise<void> {
    const now = performance.now();
    const who = `${keyOf(place)} ${person}`;
    const last = this.#lastTold.get(who);
    if (state === null) this.#lastTold.delete(who);
    else {
      const quietMs = this.#holdsForMs[state] * QUIET_SHARE;
      if (last?.state === state && now - last.atMs < quietMs) return;
      this.#lastTold.set(who, { state, atMs: now });
    }
    await notifyPresence(this.#store, JSON.stringify([keyOf(place), person, state ?? 'gone']));
  }

  /** Where somebody of the company is. */
  placesOf(companyId: bigint): bigint[] {
    return [...this.#places.keys()]
      .map(placeOf)
      .flatMap((place) => (place.companyId === companyId ? [place.conversationId] : []));
  }

  /** Calls back with each conversation of the company at which somebody came, went, or does something else. */
  follow(companyId: bigint, onChange: (conversationId: bigint) => void): () => void {
    const followers = this.#followers.get(companyId) ?? new Set();
    this.#followers.set(companyId, followers.add(onChange));
    return () => {
      followers.delete(onChange);
      if (followers.size === 0) this.#followers.delete(companyId);
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    if (this.#timer) clearTimeout(this.#timer);
    await (await this.#listening)?.close();
  }

  async #listen(logger: Logger) {
    const { signal } = this.#closing;
    const open = () => this.#store.listen(PRESENCE_CHANNEL, (payload) => this.#hear(payload));
    try {
      return await patiently(open, {
        signal,
        onError: (error) => logger.debug({ event: 'presence-listen-failed', err: error }),
      });
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  }

  /** The empty payload says only that there is a connection. */
  #hear(payload: string): void {
    if (payload === '') return;
    const told = readTold(payload);
    if (told === null) return;
    const [key, person, state] = told;
    const people = this.#places.get(key) ?? new Map<string, Entry>();
    const before = people.get(person)?.state ?? null;
    if (state === 'gone') people.delete(person);
    else if (people.has(person) || people.size < MOST_PEOPLE)
      people.set(person, { state, untilMs: performance.now() + this.#holdsForMs[state] });
    if (people.size === 0) this.#places.delete(key);
    else if (this.#places.has(key) || this.#places.size < MOST_PLACES) this.#places.set(key, people);
    if (before !== (state === 'gone' ? null : state)) this.#tell(key);
    if (state !== 'gone') this.#expireBy(performance.now() + this.#holdsForMs[state]);
  }

  #tell(key: string): void {
    const { companyId, conversationId } = placeOf(key);
    for (const onChange of this.#followers.get(companyId) ?? []) onChange(conversationId);
  }

  /** One timer for all, at the next moment at which somebody's time is up. */
  #expireBy(atMs: number): void {
    if (this.#closing.signal.aborted || (this.#timer && this.#timerAtMs <= atMs)) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timerAtMs = atMs;
    this.#timer = setTimeout(() => this.#expire(), Math.max(10, atMs - performance.now()));
    this.#timer.unref();
  }

  #expire(): void {
    this.#timer = null;
    const now = performance.now();
    for (const [key, people] of this.#places) {
      const before = people.size;
      for (const [person, { untilMs }] of people) if (untilMs <= now) people.delete(person);
      if (people.size === 0) this.#places.delete(key);
      if (people.size !== before) this.#tell(key);
    }
    for (const [who, { state, atMs }] of this.#lastTold)
      if (now - atMs > this.#holdsForMs[state]) this.#lastTold.delete(who);
    let next = Number.POSITIVE_INFINITY;
    for (const people of this.#places.values())
      for (const { untilMs } of people.values()) next = Math.min(next, untilMs);
    if (next < Number.POSITIVE_INFINITY) this.#expireBy(next);
  }
}

function readTold(payload: string): Told | null {
  try {
    const told: unknown = JSON.parse(payload);
    if (!Array.isArray(told)) return null;
    const [key, person, state] = told as unknown[];
    const isState = state === 'reading' || state === 'typing' || state === 'gone';
    return typeof key === 'string' && KEY.test(key) && typeof person === 'string' && isState
      ? [key, person, state]
      : null;
  } catch {
    // Of another version of the hub: its people show up when everybody has this one.
    return null;
  }
}
