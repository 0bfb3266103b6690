import type { KeptTables } from '../../state/kept-tables.ts';
import { defineTable, type IndexKey, type Rows, type TableDefinition } from '../../state/table.ts';
import { communicationKey } from '../communication-key.ts';

/** A phone, a mail address and the like; its id is what updates name it by (facts §7.1). */
export interface MultifieldRecord {
  id: number;
  /** PHONE, EMAIL, WEB, IM, LINK. */
  typeId: string;
  /** WORK, MOBILE, HOME … */
  valueType: string;
  value: string;
}

/** A contact, deal, lead, company or item of a smart process: its fields by their names in `crm.item.*`. */
export interface ItemRow {
  readonly id: number;
  readonly fm?: readonly MultifieldRecord[];
  readonly contactIds?: readonly number[];
  readonly [field: string]: unknown;
}

export const MULTIFIELD_IDS = { name: 'multifields' };
/** What stands for one in a list would otherwise be somebody's id: an array in an update must find nothing. */
export const FIRST_MULTIFIELD_ID = 1000;

const tables = new Map<number, TableDefinition<ItemRow>>();

export function itemTable(entityTypeId: number): TableDefinition<ItemRow> {
  const known = tables.get(entityTypeId);
  if (known) return known;
  const made = defineTable<ItemRow>(`items-${entityTypeId}`, INDEXES);
  tables.set(entityTypeId, made);
  return made;
}

export const itemsOf = (state: KeptTables, entityTypeId: number): Rows<ItemRow> =>
  state.rows(itemTable(entityTypeId));

const textKey = (value: unknown): IndexKey[] =>
  typeof value === 'string' && value !== '' ? [value.toLowerCase()] : [];
const numberKey = (value: unknown): IndexKey[] => (typeof value === 'number' && value !== 0 ? [value] : []);

/** What clients look for so often that nobody should read 100,000 rows for it. */
const INDEXES: TableDefinition<ItemRow>['indexes'] = {
  originId: ({ originId }) => textKey(originId),
  companyId: ({ companyId }) => numberKey(companyId),
  contactId: ({ contactId, contactIds = [] }) => (contactIds.length > 0 ? contactIds : numberKey(contactId)),
  communication: ({ fm = [] }) => fm.map(({ typeId, value }) => communicationKey(typeId, value)),
};
