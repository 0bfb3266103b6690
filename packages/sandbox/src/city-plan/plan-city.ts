import { createRandom } from '../random/random.ts';
import { type Abonent, nthAbonent } from './abonents.ts';
import { type Building, planBuildings } from './buildings.ts';
import { type Company, companiesOf } from './companies.ts';
import { places } from './places.ts';

/** A city is a pure function of these: the same ones give the same city, wherever it is built. */
export interface CityOptions {
  companyShortName: string;
  seed?: string | number | undefined;
  /** Accounts of the company. Each of the other two has a tenth of them. */
  accounts?: number | undefined;
  /** Entrances of the company; when not given, one for 25 accounts. */
  entrances?: number | undefined;
}

export const MAX_ACCOUNTS = 100_000;
export const MAX_ENTRANCES = 20_000;
const DEFAULT_ACCOUNTS = 5000;
const DEFAULT_SEED = 'domovoy';
const ACCOUNTS_PER_ENTRANCE = 25;
/** More flats than accounts: not everybody is a customer. */
const FLATS_PER_ACCOUNT = 1.35;
/** Of so many accounts one belongs to the owner of the account before it. */
const SECOND_ACCOUNT_EVERY = 200;
/** Of so many accounts of another company one belongs to somebody who has an account with the sandbox's company too. */
const SHARED_ABONENT_EVERY = 20;
/** People who are in no company yet: new sign-ups are theirs. */
const NEWCOMERS = 4000;

export interface CompanyPlan {
  company: Company;
  accounts: number;
  buildings: readonly Building[];
  /** The owner of the company's n-th account. */
  ownerOf(n: number): Abonent;
}

/** Where everything is and who lives there, without what changes. Cheap: the accounts are not made yet. */
export interface CityPlan {
  seed: string;
  accounts: number;
  entrances: number;
  own: CompanyPlan;
  others: readonly CompanyPlan[];
  /** The n-th of the people who are in no company yet. */
  newcomer(n: number): Abonent;
  newcomers: number;
}

export function planCity(options: CityOptions): CityPlan {
  const seed = String(options.seed ?? DEFAULT_SEED);
  const accounts = options.accounts ?? DEFAULT_ACCOUNTS;
  const entrances = options.entrances ?? Math.max(1, Math.round(accounts / ACCOUNTS_PER_ENTRANCE));
  const random = createRandom(`city/${seed}`);
  const houses = places();
  const [ownCompany, ...otherCompanies] = companiesOf(options.companyShortName);
  const planBuildingsFor = (size: { accounts: number; entrances: number }) =>
    planBuildings(random, houses, {
      entrances: size.entrances,
      flatsPerEntrance: (size.accounts / size.entrances) * FLATS_PER_ACCOUNT,
    });

  const own: CompanyPlan = {
    company: ownCompany,
    accounts,
    buildings: planBuildingsFor({ accounts, entrances }),
    ownerOf: (n) => nthAbonent(n % SECOND_ACCOUNT_EVERY === SECOND_ACCOUNT_EVERY - 1 ? n - 1 : n),
  };
  const size = { accounts: tenthOf(accounts), entrances: tenthOf(entrances) };
  const others = otherCompanies.map((company, index): CompanyPlan => {
    const first = accounts + index * size.accounts;
    return {
      company,
      accounts: size.accounts,
      buildings: withNeighbours(planBuildingsFor(size), own.buildings[index]),
      ownerOf: (n) => (n % SHARED_ABONENT_EVERY === 0 ? own.ownerOf(n % accounts) : nthAbonent(first + n)),
    };
  });
  const taken = accounts + others.length * size.accounts;
  return {
    seed,
    accounts,
    entrances,
    own,
    others,
    newcomers: NEWCOMERS,
    newcomer: (n) => nthAbonent(taken + n),
  };
}

const tenthOf = (count: number) => Math.max(1, Math.round(count / 10));

/** The first house of each other company is one in which the sandbox's company has entrances too. */
function withNeighbours(buildings: Building[], ownBuilding: Building | undefined): Building[] {
  const [first, ...rest] = buildings;
  if (!first || !ownBuilding) return buildings;
  const taken = ownBuilding.entrances.length;
  const lastFlat = Math.max(...ownBuilding.entrances.map(({ flatEnd }) => flatEnd));
  const entrances = first.entrances.map((entrance, index) => ({
    ...entrance,
    number: String(taken + index + 1),
    flatStart: entrance.flatStart + lastFlat,
    flatEnd: entrance.flatEnd + lastFlat,
    additional: [],
  }));
  return [{ place: ownBuilding.place, entrances }, ...rest];
}
