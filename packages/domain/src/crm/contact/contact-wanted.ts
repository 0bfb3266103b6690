import { z } from 'zod';
import { contentHash } from '../content-hash.ts';
import type { CrmFacts } from '../mapping/crm-facts.ts';
import type { CrmMapping } from '../mapping/crm-mapping.ts';
import { filled, type PortalFields, userFields } from '../mapping/fill-fields.ts';
import { contactOrigin, originFields } from '../origin.ts';

/** The column `detail` of a contact's ref. */
export const ContactDetail = z
  .object({
    /** The sign-up that the contact's fields tell of. */
    signUpId: z.string().nullable().default(null),
    /** Of the fields and the phone as they were last written. */
    hash: z.string().nullable().default(null),
  })
  .catch({ signUpId: null, hash: null });
export type ContactDetail = z.output<typeof ContactDetail>;

export interface ContactWanted {
  /** Given once. */
  readonly created: PortalFields;
  /** Kept in step. */
  readonly kept: PortalFields;
  readonly hash: string;
  /** `+7…` */
  readonly phone: string;
}

const CONTACT = 3;

/** How the abonent of a sign-up is a contact. */
export function contactWanted(
  { contact, currency }: CrmMapping,
  { abonentId, phone, facts }: { abonentId: bigint; phone: string; facts: CrmFacts },
): ContactWanted {
  const kept = userFields(contact.fields, facts, currency);
  return {
    created: {
      name: filled(contact.name, facts) || phone,
      ...originFields(CONTACT, contactOrigin(abonentId)),
      ...(contact.responsibleId === null ? {} : { assignedById: contact.responsibleId }),
      ...(contact.typeId === null ? {} : { typeId: contact.typeId }),
      ...(contact.sourceId === null ? {} : { sourceId: contact.sourceId }),
    },
    kept,
    hash: contentHash({ kept, phone }),
    phone,
  };
}
