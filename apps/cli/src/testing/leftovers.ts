import { readdirSync, readFileSync } from 'node:fs';

/**
 * Processes that belong to a data folder: it is among their words, or in their environment (DOMOVOY_TEST_DATA), which
 * children inherit. Linux only, like the tests that use it.
 */
export function findProcesses(dataDir: string): { pid: number; command: string }[] {
  const found: { pid: number; command: string }[] = [];
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!(pid > 0) || pid === process.pid) continue;
    const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
    // A zombie has no words any more.
    if (command === '') continue;
    if (command.includes(dataDir) || read(`/proc/${pid}/environ`).includes(`DOMOVOY_TEST_DATA=${dataDir}\0`))
      found.push({ pid, command });
  }
  return found;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
}
