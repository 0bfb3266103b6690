/** How the pauses between attempts grow. */
export interface Backoff {
  readonly baseMs: number;
  /** No pause is longer. */
  readonly capMs: number;
}

/**
 * The pause after the attempt of this number (from 1), with full jitter: anything between nothing and twice as much
 * as could have been before, so that those who failed together do not come back together.
 */
export function backoffMs(
  { baseMs, capMs }: Backoff,
  attempt: number,
  random: () => number = Math.random,
): number {
  const limit = Math.min(capMs, baseMs * 2 ** Math.min(attempt - 1, 40));
  return Math.floor(random() * limit);
}
