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
    /** Every four characters that follow one another in number and phone: by them a part of either is found. */
    fragments: text().array().notNull().generatedAlwaysAs(sql`account_fragments(number, phone)`),
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
    // Lists go by RosDomofon's ids, out of accounts_rosdomofon. By `id` the planner would take the primary key, and
    // read other companies' rows to find this one's.
    index('accounts_blocked').on(t.companyId, t.rosdomofonId).where(sql`is_blocked`),
    index('accounts_in_debt').on(t.companyId, t.rosdomofonId).where(sql`balance < 0`),
    index('accounts_vanished').on(t.companyId, t.rosdomofonId).where(sql`vanished_at is not null`),
    index('accounts_number').on(t.companyId, t.number),
    index('accounts_phone').on(t.companyId, t.phone),
    index('accounts_owner').on(t.companyId, t.ownerAbonentRosdomofonId),
    // An array, not pg_trgm: no extension is needed, which some hosters allow nobody to create; and the planner knows
    // how often an element occurs, where it takes any `like '%1234%'` for one row in a hundred.
    index('accounts_fragments').using('gin', t.fragments),
  ],
);
