import type { TopicDefinition } from '../topics.ts';
import { exceedsDepth } from './json-depth.ts';
import { findNul } from './nul-character.ts';

export type EventReading<Event> =
  | { readonly ok: true; readonly event: Event }
  /** For a person: what is wrong and where. Holds nothing of the text itself. */
  | { readonly ok: false; readonly reason: string };

const MAX_DEPTH = 64;
const MAX_PROBLEMS = 5;

/** Reads the value of a record by its topic's definition. Never throws: what cannot be read is data too. */
export function readEvent<Definition extends TopicDefinition>(
  definition: Definition,
  text: string,
): EventReading<Definition['schema']['_zod']['output']> {
  if (exceedsDepth(text, MAX_DEPTH)) return refuse(`the JSON is nested deeper than ${MAX_DEPTH} levels`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // V8's message quotes the value: it may hold a phone number.
    return refuse(`the value is not valid JSON (${new TextEncoder().encode(text).length} bytes)`);
  }
  const nulPath = text.includes('\\u0000') ? findNul(parsed) : undefined;
  if (nulPath !== undefined)
    return refuse(`${nulPath}: contains the character U+0000, which no database stores`);
  const result = definition.schema.safeParse(parsed);
  return result.success ? { ok: true, event: result.data } : refuse(describeIssues(result.error.issues));
}

const refuse = (reason: string) => ({ ok: false, reason }) as const;

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function describeIssues(issues: readonly Issue[]): string {
  const shown = issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => `${pathText(path)}: ${message}`);
  const hidden = issues.length - shown.length;
  return shown.join('; ') + (hidden > 0 ? `; and ${hidden} more` : '');
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? 'the value' : path.map(String).join('.');
