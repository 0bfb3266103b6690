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

type Transitions = Readonly<Record<SignUpState, readonly SignUpState[]>>;

/** A decision that is taken back before anything was done about it; to `failed` where it was one. */
export const UNDO_TRANSITIONS: Transitions = {
  network: [],
  new: [],
  needs_review: [],
  provisioning: ['needs_review', 'failed'],
  failed: [],
  completed: [],
  rejected: ['needs_review', 'failed'],
};

/** An approval about which something was done, and which a person wants to have taken back as far as it can be. */
export const COMPENSATION_TRANSITIONS: Transitions = {
  network: [],
  new: [],
  needs_review: [],
  provisioning: ['rejected'],
  failed: ['rejected'],
  completed: ['rejected'],
  rejected: [],
};

export const canSignUpMove = (
  from: SignUpState,
  to: SignUpState,
  table: Transitions = SIGN_UP_TRANSITIONS,
): boolean => table[from].includes(to);

/** The states from which a sign-up may move to this one: the condition of the statement that moves it. */
export const signUpStatesBefore = (
  to: SignUpState,
  table: Transitions = SIGN_UP_TRANSITIONS,
): Exclude<SignUpState, 'network'>[] =>
  (Object.keys(table) as SignUpState[]).filter(
    (from): from is Exclude<SignUpState, 'network'> => from !== 'network' && canSignUpMove(from, to, table),
  );
