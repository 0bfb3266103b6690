import {
  BITRIX24_ENTITY_TYPES,
  Bitrix24Contact,
  Bitrix24Deal,
  Bitrix24Item,
  Bitrix24Lead,
} from '@domovoy/models';
import { z } from 'zod';
import { createMethod, type ResourceContext } from '../method.ts';
import { Nothing } from '../nothing.ts';
import { Id } from '../params.ts';
import {
  type AnyFields,
  type ContactFields,
  type DealFields,
  itemFields,
  type LeadFields,
} from './fields.ts';
import { ANY_ENTITY, itemMethods, onlyEntity } from './item-methods.ts';

/** Objects of any kind, smart processes among them; each call names its `entityTypeId`. */
export const items = (context: ResourceContext) =>
  itemMethods(context, 'items', ANY_ENTITY, Bitrix24Item, itemFields<AnyFields>());

/** People. Phones and e-mails are in `fm`; look for one with `duplicates.findByPhone`, no filter does. */
export const contacts = (context: ResourceContext) => ({
  ...itemMethods(
    context,
    'contacts',
    onlyEntity(BITRIX24_ENTITY_TYPES.contact),
    Bitrix24Contact,
    itemFields<ContactFields>(),
  ),
  updateClassic: classicUpdate(context, 'contacts.updateClassic', 'crm.contact.update'),
});

/** Deals have no phones of their own: link a contact. */
export const deals = (context: ResourceContext) => ({
  ...itemMethods(
    context,
    'deals',
    onlyEntity(BITRIX24_ENTITY_TYPES.deal),
    Bitrix24Deal,
    itemFields<DealFields>(),
  ),
  updateClassic: classicUpdate(context, 'deals.updateClassic', 'crm.deal.update'),
});

export const leads = (context: ResourceContext) => ({
  ...itemMethods(
    context,
    'leads',
    onlyEntity(BITRIX24_ENTITY_TYPES.lead),
    Bitrix24Lead,
    itemFields<LeadFields>(),
  ),
  updateClassic: classicUpdate(context, 'leads.updateClassic', 'crm.lead.update'),
});

/**
 * The deprecated way to update, with names in capitals, for the one thing that crm.item.update does not do: to empty a
 * field with several values (facts §12, trap 4). No entry in the live feed. A phone without `ID` appends.
 */
const classicUpdate = (context: ResourceContext, operation: string, method: string) =>
  createMethod(context, {
    operation,
    method,
    params: z.strictObject({
      id: Id,
      fields: z.record(
        z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'expected a name of the classic methods'),
        z.unknown(),
      ),
    }),
    wire: ({ id, fields }) => ({ id, fields, params: { REGISTER_SONET_EVENT: 'N' } }),
    answer: Nothing,
    // Multi-fields without an id append at each repeat.
    effect: ({ fields }) => (Object.values(fields).some(isListOfObjects) ? 'creation' : 'repeatable'),
  });

const isListOfObjects = (value: unknown) =>
  Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null);
