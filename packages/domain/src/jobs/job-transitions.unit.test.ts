import { expect, test } from 'vitest';
import { JOB_TRANSITIONS, jobStatesBefore } from './job-transitions.ts';

test('a job ends once, and only one that runs can be completed', () => {
  expect(jobStatesBefore('running')).toEqual(['queued', 'running']);
  expect(jobStatesBefore('cancelled')).toEqual(['queued', 'running']);
  expect(jobStatesBefore('completed')).toEqual(['running']);
  for (const over of ['completed', 'failed', 'cancelled'] as const) expect(JOB_TRANSITIONS[over]).toEqual([]);
});
