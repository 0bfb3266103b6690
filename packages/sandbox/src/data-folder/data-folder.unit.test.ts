import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir, uptime } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDataFolder } from './data-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'domovoy-sandbox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lockFile = () => join(folder, 'sandbox.lock');
const settingsFile = () => join(folder, 'sandbox.json');

describe('the settings of a data folder', () => {
  test('are kept: the password is made once, with the characters that need encoding, and is private', () => {
    using first = openDataFolder(folder);
    first.change({ ports: { kafka: 7 } });
    first[Symbol.dispose]();
    using second = openDataFolder(folder);
    expect(second.settings).toEqual({ ...first.settings, ports: { kafka: 7 } });
    expect(second.settings.password).toMatch(/&\+/);
    expect(statSync(settingsFile()).mode & 0o777).toBe(0o600);
  });

  test('are refused when somebody damaged them, and the folder is free again afterwards', () => {
    writeFileSync(settingsFile(), '{"password":');
    expect(() => openDataFolder(folder)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_DAMAGED' }));
    expect(existsSync(lockFile())).toBe(false);
  });
});

describe('the lock of a data folder', () => {
  test('keeps a second sandbox of the same process out until the first is closed', () => {
    const first = openDataFolder(folder);
    expect(() => openDataFolder(folder)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_IN_USE' }));
    first[Symbol.dispose]();
    openDataFolder(folder)[Symbol.dispose]();
  });

  test('keeps a sandbox out while another process lives, and names that process', async () => {
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    writeFileSync(lockFile(), String(other.pid));
    expect(() => openDataFolder(folder)).toThrow(
      expect.objectContaining({
        code: 'DATA_FOLDER_IN_USE',
        message: expect.stringContaining(`process ${other.pid}`),
      }),
    );
    other.kill('SIGKILL');
    await once(other, 'exit');
    openDataFolder(folder)[Symbol.dispose]();
  });

  test.each([
    ['with no pid in it', ''],
    ['with our own pid, from an earlier life in a container', String(process.pid)],
  ])('is ignored when it was left behind %s', (_, content) => {
    writeFileSync(lockFile(), content);
    using data = openDataFolder(folder);
    expect(data.settings.runs).toBe(0);
    expect(readFileSync(lockFile(), 'utf8')).toBe(String(process.pid));
  });

  test('is ignored when it is older than the machine is up: its pid belongs to somebody else now', () => {
    writeFileSync(lockFile(), String(process.ppid));
    expect(() => openDataFolder(folder)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_IN_USE' }));
    const beforeBoot = Date.now() / 1000 - uptime() - 60;
    utimesSync(lockFile(), beforeBoot, beforeBoot);
    openDataFolder(folder)[Symbol.dispose]();
  });
});
