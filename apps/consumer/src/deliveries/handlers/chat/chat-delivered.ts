import {
  CHAT_REFS,
  chatMessageId,
  type DELIVERY_KINDS,
  delivered,
  type Payload,
  skipped,
} from '@domovoy/domain';
import { findExternalRef } from '@domovoy/store';
import { z } from 'zod';
import type { DeliveryHandler } from '../../handler.ts';
import type { ChatTools } from './chat-tools.ts';

type ChatDelivered = Payload<(typeof DELIVERY_KINDS)['chat.delivered']>;

/** What was remembered of the operator's message when it came. */
const Origin = z.object({ connector: z.string(), line: z.number(), chatId: z.string() });

/** The operator sees that the answer has reached the abonent. Telling it twice changes nothing. */
export function chatDeliveredHandler({ store, bitrix24Of }: ChatTools): DeliveryHandler<ChatDelivered> {
  return {
    async handle({ payload }, { integration, signal }) {
      const { messageId } = payload;
      const ref = await findExternalRef(store.db, {
        integrationId: integration.id,
        entity: 'message',
        entityId: messageId,
        remoteKind: CHAT_REFS.message,
      });
      const [portalChatId, portalMessageId] = (ref?.remoteId ?? '').split(':').map(Number);
      const origin = Origin.safeParse(ref?.detail);
      if (!portalChatId || !portalMessageId || !origin.success) return skipped('NOT_FROM_OPEN_LINE');
      const { connector, line, chatId } = origin.data;
      await bitrix24Of(integration).connectorMessages.confirmDelivery(
        {
          connector,
          line,
          deliveries: [{ portalChatId, portalMessageId, messageIds: [chatMessageId(messageId)], chatId }],
        },
        { signal, lane: 'chat' },
      );
      return delivered();
    },
  };
}
