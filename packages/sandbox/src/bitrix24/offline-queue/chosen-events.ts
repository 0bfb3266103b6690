import { type Params, recordParam, toList } from '../transport/params.ts';
import { isoTime } from '../transport/portal-time.ts';
import type { OfflineEvent } from './tables.ts';

type Comparable = string | number;

const FIELDS: Readonly<Record<string, (row: OfflineEvent) => Comparable>> = {
  ID: ({ id }) => id,
  TIMESTAMP_X: ({ atMs }) => isoTime(atMs),
  EVENT_NAME: ({ event }) => event,
  MESSAGE_ID: ({ messageId }) => messageId,
  PROCESS_ID: ({ processId }) => processId ?? '',
  ERROR: ({ isError }) => Number(isError),
};
type Test = (value: Comparable, wanted: Comparable) => boolean;
const OPERATORS: Readonly<Record<string, Test>> = {
  '>=': (value, wanted) => value >= wanted,
  '<=': (value, wanted) => value <= wanted,
  '>': (value, wanted) => value > wanted,
  '<': (value, wanted) => value < wanted,
  '!=': (value, wanted) => value !== wanted,
  '!': (value, wanted) => value !== wanted,
  '=': (value, wanted) => value === wanted,
  '@': (value, wanted) => value === wanted,
  '': (value, wanted) => value === wanted,
};

/** By `filter` and `order`; fields that are not known are not looked at. */
export function chosenEvents(rows: readonly OfflineEvent[], params: Params): OfflineEvent[] {
  const tests = Object.entries(recordParam(params, 'filter')).flatMap(
    ([key, wanted]) => testOf(key, wanted) ?? [],
  );
  const orders = Object.entries(recordParam(params, 'order')).flatMap(([field, direction]) => {
    const read = FIELDS[field.toUpperCase()];
    return read ? [{ read, sign: String(direction).toLowerCase() === 'desc' ? -1 : 1 }] : [];
  });
  return rows
    .filter((row) => tests.every((isMet) => isMet(row)))
    .toSorted((a, b) => {
      for (const { read, sign } of orders) {
        const order = read(a) < read(b) ? -1 : Number(read(a) > read(b));
        if (order !== 0) return order * sign;
      }
      return a.id - b.id;
    });
}

function testOf(key: string, wanted: unknown): ((row: OfflineEvent) => boolean) | null {
  const [, operator = '', field = ''] = /^([^A-Za-z]*)(.*)$/.exec(key) ?? [];
  const [read, compare] = [FIELDS[field.toUpperCase()], OPERATORS[operator]];
  if (!read || !compare) return null;
  const isNegative = operator.startsWith('!');
  const values = toList(wanted);
  return (row) => {
    const value = read(row);
    const isMet = (one: unknown) => compare(value, typeof value === 'number' ? Number(one) : String(one));
    return isNegative ? values.every(isMet) : values.some(isMet);
  };
}
