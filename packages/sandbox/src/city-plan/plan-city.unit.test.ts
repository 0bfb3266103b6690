import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCity } from '../rosdomofon/city/build-city.ts';
import { includesFlat, rangesOf } from './buildings.ts';
import { MAX_HOUSES } from './places.ts';
import { type CityPlan, MAX_ACCOUNTS, MAX_ENTRANCES, planCity } from './plan-city.ts';

const cityOf = (accounts: number, entrances?: number, seed?: string) =>
  planCity({ companyShortName: 'demo', accounts, entrances, seed });
const entrancesOf = ({ own }: CityPlan) => own.buildings.flatMap(({ entrances }) => entrances);
const textOf = (plan: CityPlan) => JSON.stringify([plan.own.buildings, plan.others.map((o) => o.buildings)]);

describe('a plan', () => {
  test('is the same for the same seed and sizes, and another one for another seed or size', () => {
    const city = cityOf(500, 20, 'a');
    expect(textOf(cityOf(500, 20, 'a'))).toBe(textOf(city));
    for (const other of [cityOf(500, 20, 'b'), cityOf(500, 21, 'a'), cityOf(900, 20, 'a')])
      expect(textOf(other)).not.toBe(textOf(city));
  });

  test('has as many entrances as were asked for: by default 200 for 5,000 accounts', () => {
    expect(entrancesOf(planCity({ companyShortName: 'demo' }))).toHaveLength(200);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 300 }),
        (accounts, entrances) => {
          expect(entrancesOf(cityOf(accounts, entrances))).toHaveLength(entrances);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('has houses with parts, several entrances, additional ranges, and numbers that begin anew', () => {
    const { own } = planCity({ companyShortName: 'demo' });
    const houses = own.buildings.map(({ place }) => place.house);
    for (const part of ['block', 'building', 'housing'] as const)
      expect(houses.filter((house) => house[part] !== '').length).toBeGreaterThan(1);
    expect(own.buildings.filter(({ entrances }) => entrances.length > 2).length).toBeGreaterThan(10);
    const all = own.buildings.flatMap(({ entrances }) => entrances);
    expect(all.filter(({ additional }) => additional.length > 0).length).toBeGreaterThan(10);
    expect(all.filter(({ prefix }) => prefix !== null).length).toBeGreaterThan(3);
    const beginAnew = own.buildings.filter(
      ({ entrances }) => entrances.filter(({ flatStart }) => flatStart === 1).length > 1,
    );
    expect(beginAnew.length).toBeGreaterThan(2);
  });

  test('numbers the flats of a house once, unless its entrances begin anew', () => {
    for (const { entrances } of planCity({ companyShortName: 'demo' }).own.buildings) {
      if (entrances.filter(({ flatStart }) => flatStart === 1).length > 1) continue;
      for (const entrance of entrances)
        for (const { flatStart, flatEnd } of rangesOf(entrance))
          for (const flat of [flatStart, flatEnd])
            expect(entrances.filter((one) => includesFlat(one, flat))).toEqual([entrance]);
    }
  });

  test('has cities of two countries and street names that say little without a city', () => {
    const places = planCity({ companyShortName: 'demo' }).own.buildings.map(({ place }) => place);
    expect(new Set(places.map(({ country }) => country.shortName))).toEqual(new Set(['RU', 'KZ']));
    expect(new Set(places.map(({ city }) => city)).size).toBe(11);
    expect(new Set(places.map(({ house }) => house.id)).size).toBe(places.length);
    const named = places.filter(({ street }) => street.name === 'Ленина');
    expect(new Set(named.map(({ city }) => city)).size).toBeGreaterThan(3);
  });

  test('has two more companies, whatever the sandbox’s own is called', () => {
    for (const companyShortName of ['demo', 'Uyutny_Dvor']) {
      const { own, others } = planCity({ companyShortName });
      const companies = [own, ...others].map(({ company }) => company);
      expect(companies[0]?.shortName).toBe(companyShortName);
      expect(new Set(companies.map(({ shortName }) => shortName)).size).toBe(3);
      expect(new Set(companies.map(({ id }) => id)).size).toBe(3);
    }
  });

  test('of the largest size has enough houses, flats and phones', () => {
    expect(MAX_HOUSES).toBeGreaterThan(MAX_ENTRANCES);
    const plan = cityOf(MAX_ACCOUNTS, MAX_ENTRANCES);
    expect(entrancesOf(plan)).toHaveLength(MAX_ENTRANCES);
    expect(plan.newcomer(plan.newcomers).phone).toBeLessThan(79_001_000_000);
    expect(plan.newcomer(0).phone).toBeGreaterThan(plan.own.ownerOf(MAX_ACCOUNTS - 1).phone);
  });
});

describe('a city', () => {
  const city = buildCity(planCity({ companyShortName: 'demo' }));
  const own = city.plan.own.company;
  const accounts = [...city.accounts.values()].filter(({ company }) => company === own);

  test('has the accounts that were asked for, each of an abonent with a phone that nobody has', () => {
    expect(accounts).toHaveLength(5000);
    expect(accounts.every(({ owner }) => /^7900000\d{4}$/.test(String(owner.phone)))).toBe(true);
    expect(new Set([...city.residents.values()].map(({ phone }) => phone)).size).toBe(city.residents.size);
  });

  test('keeps to itself: every flat is within the ranges of its entrance, every service at its entrance', () => {
    for (const { number, entrance, connections, account, owner } of city.flats.values()) {
      expect(entrance && includesFlat(entrance.plan, number)).toBe(true);
      expect(account?.owner).toBe(owner);
      for (const { service } of connections)
        expect(entrance && service.entrances.includes(entrance)).toBe(true);
    }
  });

  test('has what a sync has to cope with: no flat, two flats, two accounts of one abonent, no number', () => {
    const some = (list: unknown[]) => expect(list.length).toBeGreaterThan(10);
    some(accounts.filter(({ flats }) => flats.length === 0));
    some(accounts.filter(({ flats }) => flats.length === 2));
    some(
      accounts.filter(({ owner }) => owner.accounts.filter(({ company }) => company === own).length === 2),
    );
    some(accounts.filter(({ owner }) => owner.accounts.some(({ company }) => company !== own)));
    some(accounts.filter(({ number }) => number === null));
    some(accounts.filter(({ isBlocked }) => isBlocked));
    some([...city.connections.values()].filter(({ isBlocked }) => isBlocked));
    some([...city.delegationsFrom.values()]);
  });
});
