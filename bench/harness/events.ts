import { randomUUID } from 'node:crypto';

const FILLER = 'абвгд ежзи'.repeat(200);

/** Fills one text field until the JSON has about `bytes` bytes. Cyrillic letters take two. */
function padded(event: object, fill: (text: string) => void, bytes: number): string {
  const missing = bytes - Buffer.byteLength(JSON.stringify(event));
  if (missing > 0) fill(FILLER.slice(0, Math.floor((missing * 10) / 19)));
  return JSON.stringify(event);
}

/** The n-th message, from one of `people` abonents. */
export function messageEvent(n: number, people: number, bytes: number): { key: string; value: string } {
  const abonent = (n * 7919) % people;
  const push = { message: '' };
  const event = {
    fromAbonent: { id: 1_500_000 + abonent, phone: 79_000_000_000 + abonent, companyId: 1292 },
    channel: 'support',
    waitResponse: true,
    localizedPush: push,
  };
  return { key: String(abonent), value: padded(event, (text) => void (push.message = text), bytes) };
}

/** The n-th sign-up, always a new one. */
export function signUpEvent(n: number, bytes: number): { key: string; value: string } {
  const uid = randomUUID();
  const event = {
    id: n,
    abonent: { id: 1_500_000 + n, phone: 79_000_000_000 + (n % 10_000) },
    address: {
      country: { shortName: 'RU', name: 'Россия' },
      city: 'Иваново',
      street: { id: 7037, name: 'Ташкентская', codeFias: '44c5f004-32d5-4724-9ee2-099071e88d1c' },
      house: { id: 65_175, number: '100', block: '', building: '', housing: '' },
      flat: n % 300,
    },
    application: { id: 1, name: 'rd_android', provider: 'google', companyId: 3 },
    virtual: false,
    timeZone: 'Europe/Moscow +03:00',
    offerSigned: false,
    contractNumber: '',
    status: 'UNPROCESSED',
    createdAt: 1_690_216_032_782,
    uid,
    note: '',
  };
  return { key: uid, value: padded(event, (text) => void (event.note = text), bytes) };
}
