import type { CrmMapping } from '../mapping/crm-mapping.ts';

export type Picked =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly contactId: number }
  /** A person decides. */
  | { readonly kind: 'several'; readonly contactIds: readonly number[] };

/** Which of the contacts that have the phone is the abonent's. Ids grow with time. */
export function pickContact(found: readonly number[], rule: CrmMapping['contact']['whenSeveral']): Picked {
  const contactIds = [...new Set(found)].toSorted((a, b) => a - b);
  const [oldest] = contactIds;
  const newest = contactIds.at(-1);
  if (oldest === undefined || newest === undefined) return { kind: 'none' };
  if (contactIds.length === 1) return { kind: 'one', contactId: oldest };
  if (rule === 'review') return { kind: 'several', contactIds };
  return { kind: 'one', contactId: rule === 'oldest' ? oldest : newest };
}
