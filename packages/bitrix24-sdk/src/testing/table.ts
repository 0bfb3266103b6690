import { page } from './answers.ts';
import type { FakeRequest } from './fake-transport.ts';

const PAGE = 50;
type Row = Readonly<Record<string, unknown>>;

/**
 * An answer to a list method that behaves as a list: 50 rows a page, `start`, `>id` and the ids of `=id` or `@id` in the
 * filter, in the order of ids. For `contacts.iterate` and the like: `answer('crm.item.list', table(rows, { rowsAt: 'items' }))`.
 */
export function table(rows: readonly Row[], { rowsAt, idField = rowsAt ? 'id' : 'ID' }: TableOptions = {}) {
  return ({ params }: FakeRequest) => {
    const filter = (params['filter'] ?? {}) as Record<string, unknown>;
    const start = Number(params['start'] ?? 0);
    const found = rows
      .filter((row) => fits(Number(row[idField]), filter, idField))
      .toSorted(byId(idField, params));
    const from = Math.max(0, start);
    const shown = found.slice(from, from + PAGE);
    const result = rowsAt ? { [rowsAt]: shown } : shown;
    if (start === -1) return page(result, { total: 0 });
    const next = from + PAGE < found.length ? { next: from + PAGE } : {};
    return page(result, { total: found.length, ...next });
  };
}

export interface TableOptions {
  /** Where the rows stand in the result: `items`, `products`. */
  rowsAt?: string;
  idField?: string;
}

function fits(id: number, filter: Record<string, unknown>, idField: string): boolean {
  const given = (prefix: string) => filter[`${prefix}${idField}`];
  // What is no number, such as a reference that led nowhere, is 0 to a portal.
  if (given('>') !== undefined && !(id > (Number(given('>')) || 0))) return false;
  if (given('=') !== undefined && id !== Number(given('='))) return false;
  const among = given('@');
  return among === undefined || Object.values(among as object).some((one) => Number(one) === id);
}

const byId =
  (idField: string, params: Readonly<Record<string, unknown>>) =>
  (one: Row, other: Row): number => {
    const order = Object.entries((params['order'] ?? {}) as Record<string, string>);
    const isDescending = order.some(
      ([field, way]) => field.toLowerCase() === idField.toLowerCase() && /desc/i.test(way),
    );
    return (Number(one[idField]) - Number(other[idField])) * (isDescending ? -1 : 1);
  };
