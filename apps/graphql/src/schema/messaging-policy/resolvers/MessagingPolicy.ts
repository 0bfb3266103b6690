import type { MessagingPolicyResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const MessagingPolicy: MessagingPolicyResolvers = {
  sendBy: ({ sendBy }) => upperCase(sendBy),
};
