import { describe, expect, test } from 'vitest';
import type { RosDomofonOptions } from '../../client.ts';
import { createFakeRosDomofon, type FakeRequest, page, status } from '../../testing/index.ts';

interface House {
  id: number;
  line: string;
  /** Flats of the entrance's own answer, and of that of its first flat; null when it does not say. */
  flats: [number, number] | null;
  inFlat?: [number, number];
}

/** A search as that of the service: substrings of the whole address, two entrances a page. */
function setUp(houses: House[], options: Partial<RosDomofonOptions> = {}) {
  const fake = createFakeRosDomofon(options);
  const address = ({ line }: House, [flatStart, flatEnd]: [number, number]) => {
    const [city, name, number] = line.split(', ');
    return { city, street: { name }, house: { number }, entrance: { id: 1, flatStart, flatEnd } };
  };
  fake.answer('entrances.list', ({ query }: FakeRequest) => {
    const [city = '', street = '', house = ''] = (query['address'] ?? '').split(', ');
    const found = houses.filter(({ line }) => [city, street, house].every((part) => line.includes(part)));
    const number = Number(query['page']);
    const content = found
      .slice(number * 2, number * 2 + 2)
      .map(({ id, line }) => ({ id, addressString: line }));
    return page(content, { number, last: number * 2 + 2 >= found.length });
  });
  const byPath = ({ path }: FakeRequest) => houses.find(({ id }) => path.includes(`/${id}/`));
  fake.answer('entrances.get', (request: FakeRequest) => {
    const house = byPath(request);
    return house?.flats ? { id: house.id, address: address(house, house.flats) } : status(404);
  });
  fake.answer('entrances.flats', (request: FakeRequest) => {
    const house = byPath(request);
    return house?.inFlat ? [{ id: 1 }, { id: 2, address: address(house, house.inFlat) }] : [];
  });
  const operations = () => fake.requests.map(({ operation }) => operation.replace('entrances.', ''));
  return { ...fake, operations };
}

const search = { city: 'Иваново', street: 'Ташкентская', house: '100' };
const twoEntrances: House[] = [
  { id: 1, line: 'Иваново, Ташкентская, 100', flats: [1, 36] },
  { id: 2, line: 'Иваново, Ташкентская, 100', flats: [37, 72] },
  { id: 3, line: 'Иваново, Ташкентская, 100', flats: [73, 108] },
];

test('the flat decides between the entrances of a house, over all pages', async () => {
  const { client } = setUp(twoEntrances);
  expect(await client.entrances.find({ ...search, flat: '80' })).toMatchObject({
    kind: 'matched',
    entrance: { id: 3 },
  });
});

test('without a flat a person decides', async () => {
  const { client } = setUp(twoEntrances);
  const match = await client.entrances.find(search);
  expect(match).toMatchObject({ kind: 'candidates' });
  expect(match.kind === 'candidates' && match.candidates.length).toBe(3);
});

test('"…, 1" finds "…, 11" too: only the ranges of the house itself are read', async () => {
  const { client, operations } = setUp([
    { id: 1, line: 'Иваново, Ташкентская, 1', flats: [1, 36] },
    { id: 2, line: 'Иваново, Ташкентская, 11', flats: [1, 36] },
    { id: 3, line: 'Иваново, Ташкентская, 100', flats: [1, 36] },
  ]);
  const match = await client.entrances.find({ ...search, house: '1', flat: 12 });
  expect(match).toMatchObject({ kind: 'matched', entrance: { id: 1 } });
  expect(operations()).toEqual(['list', 'list', 'get']);
});

test('a street in another spelling is found by city and house, and others of that house are left out', async () => {
  const { client, requests } = setUp([
    { id: 1, line: 'Иваново, улица имени Ермака, 100', flats: [1, 36] },
    { id: 2, line: 'Иваново, Ташкентская, 100', flats: [1, 36] },
  ]);
  expect(await client.entrances.find({ ...search, street: 'им. Ермака', flat: 12 })).toMatchObject({
    entrance: { id: 1 },
  });
  expect(requests.slice(0, 2).map(({ query }) => query['address'])).toEqual([
    'Иваново, им. Ермака, 100',
    'Иваново, , 100',
  ]);
});

describe('flat ranges', () => {
  test('are taken from a flat where the entrance itself does not have them', async () => {
    const { client, operations } = setUp([
      { id: 1, line: 'Иваново, Ташкентская, 100', flats: null, inFlat: [1, 36] },
    ]);
    expect(await client.entrances.find({ ...search, flat: 36 })).toMatchObject({ kind: 'matched' });
    expect(operations()).toEqual(['list', 'get', 'flats']);
  });

  test('that nobody knows are a doubt, not a match', async () => {
    const { client } = setUp([{ id: 1, line: 'Иваново, Ташкентская, 100', flats: null }]);
    expect(await client.entrances.find({ ...search, flat: 36 })).toMatchObject({
      kind: 'candidates',
      candidates: [{ reasons: ['FLAT_RANGES_UNKNOWN'] }],
    });
  });

  test('that could not be read for now are an error: a doubt would be remembered', async () => {
    const { client, answer } = setUp(twoEntrances);
    answer('entrances.get', status(503));
    await expect(client.entrances.find({ ...search, flat: 36 })).rejects.toMatchObject({ status: 503 });
  });
});

describe('what was found at an address', () => {
  test('is remembered, for other flats too, until it is too old', async () => {
    let time = 0;
    const { createEntranceCache } = await import('./entrance-cache.ts');
    const entranceCache = createEntranceCache({ now: () => time });
    const { client, requests } = setUp(twoEntrances, { entranceCache });
    await client.entrances.find({ ...search, flat: 1 });
    const asked = requests.length;
    expect(await client.entrances.find({ ...search, flat: 40 })).toMatchObject({ entrance: { id: 2 } });
    expect(requests).toHaveLength(asked);
    await client.entrances.find({ ...search, house: '7', flat: 40 });
    expect(requests.length).toBeGreaterThan(asked);
    time = 60 * 60_000;
    const askedSince = requests.length;
    await client.entrances.find({ ...search, flat: 1 });
    expect(requests).toHaveLength(askedSince + asked);
  });

  test('is not remembered when it is nothing: what is missing is entered next', async () => {
    const houses: House[] = [];
    const { client } = setUp(houses);
    expect(await client.entrances.find({ ...search, flat: 1 })).toMatchObject({ kind: 'none' });
    houses.push({ id: 1, line: 'Иваново, Ташкентская, 100', flats: [1, 36] });
    expect(await client.entrances.find({ ...search, flat: 1 })).toMatchObject({ kind: 'matched' });
  });
});

test('without a city or a house nothing is asked', async () => {
  const { client, requests } = setUp(twoEntrances);
  expect(await client.entrances.find({ ...search, city: null })).toMatchObject({ kind: 'none' });
  expect(requests).toHaveLength(0);
});
