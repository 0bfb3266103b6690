import type { PortalMethod } from '../../portal-method.ts';
import { intParam, listParam, param, recordParam } from '../../transport/params.ts';
import { classicEncoder } from '../fields/encode-classic.ts';
import { field } from '../fields/field.ts';
import type { FieldSet } from '../fields/fields-of.ts';
import { fieldsOf } from '../fields/fields-of.ts';
import type { FilterTarget, FindTarget } from '../filter/compile-filter.ts';
import { type Condition, type Group, isGroup, parseFilter } from '../filter/parse-filter.ts';
import { counted, orderOf } from '../item-methods/list-items.ts';
import { findItems } from '../items/find-items.ts';
import { itemsOf } from '../items/item-row.ts';
import { MULTIFIELD_TYPES } from '../items/multifields.ts';
import { CLASSIC_ENTITIES } from './classic-entity.ts';

export const CLASSIC_LISTS: readonly PortalMethod[] = CLASSIC_ENTITIES.map(({ name, entityTypeId }) => ({
  name: `crm.${name}.list`,
  scope: 'crm',
  run({ params, context: { state } }) {
    const fields = fieldsOf(state, entityTypeId);
    const start = intParam(params, 'start') ?? 0;
    const page = findItems(itemsOf(state, entityTypeId), {
      filter: withoutUnsupported(parseFilter(recordParam(params, 'filter'), false), fields),
      findTarget: targetIn(fields),
      order: orderOf(fields, param(params, 'order')),
      start,
    });
    const encode = classicEncoder(fields, listParam(params, 'select').map(String));
    const result = page.rows.map(encode);
    return { result, ...counted(page), ...(start === -1 ? { total: 0 } : {}) };
  },
}));

/** A name that nobody knows is dropped, and the whole table comes back (facts, trap 5: read it the worst way). */
const targetIn =
  (fields: FieldSet): FindTarget =>
  (name) => {
    const type = name.toUpperCase();
    if (MULTIFIELD_TYPES.includes(type)) return multifieldTarget(type);
    const known = fields.named(name);
    return known && known.kind !== 'multifield' ? { field: known, read: (row) => row[known.name] } : null;
  };

/** Phones and addresses match as exactly that text. */
const multifieldTarget = (type: string): FilterTarget => ({
  field: field(type, 'string', type),
  read: ({ fm = [] }) => fm.filter(({ typeId }) => typeId === type).map(({ value }) => value),
});

/** No LIKE on directories and links, no `!%` at all (facts §7.2): such a condition is dropped too. */
function withoutUnsupported({ logic, members }: Group, fields: FieldSet): Group {
  return { logic, members: members.filter((member) => isGroup(member) || isSupported(member, fields)) };
}

function isSupported({ operator, name }: Condition, fields: FieldSet): boolean {
  if (operator === '!%' || operator === '!=%') return false;
  if (operator !== '%' && operator !== '=%') return true;
  const known = fields.named(name);
  return known?.kind === 'text' && !known.type.startsWith('crm_');
}
