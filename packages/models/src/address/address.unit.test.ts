import { addressOfSignUp, EventAddress, matchEntrances } from '@domovoy/models';
import { expect, test } from 'vitest';

// From facts §2, with a flat.
const event = EventAddress.parse({
  country: { shortName: 'RU', name: 'Россия' },
  city: 'Иваново',
  street: {
    id: 7037,
    name: 'Ташкентская',
    codeKladr: '37000001000099700',
    codeFias: '44c5f004-32d5-4724-9ee2-099071e88d1c',
  },
  house: { id: 65175, number: '100', block: '', building: '', housing: '2' },
  flat: 12,
});

test('the address of a sign-up is a query as it is', () => {
  expect(addressOfSignUp(event)).toEqual({
    city: 'Иваново',
    street: {
      name: 'Ташкентская',
      codeKladr: '37000001000099700',
      codeFias: '44c5f004-32d5-4724-9ee2-099071e88d1c',
      universalCode: null,
    },
    house: { number: '100', block: null, building: null, housing: '2' },
    flat: '12',
  });
});

test('an empty address is a query without anything, and matches nothing', () => {
  const query = addressOfSignUp(EventAddress.parse({}));
  expect(query).toEqual({ city: null, street: null, house: null, flat: null });
  expect(matchEntrances(query, [{ entrance: 1, address: query, flatRanges: null }]).kind).toBe('none');
});
