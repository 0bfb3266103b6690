import type { AutoReplyPolicyResolvers } from '../../types.generated.ts';
import { hoursOf } from '../policy-input.ts';

export const AutoReplyPolicy: AutoReplyPolicyResolvers = {
  hours: ({ hours }) => hoursOf(hours),
  welcome: ({ texts }) => texts.welcome,
  outOfHours: ({ texts }) => texts.outOfHours,
  firstOfDay: ({ texts }) => texts.firstOfDay,
};
