import type { RestAnswer } from '../portal-method.ts';
import { isoTime } from './portal-time.ts';

/** Every field is there: some clients cannot do without (facts §15). */
export interface TimeWire {
  start: number;
  finish: number;
  duration: number;
  processing: number;
  date_start: string;
  date_finish: string;
  operating_reset_at: number;
  operating: number;
}

/** How long a call took: for real, or as long as the real service is known to take (facts §14), whichever is more. */
export function timeWire(
  startMs: number,
  tookMs: number,
  spent: { operatingS: number; resetAtS: number },
): TimeWire {
  const duration = tookMs / 1000;
  return {
    start: startMs / 1000,
    finish: (startMs + tookMs) / 1000,
    duration,
    processing: duration,
    date_start: isoTime(startMs),
    date_finish: isoTime(startMs + tookMs),
    operating_reset_at: spent.resetAtS,
    operating: spent.operatingS,
  };
}

export const envelope = ({ result, next, total }: RestAnswer, time: TimeWire) => ({
  result,
  ...(next === undefined ? {} : { next }),
  ...(total === undefined ? {} : { total }),
  time,
});
