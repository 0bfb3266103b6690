import { defineTable } from '../../state/table.ts';
import { entityNameOf, isSmartProcess } from '../entity-types.ts';

export interface EnumerationItem {
  ID: string;
  VALUE: string;
  XML_ID: string;
  SORT: string;
  DEF: string;
}

/** A user field as it is kept: nearly as the classic methods show it. */
export interface UserField {
  id: number;
  entityTypeId: number;
  fieldName: string;
  userTypeId: string;
  xmlId: string;
  sort: number;
  isMultiple: boolean;
  isMandatory: boolean;
  showFilter: string;
  /** By language. */
  editFormLabel: Record<string, string>;
  listColumnLabel: Record<string, string>;
  listFilterLabel: Record<string, string>;
  settings: Record<string, unknown>;
  /** Of an enumeration. */
  list: EnumerationItem[];
}

export const USER_FIELDS = defineTable<UserField>('user-fields', {
  entityTypeId: ({ entityTypeId }) => [entityTypeId],
});
export const ENUMERATION_ITEMS = { name: 'enumeration-items' };

/** `CRM_CONTACT`, `CRM_7`: whose the field is. */
export const entityIdOf = (entityTypeId: number): string =>
  isSmartProcess(entityTypeId) ? `CRM_${entityTypeId}` : `CRM_${entityNameOf(entityTypeId).toUpperCase()}`;

/**
 * How a user field is called in `crm.item.*` without `useOriginalUfNames` (pages: universal methods): camel case, but
 * underscores between numbers stay; a name that mixes letters and numbers in a part cannot be told back and stays.
 */
export function camelUserFieldName(name: string): string {
  const parts = name.replace(/^UF_CRM_/, '').split('_');
  if (parts.some((part) => /\d/.test(part) && /\D/.test(part))) return `ufCrm_${parts.join('_')}`;
  let text = 'ufCrm';
  for (const [index, part] of parts.entries()) {
    const isNumber = /^\d+$/.test(part);
    const isAfterNumber = index > 0 && /^\d+$/.test(parts[index - 1] ?? '');
    // The number of a smart process stands right behind the prefix, when something follows it.
    const isPrefix = index === 0 && isNumber && parts.length > 1;
    if (isNumber) text += isPrefix || (index > 0 && !isAfterNumber) ? part : `_${part}`;
    else text += part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
  }
  return text;
}
