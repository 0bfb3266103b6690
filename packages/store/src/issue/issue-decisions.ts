import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../db.ts';
import { issueDecisions } from '../schema/issue-decision.ts';
import { listDeliveryIssues } from './delivery-issues.ts';
import { listEventIssues } from './event-issues.ts';
import type { IssueRow, IssueSubject } from './issue-row.ts';

export interface IssueOfCompany {
  readonly companyId: bigint;
  readonly fingerprint: string;
}

/** Until the transaction ends nobody else decides about the issue. The number of its row, for the trail. */
export async function lockIssueDecision(tx: Tx, { companyId, fingerprint }: IssueOfCompany): Promise<bigint> {
  await tx.insert(issueDecisions).values({ companyId, fingerprint }).onConflictDoNothing();
  const [row] = await tx
    .select({ id: issueDecisions.id })
    .from(issueDecisions)
    .where(and(eq(issueDecisions.companyId, companyId), eq(issueDecisions.fingerprint, fingerprint)))
    .for('update');
  if (row === undefined) throw new TypeError('it was made, or was there');
  return row.id;
}

/** All that has failed until `through`, as the database writes a time, is dealt with; a mute ends. */
export async function resolveIssueRow(
  tx: Tx,
  decisionId: bigint,
  { through, actor, note }: { through: string; actor: string; note: string | null },
): Promise<void> {
  await tx
    .update(issueDecisions)
    .set({
      resolvedAt: sql`clock_timestamp()`,
      resolvedBy: actor,
      resolvedNote: note,
      resolvedThrough: sql`${through}::timestamptz`,
      ...NOT_MUTED,
    })
    .where(eq(issueDecisions.id, decisionId));
}

const NOT_MUTED = { mutedUntil: null, mutedBy: null, mutedNote: null } as const;

/** Null: it is not muted any more. */
export async function muteIssueRow(
  tx: Tx,
  decisionId: bigint,
  mute: { until: Date; actor: string; note: string | null } | null,
): Promise<void> {
  const set =
    mute === null ? NOT_MUTED : { mutedUntil: mute.until, mutedBy: mute.actor, mutedNote: mute.note };
  await tx.update(issueDecisions).set(set).where(eq(issueDecisions.id, decisionId));
}

/** By the transaction's view: what is dead of the cause now, and what was decided. Null: nothing of it is dead. */
export async function findIssue(
  tx: Tx,
  { subject, companyId, fingerprint }: IssueOfCompany & { subject: IssueSubject },
): Promise<IssueRow | null> {
  const list = subject === 'delivery' ? listDeliveryIssues : listEventIssues;
  const reader = { db: tx, search: tx, companyId };
  const [row] = await list(reader, { filter: { fingerprints: [fingerprint] }, limit: 1 });
  return row ?? null;
}
