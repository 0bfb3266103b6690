import {
  CompanyShortName,
  IncomingMessageEvent,
  messagesIn,
  messagesOut,
  messageText,
  OutgoingMessageEvent,
  SignUpEvent,
  signUps,
  signUpsAll,
} from '@domovoy/models';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEventGenerator } from './create-event-generator.ts';
import type { GeneratedRecord } from './event-generator.ts';

const NOW = Date.UTC(2026, 4, 1);
const demo = CompanyShortName.parse('demo');
const IN_ALL = signUpsAll().name;
const IN_OWN = signUps(demo).name;
const generatorOf = (seed: string | number) =>
  createEventGenerator({ seed, companyShortName: 'demo', now: () => NOW });
const lively = (seed: string | number) =>
  generatorOf(seed).traffic({ signUps: 150, messages: 300, answers: 20 });
const signUpsOf = (records: GeneratedRecord[], topic: string = IN_OWN) =>
  records
    .filter((record) => record.topic === topic)
    .map((record) => ({ record, event: SignUpEvent.parse(JSON.parse(record.value)) }));
const senderBy = (details: object) => JSON.parse(generatorOf(1).message(details)[0]?.value ?? '').fromAbonent;
const textsOf = (records: GeneratedRecord[]) =>
  records.map((record) => messageText(IncomingMessageEvent.parse(JSON.parse(record.value))));

describe('every event', () => {
  const schemas = {
    [IN_ALL]: SignUpEvent,
    [IN_OWN]: SignUpEvent,
    [messagesIn(demo).name]: IncomingMessageEvent,
    [messagesOut(demo).name]: OutgoingMessageEvent,
  };

  test('is what the schema of its topic accepts, and only test phones occur', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const records = generatorOf(seed).traffic({ signUps: 8, messages: 8, answers: 2 });
        for (const { topic, value } of records) {
          expect(schemas[topic]?.safeParse(JSON.parse(value)).error).toBeUndefined();
          for (const [, phone] of value.matchAll(/"phone":(\d+)/g))
            expect(phone).toMatch(/^(7900000\d{4}|0)$/);
        }
      }),
    );
  });

  test('has the key of a real producer: the uid of a sign-up, the id of an abonent', () => {
    for (const { topic, key, value } of lively(1)) {
      const event = JSON.parse(value);
      expect(key).toBe(
        event.uid ?? String(topic === messagesIn(demo).name ? event.fromAbonent.id : event.toAbonents[0].id),
      );
    }
  });

  test('comes again, word for word, from the same seed, and is another one from another seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(lively(seed)).toEqual(lively(seed));
        expect(generatorOf(seed + 1).signUp()).not.toEqual(generatorOf(seed).signUp());
      }),
      { numRuns: 10 },
    );
  });
});

describe('a sign-up', () => {
  test('of the company is in both topics, the same event under the same key', () => {
    const [all, own, ...rest] = generatorOf(1).signUp();
    expect(rest).toEqual([]);
    expect([all?.topic, own?.topic]).toEqual([IN_ALL, IN_OWN]);
    expect({ ...all, topic: IN_OWN }).toEqual(own);
  });

  test('of another company is in the topic of the network alone', () => {
    expect(
      generatorOf(1)
        .signUp({ onlyNetwork: true })
        .map(({ topic }) => topic),
    ).toEqual([IN_ALL]);
  });

  test('has every field that clients of the real service require', () => {
    const { event } = signUpsOf(generatorOf(1).signUp())[0] ?? {};
    expect(event).toMatchObject({
      application: { name: expect.any(String), provider: expect.any(String), companyId: expect.any(Number) },
      timeZone: expect.stringMatching(/^\w+\/\w+ \+\d\d:00$/),
      virtual: expect.any(Boolean),
      offerSigned: expect.any(Boolean),
      contractNumber: expect.any(String),
      status: 'unprocessed',
    });
    expect(event?.createdAt).toBeLessThan(NOW);
  });

  test('takes what is given: city, flat, status, uid, abonent', () => {
    const uid = 'c7cba623-111c-4fe3-b952-1f5f9a1b7b37';
    const given = {
      uid,
      id: 5,
      city: 'Тула',
      flat: 47,
      status: 'connected',
      phone: 79_000_000_123,
      createdAt: 7,
    };
    const { event } = signUpsOf(generatorOf(1).signUp(given))[0] ?? {};
    expect(event).toMatchObject({
      uid,
      id: 5,
      status: 'connected',
      createdAt: 7,
      abonent: { phone: '79000000123' },
    });
    expect(event?.address).toMatchObject({ city: 'Тула', flat: '47' });
  });

  test('may be of a city that nobody has heard of', () => {
    expect(signUpsOf(generatorOf(1).signUp({ city: 'Китеж' }))[0]?.event.address.city).toBe('Китеж');
  });

  test('sent again differs only in what is given', () => {
    const events = generatorOf(1);
    const first = events.signUpEvent();
    expect(events.signUpEvent({ again: first })).toEqual(first);
    expect(events.signUpEvent({ again: first, status: 'processed' })).toEqual({
      ...first,
      status: 'PROCESSED',
    });
    const changes = { id: 9, city: 'Пермь', flat: 3, virtual: true, createdAt: 5, phone: 79_000_000_009 };
    expect(events.signUpEvent({ again: first, ...changes })).toEqual({
      ...first,
      id: 9,
      abonent: { id: 1_570_009, phone: 79_000_000_009 },
      virtual: true,
      createdAt: 5,
      address: { ...first.address, city: 'Пермь', flat: 3 },
    });
  });
});

describe('an abonent', () => {
  test('has one phone and one id, whichever of them is given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 79_000_000_000, max: 79_000_009_999 }), (phone) => {
        expect(senderBy({ abonentId: senderBy({ phone }).id })).toEqual(senderBy({ phone }));
      }),
    );
    expect(senderBy({ abonentId: 3, phone: 79_131_234_567 })).toMatchObject({ id: 3, phone: 79_131_234_567 });
  });
});

describe('traffic', () => {
  const records = lively('traffic');
  const own = signUpsOf(records);
  const byUid = Object.values(Object.groupBy(own, ({ event }) => event.uid)).map((list) => list ?? []);

  test('holds exactly the new sign-ups and messages that were asked for', () => {
    expect(byUid).toHaveLength(150);
    expect(records.filter(({ topic }) => topic === messagesIn(demo).name)).toHaveLength(300);
    expect(records.filter(({ topic }) => topic === messagesOut(demo).name)).toHaveLength(20);
  });

  test('holds sign-ups of other companies, which never are in the topic of the company', () => {
    const all = signUpsOf(records, IN_ALL);
    const uids = {
      own: new Set(own.map(({ event }) => event.uid)),
      all: new Set(all.map(({ event }) => event.uid)),
    };
    expect(uids.all.size - uids.own.size).toBeGreaterThan(20);
    expect([...uids.own].filter((uid) => !uids.all.has(uid))).toEqual([]);
  });

  test('repeats sign-ups, and takes them from unprocessed over processed to connected', () => {
    const stories = byUid.map((list) => list.map(({ event }) => event.status).join(' '));
    expect(stories.filter((story) => story === 'unprocessed unprocessed').length).toBeGreaterThan(0);
    expect(
      stories.filter((story) => /unprocessed.* processed.* connected/.test(story)).length,
    ).toBeGreaterThan(0);
  });

  test('has late ones: an older status under an older time, behind the newer status', () => {
    const stories = byUid.map((list) =>
      list.map(({ record, event }) => ({ at: record.timestampMs ?? 0, event })),
    );
    const late = stories.flatMap((story) => story.filter(({ at }, i) => at < (story[i - 1]?.at ?? 0)));
    expect(late.length).toBeGreaterThan(0);
    for (const { at, event } of late) {
      const told = stories.flat().filter((other) => other.at === at && other.event.uid === event.uid);
      expect(told.length).toBeGreaterThan(1);
    }
  });

  test('lets no sign-up go backwards for who looks at the times: a later time with an older status never comes', () => {
    const order = ['unprocessed', 'processed', 'connected'];
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const sent = signUpsOf(generatorOf(seed).traffic({ signUps: 30, messages: 10 }));
        for (const story of Object.values(Object.groupBy(sent, ({ event }) => event.uid))) {
          // Equal times: the one that comes later counts, as in the hub. Sorting keeps their order.
          const byTime = (story ?? []).toSorted(
            (a, b) => (a.record.timestampMs ?? 0) - (b.record.timestampMs ?? 0),
          );
          const ranks = byTime.map(({ event }) => order.indexOf(event.status));
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('tells both topics the same time of a sign-up, not later than now, and every other time grows', () => {
    const times = records.map(({ timestampMs }) => timestampMs ?? 0);
    expect(NOW - Math.max(...times)).toBeOneOf([0, 1]);
    const of = (topic: string) =>
      signUpsOf(records, topic).map(({ record, event }) => [record.timestampMs, event]);
    expect(of(IN_ALL)).toEqual(expect.arrayContaining(of(IN_OWN)));
    const messageTimes = records
      .filter(({ topic }) => topic === messagesIn(demo).name)
      .map((r) => r.timestampMs ?? 0);
    expect(messageTimes).toEqual(messageTimes.toSorted((a, b) => a - b));
  });

  test('comes from Russia and Kazakhstan, with the codes of the country', () => {
    const streets = own.map(({ event }) => ({
      country: event.address.country?.shortName,
      ...event.address.street,
    }));
    const [kazakh, russian] = [
      streets.filter((s) => s.country === 'KZ'),
      streets.filter((s) => s.country === 'RU'),
    ];
    expect(kazakh.length).toBeGreaterThan(0);
    expect(kazakh.every((street) => street.universalCode && !street.codeFias && !street.codeKladr)).toBe(
      true,
    );
    expect(russian.every((street) => /^\d{17}$/.test(street.codeKladr ?? '') && street.codeFias)).toBe(true);
    expect(new Set(own.map(({ event }) => event.address.city)).size).toBeGreaterThan(5);
  });

  test('knows flats as numbers, as text, as null and not at all, and houses with their parts', () => {
    const addresses = records
      .filter(({ topic }) => topic === IN_OWN)
      .map(({ value }) => JSON.parse(value).address);
    const kinds = new Set(addresses.map(({ flat }) => (flat === null ? 'null' : typeof flat)));
    expect(kinds).toEqual(new Set(['number', 'string', 'null', 'undefined']));
    for (const part of ['block', 'building', 'housing'])
      expect(addresses.some(({ house }) => house[part])).toBe(true);
  });

  test('writes the text mostly in the push and sometimes only in the message, emoji and long ones among them', () => {
    const incoming = records.filter(({ topic }) => topic === messagesIn(demo).name);
    const inMessage = incoming.filter(({ value }) => JSON.parse(value).message !== null);
    expect(inMessage.length).toBeGreaterThan(10);
    expect(inMessage.length).toBeLessThan(100);
    const texts = textsOf(incoming);
    expect(texts.every((text) => text.length > 0)).toBe(true);
    expect(texts.some((text) => /\p{Extended_Pictographic}/u.test(text))).toBe(true);
    expect(texts.some((text) => text.length > 500)).toBe(true);
  });

  test('lets several messages come from one abonent', () => {
    const incoming = records.filter(({ topic }) => topic === messagesIn(demo).name);
    const counts = Object.values(Object.groupBy(incoming, ({ key }) => key)).map((list) => list?.length ?? 0);
    expect(Math.max(...counts)).toBeGreaterThan(3);
    expect(counts.length).toBeGreaterThan(30);
  });
});
