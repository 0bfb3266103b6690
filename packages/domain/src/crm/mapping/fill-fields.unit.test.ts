import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CrmMapping, DEFAULT_MAPPING } from './crm-mapping.ts';
import { filled, userFields } from './fill-fields.ts';

const known = fc.constantFrom('x', null);

describe('a text with facts', () => {
  test.each([
    [{ address: 'Иваново, Ташкентская, 100', flat: '47' }, 'Подключение: Иваново, Ташкентская, 100, кв. 47'],
    [{ address: 'Иваново, Ташкентская, 100', flat: null }, 'Подключение: Иваново, Ташкентская, 100'],
    [{}, 'Подключение'],
  ])('of %j leaves out what nobody knows, with the words before it', (facts, expected) => {
    expect(filled('Подключение: {{address}}, кв. {{flat}}', facts)).toBe(expected);
  });

  const KNOWN = { address: 'Иваново, Лесная, 1', phone: '+79000000001', services: 'Домофон' };
  test.each([
    [
      'Заявка: {{address}}, кв. {{flat}}. Телефон {{phone}}.',
      'Заявка: Иваново, Лесная, 1. Телефон +79000000001.',
    ],
    ['Подключено: {{services}}. Лицевой счёт {{account}}.', 'Подключено: Домофон.'],
    ['Подключено: {{account}}. Телефон {{phone}}.', 'Подключено. Телефон +79000000001.'],
    ['Подключено: {{account}}. Счёт {{flat}}.', 'Подключено.'],
    ['Заявка: {{flat}}, {{phone}}', 'Заявка: +79000000001'],
    ['{{address}} (кв. {{flat}}), {{phone}}', 'Иваново, Лесная, 1, +79000000001'],
    ['{{address}} (кв. {{flat}}, {{phone}})', 'Иваново, Лесная, 1 (+79000000001)'],
    ['{{flat}}, {{phone}}', '+79000000001'],
    ['{{phone}} из {{flat}} и {{services}}', '+79000000001 и Домофон'],
    ['Отказано. {{reason}}', 'Отказано.'],
    ['Абонент {{account}}', 'Абонент'],
    ['{{reason}}', ''],
    ['Адрес:\n{{address}}\nКвартира: {{flat}}\nСпасибо', 'Адрес:\nИваново, Лесная, 1\nСпасибо'],
  ])('without a flat, an account and a reason %j says %j', (template, expected) => {
    expect(filled(template, KNOWN)).toBe(expected);
  });

  test('of the default mapping leaves no mark alone, whatever is missing', () => {
    const { contact, deal, comments } = DEFAULT_MAPPING;
    const templates = [
      contact.name,
      deal.title,
      ...Object.values(comments).flatMap(({ ru, en }) => [ru, en]),
    ];
    const facts = fc.record({
      address: known,
      flat: known,
      phone: known,
      services: known,
      account: known,
      reason: known,
    });
    fc.assert(
      fc.property(fc.constantFrom(...templates), facts, (template, some) => {
        const text = filled(template, some);
        expect(text).not.toMatch(
          /[.,:;]\s*[.,:;]|\s[.,:;]|^[.,:;]|[,:;]$|кв\.(?! x)|(?:flat|счёт|Account|Телефон|Phone)(?! x)/,
        );
      }),
    );
  });

  test('keeps what a fact itself says, marks and all', () => {
    expect(filled('{{address}}, кв. {{flat}}', { address: 'ул. Лесная, 1, ', flat: null })).toBe(
      'ул. Лесная, 1',
    );
    expect(filled('{{reason}}', { reason: 'Дома (, : нет' })).toBe('Дома (, : нет');
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
