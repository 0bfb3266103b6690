import { env } from '../parts/env.ts';
import type { Stack } from '../parts/stack.ts';

/** Repeats a fault while events come in (in CI; elsewhere once is enough) and judges when everything had the time to arrive. */
export async function rounds(
  stack: Stack,
  countInCi: number,
  fault: (round: number) => Promise<void>,
): Promise<void> {
  const count = env.isCi ? countInCi : 1;
  stack.traffic.resume();
  for (let round = 1; round <= count; round += 1) {
    await stack.traffic.more(30);
    await fault(round);
  }
  await stack.expectNothingLost();
}
