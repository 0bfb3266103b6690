import { makeExecutableSchema } from '@graphql-tools/schema';
import { getNamedType, getNullableType, isCompositeType, isListType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { typeDefs } from '../../schema/typeDefs.generated.ts';
import { BOUNDED_LISTS, UNPAGED_LISTS } from './unpaged-lists.ts';

it('every list of objects that comes as a whole counts as many rows as it may have', () => {
  const schema = makeExecutableSchema({ typeDefs });
  const lists = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []))
    .filter(({ type }) => isListType(getNullableType(type)) && isCompositeType(getNamedType(type)))
    .filter(({ args }) => !args.some(({ name }) => name === 'first' || name === 'ids'))
    .map(({ name }) => name)
    .filter((name) => !BOUNDED_LISTS.has(name));
  expect(lists.length).toBeGreaterThan(10);
  expect([...new Set(lists)].filter((name) => !Object.hasOwn(UNPAGED_LISTS, name))).toEqual([]);
});
