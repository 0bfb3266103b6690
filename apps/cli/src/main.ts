#!/usr/bin/env node
import { DomovoyError } from '@domovoy/models';
import { EnvironmentError } from '@domovoy/service-kit';
import { CliError } from './cli-error.ts';
import { USAGE } from './commands/help.ts';
import { type Command, parseCommand, UsageError } from './commands/parse-command.ts';
import { type Environment, readEnvironment } from './env.ts';
import { createHumanReporter } from './terminal/human-reporter.ts';
import { createJsonReporter } from './terminal/json-reporter.ts';
import { createPalette, wantsColor } from './terminal/palette.ts';
import { stdoutLines } from './terminal/write-line.ts';

const write = stdoutLines();

/** Each command is loaded when it is asked for: `domovoy help` needs no database client. */
async function run(command: Command, environment: Environment): Promise<number> {
  const { name, dataDir, isJson } = command;
  if (name === 'help') {
    write(USAGE);
    return 0;
  }
  if (name === 'dev') {
    const { runDev } = await import('./commands/dev.ts');
    const palette = createPalette(wantsColor(process.stdout.isTTY, environment.shell));
    const reporter = isJson ? createJsonReporter(write) : createHumanReporter(write, palette);
    return runDev(command, environment, reporter);
  }
  if (name === 'migrate') {
    const { runMigrate } = await import('./commands/migrate.ts');
    return runMigrate(command, environment, write);
  }
  if (name === 'demo events') {
    const { runDemoEvents } = await import('./commands/demo-events.ts');
    return runDemoEvents(command, environment, write);
  }
  if (name === 'import') {
    const { runImport } = await import('./commands/import/import.ts');
    return runImport(command, environment, write);
  }
  if (name === 'import cancel') {
    const { runCancelImport } = await import('./commands/import/cancel-import.ts');
    return runCancelImport(command, environment, write);
  }
  if (name === 'keys rotate-encryption') {
    const { runRotateEncryption } = await import('./commands/rotate-encryption.ts');
    return runRotateEncryption(command, environment, write);
  }
  if (name === 'person create') {
    const { runCreatePerson } = await import('./commands/person.ts');
    return runCreatePerson(command, environment, write);
  }
  if (name === 'person reset-password') {
    const { runResetPassword } = await import('./commands/person.ts');
    return runResetPassword(command, environment, write);
  }
  if (name === 'person unlink-identity') {
    const { runUnlinkIdentity } = await import('./commands/person.ts');
    return runUnlinkIdentity(command, environment, write);
  }
  const { runCreateKey } = await import('./commands/create-key.ts');
  const { company, keyName } = command;
  return runCreateKey({ company, name: keyName, dataDir, isJson }, environment, write);
}

/** To stderr, in words; a stack only for what is a bug. */
function explain(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${USAGE}`);
    return 2;
  }
  if (error instanceof CliError) console.error([error.message, ...error.details].join('\n'));
  else if (error instanceof EnvironmentError || error instanceof DomovoyError) console.error(error.message);
  else console.error(error);
  return 1;
}

try {
  process.exitCode = await run(parseCommand(process.argv.slice(2)), readEnvironment());
} catch (error) {
  process.exitCode = explain(error);
}
// What a command leaves open (a pool that is being torn down) must not keep the terminal waiting.
process.stdout.write('', () => process.exit());
