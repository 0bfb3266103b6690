import type { IntakeRow } from './intake-row.ts';

/** A sign-up event, ready for its columns. */
export interface SignUpInboxRow extends IntakeRow {
  readonly uid: string;
  readonly rosdomofonId: number;
  readonly wireStatus: string;
  readonly abonentRosdomofonId: number;
  readonly phone: string;
  readonly countryCode: string | null;
  readonly city: string | null;
  readonly street: string | null;
  readonly house: string | null;
  readonly block: string | null;
  readonly building: string | null;
  readonly housing: string | null;
  readonly flat: string | null;
  readonly application: string | null;
  readonly timeZone: string | null;
  readonly contractNumber: string | null;
  readonly isVirtual: boolean | null;
  readonly isOfferSigned: boolean | null;
  readonly requestedAt: Date;
  /** Record time. The newest event says how the sign-up is; of two equal ones that with the later offset. */
  readonly seenAt: Date;
}

/** The newest event of the same sign-up among those before it in the chunk. */
interface Before {
  readonly seenAt: Date;
  readonly wireStatus: string;
}

/**
 * For each event what its chunk already told of the sign-up; null for the first. Usually all are, so it is cheaper
 * to find out here than by a window over every chunk in the database.
 */
export function toldBefore(rows: readonly SignUpInboxRow[]): readonly (Before | null)[] {
  const newest = new Map<string, SignUpInboxRow>();
  return rows.map((row) => {
    const before = newest.get(row.uid) ?? null;
    if (before === null || row.seenAt >= before.seenAt) newest.set(row.uid, row);
    return before;
  });
}
