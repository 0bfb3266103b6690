import { rangesOf } from '../../city-plan/buildings.ts';
import type { CityPlan, CompanyPlan } from '../../city-plan/plan-city.ts';
import { createRandom, type Random } from '../../random/random.ts';
import { buildEntrances } from './build-entrances.ts';
import { addConnection, addDelegation, addFlat, type City, emptyCity } from './city.ts';
import type { Account, Entrance, Flat } from './entities.ts';
import { FIRST_ID_OF } from './ids.ts';
import { addSeededAccount } from './seeded-account.ts';

/** Chances of one account, or of one connection. */
const CHANCE = {
  noFlat: 0.02,
  secondFlat: 0.03,
  isVirtual: 0.08,
  isConnected: 0.8,
  isConnectionBlocked: 0.03,
  delegates: 0.06,
  isDelegationActive: 0.8,
} as const;

/** The city of a plan, before anything happened in it. */
export function buildCity(plan: CityPlan): City {
  const city = emptyCity(plan);
  const random = createRandom(`people/${plan.seed}`);
  const next = { ...FIRST_ID_OF };
  for (const company of [plan.own, ...plan.others]) {
    const entrances = buildEntrances(city, random, company, next);
    settle(city, random, company, entrances, next);
  }
  return city;
}

function settle(
  city: City,
  random: Random,
  company: CompanyPlan,
  entrances: readonly Entrance[],
  next: { account: number; flat: number; connection: number; delegation: number },
): void {
  const homes = homesOf(random, entrances);
  let taken = 0;
  const moveIn = (account: Account) => {
    // Every home has somebody: the next ones are of families with more than one account.
    const home = homes.at(taken % homes.length);
    taken += 1;
    if (home) connect(city, random, addHome(city, random, account, home, next.flat++), next);
  };
  for (let n = 0; n < company.accounts; n += 1) {
    const account = addSeededAccount(city, random, company, n, next.account++);
    if (!random.chance(CHANCE.noFlat)) moveIn(account);
    if (random.chance(CHANCE.secondFlat)) moveIn(account);
    if (random.chance(CHANCE.delegates))
      addDelegation(city, {
        id: next.delegation++,
        from: account.owner,
        to: company.ownerOf((n + 7) % company.accounts),
        isActive: random.chance(CHANCE.isDelegationActive),
      });
  }
}

interface Home {
  entrance: Entrance;
  number: number;
}

/** All flats of all entrances in which somebody may live, in any order. */
function homesOf(
  random: Random,
  entrances: readonly Entrance[],
): { length: number; at(n: number): Home | null } {
  // A number for each, not an object: there are more than a hundred thousand of them.
  const homes: number[] = [];
  for (const [index, { plan }] of entrances.entries())
    for (const { flatStart, flatEnd } of plan.isEmpty ? [] : rangesOf(plan))
      for (let number = flatStart; number <= flatEnd; number += 1) homes.push(index * MAX_FLATS + number);
  for (let last = homes.length - 1; last > 0; last -= 1) {
    const other = random.int(0, last);
    [homes[last], homes[other]] = [homes[other] ?? 0, homes[last] ?? 0];
  }
  return {
    length: homes.length,
    at(n) {
      const home = homes[n] ?? 0;
      const entrance = entrances[Math.floor(home / MAX_FLATS)];
      return entrance ? { entrance, number: home % MAX_FLATS } : null;
    },
  };
}

/** No entrance has a flat with a higher number. */
const MAX_FLATS = 200_000;

const addHome = (city: City, random: Random, account: Account, { entrance, number }: Home, id: number) =>
  addFlat(city, {
    id,
    number,
    company: account.company,
    entrance,
    account,
    owner: account.owner,
    isVirtual: random.chance(CHANCE.isVirtual),
  });

function connect(city: City, random: Random, flat: Flat, next: { connection: number }): void {
  const { account, entrance } = flat;
  if (!account || !entrance) return;
  for (const service of entrance.services)
    if (random.chance(CHANCE.isConnected))
      addConnection(city, {
        id: next.connection++,
        service,
        flat,
        account,
        isBlocked: random.chance(CHANCE.isConnectionBlocked),
      });
}
