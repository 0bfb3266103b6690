#!/usr/bin/env node
import { DomovoyError } from '@domovoy/models';
import { readCommandLine, USAGE, UsageError } from './command-line.ts';
import { startSandbox } from './sandbox.ts';
import { welcome } from './welcome.ts';

const SHUTDOWN_DEADLINE_MS = 10_000;

async function main(): Promise<void> {
  const { json, help, options } = readCommandLine(process.argv.slice(2));
  if (help) {
    process.stdout.write(USAGE);
    return;
  }
  const sandbox = await startSandbox(options);
  stopWhenTold(sandbox);
  process.stdout.write(
    json ? `${JSON.stringify(sandbox.endpoints)}\n` : welcome(sandbox.endpoints, options.dataDir),
  );
}

function stopWhenTold(sandbox: AsyncDisposable): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), SHUTDOWN_DEADLINE_MS).unref();
    await sandbox[Symbol.asyncDispose]();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // A launcher that was killed leaves nothing behind: its end closes the channel.
  if (process.connected) process.once('disconnect', stop);
}

main().catch((error: unknown) => {
  if (error instanceof UsageError) process.stderr.write(`${error.message}\n\n${USAGE}`);
  else if (error instanceof DomovoyError) process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exit(1);
});
