import { IncomingMessageEvent, messageText, OutgoingMessageEvent, SignUpEvent } from '@domovoy/models';
import { expect, test } from 'vitest';

// Shapes: facts/rosdomofon.md §2 of the contract. Phones and ids are invented.
const signUp = {
  id: 566836,
  abonent: { id: 1574870, phone: 79000000001 },
  address: {
    city: 'Иваново',
    street: { id: 7037, name: 'Ташкентская' },
    house: { id: 65175, number: '100' },
    flat: null,
  },
  application: { id: 1, name: 'rd_android', provider: 'google', companyId: 3 },
  virtual: false,
  timeZone: 'Europe/Moscow +03:00',
  offerSigned: false,
  contractNumber: '',
  status: 'UNPROCESSED',
  createdAt: 1690216032782,
  uid: 'C7CBA623-111C-4FE3-B952-1F5F9A1B7B37',
};
const incoming = {
  fromAbonent: { id: 1574870, phone: 79000000001, companyId: 1292, restrictionPushTokenIds: [] },
  channel: 'support',
  message: null,
  deliveryMethod: null,
  toAbonents: null,
  broadcast: false,
  waitResponse: true,
  localizedPush: { message: 'Не открывается дверь', messageKey: null, messageArgs: null },
};

test('a sign-up: status and uid in one case, phone as text, unknown fields kept', () => {
  const event = SignUpEvent.parse({ ...signUp, referrer: { code: 'x' }, services: [{ id: 1 }] });
  expect(event).toMatchObject({
    status: 'unprocessed',
    uid: 'c7cba623-111c-4fe3-b952-1f5f9a1b7b37',
    abonent: { phone: '79000000001' },
    referrer: { code: 'x' },
    services: [{ id: 1 }],
  });
});

test('an unknown status is tolerated', () => {
  expect(SignUpEvent.parse({ ...signUp, status: 'ON_HOLD' }).status).toBe('on_hold');
});

test.each([
  ['no uid', { uid: undefined }],
  ['a uid that is none', { uid: 'c7cba623' }],
  ['a phone of 10 digits', { abonent: { id: 1, phone: 7900000000 } }],
  ['a phone of 12 digits', { abonent: { id: 1, phone: 790000000011 } }],
  ['an id as text', { id: '566836' }],
  ['an id beyond safe integers', { id: 2 ** 60 }],
  ['an empty status', { status: ' ' }],
  ['createdAt as a date', { createdAt: '2026-01-01' }],
  ['no address', { address: null }],
])('a sign-up with %s is refused', (_, change) => {
  expect(SignUpEvent.safeParse({ ...signUp, ...change }).success).toBe(false);
});

test('the text of a message is where RosDomofon puts it', () => {
  const at = (change: object) => messageText(IncomingMessageEvent.parse({ ...incoming, ...change }));
  expect(at({})).toBe('Не открывается дверь');
  expect(at({ message: 'другое' })).toBe('Не открывается дверь');
  expect(at({ message: 'только здесь', localizedPush: null })).toBe('только здесь');
  expect(at({ message: 'только здесь', localizedPush: { message: '' } })).toBe('только здесь');
  expect(at({ localizedPush: undefined })).toBe('');
});

test('phone 0 means unknown, and no phone at all does not lose the message', () => {
  for (const phone of [0, null, undefined, 7900, '+998901234567'])
    expect(
      IncomingMessageEvent.parse({ ...incoming, fromAbonent: { id: 7, phone } }).fromAbonent.phone,
    ).toBeNull();
  expect(IncomingMessageEvent.parse({ ...incoming, fromAbonent: { id: 7 } }).fromAbonent.phone).toBeNull();
});

test('a message without a channel is a support message', () => {
  expect(IncomingMessageEvent.parse({ ...incoming, channel: null }).channel).toBe('support');
});

test('an outgoing message may go to several abonents, or to nobody by name', () => {
  const outgoing = { channel: 'support', deliveryMethod: 'PUSH', message: 'Ответ', localizedPush: null };
  const to = [
    { id: 1, phone: 0, companyId: null },
    { id: 2, phone: 79000000002 },
  ];
  expect(OutgoingMessageEvent.parse({ ...outgoing, toAbonents: to }).toAbonents?.map((a) => a.phone)).toEqual(
    [null, '79000000002'],
  );
  expect(messageText(OutgoingMessageEvent.parse({ ...outgoing, toAbonents: null, broadcast: true }))).toBe(
    'Ответ',
  );
});
