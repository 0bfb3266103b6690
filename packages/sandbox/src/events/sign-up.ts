import { type Abonent, type AbonentOptions, abonentOf } from '../city-plan/abonents.ts';
import { houseOf } from '../city-plan/place.ts';
import type { CompanyPlan } from '../city-plan/plan-city.ts';
import type { Random } from '../random/random.ts';
import { type AddressDetails, type ChosenAddress, chosenAddress } from './address.ts';
import type { ApplicationWire, SignUpWire } from './wire.ts';

const APPLICATIONS: readonly [ApplicationWire, ...ApplicationWire[]] = [
  { id: 1, name: 'rd_android', provider: 'google', companyId: 3 },
  { id: 2, name: 'rd_ios', provider: 'apple', companyId: 3 },
  { id: 7, name: 'orion_ios', provider: 'apple', companyId: 1012 },
];

/** What a caller may fix of a sign-up; everything else is chosen. */
export interface SignUpDetails extends AddressDetails {
  id?: number | undefined;
  uid?: string | undefined;
  /** Any text: unknown ones are a case worth trying. Upper case on the wire. */
  status?: string | undefined;
  virtual?: boolean | undefined;
  createdAt?: number | undefined;
}

export interface SignUpFacts {
  id: number;
  abonent: Abonent;
  createdAt: number;
  /** Whose houses they are that the address is chosen from. */
  company: CompanyPlan;
  /** An address that is known in full. */
  at?: ChosenAddress | undefined;
}

/** A first sign-up, as it leaves the abonent's application. */
export function newSignUp(random: Random, facts: SignUpFacts, details: SignUpDetails): SignUpWire {
  const { address, timeZone } = facts.at ?? chosenAddress(random, facts.company, details);
  return {
    id: details.id ?? facts.id,
    abonent: facts.abonent,
    address: { ...address, ...given({ flat: facts.at ? details.flat : undefined }) },
    application: random.pick(APPLICATIONS),
    ...(random.chance(0.15) ? { services: [chosenService(random)] } : {}),
    virtual: details.virtual ?? random.chance(0.1),
    timeZone,
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
  { id, city, street, house, flat, status, virtual, createdAt, ...whose }: SignUpDetails & AbonentOptions,
): S {
  const abonent = abonentOf(whose) ?? undefined;
  const before: { street?: object; house?: object } = signUp.address;
  return {
    ...signUp,
    ...given({ id, abonent, virtual, createdAt, status: status?.toUpperCase() }),
    address: {
      ...before,
      ...given({ city, flat }),
      ...(street === undefined ? {} : { street: { ...before.street, name: street } }),
      ...(house === undefined ? {} : { house: { ...before.house, ...houseOf(house) } }),
    },
  };
}

const given = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

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
