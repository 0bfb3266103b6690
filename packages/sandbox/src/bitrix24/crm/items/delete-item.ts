import { type Change, drop, put } from '../../state/change.ts';
import type { KeptTables } from '../../state/kept-tables.ts';
import { CONTACT, DEAL, LEAD } from '../entity-types.ts';
import { type ItemRow, itemsOf, itemTable } from './item-row.ts';

/** An item goes, and a contact with it from the deals and leads that name it. */
export function deletedItem(state: KeptTables, entityTypeId: number, id: number): Change[] {
  const unlinked =
    entityTypeId === CONTACT ? [DEAL, LEAD].flatMap((type) => relinked(state, type, id, null)) : [];
  return [...unlinked, drop(itemTable(entityTypeId), id)];
}

/** The items that name a contact, with another one in its place or none. */
export function relinked(
  state: KeptTables,
  entityTypeId: number,
  contactId: number,
  successor: number | null,
): Change[] {
  const rows = itemsOf(state, entityTypeId);
  return rows.idsBy('contactId', contactId).flatMap((id) => {
    const row = rows.get(id) as ItemRow;
    const others = (row.contactIds ?? []).map((one) => (one === contactId ? successor : one));
    const contactIds = [...new Set(others)].filter((one) => one !== null);
    return [put(itemTable(entityTypeId), id, { ...row, contactIds, contactId: contactIds[0] ?? null })];
  });
}
