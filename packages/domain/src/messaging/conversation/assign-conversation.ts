import type { ConversationRow } from '@domovoy/store';
import { actOnConversation, type ConversationAct, changeByHand } from './act-on-conversation.ts';

export type AssignResult =
  | { readonly kind: 'changed'; readonly conversation: ConversationRow }
  | { readonly kind: 'not-found' }
  /** Somebody else looks after it now. */
  | { readonly kind: 'conflict'; readonly assignee: string | null };

/** Gives the conversation to a person, or to nobody. Who saw another assignee than there is hears of it. */
export const assignConversation = (
  ...[store, { assignee, expectedAssignee, ...act }]: ConversationAct<{
    assignee: string | null;
    expectedAssignee: string | null;
  }>
): Promise<AssignResult> =>
  actOnConversation<AssignResult>(store, act, async (tx, conversation) => {
    if (conversation.assignee === assignee) return { kind: 'changed', conversation };
    if (conversation.assignee !== expectedAssignee)
      return { kind: 'conflict', assignee: conversation.assignee };
    const by = { actor: act.actor, action: 'conversation.assign' };
    return { kind: 'changed', conversation: await changeByHand(tx, conversation, { assignee }, by) };
  });
