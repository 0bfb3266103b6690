import { z } from 'zod';
import type { EventLog, LoggedRecord } from './event-log.ts';
import { createTopicReader, jsonOf } from './topic-reader.ts';

/** What the sandbox touches of a sign-up; whatever else the event holds is kept as it came. */
const KnownSignUp = z.looseObject({
  id: z.int(),
  uid: z.guid(),
  status: z.string(),
  abonent: z.looseObject({ id: z.int(), phone: z.unknown() }).optional().catch(undefined),
  address: z.looseObject({}),
  virtual: z.boolean().optional(),
});
export type KnownSignUp = z.infer<typeof KnownSignUp>;

/** The sign-ups of the company as they are now. The topic is where they are kept. */
export interface KnownSignUps {
  byId(id: number): KnownSignUp | null;
  byUid(uid: string): KnownSignUp | null;
  /** Those of one abonent, or all, newest first. */
  list(filter: { abonentId?: number | undefined; limit: number }): KnownSignUp[];
  /** The topic was emptied. */
  forget(): void;
}

interface Place {
  partition: number;
  offset: number;
  timestampMs: number;
}

export function createKnownSignUps(log: EventLog, topic: string): KnownSignUps {
  /** Places, not events: a hundred thousand sign-ups are a few megabytes. By id, in the order in which they came. */
  const places = new Map<number, Place>();
  const ids = new Map<string, number>();
  const ofAbonents = new Map<number, Set<number>>();
  const reader = createTopicReader(log, topic, {
    onRecord: remember,
    onForget() {
      places.clear();
      ids.clear();
      ofAbonents.clear();
    },
  });

  function remember(record: LoggedRecord): void {
    const signUp = parse(record);
    if (!signUp) return;
    const known = places.get(signUp.id);
    if (known && known.timestampMs > record.timestampMs) return; // late: an older status does not win
    const { partition, offset, timestampMs } = record;
    places.set(signUp.id, { partition, offset, timestampMs });
    ids.set(signUp.uid.toLowerCase(), signUp.id);
    if (!signUp.abonent) return;
    const theirs = ofAbonents.get(signUp.abonent.id) ?? new Set();
    ofAbonents.set(signUp.abonent.id, theirs.add(signUp.id));
  }

  function at(place: Place | undefined): KnownSignUp | null {
    const [record] = place ? log.read(topic, { ...place, limit: 1 }) : [];
    // When a client deleted the record, the log answers with the next one that it has.
    return record && record.offset === place?.offset ? parse(record) : null;
  }

  return {
    forget: () => reader.forget(),
    byId(id) {
      reader.catchUp();
      return at(places.get(id));
    },
    byUid(uid) {
      reader.catchUp();
      const id = ids.get(uid.toLowerCase());
      return id === undefined ? null : at(places.get(id));
    },
    list({ abonentId, limit }) {
      reader.catchUp();
      const chosen =
        abonentId === undefined
          ? [...places.values()]
          : [...(ofAbonents.get(abonentId) ?? [])].flatMap((id) => places.get(id) ?? []);
      const newest = chosen.toSorted((a, b) => b.timestampMs - a.timestampMs).slice(0, limit);
      return newest.flatMap((place) => at(place) ?? []);
    },
  };
}

const parse = (record: LoggedRecord): KnownSignUp | null =>
  KnownSignUp.safeParse(jsonOf(record)).data ?? null;
