import type { Store } from '@domovoy/store';
import { z } from 'zod';
import type { KeyConflict } from '../../idempotency/intention.ts';
import { once, RememberedId } from '../../idempotency/once.ts';
import type { Acted, SignUpAct } from './act.ts';

/** Remembered under the caller's key. */
const ActedOnce = z.object({ kind: z.literal('done'), signUpId: RememberedId });
export type ActedOnce = z.output<typeof ActedOnce>;

/** Performs an act on a sign-up once for each key, in one transaction with it. */
export function actOnce<
  Given extends Omit<SignUpAct, 'expectedVersion'>,
  Refused extends { readonly kind: string },
>(
  store: Store,
  { mutation, idempotencyKey }: { readonly mutation: string; readonly idempotencyKey: string },
  given: Given,
  perform: (store: Store, given: Given) => Promise<Acted | Refused>,
): Promise<ActedOnce | Refused | KeyConflict> {
  const { companyId, actor: _actor, ...input } = given;
  return once<ActedOnce, Refused>(
    store,
    { companyId, key: idempotencyKey, mutation, input },
    {
      done: ActedOnce,
      work: async (_tx, joined) => {
        const acted = await perform(joined, given);
        return 'signUp' in acted ? { kind: 'done', signUpId: acted.signUp.id } : acted;
      },
    },
  );
}
