import { type Abonent, type AbonentOptions, abonentOf } from './abonents.ts';
import { PLACES, type Place } from './places.ts';
import type { Random } from './random.ts';
import type { ApplicationWire, SignUpWire } from './wire.ts';

const APPLICATIONS: readonly [ApplicationWire, ...ApplicationWire[]] = [
  { id: 1, name: 'rd_android', provider: 'google', companyId: 3 },
  { id: 2, name: 'rd_ios', provider: 'apple', companyId: 3 },
  { id: 7, name: 'orion_ios', provider: 'apple', companyId: 1012 },
];

/** What a caller may fix of a sign-up; everything else is chosen. */
export interface SignUpDetails {
  id?: number | undefined;
  uid?: string | undefined;
  city?: string | undefined;
  flat?: string | number | null | undefined;
  /** Any text: unknown ones are a case worth trying. Upper case on the wire. */
  status?: string | undefined;
  virtual?: boolean | undefined;
  createdAt?: number | undefined;
}

export interface SignUpFacts {
  id: number;
  abonent: Abonent;
  createdAt: number;
}

/** A first sign-up, as it leaves the abonent's application. */
export function newSignUp(random: Random, facts: SignUpFacts, details: SignUpDetails): SignUpWire {
  const place = placeIn(random, details.city);
  return {
    id: details.id ?? facts.id,
    abonent: facts.abonent,
    address: {
      country: place.country,
      city: place.city,
      street: place.street,
      house: place.house,
      ...chosenFlat(random, details),
    },
    application: random.pick(APPLICATIONS),
    ...(random.chance(0.15) ? { services: [chosenService(random)] } : {}),
    virtual: details.virtual ?? random.chance(0.1),
    timeZone: place.timeZone,
    offerSigned: random.chance(0.2),
    contractNumber: random.chance(0.1) ? `Д-${random.int(1000, 99_999)}` : '',
    status: (details.status ?? 'unprocessed').toUpperCase(),
    createdAt: details.createdAt ?? facts.createdAt,
    uid: details.uid ?? random.uuid(),
  };
}

/** The same sign-up once more, as it looks after something about it changed. Nothing given: word for word the same. */
export function againSignUp<S extends { address: object; status: string }>(
  signUp: S,
  { id, city, flat, status, virtual, createdAt, ...whose }: SignUpDetails & AbonentOptions,
): S {
  const abonent = abonentOf(whose) ?? undefined;
  return {
    ...signUp,
    ...given({ id, abonent, virtual, createdAt, status: status?.toUpperCase() }),
    address: { ...signUp.address, ...given({ city, flat }) },
  };
}

const given = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A city that is not in the table gets one of its streets: the place of a sign-up is never checked by the sender. */
function placeIn(random: Random, city: string | undefined): Place {
  const [first, ...others] = PLACES.filter((place) => city === undefined || place.city === city);
  if (first) return random.pick([first, ...others]);
  return { ...random.pick(PLACES), city: city ?? '' };
}

/** The flat is often absent, often null, and where it is there it is a number or text (facts §2). */
function chosenFlat(random: Random, { flat }: SignUpDetails): { flat?: string | number | null } {
  if (flat !== undefined) return { flat };
  const kind = random.next();
  if (kind < 0.35) return {};
  if (kind < 0.55) return { flat: null };
  const number = random.int(1, 180);
  return { flat: kind < 0.9 ? number : String(number) };
}

function chosenService(random: Random) {
  const type = random.pick([
    'SoftwareIntercom',
    'HardwareIntercom',
    'VideoSurveillance',
    'Gate',
    'HouseChat',
  ]);
  return {
    id: random.int(100, 999),
    name: type,
    type,
    createdAt: 1_650_000_000_000 + random.int(0, 10_000) * 1000,
    delegationTunings: { limit: random.chance(0.5) ? random.int(1, 5) : null },
  };
}
