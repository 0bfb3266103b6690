import type { Stack } from '../parts/stack.ts';

/** Repeats a fault while events come in, and judges once everything had the time to arrive. */
export async function rounds(
  stack: Stack,
  count: number,
  fault: (round: number) => Promise<void>,
): Promise<void> {
  stack.traffic.resume();
  for (let round = 1; round <= count; round += 1) {
    await stack.traffic.more(30);
    await fault(round);
  }
  await stack.expectNothingLost();
}
