import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rows, TableDefinition } from '../../state/table.ts';
import { Table } from '../../state/table.ts';
import { toText } from '../../transport/params.ts';
import { field } from '../fields/field.ts';
import { compileFilter, type FindTarget } from '../filter/compile-filter.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import { findItems } from './find-items.ts';
import { type ItemRow, itemTable } from './item-row.ts';

const FIELDS = {
  id: field('id', 'integer', 'ID'),
  originId: field('originId', 'string', 'originId'),
  companyId: field('companyId', 'crm_company', 'companyId'),
  name: field('name', 'string', 'name'),
};
const findTarget: FindTarget = (name) => {
  const known = FIELDS[name as keyof typeof FIELDS];
  return { field: known, read: (row) => row[known.name] };
};

function tableOf(rows: readonly ItemRow[]): Rows<ItemRow> {
  const table = new Table();
  table.define(itemTable(3) as unknown as TableDefinition<object>);
  for (const row of rows) table.put(row.id, row);
  return table as unknown as Rows<ItemRow>;
}

const rowsOf = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 300 }),
      originId: fc.constantFrom(null, 'a', 'B', 'c'),
      companyId: fc.constantFrom(null, 1, 2),
      name: fc.constantFrom(null, 'Иван', 'Пётр'),
    }),
    { selector: ({ id }) => id, maxLength: 150, size: 'max' },
  )
  .map((rows): ItemRow[] => rows);
const id = fc.integer({ min: 0, max: 310 });
const bounds = {
  '>id': fc.oneof(id, fc.constant('$result[c9][items][49][id]')),
  '>=id': id,
  '<id': id,
  '<=id': id.map(String),
};
const others = {
  '!id': id,
  '@id': fc.array(id, { minLength: 1, maxLength: 5 }),
  '=originId': fc.constantFrom('a', 'b', 'none', ''),
  '@originId': fc.subarray(['A', 'c', 'x'], { minLength: 1 }),
  companyId: fc.constantFrom(0, 1, '2', [1, 2]),
  '%name': fc.constantFrom('ва', 'р'),
  0: fc.constant({ logic: 'OR', '<id': 50, '>id': 250 }),
};
const someOf = (model: Record<string, fc.Arbitrary<unknown>>, most: number) =>
  fc
    .subarray(Object.keys(model), { maxLength: most })
    .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, model[key] ?? fc.nat()]))));
/** Bounds of ids alone are the way without a filter: half of all. */
const filterOf = fc.oneof(someOf(bounds, 2), someOf({ ...bounds, ...others }, 3));

describe('a page that is found by id and index', () => {
  test('is the page that reading every row would give', () => {
    fc.assert(
      fc.property(
        rowsOf,
        filterOf,
        fc.constantFrom('id', 'name', null),
        fc.boolean(),
        fc.constantFrom(-1, 0, 50, 100),
        (rows, given, orderBy, isDescending, start) => {
          const filter = parseFilter(given, true);
          const matches = compileFilter(filter, findTarget) ?? (() => true);
          const order = orderBy ? [{ field: FIELDS[orderBy as 'id'], isDescending }] : [];
          const all = rows.filter(matches).toSorted((a, b) => {
            const [left, right] = [toText(a['name']), toText(b['name'])];
            if (orderBy === 'name' && left !== right) return left < right === isDescending ? 1 : -1;
            return orderBy === 'id' && isDescending ? b.id - a.id : a.id - b.id;
          });
          const from = Math.max(0, start);
          const page = findItems(tableOf(rows), { filter, findTarget, order, start });
          expect(page.rows.map((row) => row.id)).toEqual(all.slice(from, from + 50).map((row) => row.id));
          expect(page.total).toBe(start === -1 ? undefined : all.length);
          expect(page.next).toBe(start !== -1 && all.length > from + 50 ? from + 50 : undefined);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('chained by its last id reads every row once, also while rows are deleted', () => {
    fc.assert(
      fc.property(rowsOf, fc.array(fc.nat(), { maxLength: 20 }), (rows, gone) => {
        const table = new Table();
        for (const row of rows) table.put(row.id, row);
        const seen: number[] = [];
        for (let last = 0; ; ) {
          const filter = parseFilter({ '>id': last }, true);
          const page = findItems(table as unknown as Rows<ItemRow>, {
            filter,
            findTarget,
            order: [],
            start: -1,
          });
          seen.push(...page.rows.map((row) => row.id));
          if (page.rows.length < 50) break;
          last = seen.at(-1) ?? 0;
          // Behind the cursor: nobody misses them.
          for (const n of gone) table.drop(seen[n % seen.length] ?? 0);
        }
        expect(seen).toEqual(rows.map((row) => row.id).toSorted((a, b) => a - b));
      }),
    );
  });
});
