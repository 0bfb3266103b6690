import { z } from 'zod';
import type { EventLog, LoggedRecord } from './event-log.ts';

/** What the sandbox touches of a sign-up; whatever else the event holds is kept as it came. */
const KnownSignUp = z.looseObject({
  id: z.int(),
  uid: z.guid(),
  status: z.string(),
  address: z.looseObject({}),
  virtual: z.boolean().optional(),
});
export type KnownSignUp = z.infer<typeof KnownSignUp>;

/**
 * The sign-ups of the company as they are now. The topic is where they are kept: so they survive what the broker
 * survives, and those that another program produced are known too. Read when asked, and then only what is new.
 */
export interface KnownSignUps {
  byId(id: number): KnownSignUp | null;
  byUid(uid: string): KnownSignUp | null;
  /** The topic was emptied. */
  forget(): void;
}

/** Read at a time, so that a long topic is never in memory as a whole. */
const PAGE = 1000;

interface Place {
  partition: number;
  offset: number;
  timestampMs: number;
}

export function createKnownSignUps(log: EventLog, topic: string): KnownSignUps {
  /** Places, not events: a hundred thousand sign-ups are a few megabytes. */
  const places = new Map<number, Place>();
  const ids = new Map<string, number>();
  let positions: number[] = [];

  function forget(): void {
    places.clear();
    ids.clear();
    positions = [];
  }

  function catchUp(): void {
    const ends = log.endOffsets(topic);
    // Shorter than it was: a client deleted the topic and made it anew.
    if (positions.some((position, partition) => position > (ends[partition] ?? 0))) forget();
    for (const [partition, end] of ends.entries()) readOn(partition, positions[partition] ?? 0, end);
    positions = ends;
  }

  function readOn(partition: number, from: number, end: number): void {
    for (let offset = from; offset < end; ) {
      const page = log.read(topic, { partition, offset, limit: PAGE });
      for (const record of page) remember(record);
      // By what was read, not by PAGE: the topic may begin far behind the offset that was asked for.
      offset = (page.at(-1)?.offset ?? end) + 1;
    }
  }

  function remember(record: LoggedRecord): void {
    const signUp = parse(record);
    if (!signUp) return;
    const known = places.get(signUp.id);
    if (known && known.timestampMs > record.timestampMs) return; // late: an older status does not win
    places.set(signUp.id, {
      partition: record.partition,
      offset: record.offset,
      timestampMs: record.timestampMs,
    });
    ids.set(signUp.uid.toLowerCase(), signUp.id);
  }

  function byId(id: number): KnownSignUp | null {
    catchUp();
    const place = places.get(id);
    const [record] = place ? log.read(topic, { ...place, limit: 1 }) : [];
    // When a client deleted the record, the log answers with the next one that it has.
    return record && record.offset === place?.offset ? parse(record) : null;
  }

  return {
    byId,
    forget,
    byUid(uid) {
      catchUp();
      const id = ids.get(uid.toLowerCase());
      return id === undefined ? null : byId(id);
    },
  };
}

function parse({ value }: LoggedRecord): KnownSignUp | null {
  if (value === null) return null;
  try {
    const event: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(value));
    return KnownSignUp.safeParse(event).data ?? null;
  } catch {
    return null; // poison: the topic may hold anything
  }
}
