import { setTimeout as pause } from 'node:timers/promises';
import type { CompanyScope, SyncRunRow } from '@domovoy/store';
import type { WriteLine } from '../../terminal/reporter.ts';
import { countLines } from './count-lines.ts';
import { differenceLines } from './difference-lines.ts';
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

async function end({ company, runId, isJson, write }: FollowOptions, run: SyncRunRow): Promise<number> {
  const counts = await company.loadSyncRunCounts([runId]);
  const exitCode = run.state === 'completed' ? 0 : 1;
  if (isJson) {
    const found = Object.fromEntries(
      counts.map(({ entity, added, changed, same, vanished, unreadable }) => [
        entity,
        { added, changed, same, vanished, unreadable },
      ]),
    );
    const { state, errorCode, errorMessage, problems, differences } = run;
    const told = { run: String(runId), state, errorCode, errorMessage, counts: found, problems };
    write(JSON.stringify(run.kind === 'preview' ? { ...told, differences } : told));
    return exitCode;
  }
  for (const line of countLines(counts)) write(line);
  for (const { phase, rosdomofonId, reason } of run.problems)
    write(`  could not be read: ${phase} ${rosdomofonId ?? '(no id)'}: ${reason}`);
  const differences = run.kind === 'preview' ? differenceLines(run.differences, counts) : [];
  for (const line of differences.length > 0 ? ['', ...differences, ''] : []) write(line);
  write(lastLine(run));
  return exitCode;
}

function lastLine({ kind, state, startedAt, finishedAt, errorCode, errorMessage }: SyncRunRow): string {
  if (state === 'failed') return `The run failed: ${errorMessage} [${errorCode}]`;
  const isPreview = kind === 'preview';
  if (state === 'cancelled')
    return `The run was cancelled; ${isPreview ? 'the mirror is as it was' : 'what it had read stays'}.`;
  const seconds = ((finishedAt?.getTime() ?? 0) - (startedAt?.getTime() ?? 0)) / 1_000;
  return `Completed in ${seconds.toFixed(1)} s.${isPreview ? ' That is what an import would do; the mirror is as it was.' : ''}`;
}
