import { toText } from '../../transport/params.ts';
import type { ItemRow, MultifieldRecord } from '../items/item-row.ts';
import { MULTIFIELD_TYPES } from '../items/multifields.ts';
import type { Field } from './field.ts';
import type { FieldSet } from './fields-of.ts';

type Read = (row: ItemRow) => unknown;
export type ClassicEncoder = (row: ItemRow) => Record<string, unknown>;

/** How things look in the classic methods (facts §7.2): scalars are strings, phones have to be asked for by name. */
export function classicEncoder(fields: FieldSet, select: readonly string[]): ClassicEncoder {
  const names = select.filter(Boolean);
  const hasAll = names.length === 0 || names.includes('*');
  const columns: [string, Read][] = [];
  for (const field of fields.all) {
    const isChosen = field.isDynamic ? names.includes('UF_*') : hasAll;
    if (shownHere(field) && (isChosen || names.includes(field.upper) || field.name === 'id'))
      columns.push([field.upper, readOf(field)]);
  }
  for (const type of MULTIFIELD_TYPES)
    if (names.includes(type)) columns.push([type, (row) => multifields(row, type)]);
  return (row) => {
    const wire: Record<string, unknown> = {};
    for (const [name, read] of columns) wire[name] = read(row);
    // A row without a phone has no PHONE at all.
    for (const type of MULTIFIELD_TYPES) if (wire[type] === undefined) delete wire[type];
    return wire;
  };
}

/** A single one: every field, and its phones. */
export const wholeClassicEncoder = (fields: FieldSet): ClassicEncoder =>
  classicEncoder(fields, ['*', 'UF_*', ...MULTIFIELD_TYPES]);

const ONLY_IN_ITEMS: ReadonlySet<string> = new Set(['contactIds', 'companyIds', 'observers', 'fm']);
const shownHere = ({ name }: Field) => !ONLY_IN_ITEMS.has(name);

function multifields({ fm = [] }: ItemRow, type: string): object[] | undefined {
  const own = fm.filter(({ typeId }) => typeId === type);
  return own.length === 0 ? undefined : own.map(multifieldWire);
}

const multifieldWire = ({ id, typeId, valueType, value }: MultifieldRecord) => ({
  ID: String(id),
  VALUE_TYPE: valueType,
  VALUE: value,
  TYPE_ID: typeId,
});

function readOf(field: Field): Read {
  const { name, isDynamic, isMultiple } = field;
  if (name === 'hasPhone' || name === 'hasEmail') {
    const type = name === 'hasPhone' ? 'PHONE' : 'EMAIL';
    return ({ fm }) => (fm?.some(({ typeId }) => typeId === type) ? 'Y' : 'N');
  }
  const one = (value: unknown) => scalar(field, value);
  // An empty multiple user field is `false`.
  if (isDynamic && isMultiple)
    return (row) => {
      const values = row[name] as unknown[] | undefined;
      return values && values.length > 0 ? values.map(one) : false;
    };
  return (row) => one(row[name]);
}

function scalar({ kind, isDynamic, type }: Field, value: unknown): unknown {
  switch (kind) {
    case 'boolean':
      return isDynamic ? (value === 'Y' ? '1' : '0') : (value ?? 'N');
    case 'double':
      return isDynamic ? toText(value) || null : Number(value ?? 0).toFixed(2);
    case 'number':
      if (value === null || value === undefined)
        return type === 'crm_company' || type === 'crm_contact' ? '0' : null;
      return isDynamic && type === 'enumeration' ? value : toText(value);
    case 'date':
    case 'datetime':
      return value ?? '';
    case 'text':
    case 'multifield':
    default:
      return value ?? null;
  }
}
