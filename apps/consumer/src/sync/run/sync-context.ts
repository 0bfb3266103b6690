import type { RosDomofon } from '@domovoy/rosdomofon-sdk';
import type { Store } from '@domovoy/store';
import type { SyncSession } from './sync-session.ts';

/** What the phases of a run work with. */
export interface SyncContext {
  readonly store: Store;
  readonly session: SyncSession;
  readonly rosdomofon: RosDomofon;
  /** Resolves when the next call may go out; rejects when the run has to stop. */
  readonly mayCall: () => Promise<void>;
  /** The run has to stop: the lease is gone, or the process ends. */
  readonly signal: AbortSignal;
}
