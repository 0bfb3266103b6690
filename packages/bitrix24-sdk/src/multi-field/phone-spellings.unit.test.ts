import { expect, test } from 'vitest';
import { phoneSpellings, samePhone } from './phone-spellings.ts';

test.each([
  ['79000000001', ['+79000000001', '79000000001', '89000000001', '9000000001']],
  ['+7 (900) 000-00-01', ['+79000000001', '79000000001', '89000000001', '9000000001']],
  ['8 900 000 00 01 доб. 12', ['+79000000001', '79000000001', '89000000001', '9000000001']],
  ['+998 90 000 00 01', ['+998900000001', '998900000001']],
  ['112', ['112']],
  ['no number', ['no number']],
])('%s is asked for as %j', (phone, spellings) => {
  expect(phoneSpellings(phone)).toEqual(spellings);
});

test.each([
  ['+79000000001', '8 (900) 000-00-01', true],
  ['+79000000001', '9000000001', true],
  ['+79000000001;12', '79000000001', true],
  ['+79000000001', '+79000000002', false],
  ['+79000000001', '7900000000', false],
  ['secret', 'secret ', true],
  ['secret', 'other', false],
])('%s and %s: %s', (one, other, isSame) => {
  expect(samePhone(one, other)).toBe(isSame);
});
