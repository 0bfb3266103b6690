import { flushCompileCache } from 'node:module';
import { EnvironmentError } from '../env/environment-error.ts';
import { createLogger, type Logger } from '../logger/create-logger.ts';
import { ClosingStack, type Lifecycle } from './lifecycle.ts';

const SHUTDOWN_DEADLINE_MS = 15_000;

/**
 * Runs `main` and keeps the process until SIGTERM, SIGINT or the end of the IPC channel to its launcher; then closes
 * what `main` opened, in reverse order, and exits with 0. After 15 s it exits with 1, whatever is still open.
 *
 * Exit code 1 as well: an unusable environment (its problems on stderr), an error out of `main`, `stop(error)`, an
 * uncaught exception or an unhandled rejection.
 */
export function runProcess(
  name: string,
  main: (lifecycle: Lifecycle) => Promise<void>,
  options: { shutdownDeadlineMs?: number } = {},
): void {
  const stack = new ClosingStack();
  const stopping = new AbortController();
  let logger: Logger = createLogger({ name, level: 'info' });

  const shutDown = (reason: string, exitCode: number) => {
    if (stopping.signal.aborted) return;
    logger.info({ event: 'stopping', reason }, `${name} is stopping: ${reason}`);
    setTimeout(() => {
      logger.fatal({ event: 'shutdown-deadline', open: stack.current }, `${name} did not stop in time`);
      process.exit(1);
    }, options.shutdownDeadlineMs ?? SHUTDOWN_DEADLINE_MS);
    stopping.abort(new Error(`${name} is stopping`));
    void closeAndExit(exitCode);
  };
  const closeAndExit = async (exitCode: number) => {
    await stack.close((resource, error) =>
      logger.error({ event: 'close-failed', resource, err: error }, `closing ${resource} failed`),
    );
    logger.info({ event: 'stopped' }, `${name} has stopped`);
    process.exit(exitCode);
  };
  const die = (event: string) => (error: unknown) => {
    logger.fatal({ event, err: error }, `${name} ends: ${event}`);
    process.exit(1);
  };

  process.on('uncaughtException', die('uncaught-exception'));
  process.on('unhandledRejection', die('unhandled-rejection'));
  process.on('SIGTERM', () => shutDown('SIGTERM', 0));
  process.on('SIGINT', () => shutDown('SIGINT', 0));
  // A launcher that was killed leaves nothing behind: its end closes the channel.
  if (process.connected) process.once('disconnect', () => shutDown('the launcher has ended', 0));

  const lifecycle: Lifecycle = {
    signal: stopping.signal,
    useLogger: (next) => {
      logger = next;
      return next;
    },
    use: (resource, value) => {
      stack.push(resource, async () => {
        await value[Symbol.asyncDispose]();
      });
      return value;
    },
    defer: (resource, close) => stack.push(resource, close),
    stop: (error) => {
      if (error) logger.fatal({ event: 'failed', err: error }, `${name} cannot go on`);
      shutDown(error ? error.name : 'it was told to', error ? 1 : 0);
    },
  };

  // With NODE_COMPILE_CACHE: Node itself keeps what it has compiled only at an orderly end, and a process that is
  // killed again and again would compile everything each time (0.9 of 2.2 s of a consumer's start).
  const running = main(lifecycle).then(() => flushCompileCache());
  running.catch((error: unknown) => {
    if (stopping.signal.aborted) return; // what was being opened is torn away; that is no news
    if (error instanceof EnvironmentError) {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    }
    lifecycle.stop(
      error instanceof Error ? error : new Error('something that is no Error was thrown', { cause: error }),
    );
  });
}
