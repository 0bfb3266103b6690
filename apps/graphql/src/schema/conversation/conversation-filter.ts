import type { ConversationFilter } from '@domovoy/store';
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
