import { type ChatMessage, findIntegrationConfig, loadChatMessages } from '@domovoy/store';
import { type CrmPlanner, changedIds } from '../crm/plan/planner.ts';
import { createEnqueue } from '../deliveries/kind/enqueue.ts';
import { chatDelivered, chatForward } from '../deliveries/kinds/chat.ts';
import { chatOf } from '../integration/bitrix24/bitrix24-config.ts';
import { isFromPortal } from './chat-ids.ts';

const enqueue = createEnqueue({ 'chat.forward': chatForward, 'chat.delivered': chatDelivered });

/** What a portal is told of a message as it is now; null: nothing, or not yet. */
export function tellingOf({
  direction,
  state,
  author,
}: ChatMessage): 'chat.forward' | 'chat.delivered' | null {
  if (direction === 'in') return 'chat.forward';
  // What was not sent was not said.
  if (state !== 'sent') return null;
  return isFromPortal(author) ? 'chat.delivered' : 'chat.forward';
}

/** Every message of a chat is shown at the portal once; what was written there is confirmed there once it is sent. */
export const chatPlanner: CrmPlanner = {
  entities: ['message'],
  async plan(tx, { target, changes }) {
    const chat = chatOf(await findIntegrationConfig(tx, target));
    if (chat.mode === 'off') return 0;
    const messages = await loadChatMessages(tx, { companyId: target.companyId, ids: changedIds(changes) });
    const told = messages.flatMap((message) => {
      const kind = tellingOf(message);
      // Only an open line has a place for "delivered".
      if (kind === null || (kind === 'chat.delivered' && chat.mode !== 'open_line')) return [];
      const payload = { messageId: String(message.id), conversationId: String(message.conversationId) };
      return [{ kind, payload, target, dedupeKey: `message:${message.id}` }];
    });
    const enqueued = await enqueue.all(tx, told);
    return enqueued.filter(({ isNew }) => isNew).length;
  },
};
