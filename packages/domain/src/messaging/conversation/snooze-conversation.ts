import { type ConversationRow, databaseNow } from '@domovoy/store';
import { actOnConversation, type ConversationAct, changeByHand } from './act-on-conversation.ts';

export type SnoozeResult =
  | { readonly kind: 'changed'; readonly conversation: ConversationRow }
  | { readonly kind: 'not-found' }
  /** It is over, or too far away to be meant. */
  | { readonly kind: 'time-refused' };

const LONGEST_SNOOZE_MS = 90 * 86_400_000;

/**
 * Sets a conversation aside until a time; null: it comes back at once. A message of the abonent brings it back earlier (the
 * intake does that), and so does a person who resolves or opens it.
 */
export const snoozeConversation = (
  ...[store, { until, ...act }]: ConversationAct<{ until: Date | null }>
): Promise<SnoozeResult> =>
  actOnConversation<SnoozeResult>(store, act, async (tx, conversation) => {
    const inMs = until === null ? 1 : until.getTime() - (await databaseNow(tx)).getTime();
    if (inMs <= 0 || inMs > LONGEST_SNOOZE_MS) return { kind: 'time-refused' };
    if (until === null && conversation.snoozedUntil === null) return { kind: 'changed', conversation };
    const changed = { snoozedUntil: until, snoozedBy: until === null ? null : act.actor };
    const by = { actor: act.actor, action: 'conversation.snooze', details: { until } };
    return { kind: 'changed', conversation: await changeByHand(tx, conversation, changed, by) };
  });
