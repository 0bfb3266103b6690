import { describe, expect, test } from 'vitest';
import { accountNumbers } from './account-numbers.ts';

const asked = { rosdomofonId: 7n, contractNumber: null, phone: '79000000001', flat: '12' };
const rule = { prefersContract: true, template: 'A-{{signUpId}}' };

describe('the number of a new account', () => {
  test('is the contract’s when there is one, then the template’s, then one that nobody else can have', () => {
    expect(accountNumbers(rule, { ...asked, contractNumber: ' Д-5 ' })).toEqual(['Д-5', 'A-7', 'DV7']);
  });

  test('is not the contract’s where the company does not want that', () => {
    expect(accountNumbers({ ...rule, prefersContract: false }, { ...asked, contractNumber: 'Д-5' })).toEqual([
      'A-7',
      'DV7',
    ]);
  });

  test('is never empty, and none comes twice', () => {
    expect(accountNumbers({ ...rule, template: '{{contract}}' }, asked)).toEqual(['DV7']);
    expect(accountNumbers({ ...rule, template: 'DV{{signUpId}}' }, asked)).toEqual(['DV7']);
  });
});
