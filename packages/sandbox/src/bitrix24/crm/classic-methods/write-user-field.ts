import { RestError } from '../../rest-error.ts';
import type { KeptTables } from '../../state/kept-tables.ts';
import { isRecord, isYes, toInt, toList } from '../../transport/params.ts';
import {
  ENUMERATION_ITEMS,
  type EnumerationItem,
  USER_FIELDS,
  type UserField,
} from '../fields/user-field.ts';

const TYPES: ReadonlySet<string> = new Set([
  'string',
  'integer',
  'double',
  'boolean',
  'datetime',
  'date',
  'money',
  'url',
  'address',
  'enumeration',
  'file',
  'employee',
  'crm_status',
  'iblock_section',
  'iblock_element',
  'crm',
]);
const MAX_NAME = 50;

type Given = Readonly<Record<string, unknown>>;

export function newUserField(state: KeptTables, entityTypeId: number, given: Given): UserField {
  const fieldName = fieldNameOf(text(given['FIELD_NAME']));
  const userTypeId = text(given['USER_TYPE_ID']).toLowerCase();
  const rows = state.rows(USER_FIELDS);
  const isTaken = rows
    .idsBy('entityTypeId', entityTypeId)
    .some((id) => rows.get(id)?.fieldName === fieldName);
  const problems = [
    userTypeId === '' ? "The 'USER_TYPE_ID' field is not found." : '',
    userTypeId !== '' && !TYPES.has(userTypeId) ? `Тип "${userTypeId}" не найден.` : '',
    /^UF_CRM_[A-Z0-9_]+$/.test(fieldName) ? '' : 'Название поля содержит недопустимые символы.',
    fieldName.length > MAX_NAME ? `Название поля длиннее ${MAX_NAME} символов.` : '',
    isTaken ? `Поле ${fieldName} для объекта уже существует.` : '',
  ].filter(Boolean);
  if (problems.length > 0) throw new RestError(400, 'ERROR_CORE', problems.join('\n'));
  const blank: UserField = {
    id: state.takeId(USER_FIELDS),
    entityTypeId,
    fieldName,
    userTypeId,
    xmlId: '',
    sort: 100,
    isMultiple: isYes(given['MULTIPLE']),
    isMandatory: false,
    showFilter: 'N',
    editFormLabel: {},
    listColumnLabel: {},
    listFilterLabel: {},
    settings: {},
    list: [],
  };
  return changedUserField(state, blank, given);
}

/** `UF_CRM_` always stands in front. */
const fieldNameOf = (name: string) => `UF_CRM_${name.toUpperCase().replace(/^UF_CRM_/, '')}`;

/** The name, the type and whether there may be several stay as they are. */
export function changedUserField(state: KeptTables, before: UserField, given: Given): UserField {
  const label = labelOf(given['EDIT_FORM_LABEL'] ?? given['LABEL']);
  const settings = isRecord(given['SETTINGS']) ? given['SETTINGS'] : before.settings;
  return {
    ...before,
    xmlId: 'XML_ID' in given ? text(given['XML_ID']) : before.xmlId,
    sort: 'SORT' in given ? toInt(given['SORT']) : before.sort,
    isMandatory: 'MANDATORY' in given ? isYes(given['MANDATORY']) : before.isMandatory,
    showFilter: 'SHOW_FILTER' in given ? text(given['SHOW_FILTER']) : before.showFilter,
    editFormLabel: label ?? before.editFormLabel,
    listColumnLabel: labelOf(given['LIST_COLUMN_LABEL']) ?? label ?? before.listColumnLabel,
    listFilterLabel: labelOf(given['LIST_FILTER_LABEL']) ?? label ?? before.listFilterLabel,
    settings,
    list:
      before.userTypeId === 'enumeration' && 'LIST' in given
        ? changedList(state, before.list, toList(given['LIST']))
        : before.list,
  };
}

/** A row with an `ID` edits or (`DEL`) removes that entry; one without adds an entry; the others stay. */
function changedList(
  state: KeptTables,
  before: readonly EnumerationItem[],
  given: readonly unknown[],
): EnumerationItem[] {
  let items = [...before];
  for (const row of given) {
    if (!isRecord(row)) continue;
    const id = text(row['ID']);
    const known = items.find(({ ID }) => ID === id);
    if (known && isYes(row['DEL'])) items = items.filter((item) => item !== known);
    else if (known)
      items = items.map((item) => (item === known ? { ...item, ...strings(row), ID: item.ID } : item));
    else {
      const made = String(state.takeId(ENUMERATION_ITEMS));
      const sort = String((items.length + 1) * 10);
      items.push({ VALUE: '', XML_ID: `item-${made}`, SORT: sort, DEF: 'N', ...strings(row), ID: made });
    }
  }
  return items;
}

const strings = (row: Given): Partial<EnumerationItem> =>
  Object.fromEntries(
    ['VALUE', 'XML_ID', 'SORT', 'DEF'].flatMap((name) => (name in row ? [[name, text(row[name])]] : [])),
  );

/** A text stands for every language. */
function labelOf(value: unknown): Record<string, string> | null {
  if (typeof value === 'string') return { ru: value, en: value };
  if (!isRecord(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([language, label]) => [language, text(label)]));
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
