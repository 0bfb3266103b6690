import { texts } from '../intake/columns.ts';

const ESCAPES = /\\(u0000|ud[89a-f][0-9a-f]{2}|.)/gi;

/** jsonb knows neither U+0000 nor half a surrogate pair: they become U+FFFD, or one text would spoil a whole batch. */
function jsonText(value: unknown): string | null {
  // A value that JSON cannot say (undefined, a function) is none.
  const text = value === null ? undefined : (JSON.stringify(value) as string | undefined);
  if (text === undefined) return null;
  if (!text.includes('\\u')) return text;
  return text.replace(ESCAPES, (escape, code: string) =>
    /^u(0000|d[89a-f])/i.test(code) ? '\ufffd' : escape,
  );
}

/** A column of JSON values as one parameter; read it with `textColumn(n)` and cast each value to jsonb. */
export const jsonTexts = (list: readonly unknown[]): string => texts(list.map(jsonText));
