import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/test-sandbox.ts';
import { drop, put } from './change.ts';
import { keepTables } from './kept-tables.ts';
import { defineTable } from './table.ts';

interface Cat {
  name: string;
  colours: string[];
}
const CATS = defineTable<Cat>('cats', { colour: ({ colours }) => colours });
const DOGS = defineTable<{ name: string }>('dogs');
const SEQUENCE = { name: 'collars' };
const cat = (name: string, ...colours: string[]): Cat => ({ name, colours });

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const open = () =>
  keepTables({
    folder: folder.path,
    firstRows: () => [put(CATS, 1, cat('Tom', 'grey'))],
    contactsOf: () => [],
  });
const journal = () => join(folder.path, 'portal-1.jsonl');

describe('tables', () => {
  test('have their first rows and what was committed, also when they are opened again', () => {
    const first = open();
    first.commit({
      changes: [put(CATS, 2, cat('Murka', 'grey', 'white')), put(DOGS, 'rex', { name: 'Rex' })],
    });
    first.commit({ changes: [drop(CATS, 1)] });
    first.close();
    const second = open();
    expect([...second.rows(CATS).values()]).toEqual([cat('Murka', 'grey', 'white')]);
    expect(second.rows(CATS).ids).toEqual([2]);
    expect(second.rows(DOGS).get('rex')).toEqual({ name: 'Rex' });
    second.close();
  });

  test('keep their indexes in step with every change', () => {
    const tables = open();
    const by = (colour: string) => tables.rows(CATS).idsBy('colour', colour);
    tables.commit({ changes: [put(CATS, 2, cat('Murka', 'grey', 'white'))] });
    expect([by('grey'), by('white'), by('red')]).toEqual([[1, 2], [2], []]);
    tables.commit({ changes: [put(CATS, 2, cat('Murka', 'red')), drop(CATS, 1)] });
    expect([by('grey'), by('white'), by('red')]).toEqual([[], [], [2]]);
    tables.close();
  });

  test('keep ids in order, whatever order rows come in', () => {
    const tables = open();
    tables.commit({ changes: [7, 3, 5].map((id) => put(CATS, id, cat(String(id)))) });
    tables.commit({ changes: [drop(CATS, 5), put(CATS, 4, cat('4'))] });
    expect(tables.rows(CATS).ids).toEqual([1, 3, 4, 7]);
    tables.close();
  });

  test('lose a commit that was cut in the middle as a whole, at whatever byte', () => {
    const tables = open();
    tables.commit({ changes: [put(CATS, 2, cat('Murka'))] });
    const before = readFileSync(journal()).length;
    tables.commit({ changes: [put(CATS, 3, cat('Barsik')), put(DOGS, 'rex', { name: 'Rex' })] });
    tables.close();
    const whole = readFileSync(journal());
    for (let size = before; size < whole.length; size += 1) {
      writeFileSync(journal(), whole);
      truncateSync(journal(), size);
      const again = open();
      expect([again.rows(CATS).ids, again.rows(DOGS).size]).toEqual([[1, 2], 0]);
      again.close();
    }
  });

  test('refuse a journal that somebody damaged', () => {
    open().close();
    appendFileSync(journal(), '{"changes":[["cats",1,"grey"]]}\n');
    const tables = open();
    expect(() => tables.rows(CATS)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_DAMAGED' }));
    tables.close();
  });
});

describe('an id is given once', () => {
  test('also when its row is gone, over restarts and behind a reset', () => {
    const first = open();
    expect(first.takeId(CATS)).toBe(2);
    first.commit({ changes: [put(CATS, 2, cat('Murka'))] });
    first.commit({ changes: [drop(CATS, 2)] });
    first.close();
    const second = open();
    expect(second.takeId(CATS, 3)).toBe(3);
    expect(second.takeId(SEQUENCE, 10)).toBe(1);
    second.commit({ changes: [put(CATS, 5, cat('Barsik'))] });
    second.close();
    const third = open();
    expect([third.takeId(CATS), third.takeId(SEQUENCE)]).toEqual([6, 11]);
    third.commit({});
    third.reset();
    expect([third.takeId(CATS), third.takeId(SEQUENCE), third.rows(CATS).size]).toEqual([7, 12, 1]);
    third.close();
  });

  test('also when its row was refused, and a later commit was the last before the end', () => {
    const first = open();
    first.takeId(SEQUENCE);
    first.commit({ changes: [put(DOGS, 'rex', { name: 'Rex' })] });
    first.close();
    const second = open();
    expect(second.takeId(SEQUENCE)).toBe(2);
    second.close();
  });
});

test('a reset keeps the tables that it is told to keep', () => {
  const tables = open();
  tables.commit({ changes: [put(CATS, 2, cat('Murka', 'grey')), put(DOGS, 'rex', { name: 'Rex' })] });
  tables.reset([DOGS]);
  expect([tables.rows(CATS).ids, tables.rows(DOGS).size]).toEqual([[1], 1]);
  tables.close();
  const again = open();
  expect([again.rows(CATS).ids, again.rows(DOGS).size]).toEqual([[1], 1]);
  again.close();
});
