import { DomovoyError } from '@domovoy/models';
import type { SignUpFunnelBucketResolvers } from '../../types.generated.ts';

export const SignUpFunnelBucket: SignUpFunnelBucketResolvers = {
  startsAt: ({ at }) => {
    if (at) return at;
    throw new DomovoyError('A bucket has a time.', { code: 'FUNNEL_BUCKET_TIMELESS' });
  },
  reached: (row) => row,
};
