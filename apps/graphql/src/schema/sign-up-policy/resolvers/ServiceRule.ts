import type { ServiceRuleResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const ServiceRule: ServiceRuleResolvers = {
  pick: ({ pick }) => upperCase(pick),
  types: (rule) => (rule.pick === 'types' ? rule.types : null),
  serviceRosdomofonIds: (rule) => (rule.pick === 'list' ? rule.serviceIds : null),
};
