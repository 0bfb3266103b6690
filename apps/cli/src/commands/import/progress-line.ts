export interface RunView {
  readonly phase: string | null;
  readonly done: number;
  readonly total: number | null;
  readonly errorMessage: string | null;
}

const number = new Intl.NumberFormat('en');

/** `accounts      41,000 of 100,000   3,900/s`; what a run waits for stands behind it. */
export function progressLine(run: RunView, before: { run: RunView; elapsedMs: number } | null): string {
  const done = number.format(run.done);
  const of = run.total === null ? '' : ` of ${number.format(Math.max(run.total, run.done))}`;
  const isSamePhase = before !== null && before.run.phase === run.phase && before.elapsedMs > 0;
  const gained = isSamePhase ? run.done - before.run.done : 0;
  const rate =
    gained > 0 && before ? `   ${number.format(Math.round((gained / before.elapsedMs) * 1_000))}/s` : '';
  const waits = run.errorMessage === null ? '' : `   waits: ${run.errorMessage}`;
  return `${(run.phase ?? '').padEnd(12)}${`${done}${of}`.padStart(20)}${rate}${waits}`;
}
