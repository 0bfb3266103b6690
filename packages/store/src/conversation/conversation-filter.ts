import { and, eq, gt, gte, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { textArray } from '../page/bigint-array.ts';
import { unestimated } from '../page/keyset.ts';
import { inTimeRange, type TimeRange } from '../page/time-range.ts';
import { conversations, quarterOf } from '../schema/conversation.ts';

export type ConversationRow = typeof conversations.$inferSelect;
export type ConversationState = ConversationRow['state'];

export interface ConversationFilter {
  readonly states?: readonly ConversationState[] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly lastMessageAt?: TimeRange | undefined;
  readonly hasUnread?: boolean | undefined;
  readonly abonentRosdomofonId?: bigint | undefined;
  /** Null: those that nobody in particular looks after. */
  readonly assignee?: string | null | undefined;
  /** true: set aside at this moment; false: not. */
  readonly isSnoozed?: boolean | undefined;
}

const ALL_STATES: readonly ConversationState[] = ['open', 'pending', 'resolved'];

/** By what is indexed, and then exactly. */
const lastMessageIn = (range: TimeRange | undefined): (SQL | undefined)[] => [
  range?.from && gte(conversations.lastMessageQuarter, quarterAt(range.from)),
  range?.to && lte(conversations.lastMessageQuarter, quarterAt(range.to)),
  ...inTimeRange(conversations.lastMessageAt, range).map((exact) => exact && unestimated(exact)),
];

const quarterAt = (time: Date) => quarterOf(sql`${time.toISOString()}::timestamptz`);

/**
 * One condition per state, also where all are asked for: the one index begins with the state. An index for all
 * states together would cost 5 µs for every message that comes in.
 */
export function conversationConditions(companyId: bigint, filter: ConversationFilter): SQL[] {
  const common = [
    eq(conversations.companyId, companyId),
    filter.channels && sql`${conversations.channel} = any(${textArray(filter.channels)})`,
    ...lastMessageIn(filter.lastMessageAt),
    filter.hasUnread === undefined
      ? undefined
      : filter.hasUnread
        ? gt(conversations.unread, 0)
        : eq(conversations.unread, 0),
    filter.abonentRosdomofonId === undefined
      ? undefined
      : eq(conversations.abonentRosdomofonId, filter.abonentRosdomofonId),
    filter.assignee === undefined
      ? undefined
      : filter.assignee === null
        ? isNull(conversations.assignee)
        : eq(conversations.assignee, filter.assignee),
    filter.isSnoozed === undefined
      ? undefined
      : sql`coalesce(${conversations.snoozedUntil} > now(), false) = ${filter.isSnoozed}`,
  ];
  return [...new Set(filter.states ?? ALL_STATES)].map(
    (state) => and(...common, eq(conversations.state, state)) ?? sql`false`,
  );
}
