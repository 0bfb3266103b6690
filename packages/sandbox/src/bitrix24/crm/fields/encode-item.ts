import type { ItemRow } from '../items/item-row.ts';
import type { Field } from './field.ts';
import type { FieldSet } from './fields-of.ts';

type Read = (row: ItemRow) => unknown;
export type ItemEncoder = (row: ItemRow) => Record<string, unknown>;

export interface ItemView {
  /** Nothing or `*`: every field. */
  select: readonly string[];
  hasOriginalNames: boolean;
}

/** How items look in `crm.item.*` (facts §7.1): numbers are numbers, `fm` only where everything is asked for. */
export function itemEncoder(fields: FieldSet, { select, hasOriginalNames }: ItemView): ItemEncoder {
  const isEverything = select.length === 0 || select.includes('*');
  const chosen = isEverything ? fields.all : selected(fields, select);
  const columns = chosen.map((field): [string, Read] => [
    fields.nameOf(field, hasOriginalNames),
    readOf(field),
  ]);
  return (row) => {
    const wire: Record<string, unknown> = {};
    for (const [name, read] of columns) wire[name] = read(row);
    return wire;
  };
}

/** The id is always there; a name that nobody knows is not asked about. */
function selected(fields: FieldSet, select: readonly string[]): Field[] {
  const chosen = new Set<Field>();
  for (const name of ['id', ...select]) {
    const field = fields.named(name);
    if (field && field.kind !== 'multifield') chosen.add(field);
    if (name === 'UF_*' || name === 'ufCrm*')
      for (const one of fields.all) if (one.isDynamic) chosen.add(one);
  }
  return [...chosen];
}

function readOf({ name, kind, isMultiple, type }: Field): Read {
  switch (name) {
    case 'hasPhone':
      return ({ fm }) => (fm?.some(({ typeId }) => typeId === 'PHONE') ? 'Y' : 'N');
    case 'hasEmail':
      return ({ fm }) => (fm?.some(({ typeId }) => typeId === 'EMAIL') ? 'Y' : 'N');
    default: {
      const empty = isMultiple ? [] : emptyOf(kind, type);
      return (row) => row[name] ?? empty;
    }
  }
}

/** Empty links are 0, other empty things null (facts §12, 6). */
function emptyOf(kind: Field['kind'], type: string): unknown {
  if (kind === 'boolean') return 'N';
  if (kind === 'double' || (type.startsWith('crm_') && kind === 'number')) return 0;
  return null;
}
