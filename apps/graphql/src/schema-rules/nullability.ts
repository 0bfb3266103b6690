import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import { BOUNDED_LISTS, UNPAGED_LISTS } from '../execution/gate/unpaged-lists.ts';
import { membersOf, type Rule } from './members.ts';

/** Answers to a list of ids, in its order: null for what is not there. */
const BY_IDS = new Set(['Query.nodes']);

/** Lists hold no nulls, long ones come in pages, and what a null means is said. */
export const nullability: Rule = (schema) =>
  membersOf(schema).flatMap((member) => {
    if (member.kind === 'type' || member.kind === 'value') return [];
    const { path, node } = member;
    const type = getNullableType(node.type);
    const told: string[] = [];
    if (isListType(type) && !isNonNullType(type.ofType) && !BY_IDS.has(path))
      told.push(`${path}: a list holds no nulls`);
    if (member.kind !== 'field') return told;
    const isPaged = member.node.args.some(({ name }) => name === 'first' || name === 'ids');
    if (isListType(type) && isCompositeType(getNamedType(type)) && !isPaged && !isShort(path, node.name))
      told.push(`${path}: a list of objects is a connection, unless UNPAGED_LISTS says how short it is`);
    const isBoolean = isScalarType(node.type) && node.type.name === 'Boolean';
    if (isBoolean && !/null/i.test(node.description ?? ''))
      told.push(`${path}: nobody says what its null means`);
    return told;
  });

const isShort = (path: string, name: string) => Object.hasOwn(UNPAGED_LISTS, path) || BOUNDED_LISTS.has(name);
