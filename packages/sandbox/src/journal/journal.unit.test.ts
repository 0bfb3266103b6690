import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Change } from '../rosdomofon/state/change.ts';
import { temporaryFolder } from '../testing/test-sandbox.ts';
import { type Journal, openJournal } from './journal.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'inner', 'city.jsonl');
});
afterEach(() => folder[Symbol.dispose]());

const CITY = { seed: 'x' };
const Heading = z.object({ city: z.object({ seed: z.string() }), nextId: z.int() });
const open = () =>
  openJournal({
    file,
    heading: { city: CITY, nextId: 100 },
    schemas: { heading: Heading, change: Change },
    withoutIt: 'everything begins anew',
  });
const blocked = (id: number): Change => ({ what: 'account blocked', id, isBlocked: true });
const message = (text: string): Change => ({
  what: 'message sent',
  firstId: 1,
  companyId: 2,
  abonentIds: [3],
  channel: 'support',
  text,
  atMs: 4,
});
const changesOf = (journal: Journal<unknown, Change>) => {
  const changes = [...journal.changes()];
  journal.close();
  return changes;
};
const written = (changes: Change[]) => {
  const journal = open();
  for (const change of changes) journal.append(change);
  journal.close();
};

describe('a journal', () => {
  test('gives back what was written, in order, also when it is longer than what is read at a time', () => {
    const changes = Array.from({ length: 40 }, (_, i) => message(`${i} ${'длинно 🚪\n'.repeat(8000)}`));
    written(changes);
    expect(statSync(file).size).toBeGreaterThan(3 << 20);
    expect(changesOf(open())).toEqual(changes);
  });

  test('is for its owner’s eyes only', () => {
    written([]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('loses half a line that a kill left behind, and nothing else; what comes later is whole', () => {
    written([blocked(1), blocked(2)]);
    const whole = readFileSync(file);
    for (const rest of ['{"what":"acc', '{', JSON.stringify(blocked(3))]) {
      writeFileSync(file, whole);
      appendFileSync(file, rest);
      const journal = open();
      journal.append(blocked(4));
      expect(changesOf(journal)).toEqual([blocked(1), blocked(2), blocked(4)]);
    }
  });

  test('loses half a line at whatever byte it ends', () => {
    written([blocked(1), message('кошка')]);
    const whole = readFileSync(file);
    const secondLine = whole.indexOf(0x0a, whole.indexOf(0x0a) + 1) + 1;
    for (let size = secondLine; size < whole.length; size += 1) {
      writeFileSync(file, whole.subarray(0, size));
      expect(changesOf(open())).toEqual([blocked(1)]);
    }
  });

  test('whose line in the middle is damaged is not taken for a shorter one', () => {
    written([blocked(1), blocked(2)]);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"id":1', '"id":"one"'));
    const journal = open();
    expect(() => [...journal.changes()]).toThrow(
      expect.objectContaining({ code: 'DATA_FOLDER_DAMAGED', message: expect.stringContaining('line 2') }),
    );
    journal.close();
  });

  test('whose heading is gone is refused, with the file to delete', () => {
    written([]);
    truncateSync(file, 3);
    expect(open).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_DAMAGED' }));
  });

  test('that begins anew is empty, and remembers the ids that were given', () => {
    const journal = open();
    expect([journal.heading.nextId, journal.isEmpty]).toEqual([100, true]);
    journal.append(blocked(1));
    expect(journal.isEmpty).toBe(false);
    journal.restart({ city: CITY, nextId: 250 });
    journal.append(blocked(2));
    journal.close();
    const again = open();
    expect([again.heading.nextId, again.isEmpty]).toEqual([250, false]);
    expect(changesOf(again)).toEqual([blocked(2)]);
  });
});
