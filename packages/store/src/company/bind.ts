import type { CompanyReader } from './company-reader.ts';

/** A read with its tenant given. */
export const bind =
  <Args, Result>(reader: CompanyReader, read: (reader: CompanyReader, args: Args) => Result) =>
  (args: Args): Result =>
    read(reader, args);
