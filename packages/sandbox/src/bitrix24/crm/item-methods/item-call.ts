import type { Call } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { param, requiredInt } from '../../transport/params.ts';
import { requireEntityType } from '../entity-types.ts';
import { type ItemEncoder, itemEncoder } from '../fields/encode-item.ts';
import { type FieldSet, fieldsOf } from '../fields/fields-of.ts';
import { type ItemRow, itemsOf } from '../items/item-row.ts';

/** What every call of `crm.item.*` begins with. */
export interface ItemCall {
  entityTypeId: number;
  fields: FieldSet;
  hasOriginalNames: boolean;
  /** With every field. */
  encode: ItemEncoder;
}

export function readItemCall({ params, context: { state } }: Call): ItemCall {
  const entityTypeId = requiredInt(params, 'entityTypeId');
  requireEntityType(state, entityTypeId);
  const fields = fieldsOf(state, entityTypeId);
  const hasOriginalNames = String(param(params, 'useOriginalUfNames')).toUpperCase() === 'Y';
  return {
    entityTypeId,
    fields,
    hasOriginalNames,
    encode: itemEncoder(fields, { select: [], hasOriginalNames }),
  };
}

export function requireItem({ params, context: { state } }: Call, entityTypeId: number): ItemRow {
  const row = itemsOf(state, entityTypeId).get(requiredInt(params, 'id'));
  if (!row) throw new RestError(400, 'NOT_FOUND', 'Элемент не найден');
  return row;
}
