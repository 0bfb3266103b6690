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
 * company's own topic brings the sign-up. RosDomofon's status alone moves nothing.
 */
export const SIGN_UP_TRANSITIONS: Readonly<Record<SignUpState, readonly SignUpState[]>> = {
  network: ['new'],
  new: ['needs_review', 'provisioning', 'rejected'],
  needs_review: ['provisioning', 'rejected'],
  provisioning: ['completed', 'failed'],
  failed: ['needs_review', 'provisioning', 'rejected'],
  completed: [],
  rejected: [],
};

export const canSignUpMove = (from: SignUpState, to: SignUpState): boolean =>
  SIGN_UP_TRANSITIONS[from].includes(to);
