import type { ConversationFilter, ConversationRow } from '@domovoy/store';
import type { ConversationFilterInput } from '../types.generated.ts';
import { lowerCase } from '../values/enum-value.ts';
import { integerValue, textValues, timeRangeValue } from '../values/filter-value.ts';

export const conversationFilter = (
  input: ConversationFilterInput | null | undefined,
): ConversationFilter => ({
  states: input?.state?.map((state) => lowerCase(state)),
  channels: textValues(input?.channel),
  lastMessageAt: timeRangeValue(input?.lastMessageAt),
  hasUnread: input?.hasUnread ?? undefined,
  abonentRosdomofonId: integerValue(input?.abonentRosdomofonId),
});

/** The same conditions for a row that is already here, as subscriptions need them. */
export function matchesConversationFilter(row: ConversationRow, filter: ConversationFilter): boolean {
  const { states, channels, lastMessageAt, hasUnread, abonentRosdomofonId } = filter;
  return (
    (states === undefined || states.includes(row.state)) &&
    (channels === undefined || channels.includes(row.channel)) &&
    (lastMessageAt?.from === undefined || row.lastMessageAt >= lastMessageAt.from) &&
    (lastMessageAt?.to === undefined || row.lastMessageAt < lastMessageAt.to) &&
    (hasUnread === undefined || row.unread > 0 === hasUnread) &&
    (abonentRosdomofonId === undefined || row.abonentRosdomofonId === abonentRosdomofonId)
  );
}
