export type SyncRunState = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';

/**
 * From each state to those that may follow. A run whose owner died stays `running`: the next owner goes on with it.
 * What has ended never moves again; another run is another row.
 */
export const SYNC_RUN_TRANSITIONS: Readonly<Record<SyncRunState, readonly SyncRunState[]>> = {
  queued: ['running', 'cancelled'],
  running: ['running', 'completed', 'failed', 'cancelled'],
  completed: [],
  failed: [],
  cancelled: [],
};

/** The states from which a run may move to this one: the condition of the statement that moves it. */
export const syncRunStatesBefore = (to: SyncRunState): SyncRunState[] =>
  (Object.keys(SYNC_RUN_TRANSITIONS) as SyncRunState[]).filter((from) =>
    SYNC_RUN_TRANSITIONS[from].includes(to),
  );
