import type { Change, CompanyScope } from '@domovoy/store';

/** What of a company is looked at for those who follow it, because no row of the feed says it. */
export interface Sight<State> {
  readonly look: (company: CompanyScope) => Promise<State>;
  /** With the same key nothing has changed that is worth telling. */
  readonly keyOf: (state: State) => string;
  /** Rows whose change is a reason to look at once. */
  readonly entities: ReadonlySet<Change['entity']>;
  /** How long after this state the next look is due if there is no such reason; null: none is. */
  readonly againInMs: (state: State) => number | null;
}

/** The same object for all who are told of it: by that it is known that they may share what it looks like. */
export type Seen<State> =
  | { readonly kind: 'state'; readonly state: State; readonly key: string; readonly cursor: string }
  /** The look failed: how it is now, nobody knows. */
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'heartbeat'; readonly cursor: string };
