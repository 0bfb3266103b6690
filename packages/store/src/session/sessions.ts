import { and, desc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Executor, Tx } from '../db.ts';
import type { StaffRole } from '../person/memberships.ts';
import { memberships, sessions, users } from '../schema/person.ts';

export type SessionRow = typeof sessions.$inferSelect;
export type SessionEnd = NonNullable<SessionRow['endReason']>;

/** How long a session lives without being used, and how long at all. */
export interface SessionLife {
  readonly idleMs: number;
  readonly longestMs: number;
}

const ms = (value: number) => sql`${value} * interval '1 millisecond'`;

export async function insertSession(
  db: Executor,
  given: Pick<SessionRow, 'publicId' | 'userId' | 'companyId' | 'address' | 'userAgent'>,
  { idleMs }: SessionLife,
): Promise<SessionRow> {
  const [row] = await db
    .insert(sessions)
    .values({ ...given, expiresAt: sql`now() + ${ms(idleMs)}` })
    .returning();
  if (row === undefined) throw new TypeError('an insert returns its row');
  return row;
}

const isLive = (): SQL => and(isNull(sessions.endedAt), sql`${sessions.expiresAt} > now()`) ?? sql`false`;

export interface LiveSession {
  readonly sessionId: bigint;
  readonly userId: bigint;
  readonly userPublicId: string;
  readonly companyId: bigint;
  readonly role: StaffRole;
}

/** Null: it is over, or its person does not belong to the company any more. */
export async function findLiveSession(db: Executor, publicId: string): Promise<LiveSession | null> {
  const [row] = await db
    .select({
      sessionId: sessions.id,
      userId: sessions.userId,
      userPublicId: users.publicId,
      companyId: sessions.companyId,
      role: memberships.role,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(
      memberships,
      and(eq(memberships.userId, sessions.userId), eq(memberships.companyId, sessions.companyId)),
    )
    .where(and(eq(sessions.publicId, publicId), isLive()));
  return row ?? null;
}

/** It was used: it lives on, up to its longest life. */
export async function prolongSession(
  db: Executor,
  id: bigint,
  { idleMs, longestMs }: SessionLife,
): Promise<void> {
  await db
    .update(sessions)
    .set({
      lastUsedAt: sql`now()`,
      expiresAt: sql`least(now() + ${ms(idleMs)}, ${sessions.createdAt} + ${ms(longestMs)})`,
    })
    .where(eq(sessions.id, id));
}

export interface SessionsToEnd {
  readonly userId: bigint;
  /** One alone. */
  readonly sessionId?: bigint;
  /** All but this one. */
  readonly exceptSessionId?: bigint;
  /** In this company alone. */
  readonly companyId?: bigint;
}

/** Those that end by it. */
export const endSessions = (
  db: Executor,
  { userId, sessionId, exceptSessionId, companyId }: SessionsToEnd,
  reason: SessionEnd,
): Promise<SessionRow[]> =>
  db
    .update(sessions)
    .set({ endedAt: sql`now()`, endReason: reason })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.endedAt),
        sessionId === undefined ? undefined : eq(sessions.id, sessionId),
        exceptSessionId === undefined ? undefined : ne(sessions.id, exceptSessionId),
        companyId === undefined ? undefined : eq(sessions.companyId, companyId),
      ),
    )
    .returning();

const MOST_SESSIONS = 100;

/** Where a person is signed in, the last used first; of whatever company. */
export const listSessionsOfUser = (db: Executor, userId: bigint): Promise<SessionRow[]> =>
  db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isLive()))
    .orderBy(desc(sessions.lastUsedAt), desc(sessions.id))
    .limit(MOST_SESSIONS);

/** One at a time renews or ends it. */
export async function lockSession(tx: Tx, id: bigint): Promise<(SessionRow & { isLive: boolean }) | null> {
  const [row] = await tx.select().from(sessions).where(eq(sessions.id, id)).for('no key update');
  if (row === undefined) return null;
  const [now] = await tx.execute<{ live: boolean }>(
    sql`select ${row.expiresAt.toISOString()}::timestamptz > now() as live`,
  );
  return { ...row, isLive: row.endedAt === null && now?.live === true };
}
