import type { Place } from '@domovoy/domain';
import {
  type DoubtReason,
  type EntranceMatch,
  type EntranceQuery,
  flatRangesOf,
  type RosDomofonEntrance,
} from '@domovoy/models';
import type { RosDomofon } from '@domovoy/rosdomofon-sdk';

/** For so many candidates the flat ranges are read: a person chooses between a few, not between a street. */
const MOST_RANGES = 5;

interface Looked {
  readonly match: EntranceMatch<Place>;
  /** Where the answer comes from. */
  readonly place: 'mirror' | 'rosdomofon';
}

/** What RosDomofon's search adds to what the mirror knows: a house that is new, or flat ranges that no flat has told yet. */
export async function matchAtService(
  known: EntranceMatch<Place>,
  query: EntranceQuery,
  rosdomofon: RosDomofon,
  signal: AbortSignal,
): Promise<Looked> {
  if (!mayLearn(known)) return { match: known, place: 'mirror' };
  const { city, street, house, flat } = query;
  const found = await rosdomofon.entrances.find({ city, street, house, flat: flat ?? null }, { signal });
  // The search sees one spelling of one street: it may not overrule another street that the mirror has a doubt about.
  const isBetter = found.kind === 'candidates' ? known.kind === 'none' : hasOnlyFlatDoubts(known);
  if (found.kind === 'none' || !isBetter) return { match: known, place: 'mirror' };
  return { match: await withPlaces(found, rosdomofon, signal), place: 'rosdomofon' };
}

function mayLearn(known: EntranceMatch<Place>): boolean {
  if (known.kind === 'none')
    return known.reason !== 'QUERY_WITHOUT_STREET' && known.reason !== 'QUERY_WITHOUT_HOUSE';
  return (
    known.kind === 'candidates' &&
    known.candidates.some(({ reasons }) => reasons.some((doubt) => LEARNABLE.has(doubt)))
  );
}

/** The house may have got another entrance since the mirror was read. */
const LEARNABLE: ReadonlySet<DoubtReason> = new Set(['FLAT_RANGES_UNKNOWN', 'FLAT_OUTSIDE_RANGES']);

const hasOnlyFlatDoubts = (known: EntranceMatch<Place>): boolean =>
  known.kind !== 'candidates' ||
  known.candidates.every(({ reasons }) =>
    reasons.every((doubt) => doubt.startsWith('FLAT_') || doubt === 'SEVERAL_ENTRANCES_FIT'),
  );

async function withPlaces(
  found: Exclude<EntranceMatch<RosDomofonEntrance>, { kind: 'none' }>,
  rosdomofon: RosDomofon,
  signal: AbortSignal,
): Promise<EntranceMatch<Place>> {
  if (found.kind === 'matched') return { ...found, entrance: placeOf(found.entrance, null) };
  const candidates = await Promise.all(
    found.candidates.map(async (candidate, at) => {
      if (at >= MOST_RANGES) return { ...candidate, entrance: placeOf(candidate.entrance, null) };
      const { address } = await rosdomofon.entrances.get({ entranceId: candidate.entrance.id }, { signal });
      const ranges = address?.entrance ? [...flatRangesOf(address.entrance)] : null;
      return { ...candidate, entrance: placeOf(candidate.entrance, ranges) };
    }),
  );
  return { kind: 'candidates', candidates };
}

const placeOf = (
  { id, addressString, services }: RosDomofonEntrance,
  flatRanges: Place['flatRanges'],
): Place => ({
  entranceId: id,
  addressLine: addressString,
  flatRanges,
  services: services.map((service) => ({
    id: service.id,
    name: service.customName ?? service.name ?? `№ ${service.id}`,
    type: service.type ?? 'Unknown',
  })),
});
