import type { AutoReplyPolicy } from '@domovoy/domain';
import { userInputError } from '../../errors/public-error.ts';
import type { AutoReplyPolicyInput, DayHours } from '../types.generated.ts';
import { lowerCase, upperCase } from '../values/enum-value.ts';

const MAX_INTERVALS = 10;
const MAX_HOLIDAYS = 100;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The days that have hours, in the order of the week. */
export const hoursOf = (hours: AutoReplyPolicy['hours']): DayHours[] =>
  WEEKDAYS.flatMap((day) => {
    const intervals = hours[day] ?? [];
    return intervals.length === 0 ? [] : [{ day: upperCase(day), intervals: [...intervals] }];
  });

/** As the use case reads it; what makes no sense it says itself. */
export function autoRepliesOf(input: AutoReplyPolicyInput) {
  const days = input.hours.map(({ day }) => day);
  if (new Set(days).size < days.length) throw userInputError('`hours` has each day at most once.');
  if (input.hours.some(({ intervals }) => intervals.length > MAX_INTERVALS))
    throw userInputError(`A day has at most ${MAX_INTERVALS} intervals.`);
  if ((input.holidays?.length ?? 0) > MAX_HOLIDAYS)
    throw userInputError(`\`holidays\` has at most ${MAX_HOLIDAYS} days.`);
  const { timeZone, hours, holidays, welcome, outOfHours, firstOfDay, mostPerDay } = input;
  return {
    timeZone,
    hours: Object.fromEntries(hours.map(({ day, intervals }) => [lowerCase(day), intervals])),
    holidays: holidays ?? [],
    texts: { welcome: welcome ?? null, outOfHours: outOfHours ?? null, firstOfDay: firstOfDay ?? null },
    ...(mostPerDay === null || mostPerDay === undefined ? {} : { mostPerDay }),
  };
}

/** Where the input has what the use case calls `texts.welcome` or `hours.mon.0.from`. */
export const fieldOf = (path: string): string =>
  `autoReplies.${path.replace(/^texts\./, '').replace(/^hours\.(\w+)/, (_text, day: string) => `hours.${upperCase(day)}`)}`;
