import type { IncomingMessageWire, SignUpWire } from '../events/wire.ts';
import { uuidOfName } from '../random/random.ts';

/** A sign-up with nothing wrong in it. Its uid is made from the name, so that every kind of poison is a sign-up of its own. */
export function soundSignUp(name: string): SignUpWire {
  return {
    id: 700_000_000 + Number.parseInt(uuidOfName(name).slice(0, 6), 16),
    abonent: { id: 1_570_666, phone: 79_000_000_666 },
    address: {
      country: { shortName: 'RU', name: 'Россия' },
      city: 'Иваново',
      street: {
        id: 7000,
        name: 'Ташкентская',
        codeKladr: '37000001000700000',
        codeFias: uuidOfName('Иваново, Ташкентская'),
      },
      house: { id: 70_002, number: '100', block: '', building: '', housing: '' },
      flat: null,
    },
    application: { id: 1, name: 'rd_android', provider: 'google', companyId: 3 },
    virtual: false,
    timeZone: 'Europe/Moscow +03:00',
    offerSigned: false,
    contractNumber: '',
    status: 'UNPROCESSED',
    createdAt: 1_767_225_600_000,
    uid: uuidOfName(name),
  };
}

export const soundMessage = (text: string): IncomingMessageWire => ({
  fromAbonent: { id: 1_570_666, phone: 79_000_000_666, companyId: 1292, restrictionPushTokenIds: [] },
  channel: 'support',
  message: null,
  deliveryMethod: null,
  toAbonents: null,
  broadcast: false,
  waitResponse: true,
  localizedPush: { message: text, messageKey: null, messageArgs: null },
});
