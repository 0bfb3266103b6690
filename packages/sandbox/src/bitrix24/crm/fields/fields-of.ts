import type { KeptTables } from '../../state/kept-tables.ts';
import { builtInFieldsOf } from './built-in-fields.ts';
import { type Field, kindOf } from './field.ts';
import { camelUserFieldName, USER_FIELDS, type UserField } from './user-field.ts';

/** The fields of a kind of items, and how they are called by callers. */
export interface FieldSet {
  all: readonly Field[];
  /** By any of its names, in lower case: `lastName`, `LAST_NAME`, `UF_CRM_X`, `ufCrmX`. */
  named(name: string): Field | undefined;
  /** In the answers of `crm.item.*`. */
  nameOf(field: Field, hasOriginalNames: boolean): string;
}

const kept = new WeakMap<object, Map<number, FieldSet>>();

/** Worked out again only when a user field has changed. */
export function fieldsOf(state: KeptTables, entityTypeId: number): FieldSet {
  const rows = state.rows(USER_FIELDS);
  const known = kept.get(rows) ?? new Map<number, FieldSet & { revision: number }>();
  kept.set(rows, known);
  const found = known.get(entityTypeId) as (FieldSet & { revision: number }) | undefined;
  if (found?.revision === rows.revision) return found;
  const own = rows.idsBy('entityTypeId', entityTypeId).flatMap((id) => rows.get(id) ?? []);
  const made = {
    ...fieldSet([...builtInFieldsOf(entityTypeId), ...own.map(fieldOf)]),
    revision: rows.revision,
  };
  known.set(entityTypeId, made);
  return made;
}

function fieldSet(all: readonly Field[]): FieldSet {
  const byName = new Map<string, Field>();
  const camelNames = new Map<Field, string>();
  for (const field of all) {
    byName.set(field.upper.toLowerCase(), field);
    byName.set(field.name.toLowerCase(), field);
    if (!field.isDynamic) continue;
    const camel = camelUserFieldName(field.name);
    camelNames.set(field, camel);
    byName.set(camel.toLowerCase(), field);
  }
  return {
    all,
    named: (name) => byName.get(name.toLowerCase()),
    nameOf: (field, hasOriginalNames) =>
      hasOriginalNames ? field.name : (camelNames.get(field) ?? field.name),
  };
}

const fieldOf = (own: UserField): Field => ({
  name: own.fieldName,
  upper: own.fieldName,
  type: own.userTypeId,
  kind: kindOf(own.userTypeId),
  title: own.editFormLabel['ru'] ?? own.fieldName,
  isReadOnly: false,
  isImmutable: false,
  isMultiple: own.isMultiple,
  isDynamic: true,
  isRequired: own.isMandatory,
  ...(own.userTypeId === 'enumeration' ? { items: own.list.map(({ ID, VALUE }) => ({ ID, VALUE })) } : {}),
});
