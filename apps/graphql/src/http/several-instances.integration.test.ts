import { expect, it } from 'vitest';
import { startApi } from '../testing/api.ts';
import { eventually } from '../testing/eventually.ts';
import { MESSAGE_ADDED, openSocket, subscribe } from '../testing/socket.ts';

const texts = (events: readonly { message?: { text: string } }[]) =>
  events.flatMap(({ message }) => message?.text ?? []);

it('a subscriber whose instance goes away goes on at another one, without loss and without repetition', async () => {
  await using second = await startApi({ isAlone: true });
  const demo = await second.tenant('demo');
  const first = await startApi({ databaseUrl: second.databaseUrl });
  const before = openSocket(first.wsUrl, demo.key);
  const started = subscribe(before, MESSAGE_ADDED);
  await started.live;
  await demo.messages(['one', 'two']);
  await eventually(() => expect(texts(started.events)).toEqual(['one', 'two']));
  await first[Symbol.asyncDispose]();
  await started.ended;
  await demo.messages(['meanwhile']);

  const after = openSocket(second.wsUrl, demo.key);
  const resumed = subscribe(after, MESSAGE_ADDED, { since: started.cursor() });
  const careless = subscribe(after, MESSAGE_ADDED);
  await Promise.all([resumed.live, careless.live]);
  await demo.messages(['later']);
  await eventually(() => expect(texts(resumed.events)).toEqual(['meanwhile', 'later']));
  // Control: without the cursor something is missing.
  await eventually(() => expect(texts(careless.events)).toEqual(['later']));
  await after.dispose();
  await before.dispose();
});

it('what a key used up at one instance it has not at another', async () => {
  const settings = { shell: { budget: { points: 5, pointsPerSecond: 0.001 } } };
  await using first = await startApi(settings);
  await using second = await startApi({ ...settings, databaseUrl: first.databaseUrl });
  const demo = await first.tenant('demo');
  const ask = async (api: typeof first, key = demo.key) =>
    (await api.query(key, '{ viewer { company { shortName } } }')).status;
  for (let i = 0; i < 5; i++) expect(await ask(first)).toBe(200);
  expect(await ask(first)).toBe(429);
  await eventually(async () => expect(await ask(second)).toBe(429));
  // Control: another key has a budget of its own.
  expect(await ask(second, await second.key(demo))).toBe(200);
});
