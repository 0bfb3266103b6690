import { describe, expect, test } from 'vitest';
import { maskPhones } from './mask-phones.ts';

describe('a masked phone', () => {
  test.each(['79000000012', '+79000000012', '+7 900 000-00-12', '8 (900) 000-00-12', '8(900)0000012'])(
    '%s: only its last two digits are left',
    (phone) => {
      expect(maskPhones(`call ${phone}!`)).toBe('call *********12!');
    },
  );

  test('is masked wherever it stands', () => {
    expect(maskPhones({ phone: 79000000012, list: ['79000000012', null], '79000000012': true })).toEqual({
      phone: '*********12',
      list: ['*********12', null],
      '*********12': true,
    });
  });

  test('takes nothing else with it', () => {
    const value = { id: 12, at: '2026-01-31T12:00:00.000Z', number: '4000000012345', flat: '7' };
    expect(maskPhones(value)).toEqual(value);
  });
});
