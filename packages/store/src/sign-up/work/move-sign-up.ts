import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../db.ts';
import { changes } from '../../schema/change.ts';
import { signUps } from '../../schema/sign-up.ts';
import type { SignUpRow, SignUpState } from '../sign-up-filter.ts';

type Aside = Pick<SignUpRow, 'claimedBy' | 'claimedAt' | 'parkedUntil' | 'parkNote'>;

/** What a move changes besides the version. */
export interface SignUpMove extends Partial<Aside> {
  readonly state: SignUpState;
  readonly stateReason: string | null;
  readonly assignee?: string | null;
  readonly askedStatus?: string | null;
  /** `workflow`, `rosdomofon`, or a person or key. */
  readonly movedBy: string;
}

/**
 * Moves a sign-up that the transaction has locked; `from` are the states that the transition table allows. False: it
 * is in none of them. The change is told.
 */
export async function moveSignUp(
  tx: Tx,
  { id, companyId }: Pick<SignUpRow, 'id' | 'companyId'>,
  { from, ...move }: SignUpMove & { readonly from: readonly SignUpState[] },
): Promise<SignUpRow | null> {
  const [moved] = await tx
    .update(signUps)
    .set({
      ...move,
      ...reached(move.state),
      movedAt: sql`now()`,
      updatedAt: sql`now()`,
      version: sql`${signUps.version} + 1`,
    })
    .where(and(eq(signUps.id, id), eq(signUps.companyId, companyId), inArray(signUps.state, [...from])))
    .returning();
  if (moved === undefined) return null;
  await tellSignUp(tx, moved);
  return moved;
}

const REACHED = {
  needs_review: 'needsReviewAt',
  provisioning: 'provisioningAt',
  completed: 'completedAt',
  rejected: 'rejectedAt',
  failed: 'failedAt',
} as const;

/** The first time counts: one that is retried was failed before. */
function reached(state: SignUpState) {
  if (state === 'new') return {};
  const column = REACHED[state];
  return { [column]: sql`coalesce(${signUps[column]}, now())` };
}

/** The hub is about to ask RosDomofon for a status: the event that will tell it is no news. */
export async function askStatus(tx: Tx, { id }: Pick<SignUpRow, 'id'>, askedStatus: string): Promise<void> {
  await tx.update(signUps).set({ askedStatus }).where(eq(signUps.id, id));
}

/** Something about it changed: for the feed. */
export async function tellSignUp(
  tx: Tx,
  { id, companyId }: Pick<SignUpRow, 'id' | 'companyId'>,
): Promise<void> {
  await tx.insert(changes).values({ companyId, entity: 'sign_up', entityId: id, op: 'changed' });
}

/** Who looks at it, and until when it is set aside: neither moves it, nor makes what others saw out of date. */
export async function setSignUpAside(
  tx: Tx,
  { id, companyId }: Pick<SignUpRow, 'id' | 'companyId'>,
  changed: Partial<Aside>,
): Promise<SignUpRow> {
  const [row] = await tx
    .update(signUps)
    .set(changed)
    .where(and(eq(signUps.id, id), eq(signUps.companyId, companyId)))
    .returning();
  if (row === undefined) throw new TypeError('it is locked, so it is there');
  await tellSignUp(tx, row);
  return row;
}
