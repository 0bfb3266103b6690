import { bigint } from 'drizzle-orm/pg-core';
import { reference, timestamptz } from './_columns.ts';

/** What every row has that mirrors an object of RosDomofon. Mirror rows refer to each other by RosDomofon's ids. */
export const mirrored = () => ({
  companyId: reference(),
  rosdomofonId: bigint({ mode: 'bigint' }).notNull(),
  /** When the hub last saw the object there, changed or not. */
  syncedAt: timestamptz().notNull(),
  /** When its content last became another; at first when it was seen. */
  changedAt: timestamptz().notNull(),
  /** When a complete reading did not find it any more. It comes back as null when the object does. */
  vanishedAt: timestamptz(),
});

/** RosDomofon's id of another object; it may be known before the object itself is. */
export const rosdomofonReference = () => bigint({ mode: 'bigint' });
