import type { JobState } from '@domovoy/store';

/**
 * From each state to those that may follow. A job whose worker died stays `running`: the next one goes on with it. What
 * is over never moves again; another try is another job.
 */
export const JOB_TRANSITIONS: Readonly<Record<JobState, readonly JobState[]>> = {
  queued: ['running', 'cancelled'],
  running: ['running', 'completed', 'failed', 'cancelled'],
  completed: [],
  failed: [],
  cancelled: [],
};

/** The states from which a job may move to this one: the condition of the statement that moves it. */
export const jobStatesBefore = (to: JobState): JobState[] =>
  (Object.keys(JOB_TRANSITIONS) as JobState[]).filter((from) => JOB_TRANSITIONS[from].includes(to));
