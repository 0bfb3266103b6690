import type { SignUpRules } from './sign-up-policy.ts';

export interface OfferedService {
  readonly id: number;
  readonly name: string;
  readonly type: string;
}

/** Of what an entrance offers that which the company connects, in the order of the ids. */
export function chooseServices(
  offered: readonly OfferedService[],
  rule: SignUpRules['services'],
): OfferedService[] {
  const isChosen = ({ id, type }: OfferedService): boolean => {
    if (rule.pick === 'types') return rule.types.includes(type);
    return rule.pick === 'all' || rule.serviceIds.includes(id);
  };
  const distinct = new Map(offered.filter(isChosen).map((service) => [service.id, service]));
  return [...distinct.values()].toSorted((a, b) => a.id - b.id);
}
