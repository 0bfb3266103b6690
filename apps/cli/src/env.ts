import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { CliError } from './cli-error.ts';

export type EnvSource = Readonly<Record<string, string | undefined>>;

export interface Environment {
  /** What the shell gave. */
  shell: EnvSource;
  /** The same, with `.env` filling the gaps: the shell wins. */
  all: EnvSource;
}

/** The environment of this process and the `.env` of the directory it was started in. */
export function readEnvironment(directory: string = process.cwd()): Environment {
  const shell = { ...process.env };
  return { shell, all: { ...readEnvFile(join(directory, '.env')), ...shell } };
}

function readEnvFile(path: string): EnvSource {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new CliError(`${path} cannot be read. Check that it is a file that you may read.`, {
      code: 'ENV_FILE_UNREADABLE',
      cause: error,
    });
  }
}
