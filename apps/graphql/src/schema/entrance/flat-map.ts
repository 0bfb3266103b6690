import type { FlatRow, NumberedFlat } from '@domovoy/store';
import { userInputError } from '../../errors/public-error.ts';
import type { Loaders } from '../../loaders.ts';
import { pageOfFlatNumbers } from './flat-numbers.ts';

export interface FlatMapEntry {
  readonly number: number;
  readonly state: 'FREE' | 'TAKEN' | 'VIRTUAL' | 'BLOCKED';
  readonly flat: FlatRow | null;
}

interface FlatMap {
  readonly entries: FlatMapEntry[];
  readonly size: number;
  readonly hasMore: boolean;
  readonly endNumber: number | null;
}

const MAX_NUMBERS = 1_000;

/** Which flats of an entrance are taken: one page of its numbers. */
export async function readFlatMap(
  loaders: Loaders,
  entranceRosdomofonId: bigint,
  { first, after }: { first: number; after?: number | null | undefined },
): Promise<FlatMap> {
  if (first < 1 || first > MAX_NUMBERS) throw userInputError(`\`first\` has to be from 1 to ${MAX_NUMBERS}.`);
  const ranges = await loaders.flatRanges.load(entranceRosdomofonId);
  const { numbers, size, hasMore } = pageOfFlatNumbers(ranges, { first, after: after ?? 0 });
  const [from, to] = [numbers.at(0), numbers.at(-1)];
  const flats =
    from === undefined || to === undefined
      ? []
      : await loaders.numberedFlats.load({ entranceRosdomofonId, from, to });
  const byNumber = new Map(flats.map((flat) => [flat.number, flat]));
  const entries = numbers.map((number) => entryOf(number, byNumber.get(number)));
  return { entries, size, hasMore, endNumber: to ?? null };
}

function entryOf(number: number, found: NumberedFlat | undefined): FlatMapEntry {
  if (found === undefined) return { number, state: 'FREE', flat: null };
  const { flat, isAccountBlocked } = found;
  const isBlocked = flat.isBlocked === true || isAccountBlocked;
  return { number, state: isBlocked ? 'BLOCKED' : flat.isVirtual ? 'VIRTUAL' : 'TAKEN', flat };
}
