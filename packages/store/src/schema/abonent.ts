import { bigint, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, id, reference, timestamptz } from './_columns.ts';

/** A person with RosDomofon's app, as a company knows them. Other tables refer to `rosdomofonId`. */
export const abonents = pgTable(
  'abonents',
  {
    id: id(),
    companyId: reference(),
    rosdomofonId: bigint({ mode: 'bigint' }).notNull(),
    /** 11 digits from 7…; null when no event told it. */
    phone: text(),
    /** Time of the event that told the phone: an older one never overwrites. */
    seenAt: timestamptz().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique('abonents_rosdomofon').on(t.companyId, t.rosdomofonId)],
);
