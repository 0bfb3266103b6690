import type { CrmSignUp } from '@domovoy/store';
import type { ToTell } from './enqueue-unless-pending.ts';

/**
 * What a CRM is told of a sign-up that is new or has changed: who asked, what they asked for and how it stands, what
 * happened. In this order: all of it goes through the abonent's one lane.
 *
 * A deal that somebody deleted over there stays deleted. A contact that somebody deleted comes back with the abonent's
 * next sign-up, not with news of an old one.
 */
export function tellOfSignUp({ id, abonentId, contact, deal, untoldEvents }: CrmSignUp): ToTell[] {
  if (deal === 'gone') return [];
  const signUpId = String(id);
  const of = { abonentId: String(abonentId) };
  const tellsContact = contact === null || deal === null;
  return [
    ...(tellsContact ? [{ kind: 'crm.contact', payload: { ...of, signUpId } }] : []),
    { kind: 'crm.deal', payload: { ...of, signUpId } },
    ...untoldEvents.map((eventId) => ({
      kind: 'crm.comment',
      payload: { ...of, signUpId, eventId: String(eventId) },
      isFixed: true,
    })),
  ];
}
