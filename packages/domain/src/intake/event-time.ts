const EARLIEST_MS = Date.UTC(2010);
const TOLERANCE_MS = 5 * 60_000;

/**
 * A time that came from outside, as far as it can be believed: before 2010 or more than five minutes ahead it is
 * `fallbackMs`. A wrong clock could otherwise pin an event above everything that follows, or break the column.
 */
export function believableTime(timeMs: number, nowMs: number, fallbackMs = nowMs): Date {
  return new Date(timeMs >= EARLIEST_MS && timeMs <= nowMs + TOLERANCE_MS ? timeMs : fallbackMs);
}
