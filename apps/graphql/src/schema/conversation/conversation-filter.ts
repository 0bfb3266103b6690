import type { ConversationFilter, ConversationRow } from '@domovoy/store';
import type { ConversationFilterInput, ConversationView } from '../types.generated.ts';
import { lowerCase } from '../values/enum-value.ts';
import { integerValue, textValue, textValues, timeRangeValue } from '../values/filter-value.ts';

/** `viewer`: who asks, as conversations are assigned to them. */
export const conversationFilter = (
  input: ConversationFilterInput | null | undefined,
  viewer: string,
): ConversationFilter => ({
  states: input?.state?.map((state) => lowerCase(state)),
  channels: textValues(input?.channel),
  lastMessageAt: timeRangeValue(input?.lastMessageAt),
  hasUnread: input?.hasUnread ?? undefined,
  abonentRosdomofonId: integerValue(input?.abonentRosdomofonId),
  ...inView(input?.view, viewer),
  ...(typeof input?.assignee === 'string' ? { assignee: textValue(input.assignee) } : {}),
});

function inView(
  view: ConversationView | null | undefined,
  viewer: string,
): Pick<ConversationFilter, 'assignee' | 'isSnoozed'> {
  if (view === null || view === undefined) return {};
  if (view === 'SNOOZED') return { isSnoozed: true };
  const whose = { MINE: { assignee: viewer }, UNASSIGNED: { assignee: null }, AWAKE: {} }[view];
  return { ...whose, isSnoozed: false };
}

/** The same conditions for a row that is already here, as subscriptions need them. */
export function matchesConversationFilter(row: ConversationRow, filter: ConversationFilter): boolean {
  const { states, channels, lastMessageAt, hasUnread, abonentRosdomofonId, assignee, isSnoozed } = filter;
  return (
    (states === undefined || states.includes(row.state)) &&
    (channels === undefined || channels.includes(row.channel)) &&
    (lastMessageAt?.from === undefined || row.lastMessageAt >= lastMessageAt.from) &&
    (lastMessageAt?.to === undefined || row.lastMessageAt < lastMessageAt.to) &&
    (hasUnread === undefined || row.unread > 0 === hasUnread) &&
    (abonentRosdomofonId === undefined || row.abonentRosdomofonId === abonentRosdomofonId) &&
    (assignee === undefined || row.assignee === assignee) &&
    (isSnoozed === undefined || isSetAside(row.snoozedUntil) === isSnoozed)
  );
}

/** By this process's clock: what comes back at its time is told as a change when it does. */
const isSetAside = (until: Date | null): boolean => until !== null && until.getTime() > Date.now();
