// The guard: a small process between the one that wants a Postgres and the postmaster. It is told what to run over
// IPC, and stops the postmaster as soon as that channel closes, which the system does for it when its parent is
// killed -9. Works on every platform, unlike a parent-death signal.
import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';

/** What the launcher says. */
export type GuardCommand =
  | {
      command: 'start';
      words: string[];
      uid: number | undefined;
      logFile: string;
    }
  | { command: 'stop' };

/** What the guard says. */
export type GuardEvent =
  | { event: 'started'; pid: number }
  | { event: 'exited'; code: number | null; signal: NodeJS.Signals | null };

const FAST_SHUTDOWN = 'SIGINT';
const IMMEDIATE_SHUTDOWN = 'SIGQUIT';
const FAST_SHUTDOWN_MS = 8_000;

let postmaster: ChildProcess | undefined;

function tell(event: GuardEvent, told: () => void = () => {}) {
  if (process.connected) process.send?.(event, told);
  else told();
}

function stop() {
  if (postmaster === undefined) process.exit(0);
  postmaster.kill(FAST_SHUTDOWN);
  setTimeout(() => postmaster?.kill(IMMEDIATE_SHUTDOWN), FAST_SHUTDOWN_MS).unref();
}

function start(command: Extract<GuardCommand, { command: 'start' }>) {
  const [program = '', ...words] = command.words;
  const log = openSync(command.logFile, 'a');
  const child = spawn(program, words, {
    stdio: ['ignore', log, log],
    cwd: '/',
    ...(command.uid === undefined ? {} : { uid: command.uid, gid: command.uid }),
  });
  postmaster = child;
  child.once('spawn', () => tell({ event: 'started', pid: child.pid ?? -1 }));
  child.once('error', () => finish(null, null));
  child.once('exit', finish);
}

function finish(code: number | null, signal: NodeJS.Signals | null) {
  tell({ event: 'exited', code, signal }, () => process.exit(0));
}

process.on('message', (command: GuardCommand) => {
  if (command.command === 'start') start(command);
  else stop();
});
process.once('disconnect', stop);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
