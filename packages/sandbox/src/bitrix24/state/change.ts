import { z } from 'zod';
import type { RowId, TableDefinition } from './table.ts';

const Row = z.custom<object | null>((value) => typeof value === 'object' && !Array.isArray(value));

/** A row as it is from now on, or that it is gone. */
export const Change = z.tuple([z.string(), z.union([z.int(), z.string()]), Row]);
export type Change = [table: string, id: RowId, row: object | null];

export const put = <Row extends object>(table: TableDefinition<Row>, id: RowId, row: Row): Change => [
  table.name,
  id,
  row,
];
export const drop = (table: { readonly name: string }, id: RowId): Change => [table.name, id, null];

/** Contacts that are worked out, not written down: 100,000 of them are one line of the journal. */
export const SeededContacts = z.object({
  seed: z.string(),
  firstId: z.int(),
  firstFieldId: z.int(),
  count: z.int(),
});
export type SeededContacts = z.infer<typeof SeededContacts>;

/** One line of the journal: all of it happens, or nothing. `next`: ids that were taken and stand in no row's place. */
export const Commit = z.object({
  changes: z.array(Change).optional(),
  contacts: SeededContacts.optional(),
  next: z.record(z.string(), z.int()).optional(),
});
export type Commit = z.infer<typeof Commit>;
