import { gte, lt, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** `from` belongs to the range, `to` does not. */
export interface TimeRange {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

export const inTimeRange = (column: PgColumn, range: TimeRange | undefined): (SQL | undefined)[] => [
  range?.from && gte(column, range.from),
  range?.to && lt(column, range.to),
];
