import { sql } from 'drizzle-orm';
import type { Tx } from '../../db.ts';
import { signUpEvents } from '../../schema/sign-up.ts';
import type { SignUpEventRow } from '../list-sign-up-events.ts';
import type { SignUpRow } from '../sign-up-filter.ts';

/** One line of the timeline that no event of RosDomofon tells. */
export interface SignUpDeed {
  readonly kind: SignUpEventRow['kind'];
  readonly actor: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export async function addSignUpEvent(
  tx: Tx,
  { id, companyId, wireStatus }: Pick<SignUpRow, 'id' | 'companyId' | 'wireStatus'>,
  { kind, actor, details }: SignUpDeed,
): Promise<void> {
  await tx.insert(signUpEvents).values({
    companyId,
    signUpId: id,
    kind,
    wireStatus,
    occurredAt: sql`now()`,
    actor,
    details: details ?? null,
  });
}

/** The timeline keeps the decision that was taken back, and says so of it: a CRM is not told of it then. */
export async function markDecisionUndone(tx: Tx, { id }: Pick<SignUpRow, 'id'>): Promise<void> {
  const decision = sql`(select max(id) from sign_up_events where sign_up_id = ${id} and kind in ('approved', 'rejected'))`;
  await tx
    .update(signUpEvents)
    .set({ details: sql`coalesce(${signUpEvents.details}, '{}') || '{"isUndone": true}'` })
    .where(sql`${signUpEvents.id} = ${decision}`);
}

export const isUndone = ({ details }: Pick<SignUpEventRow, 'details'>): boolean =>
  typeof details === 'object' && details !== null && 'isUndone' in details;
