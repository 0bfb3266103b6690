import type { AutoReplyFacts } from '@domovoy/store';
import type { AutoReplyPolicy, AutoReplyRule } from './auto-reply-policy.ts';
import { isOpen, localTime } from './local-time.ts';

export type AutoReplyDecision =
  | { readonly rule: AutoReplyRule; readonly text: string }
  /** Why nothing is answered. */
  | { readonly skip: AutoReplySkip };

export type AutoReplySkip =
  | 'OTHER_CHANNEL'
  | 'TOO_LATE'
  | 'ECHO'
  | 'ANSWERS_AUTOMATIC'
  | 'PERSON_PRESENT'
  | 'MOST_PER_DAY'
  | 'NO_RULE';

/** An answer that comes later than this to what was written helps nobody: the hub was away. */
const TOO_LATE_MS = 15 * 60_000;
/** Nobody reads and answers so fast, a machine does. */
const MACHINE_MS = 10_000;
/** Whoever was just answered by a person is in a conversation. */
const PERSON_MS = 60 * 60_000;

const AUTOMATIC = 'auto-reply:';
export const authorOfRule = (rule: AutoReplyRule): string => `${AUTOMATIC}${rule}`;
const isAutomatic = ({ author }: { author: string | null }) => author?.startsWith(AUTOMATIC) === true;

/**
 * At most one answer for what came at once. Each rule at most once a day, all of them together at most `mostPerDay`,
 * and none to what looks like the answer of a machine: two that answer each other by themselves end here at once, and
 * by the bound in any case.
 */
export function decideAutoReply(
  facts: AutoReplyFacts,
  policy: AutoReplyPolicy,
  firstMessageId: bigint,
): AutoReplyDecision {
  const { channel, message, own, now } = facts;
  if (channel !== 'support') return { skip: 'OTHER_CHANNEL' };
  if (now.getTime() - message.sentAt.getTime() > TOO_LATE_MS) return { skip: 'TOO_LATE' };
  if (own.some(({ text }) => text === message.text.trim())) return { skip: 'ECHO' };
  const previous = facts.before.find(({ id }) => id < firstMessageId);
  const sinceMs = (earlier: { sentAt: Date }) => message.sentAt.getTime() - earlier.sentAt.getTime();
  if (previous && isAutomatic(previous) && sinceMs(previous) < MACHINE_MS)
    return { skip: 'ANSWERS_AUTOMATIC' };
  const isPersonal = ({ direction, author }: (typeof own)[number]) =>
    direction === 'out' && author !== 'workflow' && author?.startsWith(AUTOMATIC) !== true;
  if (facts.before.some((one) => isPersonal(one) && sinceMs(one) < PERSON_MS))
    return { skip: 'PERSON_PRESENT' };

  const today = localTime(now, policy.timeZone).date;
  const isToday = ({ sentAt }: { sentAt: Date }) => localTime(sentAt, policy.timeZone).date === today;
  const automatic = own.filter((one) => isAutomatic(one) && isToday(one));
  if (automatic.length >= policy.mostPerDay) return { skip: 'MOST_PER_DAY' };
  const isUsed = (rule: AutoReplyRule) => automatic.some(({ author }) => author === authorOfRule(rule));
  for (const rule of rulesFor(facts, policy, firstMessageId)) {
    const text = policy.texts[rule];
    if (text !== null && !isUsed(rule)) return { rule, text };
  }
  return { skip: 'NO_RULE' };
}

/** Those that hold, the one that says most first: that nobody is there matters more than a greeting. */
function rulesFor(
  { message, before }: AutoReplyFacts,
  policy: AutoReplyPolicy,
  firstMessageId: bigint,
): AutoReplyRule[] {
  const at = localTime(message.sentAt, policy.timeZone);
  const earlier = before.find(({ id, direction }) => direction === 'in' && id < firstMessageId);
  const isFirst = earlier === undefined && before.length < 50;
  const isFirstOfDay = earlier !== undefined && localTime(earlier.sentAt, policy.timeZone).date !== at.date;
  return [
    ...(isOpen(at, policy) ? [] : (['outOfHours'] as const)),
    ...(isFirst ? (['welcome'] as const) : []),
    ...(isFirst || isFirstOfDay ? (['firstOfDay'] as const) : []),
  ];
}
