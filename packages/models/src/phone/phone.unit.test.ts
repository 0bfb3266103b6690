import { Phone, PhoneOrUnknown } from '@domovoy/models';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each([
  [79308312222, '79308312222'],
  ['79308312222', '79308312222'],
  ['+79308312222', '79308312222'],
  [77011234567, '77011234567'], // Kazakhstan shares the country code
])('%j is the phone %s', (wire, phone) => {
  expect(Phone.parse(wire)).toBe(phone);
  expect(PhoneOrUnknown.parse(wire)).toBe(phone);
});

test.each([
  ['unknown', 0],
  ['10 digits', 7930831222],
  ['10 digits, as text', '9308312222'],
  ['12 digits', 793083122221],
  ['the trunk prefix 8', 89308312222],
  ['the trunk prefix and spaces', '8 930 831-22-22'],
  ['another country', '+998901234567'],
  ['two pluses', '++79308312222'],
  ['a fraction', 79308312222.5],
  ['negative', -79308312222],
  ['beyond safe integers', 7.9e22],
  ['Arabic digits', '٧٩٣٠٨٣١٢٢٢٢'],
  ['a line break behind', '79308312222\n'],
  ['empty', ''],
  ['null', null],
  ['an object', {}],
])('%s is refused: %j', (_, wire) => {
  expect(Phone.safeParse(wire).success).toBe(false);
  expect(PhoneOrUnknown.parse(wire)).toBeNull();
});

test('parsing a phone again changes nothing, and nothing else is ever a phone', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.integer(), fc.double(), fc.stringMatching(/^\+?7\d{10}$/)),
      (value) => {
        const phone = Phone.safeParse(value);
        if (!phone.success) return;
        expect(phone.data).toMatch(/^7\d{10}$/);
        expect(Phone.parse(phone.data)).toBe(phone.data);
        expect(Phone.parse(Number(phone.data))).toBe(phone.data);
      },
    ),
  );
});
