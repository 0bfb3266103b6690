/** Where the records of a chunk stand: one partition of one topic in one epoch, and whose they are. */
export interface IntakeTarget {
  readonly sourceId: number;
  readonly partition: number;
  readonly companyId: bigint;
}

/** What every record has. */
export interface IntakeRow {
  readonly offset: bigint;
  /** CRC-32 of value and record timestamp: tells a repeat from another record at the same coordinates. */
  readonly hash: number;
  /** The value as it came. */
  readonly payload: string;
}

/** What every intake tells. */
export interface Recorded {
  /** Records that were not known before; only they had any effect. */
  readonly fresh: number;
  /** The topic was created anew: another record is known at one of these offsets. Nothing was written. */
  readonly recreated: boolean;
}

/** Offsets of a partition ascend, and each is one record: a chunk that holds one twice is mended here. */
export function distinctOffsets<Row extends { readonly offset: bigint }>(
  rows: readonly Row[],
): readonly Row[] {
  const isAscending = rows.every((row, at) => at === 0 || row.offset > (rows[at - 1]?.offset ?? -1n));
  if (isAscending) return rows;
  const byOffset = new Map(rows.map((row) => [row.offset, row]));
  return [...byOffset.values()].toSorted((a, b) => (a.offset < b.offset ? -1 : 1));
}
