import { contactOrigin, type Picked, pickContact } from '@domovoy/domain';
import type { CrmWork } from '../crm-work.ts';
import { findByOrigin } from '../find-by-origin.ts';

const CONTACT = 3;

/** The abonent's contact at the portal: the one that the hub made, or whoever has the phone. */
export async function findContact(
  work: CrmWork,
  { abonentId, phone }: { abonentId: bigint; phone: string },
): Promise<Picked> {
  // Both at once: either may wait half a minute for the batch that it joins, and an attempt has one.
  const [planted, found] = await Promise.all([
    findByOrigin(work, { entityTypeId: CONTACT, originId: contactOrigin(abonentId) }),
    work.portal.duplicates.findByPhone({ phone, entityType: 'CONTACT' }, work.call),
  ]);
  if (planted) return { kind: 'one', contactId: planted.id };
  return pickContact(found.CONTACT ?? [], work.mapping.contact.whenSeveral);
}
