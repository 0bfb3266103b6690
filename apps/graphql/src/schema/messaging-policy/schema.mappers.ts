import type { AutoReplyPolicy, MessagingPolicy } from '@domovoy/domain';

export type MessagingPolicyMapper = MessagingPolicy;
export type AutoReplyPolicyMapper = AutoReplyPolicy;
