import { expect, test } from 'vitest';
import { createFakeBitrix24 } from '../../testing/index.ts';
import { CATALOG } from './catalog.ts';
import { CRM } from './crm.ts';
import { ITEMS } from './items.ts';
import { OPEN_LINES } from './open-lines.ts';
import { SYSTEM } from './system.ts';

// The calls as the portal knows them (facts/bitrix24.md §7–§9): what each method sends, and what becomes of the answer. A
// method that is not in a table fails. Ids and names are invented.

const TABLE = [...ITEMS, ...CRM, ...CATALOG, ...OPEN_LINES, ...SYSTEM];
type Callable = ((params: object) => Promise<unknown>) & { command?: (params: object) => object };
const methodOf = (client: object, operation: string) =>
  operation.split('.').reduce<unknown>((at, name) => Reflect.get(at as object, name), client) as Callable;

test.each(TABLE)('%s %j', async (operation, params, [method, sent], result, answer) => {
  const { client, answer: give, requests } = createFakeBitrix24();
  give(method, result);
  const found = await methodOf(client, operation)(params);
  const isPage = typeof answer === 'object' && answer !== null && 'rows' in answer;
  expect(requests).toEqual([{ method, params: isPage ? { ...sent, start: 0 } : sent, request: 0 }]);
  if (isPage) expect(found).toMatchObject(answer);
  else expect(found).toEqual(answer);
});

/** They are made of others, read several rows in one go, or have tests of their own below. */
const ELSEWHERE = ['userFields.ensure', 'eventBindings.ensure', 'eventBindings.ensureOffline'];

test('every method is in the table', () => {
  const { client } = createFakeBitrix24();
  const all = Object.entries(client).flatMap(([resource, methods]) =>
    typeof methods === 'object' ? Object.keys(methods).map((name) => `${resource}.${name}`) : [],
  );
  const listed = new Set([...TABLE.map(([operation]) => operation), ...ELSEWHERE]);
  expect(all.filter((name) => !listed.has(name) && !name.endsWith('.iterate'))).toEqual([]);
});
