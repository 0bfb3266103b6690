import { and, eq } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { signUpEvents } from '../schema/sign-up.ts';
import type { SignUpEventRow } from './list-sign-up-events.ts';

/** One line of a timeline; null: there is no such line. */
export async function findSignUpEvent(
  db: Executor,
  { companyId, signUpId, eventId }: { companyId: bigint; signUpId: bigint; eventId: bigint },
): Promise<SignUpEventRow | null> {
  const [row] = await db
    .select()
    .from(signUpEvents)
    .where(
      and(
        eq(signUpEvents.id, eventId),
        eq(signUpEvents.signUpId, signUpId),
        eq(signUpEvents.companyId, companyId),
      ),
    );
  return row ?? null;
}
