/**
 * How an answer differs from what a page shows, one line each. Strings agree to the letter, where `…` stands for any
 * text; numbers by being numbers, because they move; an answered list may go on where the shown one ends.
 */
export function differences(shown: unknown, answered: unknown, path = 'data'): string[] {
  const differs = [`${path}: the page shows ${brief(shown)}, the API answers ${brief(answered)}`];
  if (Array.isArray(shown)) {
    if (!Array.isArray(answered) || answered.length < shown.length) return differs;
    return shown.flatMap((entry, at) => differences(entry, answered[at], `${path}.${at}`));
  }
  if (isObject(shown)) return isObject(answered) ? objectDifferences(shown, answered, path) : differs;
  if (typeof shown === 'string')
    return typeof answered === 'string' && patternOf(shown).test(answered) ? [] : differs;
  if (typeof shown === 'number') return typeof answered === 'number' ? [] : differs;
  return shown === answered ? [] : differs;
}

type JsonObject = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function objectDifferences(shown: JsonObject, answered: JsonObject, path: string): string[] {
  if (Object.keys(shown).length === 0) return [];
  const missing = Object.keys(answered).filter((key) => !Object.hasOwn(shown, key));
  return [
    ...missing.map(
      (key) => `${path}.${key}: the API answers ${brief(answered[key])}, the page leaves it out`,
    ),
    ...Object.entries(shown).flatMap(([key, value]) =>
      differences(value, Object.hasOwn(answered, key) ? answered[key] : undefined, `${path}.${key}`),
    ),
  ];
}

const patternOf = (shown: string) => new RegExp(`^${shown.split('…').map(escaped).join('[^]*')}$`);

const escaped = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

const LONGEST = 200;
function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
