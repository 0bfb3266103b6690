import { CONTACT } from '../crm/entity-types.ts';
import { itemsOf, itemTable, MULTIFIELD_IDS } from '../crm/items/item-row.ts';
import type { PortalContext } from '../portal-context.ts';

export const MAX_SEEDED_CONTACTS = 200_000;

/** Many contacts at once: one line of the journal, however many there are. Nobody is told of them. */
export function seedContacts(
  { state }: PortalContext,
  { count, seed = 'seeded', isOnce = false }: { count: number; seed?: string | undefined; isOnce?: boolean },
): { firstId: number; count: number } {
  if (isOnce && itemsOf(state, CONTACT).size > 0) return { firstId: 0, count: 0 };
  const firstId = state.takeId(itemTable(CONTACT), count);
  const firstFieldId = state.takeId(MULTIFIELD_IDS, count);
  state.commit({ contacts: { seed, firstId, firstFieldId, count } });
  return { firstId, count };
}
