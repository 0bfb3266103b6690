import type { WriteLine } from './reporter.ts';

/** Lines to stdout. When its reader is gone (`npm start | head`), the launcher goes on without words. */
export function stdoutLines(): WriteLine {
  let isOpen = true;
  process.stdout.on('error', () => {
    isOpen = false;
  });
  return (line) => {
    if (isOpen) process.stdout.write(`${line}\n`);
  };
}
