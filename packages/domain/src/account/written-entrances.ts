import { createHash } from 'node:crypto';
import type { EntranceAddressRow } from '@domovoy/store';

/**
 * Every flat of an entrance repeats the whole address, so of hundreds of connections one tells something new.
 * Remembers what one reading has written, a few bytes for each entrance of the company.
 */
export class WrittenEntrances {
  readonly #written = new Map<number, string>();

  /** Those that are not written yet, or not as they are. */
  newAmong(rows: readonly EntranceAddressRow[]): EntranceAddressRow[] {
    return rows.filter((row) => this.#written.get(row.rosdomofonId) !== digestOf(row));
  }

  /** After they are written. */
  remember(rows: readonly EntranceAddressRow[]): void {
    for (const row of rows) this.#written.set(row.rosdomofonId, digestOf(row));
  }
}

const digestOf = (row: EntranceAddressRow) =>
  createHash('sha1').update(JSON.stringify(row)).digest('base64').slice(0, 11);
