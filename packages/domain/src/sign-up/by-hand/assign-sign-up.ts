import type { Store } from '@domovoy/store';
import {
  type Acted,
  type ActRefused,
  act,
  isRefused,
  moveByHand,
  type SignUpAct,
  wrongState,
} from './act.ts';
import { lookAgain } from './look-again.ts';

export interface SignUpAssignment extends SignUpAct {
  /** Who does the rest by hand; null: the hub goes on. */
  readonly assignee: string | null;
}

/**
 * Takes a sign-up over by hand: the hub begins nothing more, whatever it was doing, and only follows what is decided in
 * RosDomofon. Or gives it back: then it is looked at anew, and what is done already is found.
 */
export const assignSignUp = (store: Store, given: SignUpAssignment): Promise<Acted | ActRefused> =>
  act<ActRefused>(store, given, async (tx, signUp, tools) => {
    const { assignee } = given;
    if (assignee === null)
      return signUp.assignee === null
        ? wrongState(signUp)
        : lookAgain(tx, signUp, given, tools, { deed: 'handed_back', action: 'sign_up.hand_back' });
    const moved = await moveByHand(tx, signUp, given, {
      to: 'needs_review',
      reason: 'ASSIGNED',
      assignee,
      deed: 'assigned',
      action: 'sign_up.assign',
      details: { assignee },
    });
    return isRefused(moved) ? moved : { kind: 'done', signUp: moved };
  });
