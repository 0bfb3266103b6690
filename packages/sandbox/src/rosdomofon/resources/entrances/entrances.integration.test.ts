import {
  addressOfSignUp,
  flatRangesOf,
  matchEntrances,
  RosDomofonAddress,
  SignUpEvent,
  searchLines,
} from '@domovoy/models';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A, type AnyJson, operator, type RestClient } from '../../../testing/rosdomofon-client.ts';
import { openTestSandbox, type TestSandbox } from '../../../testing/test-sandbox.ts';

let sandbox: TestSandbox;
let rest: RestClient;
let entrances: AnyJson[];
beforeAll(async () => {
  sandbox = await openTestSandbox({ seed: 'entrances' });
  rest = await operator(sandbox);
  entrances = await allOf('');
});
afterAll(() => sandbox.close());

/** As known clients read it: until `last` is true or a page is empty (facts §4.5). */
async function allOf(address: string): Promise<AnyJson[]> {
  const found: AnyJson[] = [];
  for (let page = 0; ; page += 1) {
    const answer = await rest.get(
      `${A}/entrances?page=${page}&size=50${address && `&address=${encodeURIComponent(address)}`}`,
    );
    found.push(...answer.content);
    if (answer.last || answer.content.length === 0) return found;
  }
}
const linesOf = (found: AnyJson[]) =>
  [...new Set<string>(found.map(({ addressString }) => addressString))].toSorted((a, b) => (a < b ? -1 : 1));
const detailOf = (id: number) => rest.get(`/rdas-service/api/v1/entrances/${id}/`);

describe('GET entrances', () => {
  test('gives every entrance of the company once, over pages in Spring’s envelope', async () => {
    expect(entrances).toHaveLength(200);
    expect(new Set(entrances.map(({ id }) => id)).size).toBe(200);
    const page = await rest.get(`${A}/entrances`);
    expect({ ...page, content: page.content.length }).toEqual({
      content: 20,
      pageable: { offset: 0, pageNumber: 0, pageSize: 20, paged: true, unpaged: false },
      sort: { sorted: false, unsorted: true },
      empty: false,
      first: true,
      last: false,
      number: 0,
      numberOfElements: 20,
      size: 20,
      totalElements: 200,
      totalPages: 10,
    });
    expect(await rest.get(`${A}/entrances?page=9&size=20`)).toMatchObject({ first: false, last: true });
    expect(await rest.get(`${A}/entrances?page=10&size=20`)).toMatchObject({
      content: [],
      empty: true,
      last: true,
      numberOfElements: 0,
    });
  });

  test('of a search has no pageable and no sort', async () => {
    expect(await rest.get(`${A}/entrances?address=${encodeURIComponent('Тула')}`)).toMatchObject({
      pageable: null,
      sort: null,
    });
  });

  test('finds what is in the addressString, so that house 1 finds 11, 100 and 111 too', async () => {
    expect(linesOf(await allOf('Иваново, Ташкентская, 1'))).toEqual([
      'Иваново, Ташкентская, 1',
      'Иваново, Ташкентская, 100',
      'Иваново, Ташкентская, 11',
      'Иваново, Ташкентская, 111',
    ]);
    expect(linesOf(await allOf('ташкентская, 84'))).toEqual([
      'Иваново, Ташкентская, 84',
      'Иваново, Ташкентская, 84А',
    ]);
    expect(await allOf('Иваново, ул. Ташкентская, 84')).toEqual([]);
    expect(await allOf('Китеж')).toEqual([]);
  });

  test('finds the houses of all streets when the street is empty, and of no other city', async () => {
    const found = linesOf(await allOf('Тула, , 7'));
    expect(found).toContain('Тула, имени Н. И. Пирогова, 7');
    for (const line of found) expect(line).toMatch(/^Тула, .*, 7/);
    expect(linesOf(await allOf('Тула, , 2')).length).toBeGreaterThan(1);
  });

  test('shows services of all five types, with cameras and adapters where they belong', () => {
    const services = entrances.flatMap((entrance) => entrance.services);
    expect(new Set(services.map(({ type }) => type))).toEqual(
      new Set(['Gate', 'VideoSurveillance', 'HouseChat', 'HardwareIntercom', 'SoftwareIntercom']),
    );
    for (const { type, cameras, rdas } of services) {
      if (type === 'VideoSurveillance') expect(cameras.length).toBeGreaterThan(0);
      else expect(cameras ?? []).toEqual([]);
      if (type === 'SoftwareIntercom' || type === 'Gate')
        expect(rdas).toMatchObject([{ uid: expect.any(String), intercoms: [{ index: '0' }] }]);
    }
    expect(services.some(({ tariff }) => tariff === undefined)).toBe(true);
    expect(services.some(({ tariff }) => tariff === null)).toBe(true);
    expect(services.some(({ dependantServices }) => dependantServices?.length > 0)).toBe(true);
    expect(JSON.stringify(entrances)).not.toContain('flatStart');
  });

  test('offers the same gate and the same chat at all entrances of a house', () => {
    const chats = entrances.flatMap(({ addressString, services }) =>
      services
        .filter(({ type }: AnyJson) => type === 'HouseChat')
        .map(({ id }: AnyJson) => ({ id, addressString })),
    );
    const byId = Object.values(Object.groupBy(chats, ({ id }) => id)).map((list) => list ?? []);
    expect(byId.some((list) => list.length > 1)).toBe(true);
    for (const list of byId) expect(linesOf(list)).toHaveLength(1);
  });
});

describe('one entrance', () => {
  test('has its flat ranges in the detailed answer of the other service, with a slash at the end', async () => {
    const details = await Promise.all(entrances.map(({ id }) => detailOf(id)));
    for (const [i, detail] of details.entries()) {
      const { addressString, address, rda, services } = detail;
      expect(addressString).toBe(entrances[i].addressString);
      expect(address.entrance).toMatchObject({ id: detail.id, flatStart: expect.any(Number) });
      expect(address.entrance.flatEnd).toBeGreaterThan(address.entrance.flatStart);
      expect(rda.uid).toMatch(/^\d+$/);
      expect(services.map(({ id }: AnyJson) => id)).toEqual(
        entrances[i].services.map(({ id }: AnyJson) => id),
      );
    }
    const ranges = details.map(({ address }) => address.entrance.additionalFlatRanges);
    expect(new Set(ranges.map((list) => list?.length))).toEqual(new Set([undefined, 0, 1, 2]));
    expect((await rest.call('GET', `/rdas-service/api/v1/entrances/${entrances[0].id}`)).status).toBe(404);
  });

  test('has services and flats of its own; somewhere nobody lives yet', async () => {
    const flats = await Promise.all(entrances.map(({ id }) => rest.get(`${A}/entrances/${id}/flats`)));
    expect(flats.filter((list) => list.length === 0).length).toBeGreaterThan(0);
    for (const [i, list] of flats.entries())
      for (const flat of list) expect(flat.address.entrance.id).toBe(entrances[i].id);
    expect(flats.flat().length).toBeGreaterThan(4900);
    const services = await rest.get(`${A}/entrances/${entrances[0].id}/services`);
    expect(services).toEqual(
      entrances[0].services.map(({ id, name, type }: AnyJson) => ({ id, name, type })),
    );
  });

  test('of a Kazakh street has a universal code, of a Russian one FIAS and KLADR', async () => {
    const streets = await Promise.all(
      entrances.slice(0, 60).map(async ({ id }) => (await detailOf(id)).address),
    );
    const [kazakh, russian] = ['KZ', 'RU'].map((country) =>
      streets.filter((address) => address.country.shortName === country).map(({ street }) => street),
    );
    expect(kazakh?.length).toBeGreaterThan(0);
    for (const street of kazakh ?? [])
      expect(street).toMatchObject({ universalCode: expect.stringMatching(/\d/) });
    for (const street of russian ?? []) expect(street.codeKladr).toMatch(/^\d{17}$/);
  });
});

test('of the sign-ups that are sent most have one entrance, some several, some none (facts §1.5)', async () => {
  await sandbox.call('POST /sign-ups', { count: 150 });
  const { signUps } = JSON.parse((await sandbox.call('GET /sign-ups')).text);
  const kinds: Record<string, number> = {};
  for (const signUp of signUps) {
    const query = addressOfSignUp(SignUpEvent.parse(signUp).address);
    const [line = '', otherLine = ''] = searchLines(query);
    const bySpelling = await allOf(line);
    const found = bySpelling.length > 0 ? bySpelling : await allOf(otherLine);
    const options = await Promise.all(
      found.map(async ({ id }) => {
        const address = RosDomofonAddress.parse((await detailOf(id)).address);
        return {
          entrance: id,
          address,
          flatRanges: address.entrance ? flatRangesOf(address.entrance) : null,
        };
      }),
    );
    const { kind } = matchEntrances(query, options);
    const how = kind === 'matched' && bySpelling.length === 0 ? 'matched by another spelling' : kind;
    kinds[how] = (kinds[how] ?? 0) + 1;
  }
  expect(kinds['matched']).toBeGreaterThan(40);
  expect(kinds['matched by another spelling']).toBeGreaterThan(2);
  expect(kinds['candidates']).toBeGreaterThan(25);
  expect(kinds['none']).toBeGreaterThan(2);
});
