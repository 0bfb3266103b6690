import { DomovoyError } from '@domovoy/models';
import type { SignUpFunnelResolvers } from '../../types.generated.ts';

export const SignUpFunnel: SignUpFunnelResolvers = {
  total: (rows) => {
    const total = rows.find(({ at }) => at === null);
    if (total) return total;
    throw new DomovoyError('A funnel has a total.', { code: 'FUNNEL_TOTAL_MISSING' });
  },
  buckets: (rows) => rows.filter(({ at }) => at !== null),
};
