import type { RequestedSync } from '@domovoy/domain';
import type { MirrorOffError, NotFoundError, PolicyProblem, RosdomofonOffError } from '../types.generated.ts';

export const notFoundError = (
  message: string,
  path: string[],
): NotFoundError & { __typename: 'NotFoundError' } => ({
  __typename: 'NotFoundError',
  code: 'NOT_FOUND',
  message,
  path,
});

type NotRequested = Exclude<RequestedSync['outcome'], 'requested' | 'joined'>;

const REASONS = {
  off: {
    reason: 'NO_ACCESS',
    message: 'The company has no access to the REST API of RosDomofon: nothing can be read from there.',
  },
  paused: {
    reason: 'PAUSED',
    message: 'The integration with RosDomofon is paused: nothing is read from there until it is resumed.',
  },
} as const satisfies Record<NotRequested, Pick<MirrorOffError, 'reason' | 'message'>>;

export const mirrorOffError = (outcome: NotRequested): MirrorOffError & { __typename: 'MirrorOffError' } => ({
  __typename: 'MirrorOffError',
  code: 'MIRROR_OFF',
  path: null,
  ...REASONS[outcome],
});

const OFF_REASONS = {
  off: {
    reason: 'NO_ACCESS',
    message: 'The company has no access to RosDomofon: nothing can be done there.',
  },
  paused: {
    reason: 'PAUSED',
    message: 'The integration with RosDomofon is paused: nothing is done there until it is resumed.',
  },
} as const satisfies Record<NotRequested, Pick<RosdomofonOffError, 'reason' | 'message'>>;

export const rosdomofonOffError = (
  outcome: NotRequested,
): RosdomofonOffError & { __typename: 'RosdomofonOffError' } => ({
  __typename: 'RosdomofonOffError',
  code: 'ROSDOMOFON_OFF',
  path: null,
  ...OFF_REASONS[outcome],
});

export const staleVersionError = (now: {
  currentVersion: number;
  changedBy?: string | null;
  changedAt?: Date | null;
}) => ({
  __typename: 'StaleVersionError' as const,
  code: 'STALE_VERSION' as const,
  message: 'It was changed meanwhile.',
  path: ['input', 'expectedVersion'],
  changedBy: null,
  changedAt: null,
  ...now,
});

export const policyInvalidError = (problems: PolicyProblem[]) => ({
  __typename: 'PolicyInvalidError' as const,
  code: 'POLICY_INVALID' as const,
  message: 'Parts of the policy make no sense.',
  path: ['input'],
  problems,
});
