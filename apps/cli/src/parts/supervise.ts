import { setTimeout as delay } from 'node:timers/promises';
import { CliError } from '../cli-error.ts';
import { describeExit, type Exit, type Running } from './running.ts';

export interface SuperviseOptions {
  name: string;
  /** Starts it, on the same ports each time. */
  start: () => Promise<Running>;
  onStarted?: (running: Running) => void;
  /** It died and is started again after `delayMs`. */
  onRestart?: (exit: Exit, delayMs: number) => void;
  /** How many deaths in a row, each soon after its start, until it is given up. */
  quickDeaths?: () => number;
  /** A life shorter than this is a quick death. */
  quickMs?: number;
  firstDelayMs?: number;
}

export interface Supervised {
  readonly name: string;
  /** The process of the moment; null between two lives. */
  running(): Running | null;
  /** Resolves only when it is given up; never after `stop`. */
  readonly failed: Promise<CliError>;
  /** Asks it to stop; after `deadlineMs` it is ended at once. Resolves when nothing is left of it. */
  stop(deadlineMs: number): Promise<void>;
}

/** Keeps a part alive: a death nobody asked for is followed by a new start, with growing pauses. */
export function supervise(options: SuperviseOptions): Supervised {
  const { name, quickDeaths = () => 5, quickMs = 10_000, firstDelayMs = 250 } = options;
  const stopping = new AbortController();
  const { promise: failed, resolve: fail } = Promise.withResolvers<CliError>();
  let current: Running | null = null;

  /** One life; resolves with its end and how it could not start, if so. */
  const live = async (): Promise<{ exit: Exit; lastWords: readonly string[]; cause?: unknown }> => {
    try {
      const running = await options.start();
      current = running;
      options.onStarted?.(running);
      // Stopped while it was starting: nobody has told it yet.
      if (stopping.signal.aborted) running.stop();
      const exit = await running.exited;
      return { exit, lastWords: running.lastWords() };
    } catch (cause) {
      const lastWords = cause instanceof CliError ? [cause.message, ...cause.details] : [String(cause)];
      return { exit: { code: 1, signal: null }, lastWords, cause };
    } finally {
      current = null;
    }
  };

  const keepAlive = async (): Promise<void> => {
    let deaths = 0;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      const { exit, lastWords, cause } = await live();
      if (stopping.signal.aborted) return;
      deaths = performance.now() - startedAt < quickMs ? deaths + 1 : 1;
      if (deaths >= quickDeaths()) return fail(givenUp(name, exit, deaths, lastWords, cause));
      const delayMs = Math.min(firstDelayMs * 2 ** (deaths - 1), 5_000);
      options.onRestart?.(exit, delayMs);
      await delay(delayMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const ended = keepAlive();

  return {
    name,
    running: () => current,
    failed,
    async stop(deadlineMs) {
      stopping.abort();
      current?.stop();
      const timer = setTimeout(() => current?.kill(), deadlineMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

function givenUp(
  name: string,
  exit: Exit,
  deaths: number,
  lastWords: readonly string[],
  cause: unknown,
): CliError {
  const times = deaths === 1 ? '' : `, ${deaths} times in a row`;
  return new CliError(`${name} ${describeExit(exit)}${times}. Its last words:`, {
    code: 'PART_FAILED',
    meta: { part: name },
    cause,
    details: lastWords.map((line) => `  ${line}`),
  });
}
