import type { Rows } from '../../state/table.ts';
import { placeOf } from '../../state/table.ts';
import { toInt, toList } from '../../transport/params.ts';
import type { Field } from '../fields/field.ts';
import { compileFilter, type FindTarget, type Matches } from '../filter/compile-filter.ts';
import { type Condition, type Group, isGroup } from '../filter/parse-filter.ts';
import type { ItemRow } from './item-row.ts';

const PAGE_SIZE = 50;

export interface ItemQuery {
  filter: Group;
  findTarget: FindTarget;
  order: readonly { field: Field; isDescending: boolean }[];
  /** −1: the first page, and nobody counts. */
  start: number;
}

export interface FoundPage {
  rows: ItemRow[];
  total?: number;
  next?: number;
}

/** A page of rows. By id it is read where it begins, however many rows come before it (facts §3). */
export function findItems(rows: Rows<ItemRow>, { filter, findTarget, order, start }: ItemQuery): FoundPage {
  const range = candidates(rows, filter);
  const matches = range.isExact ? null : compileFilter(filter, findTarget);
  const isCounted = start !== -1;
  const skip = Math.max(0, start);
  const [first] = order;
  const isById = !first || first.field.name === 'id';
  const page = isById
    ? pageById(rows, range, { matches, isDescending: first?.isDescending ?? false, skip, isCounted })
    : pageSorted(rows, range, { matches, order, skip });
  if (!isCounted) return { rows: page.rows };
  const next = skip + page.rows.length;
  return { rows: page.rows, total: page.total, ...(next < page.total ? { next } : {}) };
}

/** A part of a list of ids: it is not copied, a table may have 100,000 of them. */
interface Range {
  ids: readonly number[];
  from: number;
  to: number;
  /** The filter says nothing else. */
  isExact: boolean;
}

/** What the filter's conditions on ids and indexed fields leave; ascending. */
function candidates(rows: Rows<ItemRow>, { logic, members }: Group): Range {
  if (logic === 'OR' && members.length > 1)
    return { ids: rows.ids, from: 0, to: rows.ids.length, isExact: false };
  let [from, to] = [0, rows.ids.length];
  let rest = 0;
  let listed: readonly number[] | null = null;
  for (const member of members) {
    if (isGroup(member)) {
      rest += 1;
      continue;
    }
    const { operator, value } = member;
    const name = member.name.toLowerCase();
    const isList = operator === '=' || operator === '@';
    if (name === 'id' && !isList) {
      const id = toInt(Array.isArray(value) ? value[0] : value);
      if (operator === '>') from = Math.max(from, placeOf(rows.ids, id + 1));
      else if (operator === '>=') from = Math.max(from, placeOf(rows.ids, id));
      else if (operator === '<') to = Math.min(to, placeOf(rows.ids, id));
      else if (operator === '<=') to = Math.min(to, placeOf(rows.ids, id + 1));
      else rest += 1;
    } else {
      rest += 1;
      listed ??= isList ? listedIds(rows, name, member) : null;
    }
  }
  if (listed) return { ids: listed, from: 0, to: listed.length, isExact: false };
  return { ids: rows.ids, from, to: Math.max(from, to), isExact: rest === 0 };
}

const INDEX_OF: Readonly<Record<string, string>> = {
  originid: 'originId',
  origin_id: 'originId',
  contactid: 'contactId',
  contact_id: 'contactId',
  companyid: 'companyId',
  company_id: 'companyId',
};

function listedIds(rows: Rows<ItemRow>, name: string, { value }: Condition): readonly number[] | null {
  const wanted = toList(value);
  const index = INDEX_OF[name];
  if (name !== 'id' && (!index || wanted.length === 0 || wanted.some((one) => one === 0 || one === '0')))
    return null;
  const found = new Set<number>();
  for (const one of wanted) {
    if (name === 'id') {
      if (rows.get(toInt(one))) found.add(toInt(one));
    } else {
      const key = index === 'originId' ? String(one).toLowerCase() : toInt(one);
      for (const id of rows.idsBy(index ?? '', key)) found.add(id as number);
    }
  }
  return [...found].toSorted((a, b) => a - b);
}

interface Wanted {
  matches: Matches | null;
  isDescending: boolean;
  skip: number;
  isCounted: boolean;
}

function pageById(
  rows: Rows<ItemRow>,
  { ids, from, to }: Range,
  { matches, isDescending, skip, isCounted }: Wanted,
): { rows: ItemRow[]; total: number } {
  const size = to - from;
  const at = (place: number) =>
    rows.get(ids[isDescending ? to - 1 - place : from + place] as number) as ItemRow;
  const page: ItemRow[] = [];
  if (!matches) {
    const end = Math.min(size, skip + PAGE_SIZE);
    for (let place = skip; place < end; place += 1) page.push(at(place));
    return { rows: page, total: size };
  }
  let total = 0;
  for (let place = 0; place < size; place += 1) {
    const row = at(place);
    if (!matches(row)) continue;
    if (total >= skip && page.length < PAGE_SIZE) page.push(row);
    total += 1;
    if (!isCounted && page.length === PAGE_SIZE) break;
  }
  return { rows: page, total };
}

function pageSorted(
  rows: Rows<ItemRow>,
  { ids, from, to }: Range,
  { matches, order, skip }: Pick<Wanted, 'matches' | 'skip'> & Pick<ItemQuery, 'order'>,
): { rows: ItemRow[]; total: number } {
  const all = ids.slice(from, to).map((id) => rows.get(id) as ItemRow);
  const found = matches ? all.filter(matches) : all;
  found.sort((a, b) => {
    for (const { field, isDescending } of order) {
      const sign = compare(a[field.name], b[field.name]);
      if (sign !== 0) return isDescending ? -sign : sign;
    }
    return a.id - b.id;
  });
  return { rows: found.slice(skip, skip + PAGE_SIZE), total: found.length };
}

/** Nothing comes first, as in MySQL. */
function compare(a: unknown, b: unknown): number {
  const [left, right] = [a ?? '', b ?? ''] as (string | number)[];
  if (left === right) return 0;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left) < String(right) ? -1 : 1;
}
