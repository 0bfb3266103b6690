import { Column, type DriverValueDecoder, is, SQL } from 'drizzle-orm';

export type RowFields = readonly { readonly path: readonly string[]; readonly field: unknown }[];

type Decode = (value: unknown) => unknown;

/**
 * Reads rows as Drizzle does, which looks anew at each value for what kind of column it comes from. Null for shapes that
 * are left to Drizzle: with more than one level, with parts that are neither columns nor SQL.
 */
export function compileRows(fields: RowFields): ((rows: unknown[][]) => object[]) | null {
  const columns: { name: string; decode: Decode | null }[] = [];
  for (const { path, field } of fields) {
    const [name, ...deeper] = path;
    if (name === undefined || deeper.length > 0 || !(is(field, Column) || is(field, SQL))) return null;
    columns.push({ name, decode: decodeOf(field) });
  }
  return (rows) =>
    rows.map((row) => {
      const result: Record<string, unknown> = {};
      for (let at = 0; at < columns.length; at++) {
        const { name, decode } = columns[at] as (typeof columns)[number];
        const value = row[at];
        result[name] = value === null || decode === null ? value : decode(value);
      }
      return result;
    });
}

/** Null for a column whose value is what the driver gives. */
function decodeOf(field: Column | SQL): Decode | null {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- private in Drizzle
  const decoder = is(field, Column)
    ? field
    : (field as unknown as { decoder: DriverValueDecoder<unknown, unknown> }).decoder;
  const isPlain = decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue;
  return isPlain ? null : (value) => decoder.mapFromDriverValue(value);
}
