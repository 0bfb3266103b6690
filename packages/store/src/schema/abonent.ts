import { bigint, boolean, index, pgTable, text, unique } from 'drizzle-orm/pg-core';
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
    /** Time of the event or the reading that told the phone: an older one never overwrites. */
    seenAt: timestamptz().notNull(),
    /** Has the person ever opened the app? Null: only RosDomofon's accounts tell, and none did. */
    hasLoggedIn: boolean(),
    /** When RosDomofon's accounts last told of the person; null: only events did. */
    syncedAt: timestamptz(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('abonents_rosdomofon').on(t.companyId, t.rosdomofonId),
    // Begins with the phone: one that begins with the company looks as good as the unique key to a statement that was
    // prepared on an empty table, and the intake would read every abonent of the company for each of its rows.
    index('abonents_phone').on(t.phone, t.companyId),
  ],
);
