import { describe, expect, test } from 'vitest';
import { CrmMapping } from './crm-mapping.ts';
import { filled, userFields } from './fill-fields.ts';

describe('a text with facts', () => {
  test.each([
    [{ address: 'Иваново, Ташкентская, 100', flat: '47' }, 'Подключение: Иваново, Ташкентская, 100, кв. 47'],
    [{ address: 'Иваново, Ташкентская, 100', flat: null }, 'Подключение: Иваново, Ташкентская, 100'],
    [{}, 'Подключение'],
  ])('of %j leaves out what nobody knows, with the words before it', (facts, expected) => {
    expect(filled('Подключение: {{address}}, кв. {{flat}}', facts)).toBe(expected);
  });
});

describe('user fields', () => {
  const fieldsOf = (type: string, value: string) =>
    CrmMapping.parse({ contact: { fields: [{ field: 'UF_CRM_X', value, type }] } }).contact.fields;

  test.each([
    ['boolean', '{{isBlocked}}', { isBlocked: 'Y' }, 1],
    ['boolean', '{{isBlocked}}', { isBlocked: 'N' }, 0],
    ['double', '{{balance}}', { balance: '-12.50' }, -12.5],
    ['double', '{{balance}}', { balance: 'нет' }, ''],
    ['money', '{{debt}}', { debt: '12.50' }, '12.50|RUB'],
    ['date', '{{paidUntil}}', { paidUntil: '2026-11-27T21:00:00.000Z' }, '2026-11-27'],
    ['string', '{{city}}, {{street}}', { city: 'Иваново', street: 'Лесная' }, 'Иваново, Лесная'],
    // Empties the field: a batch cannot say null.
    ['money', '{{debt}}', { debt: null }, ''],
    ['boolean', '{{isBlocked}}', {}, ''],
  ])('a %s of %s with %j', (type, value, facts, expected) => {
    expect(userFields(fieldsOf(type, value), facts, 'RUB')).toEqual({ UF_CRM_X: expected });
  });
});
