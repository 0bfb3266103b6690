import { expect, test } from 'vitest';
import { tellOfSignUp } from './tell-of-sign-up.ts';

const kinds = (contact: string | null, deal: string | null, untoldEvents: bigint[] = []) =>
  tellOfSignUp({ id: 7n, abonentId: 42n, contact, deal, untoldEvents }).map(({ kind }) => kind);

test.each([
  ['nothing is known of', null, null, ['crm.contact', 'crm.deal']],
  ['a known abonent makes', 'linked', null, ['crm.contact', 'crm.deal']],
  ['is known', 'linked', 'linked', ['crm.deal']],
  ["has a deal, and its abonent's contact was deleted", 'gone', 'linked', ['crm.deal']],
  ["is new, and its abonent's contact was deleted", 'gone', null, ['crm.contact', 'crm.deal']],
  ['somebody deleted the deal of', 'linked', 'gone', []],
])('a sign-up that %s', (_, contact, deal, expected) => {
  expect(kinds(contact, deal)).toEqual(expected);
});

test('comments come behind the deal, in the order of the timeline', () => {
  expect(kinds('linked', 'linked', [1n, 2n])).toEqual(['crm.deal', 'crm.comment', 'crm.comment']);
});
