import type { Call, PortalMethod } from '../../portal-method.ts';
import { isRecord, listParam, recordParam, toInt } from '../../transport/params.ts';
import { DEAL } from '../entity-types.ts';
import { updatedItem } from '../items/write-item.ts';
import { requireRow } from './classic-entity.ts';

const DEALS = { name: 'deal', entityTypeId: DEAL };

function setContacts(call: Call, contactIds: number[]) {
  const before = requireRow(call, DEALS);
  const values = { contactIds: [...new Set(contactIds)] };
  const { changes, happenings } = updatedItem(call, DEAL, before, { values, editsOf: () => [] });
  call.context.save(changes, happenings, call);
  return { result: true };
}

const contactsOf = (call: Call): number[] => [...(requireRow(call, DEALS).contactIds ?? [])];

/** Contacts of a deal, which `crm.deal.update` does not take (facts §7.2). */
export const DEAL_CONTACTS: readonly PortalMethod[] = [
  {
    name: 'crm.deal.contact.items.get',
    scope: 'crm',
    run: (call) => ({
      result: contactsOf(call).map((id, index) => ({
        CONTACT_ID: id,
        SORT: (index + 1) * 10,
        ROLE_ID: 0,
        IS_PRIMARY: index === 0 ? 'Y' : 'N',
      })),
    }),
  },
  {
    name: 'crm.deal.contact.items.set',
    scope: 'crm',
    run: (call) =>
      setContacts(
        call,
        listParam(call.params, 'items').flatMap((item) => (isRecord(item) ? toInt(item['CONTACT_ID']) : [])),
      ),
  },
  {
    name: 'crm.deal.contact.items.delete',
    scope: 'crm',
    run: (call) => setContacts(call, []),
  },
  {
    name: 'crm.deal.contact.add',
    scope: 'crm',
    run: (call) =>
      setContacts(call, [...contactsOf(call), toInt(recordParam(call.params, 'fields')['CONTACT_ID'])]),
  },
];
