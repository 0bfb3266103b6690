import { communicationKey } from '../../crm/communication-key.ts';
import { CONTACT, entityTypeNamed } from '../../crm/entity-types.ts';
import { itemsOf } from '../../crm/items/item-row.ts';
import type { KeptTables } from '../../state/kept-tables.ts';
import type { Chat, Visitor } from '../tables.ts';

/** By phone, else by e-mail; of several the oldest. Spellings count, as they do when duplicates are looked for. */
export function findContact(state: KeptTables, { phone, email }: Visitor): number | null {
  const contacts = itemsOf(state, CONTACT);
  for (const [typeId, value] of [
    ['PHONE', phone],
    ['EMAIL', email],
  ] as const) {
    const found = value === null ? [] : contacts.idsBy('communication', communicationKey(typeId, value));
    const ids = found.filter((id) => typeof id === 'number');
    if (ids.length > 0) return Math.min(...ids);
  }
  return null;
}

/** The contact of a chat, as long as it is there: one that was merged into another is looked for again. */
export function linkedContact(state: KeptTables, chat: Chat | undefined): number | null {
  const id = chat?.contactId ?? null;
  return id !== null && itemsOf(state, CONTACT).get(id) ? id : null;
}

/** The contacts whose chats are those of an entity: itself, or those of a deal or lead. Null: no such kind. */
export function linkedContacts(state: KeptTables, type: string, id: number): readonly number[] | null {
  const entityTypeId = entityTypeNamed(type);
  if (entityTypeId === undefined) return null;
  if (entityTypeId === CONTACT) return [id];
  const item = itemsOf(state, entityTypeId).get(id);
  if (!item) return [];
  const { contactIds = [], contactId = 0 } = item;
  if (contactIds.length > 0) return contactIds;
  return typeof contactId === 'number' && contactId > 0 ? [contactId] : [];
}
