import { EventAddress } from '@domovoy/models';
import { expect, test } from 'vitest';

test('a Russian address keeps its codes, and an empty house part is absent', () => {
  const address = EventAddress.parse({
    country: { shortName: 'RU', name: 'Россия' },
    city: 'Иваново',
    street: { id: 7037, name: 'Ташкентская', codeKladr: '37000001000099700', codeFias: '44c5f004' },
    house: { id: 65175, number: '100', block: '', building: ' ', housing: '2' },
    flat: null,
  });
  expect(address.street?.codeFias).toBe('44c5f004');
  expect(address.house).toMatchObject({ number: '100', block: null, building: null, housing: '2' });
  expect(address.flat).toBeNull();
});

test('a Kazakh street has a universal code and no FIAS', () => {
  const address = EventAddress.parse({
    country: { shortName: 'KZ', name: 'Казахстан' },
    city: 'Астана',
    street: { id: 9001, name: 'Сыганак', universalCode: '71:1908:25' },
    house: { id: 12, number: 10 },
    flat: 47,
  });
  expect(address.street?.universalCode).toBe('71:1908:25');
  expect(address.house?.number).toBe('10');
  expect(address.flat).toBe('47');
});

test('unknown fields are kept', () => {
  expect(EventAddress.parse({ city: 'Тула', district: { name: 'Центр' } })).toMatchObject({
    district: { name: 'Центр' },
  });
});

test.each([{ city: 7 }, { street: 'Ленина' }, { house: [] }, { flat: {} }, 'Тула', null])(
  '%j is no address',
  (value) => {
    expect(EventAddress.safeParse(value).success).toBe(false);
  },
);
