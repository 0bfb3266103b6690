import type { ConversationRow, ConversationState } from '@domovoy/store';
import { actOnConversation, type ConversationAct, changeByHand } from './act-on-conversation.ts';

/** From each state to those that a person may choose. A message of the abonent opens any of them: see the intake. */
const CONVERSATION_TRANSITIONS: Readonly<Record<ConversationState, readonly ConversationState[]>> = {
  open: ['pending', 'resolved'],
  pending: ['open', 'resolved'],
  resolved: ['open'],
};

export type ConversationStateResult =
  | { readonly kind: 'changed'; readonly conversation: ConversationRow }
  | { readonly kind: 'not-found' }
  /** It is in another state than expected, or cannot move from it to this one. */
  | { readonly kind: 'conflict'; readonly state: ConversationState };

const setState = (
  ...[store, { to, expectedState, ...act }]: ConversationAct<{
    to: ConversationState;
    expectedState?: ConversationState;
  }>
): Promise<ConversationStateResult> =>
  actOnConversation<ConversationStateResult>(store, act, async (tx, conversation) => {
    const { state } = conversation;
    if (state === to) return { kind: 'changed', conversation };
    if (
      (expectedState !== undefined && state !== expectedState) ||
      !CONVERSATION_TRANSITIONS[state].includes(to)
    )
      return { kind: 'conflict', state };
    const by = {
      actor: act.actor,
      action: to === 'resolved' ? 'conversation.resolve' : 'conversation.reopen',
    };
    return { kind: 'changed', conversation: await changeByHand(tx, conversation, { state: to }, by) };
  });

/** Nothing is left to do. `expectedState`: as the person saw it; a message that came meanwhile has opened it. */
export const resolveConversation = (
  ...[store, given]: ConversationAct<{ expectedState?: ConversationState }>
): Promise<ConversationStateResult> => setState(store, { ...given, to: 'resolved' });

export const reopenConversation = (
  ...[store, given]: ConversationAct<{ expectedState?: ConversationState }>
): Promise<ConversationStateResult> => setState(store, { ...given, to: 'open' });
