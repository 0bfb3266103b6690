import { getTableColumns } from 'drizzle-orm';
import { accounts } from '../schema/account.ts';

// What the search looks at is of no use to a reader.
const { fragments: _, ...columns } = getTableColumns(accounts);

export const accountColumns = columns;

export type AccountRow = Omit<typeof accounts.$inferSelect, 'fragments'>;
