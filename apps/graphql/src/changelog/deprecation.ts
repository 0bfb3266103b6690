const REASON = /^Use .+\. Removal (\d{4}-\d{2}-\d{2})$/;

/** The day from which on something deprecated may go; null: the reason does not say it as it has to. */
export function removalOf(reason: string): string | null {
  const [, date] = REASON.exec(reason) ?? [];
  return date !== undefined && isDay(date) ? date : null;
}

const isDay = (date: string) => {
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
};

const MONTHS = 6;

/** The first day on which something may go that is deprecated on this one. */
export function earliestRemoval(date: string): string {
  const time = new Date(`${date}T00:00:00Z`);
  time.setUTCMonth(time.getUTCMonth() + MONTHS);
  return time.toISOString().slice(0, 'YYYY-MM-DD'.length);
}
