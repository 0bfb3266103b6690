import { describe, expect, test } from 'vitest';
import type { RowIssue } from './index.ts';
import { createFakeRosDomofon, type FakeRequest, page } from './testing/index.ts';

const service = (id: number) => ({ id, name: `s${id}`, type: 'Gate' });

/** Five services, two on a page. */
function setUp(lastSaid: (number: number) => boolean | undefined = (number) => number === 2) {
  const fake = createFakeRosDomofon();
  fake.answer('services.list', ({ query }: FakeRequest) => {
    const number = Number(query['page']);
    const content = [1, 2, 3, 4, 5].slice(number * 2, number * 2 + 2).map(service);
    return { ...page(content, { number }), last: lastSaid(number) };
  });
  const numbers = () => fake.requests.map(({ query }) => Number(query['page']));
  return { ...fake, numbers };
}
const idsOf = async (items: AsyncIterable<{ id: number }>) => {
  const ids: number[] = [];
  for await (const { id } of items) ids.push(id);
  return ids;
};

test('awaited, a list is one page, and one request', async () => {
  const { client, numbers } = setUp();
  const list = client.services.list({ page: 1, size: 2 });
  expect(numbers()).toEqual([]);
  expect(await list).toMatchObject({ content: [{ id: 3 }, { id: 4 }], number: 1, last: false });
  await list;
  expect(numbers()).toEqual([1]);
});

test('in a loop it is all that comes, from the page that was asked for', async () => {
  const { client, numbers } = setUp();
  expect(await idsOf(client.services.list())).toEqual([1, 2, 3, 4, 5]);
  expect(numbers()).toEqual([0, 1, 2]);
  expect(await idsOf(client.services.list({ page: 2 }))).toEqual([5]);
});

test('a loop that is left asks for no further page', async () => {
  const { client, numbers } = setUp();
  for await (const { id } of client.services.list()) if (id === 2) break;
  expect(numbers()).toEqual([0]);
});

describe('the end', () => {
  test('is an empty page where the service never says that it is the last', async () => {
    const { client, numbers } = setUp(() => undefined);
    expect(await idsOf(client.services.list())).toEqual([1, 2, 3, 4, 5]);
    expect(numbers()).toEqual([0, 1, 2, 3]);
  });

  test('is the last page, also when it is empty', async () => {
    const { client, answer } = setUp();
    answer('services.list', page([]));
    expect(await idsOf(client.services.list())).toEqual([]);
  });
});

test('a service that gives the same page for every number is not read for ever', async () => {
  const { client, answer } = setUp();
  answer('services.list', page([service(1)], { number: 0, last: false }));
  await expect(idsOf(client.services.list())).rejects.toMatchObject({ code: 'ROSDOMOFON_RESPONSE_INVALID' });
});

test('an error of a page is an error of the loop, and of the list that is awaited', async () => {
  const { client, answer } = setUp();
  answer('services.list', page([{ id: 'one' }]));
  const error = { meta: { index: 0 }, issues: [{ field: 'id' }] };
  await expect(idsOf(client.services.list())).rejects.toMatchObject(error);
  await expect(client.services.list()).rejects.toMatchObject(error);
});

test('an item of another shape is told, if somebody wants to know, and the pages go on', async () => {
  const { client, answer } = setUp();
  answer('services.list', page([{ id: 'one' }], { last: false }), page([service(2)], { number: 1 }));
  const issues: RowIssue[] = [];
  expect(await idsOf(client.services.list({}, { onIssue: (issue) => issues.push(issue) }))).toEqual([2]);
  expect(issues).toMatchObject([{ index: 0, id: 'one', issues: [{ field: 'id' }] }]);
});
