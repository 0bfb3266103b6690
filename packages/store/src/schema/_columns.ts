import { bigint, customType, integer, timestamp } from 'drizzle-orm/pg-core';

/** Internal identity; never shown outside (the API's ids are opaque). */
export const id = () => bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity();

/** A reference without a foreign key: hot tables carry none (8 to 21 µs per row; see docs/adr). */
export const reference = () => bigint({ mode: 'bigint' }).notNull();

/** Compared byte by byte, which is what probing an index needs: nobody sorts these for a person. */
export const bytewiseText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

export const timestamptz = () => timestamp({ withTimezone: true, mode: 'date' });

export const createdAt = () => timestamptz().notNull().defaultNow();

/** Where a Kafka record stands: (source, partition, offset). The source is one topic of one integration in one epoch. */
export const coordinates = () => ({
  sourceId: integer(),
  partition: integer(),
  offset: bigint({ mode: 'bigint' }),
});
