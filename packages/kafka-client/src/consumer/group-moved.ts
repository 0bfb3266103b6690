import { protocolErrorType } from '../access/map-error.ts';

/** The broker's answers that say: this member has to join the group again. */
const MOVED = new Set([
  'REBALANCE_IN_PROGRESS',
  'ILLEGAL_GENERATION',
  'UNKNOWN_MEMBER_ID',
  'NOT_COORDINATOR_FOR_GROUP',
]);

/** The group has gone on without us. */
export const isMemberUnknown = (cause: unknown): cause is Error =>
  protocolErrorType(cause) === 'UNKNOWN_MEMBER_ID';

export const hasGroupMoved = (cause: unknown): boolean => MOVED.has(protocolErrorType(cause));
