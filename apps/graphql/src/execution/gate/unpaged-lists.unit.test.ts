import { makeExecutableSchema } from '@graphql-tools/schema';
import { getNamedType, getNullableType, isCompositeType, isListType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { typeDefs } from '../../schema/typeDefs.generated.ts';
import { BOUNDED_LISTS, UNPAGED_LISTS } from './unpaged-lists.ts';

const lists = Object.values(makeExecutableSchema({ typeDefs }).getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
  .flatMap((type) =>
    (isObjectType(type) ? Object.values(type.getFields()) : []).map((field) => ({ type, field })),
  )
  .filter(({ field: { type } }) => isListType(getNullableType(type)) && isCompositeType(getNamedType(type)))
  .filter(({ field: { args } }) => !args.some(({ name }) => name === 'first' || name === 'ids'))
  .filter(({ field: { name } }) => !BOUNDED_LISTS.has(name))
  .map(({ type, field }) => `${type.name}.${field.name}`);

it('every list of objects that comes as a whole counts as many rows as it may have', () => {
  expect(lists.length).toBeGreaterThan(10);
  expect(lists.filter((path) => !Object.hasOwn(UNPAGED_LISTS, path))).toEqual([]);
});

it('and nothing is counted that is no such list', () => {
  expect(Object.keys(UNPAGED_LISTS).filter((path) => !lists.includes(path))).toEqual([]);
});
