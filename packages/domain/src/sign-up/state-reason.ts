/** Why a sign-up is where it is. Stable: programs branch on it, texts are made elsewhere. */
export const STATE_REASONS = [
  // new: the hub does nothing about it.
  'REST_OFF',
  'BEFORE_START',
  'HANDLED_ELSEWHERE',
  // needs_review: a person decides.
  'POLICY_REVIEW',
  'FLAT_MISSING',
  'FLAT_UNCLEAR',
  'FLAT_OUTSIDE_RANGES',
  'FLAT_RANGES_UNKNOWN',
  'SEVERAL_ENTRANCES',
  'ADDRESS_DOUBTFUL',
  'ENTRANCE_NOT_FOUND',
  'NO_SERVICES',
  'MATCH_FAILED',
  /** A person cancelled the look for its entrance. */
  'MATCH_CANCELLED',
  'ASSIGNED',
  'DELEGATED_ELSEWHERE',
  /** A person had it looked at again, and the answer is on its way. */
  'RETRIED',
  /** A person took a decision back that was made in a state to which there is no way back. */
  'DECISION_UNDONE',
  // completed, rejected: not by us.
  'CONNECTED_ELSEWHERE',
  'REJECTED_ELSEWHERE',
  // failed
  'STEP_FAILED',
  /** A person cancelled the delivery of a step. */
  'STEP_CANCELLED',
  // rejected
  'REJECTED_BY_HAND',
  /** What was done about it is taken back, as far as it can be. */
  'COMPENSATED',
] as const;
export type StateReason = (typeof STATE_REASONS)[number];

/** Those that an import of the mirror may settle. */
export const REASONS_OF_THE_MIRROR: readonly StateReason[] = [
  'FLAT_OUTSIDE_RANGES',
  'FLAT_RANGES_UNKNOWN',
  'SEVERAL_ENTRANCES',
  'ADDRESS_DOUBTFUL',
  'ENTRANCE_NOT_FOUND',
  'NO_SERVICES',
  'MATCH_FAILED',
];
