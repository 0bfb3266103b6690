import { chatOf, type DELIVERY_KINDS, type Outcome, type Payload, skipped } from '@domovoy/domain';
import { findIntegrationConfig, loadChatMessages } from '@domovoy/store';
import type { DeliveryHandler } from '../../handler.ts';
import type { ChatTools } from './chat-tools.ts';
import { showAsComment } from './show-as-comment.ts';
import { showInOpenLine } from './show-in-open-line.ts';

type ChatForward = Payload<(typeof DELIVERY_KINDS)['chat.forward']>;

/** A message is shown at the portal once, in the way that the integration chats at the moment. */
export function chatForwardHandler(tools: ChatTools): DeliveryHandler<ChatForward> {
  const ways = { open_line: showInOpenLine(tools), timeline: showAsComment(tools) };
  return {
    async handle(delivery, context): Promise<Outcome> {
      const { companyId, payload } = delivery;
      const integrationId = context.integration.id;
      const chat = chatOf(await findIntegrationConfig(tools.store.db, { integrationId, companyId }));
      if (chat.mode === 'off') return skipped('CHAT_OFF');
      const [message] = await loadChatMessages(tools.store.db, { companyId, ids: [payload.messageId] });
      if (message === undefined) return skipped('MESSAGE_GONE');
      return ways[chat.mode]({ delivery, context, chat, message });
    },
  };
}
