import type { AutoReplyPolicy, Day } from './auto-reply-policy.ts';

/** A moment as the clock on a wall of the company shows it. */
export interface LocalTime {
  /** `2026-11-27` */
  readonly date: string;
  readonly day: Day;
  /** `09:05` */
  readonly clock: string;
}

const DAY_OF: Readonly<Record<string, Day>> = {
  Mon: 'mon',
  Tue: 'tue',
  Wed: 'wed',
  Thu: 'thu',
  Fri: 'fri',
  Sat: 'sat',
  Sun: 'sun',
};

export function localTime(moment: Date, timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return {
    date: `${part['year']}-${part['month']}-${part['day']}`,
    day: DAY_OF[part['weekday'] ?? ''] ?? 'mon',
    clock: `${part['hour']}:${part['minute']}`,
  };
}

/** Is somebody there? */
export function isOpen(
  { date, day, clock }: LocalTime,
  { hours, holidays }: Pick<AutoReplyPolicy, 'hours' | 'holidays'>,
): boolean {
  if (holidays.includes(date)) return false;
  return (hours[day] ?? []).some(({ from, to }) => from <= clock && clock < to);
}
