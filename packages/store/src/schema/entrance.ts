import { sql } from 'drizzle-orm';
import { customType, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, id, reference } from './_columns.ts';
import { mirrored, rosdomofonReference } from './_mirror.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * A door of a house. The list of entrances tells the address as one line and the services; its parts and the flat
 * ranges are told by the addresses of flats, so that they are null until somebody is connected there.
 */
export const entrances = pgTable(
  'entrances',
  {
    id: id(),
    ...mirrored(),
    /** As RosDomofon writes it, for people to read. */
    addressLine: text().notNull(),
    /** The words of the line for the index below: lower case, distinct, with single spaces; see src/search. */
    addressWords: text().notNull(),
    /** The same for the index, kept: to make it anew of every row that is looked at takes 50 ms for 10,000. */
    wordVector: tsvector()
      .notNull()
      .generatedAlwaysAs(sql`array_to_tsvector(string_to_array(address_words, ' '))`),
    countryCode: text(),
    city: text(),
    cityFias: text(),
    street: text(),
    /** The same ids and codes as in the address of a sign-up. */
    streetRosdomofonId: rosdomofonReference(),
    streetFias: text(),
    streetKladr: text(),
    /** In place of FIAS and KLADR outside Russia. */
    streetUniversalCode: text(),
    house: text(),
    houseRosdomofonId: rosdomofonReference(),
    houseFias: text(),
    block: text(),
    building: text(),
    housing: text(),
    /** Of the entrance in its house. */
    number: text(),
    prefix: text(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('entrances_rosdomofon').on(t.companyId, t.rosdomofonId),
    index('entrances_house').on(t.companyId, t.houseRosdomofonId),
    // Words and their beginnings. Not trigrams: under locale "C" pg_trgm sees no Cyrillic.
    index('entrances_words').using('gin', t.wordVector),
  ],
);

/** Which flats lie behind an entrance, both ends included. */
export const entranceFlatRanges = pgTable(
  'entrance_flat_ranges',
  {
    companyId: reference(),
    entranceRosdomofonId: reference(),
    flatStart: integer().notNull(),
    flatEnd: integer().notNull(),
  },
  (t) => [
    primaryKey({
      name: 'entrance_flat_ranges_pkey',
      columns: [t.companyId, t.entranceRosdomofonId, t.flatStart, t.flatEnd],
    }),
  ],
);

/** Which services the company offers at an entrance. */
export const entranceServices = pgTable(
  'entrance_services',
  {
    companyId: reference(),
    entranceRosdomofonId: reference(),
    serviceRosdomofonId: reference(),
  },
  (t) => [
    primaryKey({
      name: 'entrance_services_pkey',
      columns: [t.companyId, t.entranceRosdomofonId, t.serviceRosdomofonId],
    }),
    index('entrance_services_service').on(t.companyId, t.serviceRosdomofonId, t.entranceRosdomofonId),
  ],
);
