import type { RequestedSync } from '@domovoy/domain';
import type { MirrorOffError, NotFoundError } from '../types.generated.ts';

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
