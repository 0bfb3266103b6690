import { CliError } from '../cli-error.ts';
import { identify, type ProcessIdentity } from '../data-folder/process-identity.ts';
import type { Running } from './running.ts';
import { type Supervised, type SuperviseOptions, supervise } from './supervise.ts';

/** How long each stage of the stopping may take before what is left of it is ended at once: below 15 s together. */
const STAGE_DEADLINES_MS = [2_500, 2_000, 9_000];

export interface StackOptions {
  onRestart: NonNullable<SuperviseOptions['onRestart']> extends (...args: infer A) => void
    ? (name: string, ...args: A) => void
    : never;
  /** After every start of a part: what runs now. */
  onParts: (parts: readonly ProcessIdentity[]) => void;
}

export interface PartOptions {
  name: string;
  start: () => Promise<Running>;
  /** Parts of a stage stop together, later stages first. */
  stage: 0 | 1 | 2;
}

/** The parts that run below the launcher: kept alive, and stopped in the reverse order of their start. */
export interface Stack {
  /** Starts a part and keeps it alive; resolves when it has started once. */
  add(part: PartOptions): Promise<void>;
  /** The start is over: from here on a part may die more often before everything is given up. */
  settle(): void;
  /** Rejects with the error of the first part that is given up. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
  /** Ends all of them at once. */
  kill(): void;
}

export function createStack(options: StackOptions): Stack {
  const parts: { stage: number; supervised: Supervised }[] = [];
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => {}); // somebody looks at it when it matters
  let isSettled = false;
  let isStopping = false;

  const running = () => parts.map(({ supervised }) => supervised.running()).filter((part) => part !== null);

  const givenUp = async (supervised: Supervised, refuse: (error: CliError) => void) => {
    const error = await supervised.failed;
    refuse(error);
    reject(error);
  };

  return {
    failed,
    add({ name, start, stage }) {
      if (isStopping)
        return Promise.reject(new CliError(`${name} is not started: all stops`, { code: 'STOPPING' }));
      const { promise: started, resolve, reject: refuse } = Promise.withResolvers<void>();
      const supervised = supervise({
        name,
        start,
        // A part that cannot even begin has a reason that a repetition does not change.
        quickDeaths: () => (isSettled ? 5 : 1),
        onStarted: () => {
          options.onParts(running().map(({ pid }) => identify(pid)));
          resolve();
        },
        onRestart: (...death) => options.onRestart(name, ...death),
      });
      parts.push({ stage, supervised });
      void givenUp(supervised, refuse);
      return started;
    },
    settle: () => {
      isSettled = true;
    },
    async stop() {
      isStopping = true;
      for (const stage of [2, 1, 0]) {
        const together = parts.filter((part) => part.stage === stage);
        await Promise.all(together.map(({ supervised }) => supervised.stop(STAGE_DEADLINES_MS[stage] ?? 0)));
      }
    },
    kill: () => {
      for (const part of running()) part.kill();
    },
  };
}

/** What to say when a part cannot go on. */
export function asCliError(error: unknown): CliError {
  if (error instanceof CliError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new CliError(message, { code: 'START_FAILED', cause: error });
}
