import { describe, expect, test } from 'vitest';
import { countLines } from './count-lines.ts';
import { differenceLines } from './difference-lines.ts';
import { progressLine } from './progress-line.ts';

describe('what an import prints', () => {
  test('counts stand in columns, in the order of reading, and what could not be read is named', () => {
    const none = { added: 0, changed: 0, same: 0, vanished: 0, unreadable: 0 };
    expect(
      countLines([
        { ...none, entity: 'account', added: 412, changed: 38, same: 17_240, vanished: 3 },
        { ...none, entity: 'service', same: 7, unreadable: 2 },
      ]),
    ).toEqual([
      'services      +0 new   ~0 changed       =7 same  -0 vanished  !2 unreadable',
      'accounts    +412 new  ~38 changed  =17,240 same  -3 vanished',
    ]);
    expect(countLines([])).toEqual([]);
  });

  test('differences stand in columns, by kind and change, with how many are not named', () => {
    const counts = { added: 0, changed: 0, same: 0, vanished: 0, unreadable: 0 };
    const flat = { entity: 'flat', rosdomofonId: '7', label: null, fields: [] };
    expect(
      differenceLines(
        [
          { ...flat, change: 'vanished' },
          { ...flat, change: 'changed', fields: ['is_virtual', 'owner_abonent_rosdomofon_id'] },
          {
            ...flat,
            entity: 'entrance',
            change: 'added',
            label: 'Иваново,\u001B[2J 5',
            rosdomofonId: '1234',
          },
        ],
        [
          { ...counts, entity: 'flat', changed: 1, vanished: 1_001 },
          { ...counts, entity: 'entrance', added: 1 },
        ],
      ),
    ).toEqual([
      '                     NAME            ID    WHAT IS ANOTHER',
      'entrances  new       Иваново, [2J 5  1234',
      'flats      changed   –               7     is virtual, owner abonent',
      'flats      vanished  –               7',
      'flats      vanished  … 1,000 more',
    ]);
    expect(differenceLines([], [{ ...counts, entity: 'flat', same: 3 }])).toEqual([]);
  });

  test('progress has a rate as soon as there is one, and says what it waits for', () => {
    const run = { phase: 'accounts', done: 41_000, total: 100_000, errorMessage: null };
    expect(progressLine(run, null)).toBe('accounts       41,000 of 100,000');
    const before = { run: { ...run, done: 37_100 }, elapsedMs: 1_000 };
    expect(progressLine(run, before)).toBe('accounts       41,000 of 100,000   3,900/s');
    expect(progressLine(run, { ...before, run: { ...run, phase: 'entrances' } })).not.toContain('/s');
    expect(progressLine({ ...run, total: null, errorMessage: 'no answer' }, null)).toBe(
      'accounts                  41,000   waits: no answer',
    );
    // An estimate that was too low.
    expect(progressLine({ ...run, total: 40_000 }, null)).toContain('41,000 of 41,000');
  });
});
