import { CONTACT, DEAL, LEAD, SMART_PROCESSES } from '../../crm/entity-types.ts';
import type { ItemRow } from '../../crm/items/item-row.ts';
import type { KeptTables } from '../../state/kept-tables.ts';
import type { Words } from '../words.ts';

const NAMES: Readonly<Record<number, string>> = { [LEAD]: 'lead', [DEAL]: 'deal', [CONTACT]: 'contact' };

/** Where the service itself shows an item, so that links of other programs find it here too. */
export const pathOf = (entityTypeId: number, id: number): string =>
  `${sectionOf(entityTypeId)}details/${id}/`;
export const boardOf = (entityTypeId: number): string => `${sectionOf(entityTypeId)}kanban/`;
const sectionOf = (entityTypeId: number) => `/crm/${NAMES[entityTypeId] ?? `type/${entityTypeId}`}/`;

export function nameOf(row: ItemRow): string {
  const whole = [row['name'], row['secondName'], row['lastName']].filter(isText).join(' ').trim();
  if (isText(row['title'])) return row['title'];
  return whole === '' ? `#${row.id}` : whole;
}

export function kindOf(state: KeptTables, words: Words, entityTypeId: number): string {
  const known: Readonly<Record<number, string>> = {
    [LEAD]: words.leads,
    [DEAL]: words.deals,
    [CONTACT]: words.contacts,
  };
  return known[entityTypeId] ?? state.rows(SMART_PROCESSES).get(entityTypeId)?.title ?? String(entityTypeId);
}

export const communicationsOf = ({ fm = [] }: ItemRow, kind: string): string[] =>
  fm.filter(({ typeId }) => typeId === kind).map(({ value }) => value);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
