import { expect, test } from 'vitest';
import { pickContact } from './pick-contact.ts';

test.each([
  [[], 'oldest', { kind: 'none' }],
  [[5], 'review', { kind: 'one', contactId: 5 }],
  [[5, 5], 'review', { kind: 'one', contactId: 5 }],
  [[10, 9], 'oldest', { kind: 'one', contactId: 9 }],
  [[9, 10], 'newest', { kind: 'one', contactId: 10 }],
  [[10, 9], 'review', { kind: 'several', contactIds: [9, 10] }],
] as const)('of %j by the rule %s', (found, rule, expected) => {
  expect(pickContact(found, rule)).toEqual(expected);
});
