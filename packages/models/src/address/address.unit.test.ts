import {
  addressOfSignUp,
  EventAddress,
  flatRangesOf,
  matchEntrances,
  parseAddressLine,
  RosDomofonAddress,
} from '@domovoy/models';
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

test('an address of a REST answer is an option as it is, with its ranges', () => {
  const address = RosDomofonAddress.parse({
    city: 'Иваново',
    cityObject: { id: 500, name: 'Иваново', type: 'г' },
    street: { id: 7037, name: 'Ташкентская', type: 'ул', typeFull: 'улица' },
    house: { id: 65175, number: 100, block: '', housing: '2' },
    entrance: { id: 27221, number: '1', flatStart: 1, flatEnd: 36 },
  });
  const flatRanges = address.entrance ? flatRangesOf(address.entrance) : null;
  expect(matchEntrances(addressOfSignUp(event), [{ entrance: 27221, address, flatRanges }])).toEqual({
    kind: 'matched',
    entrance: 27221,
    evidence: { city: 'exact', street: 'equivalent', house: 'exact', flat: 'exact' },
  });
});

test('the example of the README', () => {
  const street = { name: 'Карла Маркса' };
  const query = EventAddress.parse({ city: 'Иваново', street, house: { number: '14 к2' }, flat: 47 });
  const address = parseAddressLine('Иваново, ул. К. Маркса, 14, корп. 2');
  const match = matchEntrances(addressOfSignUp(query), [
    { entrance: { id: 27221 }, address, flatRanges: [{ start: 1, end: 36 }] },
    { entrance: { id: 27222 }, address, flatRanges: [{ start: 37, end: 72 }] },
  ]);
  expect(match).toEqual({
    kind: 'matched',
    entrance: { id: 27222 },
    evidence: { city: 'exact', street: 'equivalent', house: 'equivalent', flat: 'exact' },
  });
});
