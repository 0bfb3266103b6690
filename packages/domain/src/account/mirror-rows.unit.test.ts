import {
  RosDomofonAccount,
  RosDomofonAccountDetails,
  RosDomofonEntrance,
  RosDomofonService,
  ServiceConnection,
} from '@domovoy/models';
import { describe, expect, test } from 'vitest';
import {
  accountDetailsRow,
  accountRows,
  entranceRow,
  serviceConnectionRows,
  serviceRow,
  tariffRows,
  timeOf,
} from './mirror-rows.ts';

// Objects as RosDomofon writes them, through the schemas that check its answers.

const account = {
  id: 900_001,
  number: '0001002',
  owner: { id: 1_570_001, phone: 79_000_000_001, neverLoggedIn: true },
  company: { id: 1292, shortName: 'demo' },
  blocked: true,
  blockReason: ' debt ',
};

describe('an account', () => {
  test('becomes its row and that of its owner', () => {
    expect(accountRows(RosDomofonAccount.parse(account))).toEqual({
      account: {
        rosdomofonId: 900_001,
        number: '0001002',
        ownerAbonentRosdomofonId: 1_570_001,
        phone: '79000000001',
        isBlocked: true,
        blockReason: 'debt',
      },
      owner: { rosdomofonId: 1_570_001, phone: '79000000001', hasLoggedIn: false },
    });
  });

  test('may have no number, and an owner without a phone (0) who may have logged in', () => {
    const sparse = { ...account, number: '', owner: { id: 7, phone: 0 }, blockReason: null };
    expect(accountRows(RosDomofonAccount.parse(sparse))).toMatchObject({
      account: { number: null, phone: null, blockReason: null },
      owner: { phone: null, hasLoggedIn: null },
    });
  });

  test('tells its money in the details, and nothing where there is none', () => {
    const details = (more: object) =>
      accountDetailsRow(RosDomofonAccountDetails.parse({ ...account, ...more }));
    expect(
      details({
        balance: {
          balance: -120.5,
          balanceDate: 1_690_216_032_782,
          currency: 'RUB',
          recommendedPaymentSum: 300,
        },
        paidUntil: '2026-12-01T00:00:00Z',
      }),
    ).toEqual({
      rosdomofonId: 900_001,
      balance: -120.5,
      balanceCurrency: 'RUB',
      balanceAt: new Date(1_690_216_032_782),
      recommendedPayment: 300,
      recommendedPaymentAt: null,
      paidUntil: new Date('2026-12-01T00:00:00Z'),
    });
    expect(details({ balance: null })).toMatchObject({ balance: null, balanceAt: null, paidUntil: null });
  });
});

test.each([
  [1_690_216_032_782, '2023-07-24T16:27:12.782Z'],
  ['2026-12-01', '2026-12-01T00:00:00.000Z'],
  ['soon', null],
  [8.64e15, null],
  ['', null],
  [undefined, null],
])('%j is the time %j', (value, expected) => {
  expect(timeOf(value)?.toISOString() ?? null).toBe(expected);
});

const connection = (flat: object, more: object = {}) =>
  serviceConnectionRows(
    ServiceConnection.parse({
      id: 8_000_001,
      blocked: false,
      account,
      service: { id: 60_001, name: 'Gate', type: 'Gate' },
      tariff: 49.5,
      currency: 'RUB',
      flat: { id: 5_000_001, accountId: 900_001, virtual: false, ...flat },
      ...more,
    }),
  );
const address = {
  city: 'Иваново',
  country: { shortName: 'RU', name: 'Россия' },
  street: { id: 7037, name: 'Ташкентская', codeFias: 'f', codeKladr: 'k' },
  house: { id: 65_175, number: 100, block: '', building: '2', housing: 'А' },
  entrance: {
    id: 26_001,
    number: 3,
    flatStart: 1,
    flatEnd: 36,
    additionalFlatRanges: [
      { id: 1, flatStart: 101, flatEnd: 104 },
      { id: 2, flatStart: 9, flatEnd: 1 },
      { id: 3, flatStart: 1, flatEnd: 2 ** 40 },
    ],
  },
  flat: 7,
};

describe('a connection', () => {
  test('brings its flat, and the entrance with the ranges that make sense', () => {
    const rows = connection({ address });
    expect(rows.connection).toEqual({
      rosdomofonId: 8_000_001,
      serviceRosdomofonId: 60_001,
      accountRosdomofonId: 900_001,
      flatRosdomofonId: 5_000_001,
      isBlocked: false,
      tariff: 49.5,
      currency: 'RUB',
    });
    expect(rows.flat).toMatchObject({
      entranceRosdomofonId: 26_001,
      number: '7',
      isVirtual: false,
      isBlocked: null,
    });
    expect(rows.entrance).toMatchObject({
      rosdomofonId: 26_001,
      addressLine: 'Иваново, Ташкентская, 100 строение 2 корпус А, подъезд 3',
      city: 'Иваново',
      house: '100',
      block: null,
      building: '2',
      housing: 'А',
      number: '3',
      ranges: [
        { flatStart: 1, flatEnd: 36 },
        { flatStart: 101, flatEnd: 104 },
      ],
    });
  });

  test('may have neither address nor account; the account of the flat does, or the one that was asked for', () => {
    expect(connection({}, { account: undefined })).toMatchObject({
      connection: { accountRosdomofonId: 900_001 },
      flat: { entranceRosdomofonId: null, number: null },
      entrance: null,
      owner: null,
    });
    expect(connection({ accountId: null }, { account: null }).connection.accountRosdomofonId).toBeNull();
  });
});

test('a service without a name is called by its id; an entrance lists its services and knows their tariffs', () => {
  expect(serviceRow(RosDomofonService.parse({ id: 60_001 }))).toEqual({
    rosdomofonId: 60_001,
    name: '№ 60001',
    customName: null,
    type: 'Unknown',
  });
  const entrance = RosDomofonEntrance.parse({
    id: 26_001,
    addressString: 'Иваново, Ташкентская, 100',
    services: [
      { id: 60_001, name: 'Gate', type: 'Gate', tariff: 49 },
      { id: 60_002, name: 'Chat', type: 'HouseChat', tariff: null },
    ],
  });
  expect(entranceRow(entrance).serviceRosdomofonIds).toEqual([60_001, 60_002]);
  expect(tariffRows([entrance])).toEqual([{ rosdomofonId: 60_001, tariff: 49 }]);
});
