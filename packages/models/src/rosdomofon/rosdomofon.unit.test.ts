import {
  AbonentKey,
  AbonentSettings,
  ActionToken,
  CreatedAccount,
  CreatedFlat,
  MessageResult,
  pageOf,
  RosDomofonAccount,
  RosDomofonAccountDetails,
  RosDomofonEntrance,
  RosDomofonEntranceDetails,
  RosDomofonFlat,
  RosDomofonMessage,
  ServiceConnection,
} from '@domovoy/models';
import { expect, test } from 'vitest';
import type { z } from 'zod';

// Shapes: facts/rosdomofon.md §1.4 and §4.9 of the contract. Names, phones and ids are invented.
const account = {
  id: 904_154,
  billingAvailable: true,
  number: '100-42',
  termsOfUseLink: null,
  owner: { id: 1_574_870, phone: 79000000001, resolved: true },
  company: { id: 1292, shortName: 'demo' },
  blocked: false,
  isCompanyRecurringEnabled: false,
};
const address = {
  city: 'Иваново',
  country: { shortName: 'RU', name: 'Россия' },
  entrance: { id: 27_222, number: '2', flatStart: 31, flatEnd: 60, additionalFlatRanges: [] },
  house: { id: 65_175, number: '100', block: '', geoLatitude: '57.000348' },
  street: { id: 7037, name: 'Ташкентская', codeFias: '44c5f004', codeKladr: '370000010000997' },
  flat: 47,
};
const service = { id: 711, name: 'Домофон', type: 'SoftwareIntercom', createdAt: 1690216032782 };
const connection = {
  id: 55,
  account,
  blocked: false,
  currency: 'RUB',
  delegationTunings: {},
  flat: { id: 8, accountId: 904_154, address, virtual: false },
  service: { ...service, companyId: 1292, customName: null, delegationTunings: { limit: 5 } },
  tariff: 99.5,
};
const details = {
  ...account,
  balance: { accountId: 904_154, balance: -120.5, balanceDate: 1690216032782, currency: 'RUB' },
  owner: {
    ...account.owner,
    phone: undefined,
    delegations: [
      { id: 1, fromAbonent: { id: 2, phone: 79000000002 }, toAbonent: '3' },
      { id: 2, fromAbonent: null, toAbonent: 4 },
    ],
  },
  connections: [
    {
      id: 55,
      blocked: true,
      flat: { id: 8, adapters: [{ rdaUid: 'a1', cameraIds: [4] }] },
      service: { ...service, createdAt: '2024' },
    },
  ],
  recurringPayment: { amount: 100, currency: 'RUB', date: null, status: 'POSTPONED' },
};
const entrance = {
  id: 27_222,
  addressString: 'Россия, Иваново, Ташкентская, 100, п. 2',
  services: [
    {
      ...service,
      rdas: [
        {
          id: 9,
          uid: 'c0ffee',
          active: true,
          intercoms: [{ id: 1, index: '0', location: { id: 4, name: '' } }],
        },
      ],
      dependantServices: [{ ...service, createdAt: null }],
    },
  ],
};
const message = {
  id: 3,
  abonent: { id: 1, phone: 0 },
  channel: 'support',
  incoming: true,
  message: 'Не открывается дверь',
  messageDate: '2026-03-01T10:00:00.000+0000',
};
const page = {
  content: [message],
  last: true,
  number: 0,
  pageable: { offset: 0, paged: true },
  sort: { sorted: false },
};

const objects: [string, z.ZodType, object][] = [
  ['an account', RosDomofonAccount, account],
  ['an account in full', RosDomofonAccountDetails, details],
  ['a created account', CreatedAccount, { id: 1, owner: { id: 2, phone: 79000000001, resolved: true } }],
  ['a flat', RosDomofonFlat, { id: 8, address, owner: { id: 4 }, virtual: true }],
  ['a flat of which only the id is known', RosDomofonFlat, { id: 8 }],
  ['a created flat', CreatedFlat, { id: 8, owner: { id: 4 }, virtual: false }],
  ['a service connection', ServiceConnection, connection],
  ['an entrance', RosDomofonEntrance, entrance],
  ['an entrance in full', RosDomofonEntranceDetails, { id: 27_222, addressString: '', address, rda: null }],
  ['a message', RosDomofonMessage, message],
  ['a page', pageOf(RosDomofonMessage), page],
  [
    'a page of entrances without sorting',
    pageOf(RosDomofonEntrance),
    { content: [], pageable: null, sort: null },
  ],
  ['the outcome of a message', MessageResult, { id: 1, success: false, result: 'No such abonent' }],
  ['a key', AbonentKey, { adapterId: 'a1', relay: 1, type: 'main', address: {} }],
  ['settings', AbonentSettings, { callsMuted: false, chatsMuted: true }],
  ['an action token', ActionToken, { id: 1, token: 'x', useCount: 0, expiryDate: 1, subscriberId: 2 }],
];

test.each(objects)('%s is accepted, and a field that nobody knows stays in it', (_, schema, object) => {
  expect(schema.parse({ ...object, addedLater: { x: 1 } })).toMatchObject({ addedLater: { x: 1 } });
});

test.each(objects)('of %s, what may be absent may be null too', (_, schema, object) => {
  for (const field of Object.keys(object)) {
    const { [field]: _left, ...without } = object as Record<string, unknown>;
    if (schema.safeParse(without).success)
      expect({ field, ...schema.safeParse({ ...object, [field]: null }) }).toMatchObject({
        field,
        success: true,
      });
  }
});

test('little is needed: what a caller acts on', () => {
  const owner = { id: 1 };
  RosDomofonAccount.parse({ id: 1, owner, company: { id: 1 }, blocked: false });
  RosDomofonEntranceDetails.parse({ id: 1, cameras: [{}] });
  MessageResult.parse({ success: true });
  AbonentKey.parse({ adapterId: 1, relay: 0 });
  ServiceConnection.parse({ id: 1, blocked: true, flat: { id: 1 }, service: { id: 1 } });
});

test('phones are text inside; 0 and nothing are unknown', () => {
  expect(RosDomofonAccount.parse(account).owner.phone).toBe('79000000001');
  expect(RosDomofonAccountDetails.parse(details).owner.phone).toBeNull();
  expect(RosDomofonMessage.parse(message).abonent.phone).toBeNull();
});

test('both sides of a delegation are known by id, however the service writes them', () => {
  expect(RosDomofonAccountDetails.parse(details).owner.delegations).toMatchObject([
    { fromAbonent: { id: 2, phone: '79000000002' }, toAbonent: { id: 3, phone: null } },
    { fromAbonent: null, toAbonent: { id: 4 } },
  ]);
});

test('lists that are left out are empty', () => {
  expect(RosDomofonEntrance.parse({ id: 1, addressString: 'x' }).services).toEqual([]);
  const { dependantServices, rdas, cameras } = RosDomofonEntrance.parse(entrance).services[0] ?? {};
  expect([dependantServices?.length, rdas?.length, cameras]).toEqual([1, 1, []]);
});

test('an address keeps its flat ranges as numbers and its numbers of houses as text', () => {
  const parsed = RosDomofonFlat.parse({ id: 8, address });
  expect(parsed.address).toMatchObject({
    flat: '47',
    house: { number: '100', block: null },
    entrance: { flatStart: 31, flatEnd: 60 },
  });
});

test.each([
  ['an account without an id', RosDomofonAccount, { ...account, id: undefined }],
  ['an account of nobody', RosDomofonAccount, { ...account, owner: null }],
  ['an account that is blocked or not', RosDomofonAccount, { ...account, blocked: 'no' }],
  ['a flat range of words', RosDomofonFlat, { id: 1, address: { entrance: { id: 1, flatStart: 'one' } } }],
  ['a created flat without an owner', CreatedFlat, { id: 8, owner: null }],
  ['a connection to no service', ServiceConnection, { ...connection, service: null }],
  ['a message without a text', RosDomofonMessage, { ...message, message: null }],
  ['a page without content', pageOf(RosDomofonMessage), { last: true }],
])('%s is refused', (_, schema, object) => {
  expect(schema.safeParse(object).success).toBe(false);
});
