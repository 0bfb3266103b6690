import { messageText, OutgoingMessageEvent, outgoingMessage, Phone } from '@domovoy/models';
import { expect, test } from 'vitest';

test('every field is written, nulls included, and the phone as a number', () => {
  const { key, value } = outgoingMessage({
    abonentId: 1_574_870,
    phone: Phone.parse('79000000001'),
    companyId: 1292,
    message: 'Мастер придёт в 18:00',
  });
  expect(key).toBe('1574870');
  expect(JSON.parse(value)).toEqual({
    channel: 'support',
    deliveryMethod: 'PUSH',
    fromAbonent: { id: 0, phone: 0, companyId: null, restrictionPushTokenIds: [] },
    message: 'Мастер придёт в 18:00',
    toAbonents: [{ id: 1_574_870, phone: 79_000_000_001, companyId: 1292 }],
    localizedPush: null,
  });
});

test('a phone that is not known is 0, a company null', () => {
  const { toAbonents } = JSON.parse(outgoingMessage({ abonentId: 7, message: 'x' }).value);
  expect(toAbonents).toEqual([{ id: 7, phone: 0, companyId: null }]);
});

test('our own consumer reads it back', () => {
  const { value } = outgoingMessage({ abonentId: 7, message: 'Готово', channel: 'notification' });
  const event = OutgoingMessageEvent.parse(JSON.parse(value));
  expect([messageText(event), event.channel, event.toAbonents?.[0]?.id]).toEqual([
    'Готово',
    'notification',
    7,
  ]);
});
