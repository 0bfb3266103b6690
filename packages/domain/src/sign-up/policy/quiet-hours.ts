const MINUTES_OF_DAY = 24 * 60;
const MINUTE_MS = 60_000;

export interface QuietHours {
  /** `22:00`; a span that ends before it begins goes over midnight. */
  readonly from: string;
  readonly to: string;
  /** Where the abonent's own is unknown. */
  readonly timeZone: string;
}

/** Known time zones, by name: to make a format takes 50 µs, and most abonents share a few of them. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known) return known;
  try {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
    return format;
  } catch {
    return null;
  }
}

export const isTimeZone = (name: string): boolean => formatOf(name) !== null;

/** RosDomofon writes `Europe/Moscow +03:00`: the name, or else the offset, decides. */
function zoneOf(written: string | null, fallback: string): string {
  const [name = '', offset = ''] = (written ?? '').trim().split(/\s+/);
  return [name, offset].find((zone) => zone !== '' && isTimeZone(zone)) ?? fallback;
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

function minuteOfDay(nowMs: number, timeZone: string): number {
  const parts = formatOf(timeZone)?.formatToParts(nowMs) ?? [];
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return part('hour') * 60 + part('minute') + part('second') / 60;
}

/** How long a message has to wait at this moment; 0: it may go. `written`: the abonent's time zone as RosDomofon has it. */
export function quietMs(quiet: QuietHours | null, written: string | null, nowMs: number): number {
  if (quiet === null) return 0;
  const now = minuteOfDay(nowMs, zoneOf(written, quiet.timeZone));
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const after = (begin: number, end: number) => (end - begin + MINUTES_OF_DAY) % MINUTES_OF_DAY;
  if (after(from, now) >= after(from, to)) return 0;
  return Math.ceil(after(now, to) * MINUTE_MS);
}
