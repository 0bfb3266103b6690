import { RosDomofonFlat } from '@domovoy/models';
import { expect, test } from 'vitest';
import { flatRows } from './mirror-rows.ts';
import { WrittenObjects } from './written-objects.ts';

/** As an answer of RosDomofon brings it. */
const rows = (change: { flatEnd?: number; house?: string; accountId?: number } = {}) =>
  flatRows(
    RosDomofonFlat.parse({
      id: 5_000_001,
      accountId: change.accountId ?? 900_001,
      address: {
        city: 'Иваново',
        street: { id: 7037, name: 'Ташкентская' },
        house: { id: 65_175, number: change.house ?? '100' },
        entrance: {
          id: 26_001,
          number: '1',
          flatStart: 1,
          flatEnd: change.flatEnd ?? 36,
          additionalFlatRanges: [{ id: 1, flatStart: 101, flatEnd: 104 }],
        },
        flat: 7,
      },
    }),
  );
const entrances = (change = {}) => [rows(change).entrance ?? []].flat();

test('an entrance is new once, and again when a part of its address or a range is another', () => {
  const written = new WrittenObjects();
  expect(written.newEntrances(entrances())).toHaveLength(1);
  // Only what is written counts: what failed is tried again.
  expect(written.newEntrances(entrances())).toHaveLength(1);
  written.rememberEntrances(entrances());
  expect(written.newEntrances(entrances())).toEqual([]);
  expect(written.newEntrances(entrances({ flatEnd: 40 }))).toHaveLength(1);
  expect(written.newEntrances(entrances({ house: '100А' }))).toHaveLength(1);
});

test('a flat is new once, and again when it belongs to somebody else', () => {
  const written = new WrittenObjects();
  written.rememberFlats([rows().flat]);
  expect(written.newFlats([rows().flat])).toEqual([]);
  expect(written.newFlats([rows({ accountId: 900_002 }).flat])).toHaveLength(1);
});
