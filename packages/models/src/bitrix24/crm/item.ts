import { z } from 'zod';
import { decimal, flag, id, idOrNull, list, text, wholeNumber } from '../wire-values.ts';
import { Bitrix24MultiField } from './multi-field.ts';

/** Numbers of the kinds of CRM objects. A smart process has one of its own from 128 on. */
export const BITRIX24_ENTITY_TYPES = {
  lead: 1,
  deal: 2,
  contact: 3,
  company: 4,
  quote: 7,
  invoice: 31,
} as const;

const fm = list(Bitrix24MultiField).optional();
const ids = list(id).optional();

/**
 * Any CRM object as `crm.item.*` writes it. User fields (`UF_CRM_…`) and those of a smart process pass through as they
 * are. Dates are ISO 8601 with the portal's offset.
 */
export const Bitrix24Item = z.looseObject({
  id,
  entityTypeId: wholeNumber,
  title: text,
  createdTime: text,
  updatedTime: text,
  createdBy: idOrNull,
  updatedBy: idOrNull,
  assignedById: idOrNull,
  opened: flag,
  /** What an integration plants to find its own objects again. */
  originatorId: text,
  originId: text,
  originVersion: text,
  sourceId: text,
  sourceDescription: text,
  comments: text,
  /** Of pipelines only; 0 is the general one. */
  categoryId: wholeNumber,
  stageId: text,
  contactId: idOrNull,
  contactIds: ids,
  companyId: idOrNull,
  observers: ids,
  opportunity: decimal,
  currencyId: text,
  isManualOpportunity: flag,
  /** Contacts, leads and companies; in a list only with `select: ["*"]` or none. */
  fm,
});
export type Bitrix24Item = z.infer<typeof Bitrix24Item>;

/** The person. */
export const Bitrix24Contact = Bitrix24Item.extend({
  name: text,
  secondName: text,
  lastName: text,
  honorific: text,
  birthdate: text,
  post: text,
  typeId: text,
  companyIds: ids,
  leadId: idOrNull,
});
export type Bitrix24Contact = z.infer<typeof Bitrix24Contact>;

/** A deal has no phones of its own: they are its contact's. */
export const Bitrix24Deal = Bitrix24Item.extend({
  typeId: text,
  leadId: idOrNull,
  probability: decimal,
  begindate: text,
  closedate: text,
  closed: flag,
});
export type Bitrix24Deal = z.infer<typeof Bitrix24Deal>;

/** `stageId` is the lead's status. */
export const Bitrix24Lead = Bitrix24Item.extend({
  name: text,
  secondName: text,
  lastName: text,
  companyTitle: text,
  post: text,
  birthdate: text,
  statusDescription: text,
  webformId: idOrNull,
});
export type Bitrix24Lead = z.infer<typeof Bitrix24Lead>;
