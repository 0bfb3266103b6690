import { z } from 'zod';
import { outgoingText } from '../outgoing-text.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

const Clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected a time of day such as 09:00, at most 24:00');
/** Over midnight: two, the first one until 24:00. */
const Interval = z
  .object({ from: Clock, to: Clock })
  .refine(({ from, to }) => from < to, 'expected a beginning before the end');

const Text = z
  .string()
  .refine((text) => outgoingText(text) !== null, 'expected a text of at most 4,000 characters')
  .nullable()
  .default(null);

/** When a company answers by itself, and what. A text that is null is never sent. */
export const AutoReplyPolicy = z.object({
  timeZone: z.string().refine(isTimeZone, 'expected a time zone such as Europe/Moscow'),
  /** When somebody is there. A day that is missing is a free one. */
  hours: z.partialRecord(z.enum(DAYS), z.array(Interval)),
  /** Free days, `2027-01-01`. */
  holidays: z.array(z.iso.date()).default([]),
  texts: z.object({ welcome: Text, outOfHours: Text, firstOfDay: Text }),
  /** Most automatic answers to one abonent on one day. */
  mostPerDay: z.int().min(1).max(5).default(2),
});
export type AutoReplyPolicy = z.output<typeof AutoReplyPolicy>;
export type AutoReplyRule = keyof AutoReplyPolicy['texts'];
