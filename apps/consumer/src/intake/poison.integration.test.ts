import { POISON, poisonRecords } from '@domovoy/sandbox';
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

const keyless = (key: string | null) => key ?? 'without a key';

describe('bad input', () => {
  test('of every kind becomes a dead event with a reason or is handled, and the events behind it flow on', async () => {
    const records = poisonRecords('demo');
    expect(POISON.length).toBeGreaterThanOrEqual(20);
    const sent = new Map<string, (typeof records)[number]>();
    for (const record of records) {
      const value = record.value === null ? null : Buffer.from(record.value);
      const [place] = await world.producer.send(record.topic, [{ key: keyless(record.key), value }]);
      sent.set(`${record.topic}/${place?.partition}/${place?.offset}`, record);
      // Behind each of them, in the same partition, one that is sound.
      const sound = record.topic.startsWith('SIGN_UPS')
        ? world.events.signUp().at(-1)
        : world.events.message()[0];
      await world.producer.send(record.topic, [{ key: keyless(record.key), value: sound?.value ?? '' }]);
    }
    await world.until('select count(*) from inbox_events', records.length * 2, 20_000);

    const rows = await world.store.run<{ place: string; state: string; reason: string | null }>(
      `select topic || '/' || partition || '/' || "offset" as place, state, reason
       from inbox_events e join inbox_sources s on s.id = e.source_id`,
      [],
    );
    const outcome = new Map(rows.map((row) => [row.place, row]));
    const surprises = [...sent].flatMap(([place, { name, expected }]) => {
      const row = outcome.get(place);
      return row?.state === (expected === 'dead' ? 'dead' : 'done')
        ? []
        : [`${name}: ${row?.state} ${row?.reason}`];
    });
    expect(surprises).toEqual([]);
    const dead = rows.filter(({ state }) => state === 'dead');
    expect(dead.every(({ reason }) => reason !== null && reason.length > 10)).toBe(true);
    expect(rows.filter(({ place, state }) => !sent.has(place) && state !== 'done')).toEqual([]);
    expect(consumer.isReady()).toBe(true);
  });

  test('that the database refuses becomes a dead event alone; its neighbours in the same chunk are stored', async () => {
    // A unique index takes 2,704 bytes: a channel of random text is far longer, and nothing else is wrong with it.
    const channel = Array.from({ length: 9_000 }, () =>
      String.fromCharCode(0x400 + Math.random() * 0x3_000),
    ).join('');
    const message = (at: number, on = 'support') => ({
      key: 'same partition',
      value: JSON.stringify({
        fromAbonent: { id: 1_700_000 + at, phone: 0 },
        channel: on,
        message: `text ${at}`,
      }),
    });
    const before = await world.count("select count(*) from inbox_events where state = 'dead'");
    const records = Array.from({ length: 60 }, (_, at) => message(at, at === 17 ? channel : 'support'));
    await world.producer.send('MESSAGES_IN_demo', records);

    await world.until(`select count(*) from messages where text like 'text %'`, 59);
    await world.until("select count(*) from inbox_events where state = 'dead'", before + 1);
    const [dead] = await world.store.run<{ reason: string; raw: Uint8Array }>(
      "select reason, raw from inbox_events where state = 'dead' order by received_at desc limit 1",
      [],
    );
    expect(dead?.reason).toMatch(/^the database refused the event: .*54000/);
    expect(Buffer.from(dead?.raw ?? []).toString()).toContain('text 17');
  });

  test('control: the same chunk as one statement is refused as a whole', async () => {
    const refused = world.store.run(
      `insert into conversations (company_id, abonent_rosdomofon_id, channel, last_message_at)
       select 1, 1, string_agg(md5(random()::text), ''), now() from generate_series(1, 900)`,
      [],
    );
    await expect(refused).rejects.toMatchObject({ retryable: false, meta: { sqlState: '54000' } });
  });
});
