import { expect, test } from 'vitest';
import { WaitingMarks } from './waiting-marks.ts';

const at = (position: bigint | null, end: bigint) => [
  {
    topic: 'MESSAGES_IN_demo',
    partition: 0,
    position,
    lag: position === null ? null : end - position,
    failures: 0,
  },
];

test('what stands still waits longer and longer, and nothing waits when it is handled', () => {
  const marks = new WaitingMarks();
  expect(marks.look(at(null, 10n), 0)).toEqual([null]);
  expect(marks.look(at(5n, 10n), 1_000)).toEqual([0]);
  expect(marks.look(at(5n, 20n), 61_000)).toEqual([60_000]);
  expect(marks.look(at(9n, 20n), 62_000)).toEqual([61_000]);
  expect(marks.look(at(20n, 20n), 63_000)).toEqual([null]);
});

test('a stream that never stops is not late while what was there is handled each time', () => {
  const marks = new WaitingMarks();
  for (let second = 0; second < 100; second++) {
    const position = BigInt(second) * 1_000n;
    expect(marks.look(at(position, position + 1_000n), second * 1_000)).toEqual([0]);
  }
});

test('a partition that was given away begins anew when it comes back', () => {
  const marks = new WaitingMarks();
  marks.look(at(5n, 10n), 0);
  expect(marks.look([], 1_000)).toEqual([]);
  expect(marks.look(at(5n, 10n), 2_000)).toEqual([0]);
});
