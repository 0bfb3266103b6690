import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEffectWorld, type EffectWorld } from '../testing/effect-world.ts';

const never = { timeZone: 'UTC', hours: {} };
const texts = { welcome: 'Здравствуйте!', outOfHours: 'Мы закрыты', firstOfDay: null };
let world: EffectWorld;

beforeAll(async () => {
  world = await createEffectWorld();
  await (await world.startConsumer()).ready();
});
afterAll(() => world.close());

const thoughtOver = (messages: number) =>
  world.until(
    `select count(*) from deliveries where kind = 'message.auto_reply' and state in ('delivered', 'skipped')`,
    messages,
  );
const nothingLeft = () =>
  world.until(`select count(*) from deliveries where state in ('pending', 'leased')`, 0);

test('without a policy nothing is thought over, with one the abonent is answered once', async () => {
  await world.write('Есть кто?');
  await world.setPolicy('kafka', { ...never, texts });
  await world.write('Есть кто-нибудь?');
  await thoughtOver(1);
  await nothingLeft();
  await world.untilReadBack();
  expect(await world.outgoing()).toMatchObject([
    { state: 'sent', author: 'auto-reply:outOfHours', text: 'Мы закрыты' },
  ]);
  expect(await world.told()).toEqual(['Мы закрыты']);
  const [{ n } = { n: 0 }] = await world.rows<{ n: number }>(
    `select count(*)::int as n from deliveries where kind = 'message.auto_reply'`,
  );
  expect(n).toBe(1);
});

/** A machine at the other end: it says the same back, or something of its own, whatever it is told. */
async function talkWith(accountId: number, reply: (told: string, round: number) => string) {
  let heard = 0;
  await world.write('начало', accountId);
  for (let round = 1; round <= 8; round++) {
    await nothingLeft();
    const said = await world.told(accountId);
    const last = said.at(-1) ?? '';
    await world.write(reply(last, round), accountId);
    heard = said.length;
  }
  await nothingLeft();
  return { heard, told: (await world.told(accountId)).length };
}

test.each([
  ['says everything back', 900_002, (told: string) => told || 'эхо'],
  ['answers at once with its own words', 900_003, (_told: string, round: number) => `Меня нет, ${round}`],
])('a machine that %s is answered once, and no more', async (_name, accountId, reply) => {
  await world.setPolicy('kafka', { ...never, texts, mostPerDay: 5 });
  expect((await talkWith(accountId, reply)).told).toBe(1);
});

test('control: somebody who writes once a day is answered every day', async () => {
  await world.setPolicy('kafka', { ...never, texts });
  for (let day = 1; day <= 4; day++) {
    await world.write(`вопрос ${day}`, 900_004);
    await nothingLeft();
    await world.untilReadBack();
    await world.rows(`update messages set sent_at = sent_at - interval '1 day'`);
  }
  expect(await world.told(900_004)).toHaveLength(4);
});
