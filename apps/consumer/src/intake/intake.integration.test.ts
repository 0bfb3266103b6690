import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let consumer: Awaited<ReturnType<World['startConsumer']>>;

beforeAll(async () => {
  world = await createWorld();
  consumer = await world.startConsumer();
  await consumer.ready();
});
afterAll(() => world.close());

describe('the intake', () => {
  test('makes one row of a sign-up that comes in both topics', async () => {
    const event = world.events.signUpEvent();
    await world.produce(world.events.signUpRecords(event));
    await world.until(
      `select count(*) from sign_up_events e join sign_ups s on s.id = e.sign_up_id where s.uid = '${event.uid}'`,
      2,
    );
    expect(
      await world.count(`select count(*) from sign_ups where uid = '${event.uid}' and state = 'new'`),
    ).toBe(1);
  });

  test('keeps a network sign-up apart and adopts it when the own topic brings it', async () => {
    const event = world.events.signUpEvent();
    await world.produce(world.events.signUpRecords(event, { onlyNetwork: true }));
    const inState = (state: string) =>
      `select count(*) from sign_ups where uid = '${event.uid}' and state = '${state}'`;
    await world.until(inState('network'), 1);
    await world.produce(world.events.signUpRecords(event));
    await world.until(inState('new'), 1);
  });

  test('follows a change of status', async () => {
    const event = world.events.signUpEvent();
    await world.produce(world.events.signUpRecords(event));
    const changed = world.events.signUpEvent({ again: event, status: 'CONNECTED' });
    await world.produce(world.events.signUpRecords(changed));
    await world.until(
      `select count(*) from sign_ups where uid = '${event.uid}' and wire_status = 'connected'`,
      1,
    );
  });

  test('stores messages of both directions in one conversation', async () => {
    const abonent = { id: 1_599_001, phone: 79_000_001_234 };
    const wire = (message: string) => ({ channel: 'support', message, localizedPush: null });
    await world.producer.send('MESSAGES_IN_demo', [
      { key: 'a', value: JSON.stringify({ ...wire('Вопрос'), fromAbonent: abonent }) },
    ]);
    const of = `from messages m join conversations c on c.id = m.conversation_id where c.abonent_rosdomofon_id = ${abonent.id}`;
    await world.until(`select count(*) ${of}`, 1);
    await world.producer.send('MESSAGES_OUT_demo', [
      { key: 'a', value: JSON.stringify({ ...wire('Ответ'), toAbonents: [abonent] }) },
    ]);
    await world.until(`select count(*) ${of} and direction = 'out'`, 1);
    expect(
      await world.count(`select max(unread) from conversations where abonent_rosdomofon_id = ${abonent.id}`),
    ).toBe(1);
  });

  test('tells each chunk in one line and in figures, without personal data', async () => {
    const [line] = consumer.lines.filter(
      ({ event, kind }) => event === 'intake' && kind === 'incoming-message',
    );
    expect(line).toMatchObject({
      topic: 'MESSAGES_IN_demo',
      partition: expect.any(Number),
      fresh: 1,
      dead: 0,
      count: 1,
    });
    expect(JSON.stringify(consumer.lines)).not.toMatch(/7900000|Вопрос|Ответ/);
    expect(await consumer.processMetrics.text()).toContain(
      'domovoy_intake_events_total{kind="outgoing-message",outcome="fresh"} 1',
    );
  });

  test('goes on in a new epoch when a topic is created anew, and says so', async () => {
    const before = await world.count('select count(*) from messages');
    const send = (...texts: string[]) =>
      world.producer.send(
        'MESSAGES_IN_demo',
        texts.map((text) => ({
          key: 'a',
          value: JSON.stringify({ fromAbonent: { id: 1, phone: 0 }, channel: 'support', message: text }),
        })),
      );
    // Longer than what follows: Kafka tells a reader that its topic is another one only by a position behind the end.
    await send(...Array.from({ length: 10 }, (_, at) => `before ${at}`));
    await world.until('select count(*) from messages', before + 10);
    world.sandbox.broker.deleteTopic('MESSAGES_IN_demo');
    world.sandbox.broker.createTopic('MESSAGES_IN_demo');
    await send('after');
    await send('and again');
    await world.until('select count(*) from messages', before + 12, 25_000);
    expect(consumer.lines.some(({ event }) => event === 'topic-recreated')).toBe(true);
  }, 40_000);
});
