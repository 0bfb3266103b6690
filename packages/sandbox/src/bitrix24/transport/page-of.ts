import type { RestAnswer } from '../portal-method.ts';
import { intParam, type Params } from './params.ts';

const PAGE_SIZE = 50;

/** A page of a short list: what begins at `start`, how many there are, and where the next page begins (facts §3). */
export function pageOf<Row>(
  rows: readonly Row[],
  params: Params,
): { rows: Row[]; counts: Omit<RestAnswer, 'result'> } {
  const start = Math.max(0, intParam(params, 'start') ?? 0);
  const page = rows.slice(start, start + PAGE_SIZE);
  const next = start + page.length;
  return { rows: page, counts: { total: rows.length, ...(next < rows.length ? { next } : {}) } };
}
