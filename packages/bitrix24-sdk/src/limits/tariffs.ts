import type { Settings } from '../options.ts';
import type { BucketRule } from './bucket-store.ts';

/**
 * What tariffs allow (facts §6: 50 and 2 a second, Enterprise 250 and 5), less a margin for requests that arrive closer
 * together than they left, and for whoever else is behind the same address.
 */
const TARIFFS: Readonly<Record<Settings['tariff'], BucketRule>> = {
  standard: { capacity: 45, perSecond: 1.9 },
  enterprise: { capacity: 240, perSecond: 4.75 },
};

export function ruleOf({ limits, tariff }: Pick<Settings, 'limits' | 'tariff'>): BucketRule | undefined {
  if (!limits) return undefined;
  const { capacity, perSecond } = TARIFFS[tariff];
  return { capacity: limits.capacity ?? capacity, perSecond: limits.perSecond ?? perSecond };
}
