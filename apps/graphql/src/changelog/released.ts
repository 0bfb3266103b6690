import { buildSchema, type GraphQLSchema } from 'graphql';

/** The schema that front-ends were last promised. */
export interface Released {
  readonly version: string;
  /** `2026-11-27` */
  readonly date: string;
  /** Before the first release nobody was promised anything: what breaks is told, and allowed. */
  readonly isPreview: boolean;
  readonly schema: GraphQLSchema;
}

/** A snapshot is the schema below a line of its own: `# <version> <date>`, and `preview` before the first release. */
export function readReleased(text: string): Released {
  const [, version, date, preview] = /^# (\S+) (\d{4}-\d{2}-\d{2})( preview)?\n/.exec(text) ?? [];
  if (version === undefined || date === undefined)
    throw new TypeError('the first line of a snapshot is `# <version> <date>`');
  return { version, date, isPreview: preview !== undefined, schema: buildSchema(text) };
}
