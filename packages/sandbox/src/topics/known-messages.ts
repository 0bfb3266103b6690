import { z } from 'zod';
import { abonentOf } from '../city-plan/abonents.ts';
import type { EventLog, LoggedRecord } from './event-log.ts';
import { createTopicReader, jsonOf } from './topic-reader.ts';

const Person = z.looseObject({
  id: z.coerce.number().int().nullish().catch(null),
  phone: z.coerce.number().int().nullish().catch(null),
});
const text = z.string().nullish().catch(null);
const KnownMessage = z.looseObject({
  channel: z.string().catch('support'),
  message: text,
  localizedPush: z.looseObject({ message: text }).nullish().catch(null),
  fromAbonent: Person.nullish().catch(null),
  toAbonents: z.array(Person).nullish().catch(null),
});
type KnownMessage = z.infer<typeof KnownMessage>;

/** A message of an abonent's history that came through Kafka. */
export interface HistoryEntry {
  id: number;
  isIncoming: boolean;
  channel: string;
  text: string;
  atMs: number;
}

/** What abonents wrote and were told through Kafka. The two topics are where it is kept. */
export interface KnownMessages {
  of(abonentId: number): HistoryEntry[];
  /** Did he ever write to the company? Then his phone. */
  phoneOf(abonentId: number): number | null;
  /** The topics were emptied. */
  forget(): void;
}

interface Place {
  topic: string;
  partition: number;
  offset: number;
}

/** Above the ids of whatever the sandbox makes itself. */
const FIRST_ID = 1_000_000_000;
const MAX_PARTITIONS = 32;

export function createKnownMessages(
  log: EventLog,
  topics: { messagesIn: string; messagesOut: string },
): KnownMessages {
  /** Places, not texts: a million messages are a few tens of megabytes. By abonent. */
  const places = new Map<number, Place[]>();
  const writers = new Map<number, number>();
  const forget = (topic: string) => {
    if (topic === topics.messagesIn) writers.clear();
    for (const [id, known] of places)
      places.set(
        id,
        known.filter((place) => place.topic !== topic),
      );
  };
  const readers = [topics.messagesIn, topics.messagesOut].map((topic) =>
    createTopicReader(log, topic, {
      onForget: () => forget(topic),
      onRecord: (record) => remember(topic, record),
    }),
  );

  function remember(topic: string, record: LoggedRecord): void {
    const message = parse(record);
    if (!message) return;
    const place = { topic, partition: record.partition, offset: record.offset };
    const isIncoming = topic === topics.messagesIn;
    for (const id of abonentsOf(message, isIncoming)) {
      const known = places.get(id);
      if (known) known.push(place);
      else places.set(id, [place]);
      if (isIncoming) writers.set(id, message.fromAbonent?.phone ?? 0);
    }
  }

  function read(place: Place): HistoryEntry | null {
    const [record] = log.read(place.topic, { ...place, limit: 1 });
    const message = record?.offset === place.offset ? parse(record) : null;
    if (!record || !message) return null;
    const isIncoming = place.topic === topics.messagesIn;
    return {
      id: idOf(place, isIncoming),
      isIncoming,
      channel: message.channel,
      text: message.localizedPush?.message || message.message || '',
      atMs: record.timestampMs,
    };
  }

  const catchUp = () => {
    for (const reader of readers) reader.catchUp();
  };
  return {
    of(abonentId) {
      catchUp();
      return (places.get(abonentId) ?? []).flatMap((place) => read(place) ?? []);
    },
    phoneOf(abonentId) {
      catchUp();
      return writers.get(abonentId) ?? null;
    },
    forget() {
      for (const reader of readers) reader.forget();
    },
  };
}

/** The same record has the same id in every run: it is made of where the record lies. */
const idOf = ({ partition, offset }: Place, isIncoming: boolean) =>
  FIRST_ID + (offset * MAX_PARTITIONS + partition) * 2 + (isIncoming ? 0 : 1);

/** Who the message is of, or for whom. A recipient may be named by his phone alone; phone 0 means unknown (facts §4.7). */
function abonentsOf({ fromAbonent, toAbonents }: KnownMessage, isIncoming: boolean): number[] {
  const people = isIncoming ? [fromAbonent] : (toAbonents ?? []);
  const ids = people.map(
    (person) => person?.id || (abonentOf({ phone: person?.phone || undefined })?.id ?? 0),
  );
  return [...new Set(ids)].filter((id) => id !== 0);
}

const parse = (record: LoggedRecord): KnownMessage | null =>
  KnownMessage.safeParse(jsonOf(record)).data ?? null;
