import { boolean, index, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, id } from './_columns.ts';
import { mirrored, rosdomofonReference } from './_mirror.ts';

/** A flat that RosDomofon knows. A full import finds those with a connection, the refresh of an account all of its own. */
export const flats = pgTable(
  'flats',
  {
    id: id(),
    ...mirrored(),
    entranceRosdomofonId: rosdomofonReference(),
    /** RosDomofon has an integer; people write "12а" as well. */
    number: text(),
    accountRosdomofonId: rosdomofonReference(),
    ownerAbonentRosdomofonId: rosdomofonReference(),
    isVirtual: boolean().notNull(),
    /** Null: nobody told. */
    isBlocked: boolean(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('flats_rosdomofon').on(t.companyId, t.rosdomofonId),
    index('flats_entrance').on(t.companyId, t.entranceRosdomofonId, t.id),
    index('flats_account').on(t.companyId, t.accountRosdomofonId, t.id),
    // Flat 7 of any house: the newest of thousands, not all of them sorted.
    index('flats_number').on(t.companyId, t.number, t.rosdomofonId),
    // Flat 7 of the houses of a street or a town: the town alone may have 50,000 flats.
    index('flats_number_entrance').on(t.companyId, t.number, t.entranceRosdomofonId),
  ],
);
