import { ROWS_PER_PAGE } from './keyset.ts';

/**
 * How many pages the next request asks for. Pages behind the end are work for the portal that nobody needs, too few
 * cost requests: so 1 page, 4, and from then on as many as the ids let expect, since the second request tells the
 * greatest one.
 */
export interface Plan {
  /** Of a request that begins behind that id. */
  pages(behind: number): number;
  /**
   * Behind which id the request after that one begins, when it may leave before the answer is there: as many rows have
   * at least as many ids, so that nothing is skipped, and where there are hardly any holes hardly anything is read twice.
   */
  next(behind: number, pages: number): number | undefined;
  /** So many rows have brought us there. */
  note(cursor: string, rows: number): void;
  noteEnd(end: string | undefined): void;
  /** Was it asked for, whatever the answer? */
  knowsEnd(): boolean;
}

const SECOND_REQUEST_PAGES = 4;
/** Of all ids seen so far; what is missing in it is read twice. */
const DENSE = 0.95;

export function createPlan(after: string, mostPages: number): Plan {
  let seen = 0;
  let at = Number(after);
  let wasAsked = false;
  let end: number | undefined;
  let grown = SECOND_REQUEST_PAGES / 2;

  return {
    pages(behind) {
      grown *= 2;
      if (end === undefined || behind >= end) return Math.min(grown, mostPages);
      const idsPerRow = (at - Number(after)) / seen;
      const rowsLeft = (end - behind) / idsPerRow;
      // One more, for the end is where a page is short.
      return Math.min(Math.ceil(rowsLeft / ROWS_PER_PAGE) + 1, mostPages);
    },
    next(behind, pages) {
      const next = behind + pages * ROWS_PER_PAGE;
      const isDense = seen >= DENSE * (at - Number(after));
      return end !== undefined && next < end && isDense ? next : undefined;
    },
    note(cursor, rows) {
      at = Number(cursor);
      seen += rows;
    },
    noteEnd(id) {
      wasAsked = true;
      end = id === undefined ? undefined : Number(id);
    },
    knowsEnd: () => wasAsked,
  };
}
