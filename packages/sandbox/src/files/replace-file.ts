import { renameSync, writeFileSync } from 'node:fs';

/** After a kill there is the old file or the new one, never half of one. */
export function replaceFile(file: string, text: string, { mode }: { mode?: number } = {}): void {
  const successor = `${file}.new`;
  writeFileSync(successor, text, mode === undefined ? {} : { mode });
  renameSync(successor, file);
}
