/** Our own states of a sign-up, apart from the status that RosDomofon gives it. */
export type SignUpState =
  | 'network'
  | 'new'
  | 'needs_review'
  | 'provisioning'
  | 'completed'
  | 'rejected'
  | 'failed';

/**
 * From each state to those that may follow. `network` (seen only in the network's topic) is left in one way: the
 * company's own topic brings the sign-up. To itself: decided anew. To `completed` and `rejected` from anywhere: when
 * somebody connects or refuses it in RosDomofon, the hub follows; in `needs_review` that is also how a person who does
 * the rest by hand ends it.
 */
export const SIGN_UP_TRANSITIONS: Readonly<Record<SignUpState, readonly SignUpState[]>> = {
  network: ['new'],
  new: ['needs_review', 'provisioning', 'rejected', 'completed'],
  needs_review: ['needs_review', 'provisioning', 'rejected', 'completed'],
  provisioning: ['completed', 'failed', 'needs_review', 'rejected'],
  failed: ['needs_review', 'provisioning', 'rejected', 'completed'],
  completed: [],
  rejected: [],
};

export const canSignUpMove = (from: SignUpState, to: SignUpState): boolean =>
  SIGN_UP_TRANSITIONS[from].includes(to);

/** The states from which a sign-up may move to this one: the condition of the statement that moves it. */
export const signUpStatesBefore = (to: SignUpState): Exclude<SignUpState, 'network'>[] =>
  (Object.keys(SIGN_UP_TRANSITIONS) as SignUpState[]).filter(
    (from): from is Exclude<SignUpState, 'network'> => from !== 'network' && canSignUpMove(from, to),
  );
