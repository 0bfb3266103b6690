import { setTimeout as pause } from 'node:timers/promises';
import type { CompanyScope } from '@domovoy/store';
import type { WriteLine } from '../../terminal/reporter.ts';
import { countLines } from './count-lines.ts';
import { progressLine, type RunView } from './progress-line.ts';

const LOOK_EVERY_MS = 250;
const TELL_EVERY_MS = 1_000;
/** Owners look every few seconds even when they hear nothing. */
const UNTAKEN_AFTER_MS = 10_000;

export interface FollowOptions {
  readonly company: CompanyScope;
  readonly runId: bigint;
  readonly isJson: boolean;
  readonly write: WriteLine;
}

/** Shows a run until it has ended. 0: it completed. */
export async function followRun(options: FollowOptions): Promise<number> {
  const { company, runId, isJson, write } = options;
  const startedAt = performance.now();
  let told: { run: RunView; at: number } | null = null;
  for (let isWarned = false; ; await pause(LOOK_EVERY_MS)) {
    const [run] = await company.loadSyncRuns([runId]);
    if (run === undefined) throw new TypeError(`run ${runId} is gone`);
    if (run.finishedAt !== null) return end(options, run);
    const now = performance.now();
    if (run.state === 'queued' && !isWarned && now - startedAt > UNTAKEN_AFTER_MS) {
      isWarned = true;
      if (!isJson) write('No consumer has taken the run yet; is one running, with access to RosDomofon?');
    }
    const isDue = told === null || now - told.at >= TELL_EVERY_MS || told.run.phase !== run.phase;
    if (run.state === 'running' && run.phase !== null && isDue) {
      write(
        isJson
          ? JSON.stringify({ run: String(runId), phase: run.phase, done: run.done, total: run.total })
          : progressLine(run, told && { run: told.run, elapsedMs: now - told.at }),
      );
      told = { run, at: now };
    }
  }
}

async function end(
  { company, runId, isJson, write }: FollowOptions,
  run: Awaited<ReturnType<CompanyScope['loadSyncRuns']>>[number],
): Promise<number> {
  const counts = await company.loadSyncRunCounts([runId]);
  const exitCode = run.state === 'completed' ? 0 : 1;
  if (isJson) {
    const found = Object.fromEntries(
      counts.map(({ entity, added, changed, same, vanished, unreadable }) => [
        entity,
        { added, changed, same, vanished, unreadable },
      ]),
    );
    const { state, errorCode, errorMessage, problems } = run;
    write(JSON.stringify({ run: String(runId), state, errorCode, errorMessage, counts: found, problems }));
    return exitCode;
  }
  for (const line of countLines(counts)) write(line);
  for (const { phase, rosdomofonId, reason } of run.problems)
    write(`  could not be read: ${phase} ${rosdomofonId ?? '(no id)'}: ${reason}`);
  const seconds = ((run.finishedAt?.getTime() ?? 0) - (run.startedAt?.getTime() ?? 0)) / 1_000;
  if (run.state === 'completed') write(`Completed in ${seconds.toFixed(1)} s.`);
  else if (run.state === 'cancelled') write('The run was cancelled; what it had read stays.');
  else write(`The run failed: ${run.errorMessage} [${run.errorCode}]`);
  return exitCode;
}
