import type { EntranceQuery } from '../address.ts';

/** What to ask the REST search for, the next one when the one before found nothing (facts §1.5); [] without city or house. */
export function searchLines(query: EntranceQuery): readonly string[] {
  throw new Error(`follows: ${query.flat}`);
}
