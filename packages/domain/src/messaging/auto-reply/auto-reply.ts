import { loadAutoReplyFacts, loadMessagingPolicy, lockConversation, type Store } from '@domovoy/store';
import { delivered, type Outcome, skipped } from '../../deliveries/attempt/outcome.ts';
import type { Payload } from '../../deliveries/kind/delivery-kind.ts';
import type { messageAutoReply } from '../../deliveries/kinds/message-auto-reply.ts';
import { outgoingText } from '../outgoing-text.ts';
import { queueOutgoing } from '../queue-outgoing.ts';
import { AutoReplyPolicy } from './auto-reply-policy.ts';
import { authorOfRule, decideAutoReply } from './decide-auto-reply.ts';

/** What a delivery of the kind `message.auto_reply` comes to. The answer is queued in the transaction that settles it. */
export async function autoReply(
  store: Store,
  given: {
    readonly companyId: bigint;
    readonly integrationId: bigint;
    readonly payload: Payload<typeof messageAutoReply>;
  },
): Promise<Outcome> {
  const { companyId, integrationId, payload } = given;
  const { conversationId, firstMessageId, messageId } = payload;
  const [row, facts] = await Promise.all([
    loadMessagingPolicy(store.db, companyId),
    loadAutoReplyFacts(store.db, { companyId, conversationId, messageId }),
  ]);
  const policy = AutoReplyPolicy.safeParse(row?.autoReplies);
  if (!policy.success) return skipped('NO_POLICY');
  if (facts === null) return skipped('MESSAGE_GONE');
  const decision = decideAutoReply(facts, policy.data, firstMessageId);
  if ('skip' in decision) return skipped(decision.skip);

  const { rule } = decision;
  const text = outgoingText(decision.text);
  if (text === null) return skipped('NO_RULE');
  return delivered({ rule }, async (tx) => {
    const conversation = await lockConversation(tx, { companyId, conversationId });
    if (conversation === null) return;
    const author = authorOfRule(rule);
    await queueOutgoing(tx, { integrationId, conversation, text, author, key: `auto-reply:${messageId}` });
  });
}
