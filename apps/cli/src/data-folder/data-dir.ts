import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';

/** Where the launcher keeps things: the only folder it writes to. */
export interface DataDir {
  root: string;
  postgres: string;
  sandbox: string;
  endpoints: string;
  ports: string;
  apiKey: string;
  owner: string;
  encryptionKey: string;
  lock: string;
  compileCache: string;
}

export function dataDirAt(root: string): DataDir {
  return {
    root,
    postgres: join(root, 'postgres'),
    sandbox: join(root, 'sandbox'),
    endpoints: join(root, 'endpoints.json'),
    ports: join(root, 'ports.json'),
    apiKey: join(root, 'api-key'),
    owner: join(root, 'owner.json'),
    encryptionKey: join(root, 'encryption-key'),
    lock: join(root, 'launcher.lock'),
    compileCache: join(root, 'compile-cache'),
  };
}

/** All or nothing, readable only by the owner: a reader never sees half a file. */
export function writePrivateFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  rmSync(draft, { force: true });
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}

export function readTextIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

export function readJsonIfThere(path: string): unknown {
  const text = readTextIfThere(path);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function makeDataDir(root: string): DataDir {
  try {
    mkdirSync(root, { recursive: true });
    accessSync(root, constants.W_OK);
  } catch (error) {
    throw new CliError(`${root} cannot be written: choose another folder with --data DIR.`, {
      code: 'DATA_FOLDER_NOT_WRITABLE',
      cause: error,
    });
  }
  return dataDirAt(root);
}
