import type { PortalMethod } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { intParam, isRecord, listParam, param, recordParam } from '../../transport/params.ts';
import { itemEncoder } from '../fields/encode-item.ts';
import type { Field } from '../fields/field.ts';
import type { FieldSet } from '../fields/fields-of.ts';
import type { FindTarget } from '../filter/compile-filter.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import { findItems } from '../items/find-items.ts';
import { itemsOf } from '../items/item-row.ts';
import { readItemCall } from './item-call.ts';

export const listItems: PortalMethod = {
  name: 'crm.item.list',
  scope: 'crm',
  run(call) {
    const { params, context } = call;
    const { entityTypeId, fields, hasOriginalNames } = readItemCall(call);
    const select = listParam(params, 'select').map(String).filter(Boolean);
    const page = findItems(itemsOf(context.state, entityTypeId), {
      filter: parseFilter(recordParam(params, 'filter'), true),
      findTarget: targetIn(fields),
      order: orderOf(fields, param(params, 'order')),
      start: intParam(params, 'start') ?? 0,
    });
    const encode = itemEncoder(fields, { select, hasOriginalNames });
    const items = page.rows.map(encode);
    return { result: { items }, ...counted(page) };
  },
};

/** A name that nobody knows is refused here; there is no filter by phone (facts §7.1). */
const targetIn =
  (fields: FieldSet): FindTarget =>
  (name) => {
    const field = fields.named(name);
    if (!field || field.kind === 'multifield')
      throw new RestError(
        400,
        'INVALID_ARG_VALUE',
        `Invalid filter: field '${name}' is not allowed in filter`,
      );
    return { field, read: (row) => row[field.name] };
  };

/** Upper-case names too: clients force `ID` on every list (facts §15). */
export function orderOf(fields: FieldSet, order: unknown): { field: Field; isDescending: boolean }[] {
  if (!isRecord(order)) return [];
  return Object.entries(order).flatMap(([name, direction]) => {
    const field = fields.named(name);
    return field ? { field, isDescending: String(direction).toLowerCase() === 'desc' } : [];
  });
}

export const counted = ({ total, next }: { total?: number; next?: number }) => ({
  ...(total === undefined ? {} : { total }),
  ...(next === undefined ? {} : { next }),
});
