import { expect, test } from 'vitest';
import { SYNC_RUN_TRANSITIONS, syncRunStatesBefore } from './sync-run-transitions.ts';

test('a run is begun when it waits, and again when its owner died', () => {
  expect(syncRunStatesBefore('running')).toEqual(['queued', 'running']);
});

test('a person may cancel what has not ended; only what runs completes or fails', () => {
  expect(syncRunStatesBefore('cancelled')).toEqual(['queued', 'running']);
  expect(syncRunStatesBefore('completed')).toEqual(['running']);
  expect(syncRunStatesBefore('failed')).toEqual(['running']);
});

test('nothing moves back to waiting, and what has ended stays so', () => {
  expect(syncRunStatesBefore('queued')).toEqual([]);
  for (const ended of ['completed', 'failed', 'cancelled'] as const)
    expect(SYNC_RUN_TRANSITIONS[ended]).toEqual([]);
});
