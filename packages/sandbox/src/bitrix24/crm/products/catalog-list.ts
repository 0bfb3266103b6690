import type { Call, RestAnswer } from '../../portal-method.ts';
import type { Rows } from '../../state/table.ts';
import { intParam, isRecord, listParam, param, recordParam } from '../../transport/params.ts';
import { type Field, field } from '../fields/field.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import { counted } from '../item-methods/list-items.ts';
import { findItems } from '../items/find-items.ts';
import { catalogError } from './catalog.ts';

/** A list of `catalog.*`: filter, order and pages as everywhere, fields as that table has them. */
export function catalogList<Row extends { readonly id: number }>(
  { params }: Call,
  {
    key,
    rows,
    types,
    wire,
  }: { key: string; rows: Rows<Row>; types: Readonly<Record<string, string>>; wire: (row: Row) => object },
): RestAnswer {
  const fields = new Map(
    Object.entries(types).map(([name, type]) => [name.toLowerCase(), field(name, type, name)]),
  );
  const page = findItems(rows, {
    filter: parseFilter(recordParam(params, 'filter'), false),
    findTarget(name) {
      const known = fields.get(name.toLowerCase());
      if (!known) throw catalogError('100', `Invalid filter: field '${name}' is not allowed in filter`);
      return { field: known, read: (row) => row[known.name] };
    },
    order: orderBy(fields, param(params, 'order')),
    start: intParam(params, 'start') ?? 0,
  });
  const select = listParam(params, 'select').map(String);
  const isWhole = select.length === 0 || select.includes('*');
  const chosen = (row: object) =>
    isWhole
      ? row
      : Object.fromEntries(Object.entries(row).filter(([name]) => name === 'id' || select.includes(name)));
  return { result: { [key]: page.rows.map((row) => chosen(wire(row as unknown as Row))) }, ...counted(page) };
}

function orderBy(fields: ReadonlyMap<string, Field>, order: unknown) {
  if (!isRecord(order)) return [];
  return Object.entries(order).flatMap(([name, direction]) => {
    const known = fields.get(name.toLowerCase());
    return known ? { field: known, isDescending: String(direction).toLowerCase() === 'desc' } : [];
  });
}
