import type { Abonent } from '../../city-plan/abonents.ts';
import type { Company } from '../../city-plan/companies.ts';
import type { CityPlan } from '../../city-plan/plan-city.ts';
import type {
  Account,
  Delegation,
  Entrance,
  Flat,
  Resident,
  Service,
  ServiceConnection,
} from './entities.ts';

/** Everything of all companies, with the ways in that calls need. */
export interface City {
  readonly plan: CityPlan;
  readonly companies: readonly Company[];
  readonly entrances: Map<number, Entrance>;
  readonly services: Map<number, Service>;
  readonly accounts: Map<number, Account>;
  readonly flats: Map<number, Flat>;
  readonly connections: Map<number, ServiceConnection>;
  readonly residents: Map<number, Resident>;
  /** By company id, then by number. */
  readonly numbers: Map<number, Map<string, Account>>;
  /** By the id of the abonent who lets somebody in, and by that of who is let in. */
  readonly delegationsFrom: Map<number, readonly Delegation[]>;
  readonly delegationsTo: Map<number, readonly Delegation[]>;
}

export function emptyCity(plan: CityPlan): City {
  const companies = [plan.own, ...plan.others].map(({ company }) => company);
  return {
    plan,
    companies,
    entrances: new Map(),
    services: new Map(),
    accounts: new Map(),
    flats: new Map(),
    connections: new Map(),
    residents: new Map(),
    numbers: new Map(companies.map(({ id }) => [id, new Map<string, Account>()])),
    delegationsFrom: new Map(),
    delegationsTo: new Map(),
  };
}

/** The same person, whatever he gets in whatever company. */
export function residentOf(city: City, { id, phone }: Abonent): Resident {
  const known = city.residents.get(id);
  if (known) return known;
  const resident = { id, phone, accounts: NONE, flats: NONE };
  city.residents.set(id, resident);
  return resident;
}

// Lists of a few are copied when they grow: pushed to, each would hold seventeen places (100 MB in a large city).
const NONE: readonly never[] = [];
const grown = <T>(list: readonly T[] | undefined, item: T): readonly T[] =>
  list && list.length > 0 ? [...list, item] : [item];

export function addAccount(city: City, fields: Omit<Account, 'flats'>): Account {
  const account = { ...fields, flats: NONE };
  city.accounts.set(account.id, account);
  if (account.number !== null) city.numbers.get(account.company.id)?.set(account.number, account);
  account.owner.accounts = grown(account.owner.accounts, account);
  return account;
}

export function addFlat(city: City, fields: Omit<Flat, 'connections'>): Flat {
  const flat = { ...fields, connections: NONE };
  city.flats.set(flat.id, flat);
  flat.entrance?.flats.push(flat);
  if (flat.account) flat.account.flats = grown(flat.account.flats, flat);
  flat.owner.flats = grown(flat.owner.flats, flat);
  return flat;
}

/** A flat without an account is from now on one of the account that its first service is connected for. */
export function addConnection(city: City, connection: ServiceConnection): void {
  const { flat, account, service } = connection;
  city.connections.set(connection.id, connection);
  service.connections.push(connection);
  flat.connections = grown(flat.connections, connection);
  if (flat.account) return;
  flat.account = account;
  account.flats = grown(account.flats, flat);
}

export function addDelegation(city: City, delegation: Delegation): void {
  const { delegationsFrom, delegationsTo } = city;
  delegationsFrom.set(delegation.from.id, grown(delegationsFrom.get(delegation.from.id), delegation));
  delegationsTo.set(delegation.to.id, grown(delegationsTo.get(delegation.to.id), delegation));
}

/** The flats of an abonent, and those of people who let him use theirs. */
export function usableFlatsOf(city: City, abonentId: number): Flat[] {
  const hosts = (city.delegationsTo.get(abonentId) ?? []).filter(({ isActive }) => isActive);
  const people = new Set([abonentId, ...hosts.map(({ from }) => from.id)]);
  return [...people].flatMap((id) => city.residents.get(id)?.flats ?? []);
}
