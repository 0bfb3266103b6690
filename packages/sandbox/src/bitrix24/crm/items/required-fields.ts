import type { KeptTables } from '../../state/kept-tables.ts';
import { defineTable } from '../../state/table.ts';
import { isEmptyValue, isRequired } from '../fields/decode-value.ts';
import { fieldsOf } from '../fields/fields-of.ts';
import type { ItemRow } from './item-row.ts';

/** What an administrator has made mandatory, always or from certain stages on. */
export interface RequiredField {
  entityTypeId: number;
  field: string;
  /** None: at every stage. */
  stageIds: string[];
}

/** By `entityTypeId field`. */
export const REQUIRED_FIELDS = defineTable<RequiredField>('required-fields', {
  entityTypeId: ({ entityTypeId }) => [entityTypeId],
});

/** Throws for the first mandatory field without a value (facts §7.1, trap 18). */
export function refuseMissing(state: KeptTables, entityTypeId: number, row: ItemRow): void {
  const fields = fieldsOf(state, entityTypeId);
  for (const field of fields.all)
    if (field.isRequired && isEmptyValue(row[field.name])) throw isRequired(field);
  const rules = state.rows(REQUIRED_FIELDS);
  for (const key of rules.idsBy('entityTypeId', entityTypeId)) {
    const { field: name, stageIds } = rules.get(key) as RequiredField;
    const field = fields.named(name);
    const isAsked = stageIds.length === 0 || stageIds.includes(String(row['stageId']));
    if (field && isAsked && isEmptyValue(valueOf(row, field.name))) throw isRequired(field);
  }
}

/** `PHONE` may be asked for like a field. */
const valueOf = (row: ItemRow, name: string): unknown => (name === 'fm' ? row.fm : row[name]);
