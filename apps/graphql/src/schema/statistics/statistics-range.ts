import type { SignUpFunnelQuery } from '@domovoy/store';
import { userInputError } from '../../errors/public-error.ts';
import type { QuerysignUpFunnelArgs, StatisticsStep } from '../types.generated.ts';
import { lowerCase } from '../values/enum-value.ts';
import { timeRangeValue } from '../values/filter-value.ts';

const MAX_DAYS = 400;
const MAX_BUCKETS = 1_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SHORTEST_MS: Readonly<Record<StatisticsStep, number>> = {
  HOUR: HOUR_MS,
  DAY: DAY_MS,
  WEEK: 7 * DAY_MS,
  MONTH: 28 * DAY_MS,
};

/** What is to be counted, when it makes sense and is not too much. */
export function statisticsRange({
  range,
  step = 'DAY',
  timeZone = 'UTC',
}: QuerysignUpFunnelArgs): SignUpFunnelQuery {
  const { from = range.from, to = range.to } = timeRangeValue(range) ?? {};
  const lengthMs = to.getTime() - from.getTime();
  if (lengthMs <= 0) throw userInputError('`to` has to be later than `from`.');
  if (lengthMs > MAX_DAYS * DAY_MS) throw userInputError(`The range may be ${MAX_DAYS} days at most.`);
  if (lengthMs / SHORTEST_MS[step] > MAX_BUCKETS)
    throw userInputError(`More than ${MAX_BUCKETS} buckets: ask for a shorter range or a longer step.`);
  return { from, to, step: lowerCase(step), timeZone: timeZoneValue(timeZone) };
}

/** Names only: an offset, which Intl knows as well, would mean the opposite to Postgres. */
function timeZoneValue(name: string): string {
  const refusal = userInputError('`timeZone` has to be an IANA name: `Europe/Moscow`.');
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(name)) throw refusal;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw refusal;
  }
}
