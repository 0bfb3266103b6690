import { sql } from 'drizzle-orm';
import { boolean, index, numeric, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, id, timestamptz } from './_columns.ts';
import { mirrored, rosdomofonReference } from './_mirror.ts';

/** A contract of the company with an abonent, as RosDomofon has it. */
export const accounts = pgTable(
  'accounts',
  {
    id: id(),
    ...mirrored(),
    /** Given by the company's billing; RosDomofon blocks by it, not by its id. */
    number: text(),
    ownerAbonentRosdomofonId: rosdomofonReference(),
    /** The owner's: 11 digits from 7…. */
    phone: text(),
    isBlocked: boolean().notNull(),
    blockReason: text(),
    // Only the details of a single account tell what follows; a full import leaves it as it is.
    balance: numeric({ precision: 14, scale: 2 }),
    balanceCurrency: text(),
    /** Of which moment the balance is. */
    balanceAt: timestamptz(),
    recommendedPayment: numeric({ precision: 14, scale: 2 }),
    recommendedPaymentAt: timestamptz(),
    paidUntil: timestamptz(),
    /** When the details were last read; null: never. */
    detailsSyncedAt: timestamptz(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('accounts_rosdomofon').on(t.companyId, t.rosdomofonId),
    index('accounts_list').on(t.companyId, t.id),
    index('accounts_blocked').on(t.companyId, t.id).where(sql`is_blocked`),
    index('accounts_number').on(t.companyId, t.number),
    index('accounts_phone').on(t.companyId, t.phone),
    index('accounts_owner').on(t.companyId, t.ownerAbonentRosdomofonId),
    // Fragments of three characters and more: `phone like '%1234%'`. Digits and Latin letters only, whatever the
    // database's locale; under "C" pg_trgm sees no Cyrillic.
    index('accounts_fragments').using('gin', sql`number gin_trgm_ops`, sql`phone gin_trgm_ops`),
  ],
);
