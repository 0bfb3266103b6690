// A program: sign-ups that all wait become a contact, a deal and a comment each, one step after the other as the hub does it.
import { createBitrix24, webhookAuth } from '@domovoy/bitrix24-sdk';

const [, , url = '', count = '0'] = process.argv;
const IN_FLIGHT = 500;
await using bitrix24 = createBitrix24({
  auth: webhookAuth(url),
  gather: true,
  timeoutMs: 3_600_000,
  // The rate of requests is what is looked at; by its operating time a portal takes 160 sign-ups in ten minutes.
  limits: { operatingSeconds: 1_000_000 },
});

async function mirror(number: number): Promise<void> {
  const origin = { originatorId: 'domovoy', originId: `sign-up-${number}` };
  const phone = `+7900${String(number).padStart(7, '0')}`;
  const fm = [{ typeId: 'PHONE', valueType: 'MOBILE', value: phone }];
  const contact = await bitrix24.contacts.add({ fields: { ...origin, name: 'Абонент', fm } });
  const deal = await bitrix24.deals.add({
    fields: { ...origin, title: `Заявка ${number}`, contactId: contact.id },
  });
  await bitrix24.timeline.addComment({ entityType: 'deal', entityId: deal.id, comment: 'Заявка принята' });
}

const startedAt = performance.now();
let next = 0;
const worker = async () => {
  while (next < Number(count)) {
    next += 1;
    await mirror(next);
  }
};
await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
process.send?.({ seconds: (performance.now() - startedAt) / 1000 });
process.disconnect();
