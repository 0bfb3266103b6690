import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';

const example = fileURLToPath(new URL('./testing/example-process.ts', import.meta.url));

async function run(behaviour: string, act?: (child: ChildProcess) => void) {
  const child = spawn(process.execPath, ['--conditions=@domovoy/source', example, behaviour], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
  // Not `close`: it never comes once the channel was ended from this side.
  const ended = Promise.all([once(child, 'exit'), once(child.stdout ?? child, 'end')]);
  if (act) {
    await vi.waitUntil(() => stdout.includes('ready\n'), 15_000);
    act(child);
  }
  const [[code]] = await ended;
  const closings = stdout.split('\n').filter((line) => line.startsWith('closed'));
  return { code, stdout, stderr, closings };
}

describe('a process', () => {
  test.each([
    ['SIGTERM', (child: ChildProcess) => child.kill('SIGTERM')],
    ['SIGINT', (child: ChildProcess) => child.kill('SIGINT')],
    ['the end of the channel to its launcher', (child: ChildProcess) => child.disconnect()],
  ])('closes in reverse order and exits with 0 at %s', async (_name, act) => {
    const { code, closings } = await run('well', act);
    expect(closings).toEqual(['closed second', 'closed first']);
    expect(code).toBe(0);
  });

  test('closes the rest when one thing cannot be closed', async () => {
    const { code, closings, stdout } = await run('close-throws', (child) => child.kill('SIGTERM'));
    expect(closings).toEqual(['closed first']);
    expect(stdout).toContain('"resource":"second"');
    expect(code).toBe(0);
  });

  test('exits with 1 at the deadline and says what hangs', async () => {
    const { code, stdout } = await run('hangs', (child) => child.kill('SIGTERM'));
    expect(stdout).toMatch(/"event":"shutdown-deadline","open":"second"/);
    expect(code).toBe(1);
  });

  test('prints the problems of its environment on stderr and exits with 1', async () => {
    const { code, stderr } = await run('bad-environment');
    expect(stderr).toBe('The environment has one problem:\n  A is missing; expected a letter\n');
    expect(code).toBe(1);
  });

  test('closes what was opened and exits with 1 when it cannot start', async () => {
    const { code, closings, stdout } = await run('fails-to-start');
    expect(closings).toEqual(['closed first']);
    expect(stdout).toContain('no database');
    expect(code).toBe(1);
  });

  test.each(['uncaught', 'unhandled'])('logs an %s error as fatal and exits with 1', async (behaviour) => {
    const { code, stdout } = await run(behaviour);
    expect(stdout).toContain('"level":"fatal"');
    expect(code).toBe(1);
  });
});
