import { type SQL, sql } from 'drizzle-orm';

/** One parameter for any number of ids, so that the statement's text stays the same. */
export const bigintArray = (ids: readonly bigint[]): SQL => sql`${bigintArrayText(ids)}::bigint[]`;

export const bigintArrayText = (ids: readonly bigint[]): string => `{${ids.join()}}`;

export const textArray = (values: readonly string[]): SQL => {
  const quoted = values.map((value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
  return sql`${`{${quoted.join()}}`}::text[]`;
};
