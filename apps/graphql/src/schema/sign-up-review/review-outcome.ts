import type { Acted, ActRefused, ClaimedByOther } from '@domovoy/domain';
import type { SignUpRow } from '@domovoy/store';
import { type Context, forgetLoaded } from '../../context.ts';
import { actOutcome } from '../sign-up/act-outcome.ts';

export const claimedByOtherError = ({ by, since }: ClaimedByOther, signUp: SignUpRow) => ({
  __typename: 'ClaimedByOtherError' as const,
  code: 'CLAIMED_BY_OTHER' as const,
  message: 'Somebody else looks at it.',
  path: ['input', 'id'],
  claimedBy: by,
  since,
  signUp,
});

export const timeRefusedError = () => ({
  __typename: 'TimeRefusedError' as const,
  code: 'TIME_REFUSED' as const,
  message: 'The time has to lie ahead, and within 90 days.',
  path: ['input', 'until'],
});

/** Of an act that changes no version, so that nobody's is out of date. */
export async function asideOutcome(context: Context, signUpId: bigint, result: Acted | ActRefused) {
  forgetLoaded(context);
  const acted = result.kind === 'done' ? ({ kind: 'done', signUpId } as const) : result;
  const outcome = await actOutcome(context, signUpId, acted);
  if ('__typename' in outcome && outcome.__typename === 'StaleVersionError')
    throw new TypeError('no version was expected');
  if ('__typename' in outcome && outcome.__typename === 'IdempotencyConflictError')
    throw new TypeError('no key was given');
  return outcome;
}
