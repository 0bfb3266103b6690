import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { inTimeRange } from '../page/time-range.ts';
import { signUps } from '../schema/sign-up.ts';

export interface NetworkSignUpCount {
  /** `2026-01-31`, UTC. */
  readonly day: string;
  readonly city: string | null;
  readonly application: string | null;
  readonly count: number;
}

/** Newest day first, then the largest counts; out of sign_ups_network. */
export function countNetworkSignUps(
  { db, companyId }: CompanyReader,
  { from, to, limit }: { from: Date; to: Date; limit: number },
): Promise<NetworkSignUpCount[]> {
  const day = sql<string>`to_char(${signUps.requestedAt} at time zone 'UTC', 'YYYY-MM-DD')`;
  const count = sql<number>`count(*)::int`;
  return db
    .select({ day: day.as('day'), city: signUps.city, application: signUps.application, count })
    .from(signUps)
    .where(
      and(
        eq(signUps.companyId, companyId),
        sql`${signUps.state} = 'network'`,
        ...inTimeRange(signUps.requestedAt, { from, to }),
      ),
    )
    .groupBy(sql`1`, signUps.city, signUps.application)
    .orderBy(desc(sql`1`), desc(count), asc(signUps.city), asc(signUps.application))
    .limit(limit);
}
