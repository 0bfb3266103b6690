import {
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type OperationTypeNode,
} from 'graphql';
import { UNPAGED_LISTS } from './unpaged-lists.ts';

/** Where a field leads, and how many rows it may give where no page is asked. */
export interface FieldSize {
  readonly type: string;
  readonly rows: number;
}

/** What the gate knows of a schema. */
export interface ListSizes {
  readonly roots: Readonly<Record<OperationTypeNode, string>>;
  /** By the name of a type, by the name of a field. */
  readonly types: ReadonlyMap<string, ReadonlyMap<string, FieldSize>>;
}

/**
 * Made once: a measure then costs two looks into maps for each field. A list of an interface is as long as the longest
 * of those that have it.
 */
export function listSizes(
  schema: GraphQLSchema,
  lists: Readonly<Record<string, number>> = UNPAGED_LISTS,
): ListSizes {
  const types = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type) || !(isObjectType(type) || isInterfaceType(type))) return [];
    const owners = [type, ...(isAbstractType(type) ? schema.getPossibleTypes(type) : [])];
    const fields = Object.values(type.getFields()).map(({ name, type: led }) => {
      const rows = Math.max(...owners.map((owner) => lists[`${owner.name}.${name}`] ?? 1));
      return [name, { type: getNamedType(led).name, rows }] as const;
    });
    return [[type.name, new Map(fields)] as const];
  });
  const roots = {
    query: schema.getQueryType()?.name ?? '',
    mutation: schema.getMutationType()?.name ?? '',
    subscription: schema.getSubscriptionType()?.name ?? '',
  };
  return { roots, types: new Map(types) };
}
