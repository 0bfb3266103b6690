import {
  type GraphQLArgument,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** Something that has a name in the schema, with where it stands: `Account.flats.first`. */
export type Member = { readonly path: string } & (
  | { readonly kind: 'type'; readonly node: GraphQLNamedType }
  | { readonly kind: 'field'; readonly node: GraphQLField<unknown, unknown>; readonly of: GraphQLNamedType }
  | { readonly kind: 'argument'; readonly node: GraphQLArgument }
  | { readonly kind: 'input-field'; readonly node: GraphQLInputField }
  | { readonly kind: 'value'; readonly node: GraphQLEnumValue }
);

/** A rule tells what of a schema it does not like, beginning with its path. */
export type Rule = (schema: GraphQLSchema) => string[];

/** Everything of ours, in the order of the schema. */
export function membersOf(schema: GraphQLSchema): Member[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [{ kind: 'type', path: type.name, node: type } as const, ...inside(type)]);
}

function inside(type: GraphQLNamedType): Member[] {
  const path = (name: string) => `${type.name}.${name}`;
  if (isEnumType(type))
    return type.getValues().map((node) => ({ kind: 'value', path: path(node.name), node }) as const);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map(
      (node) => ({ kind: 'input-field', path: path(node.name), node }) as const,
    );
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((node) => [
    { kind: 'field', path: path(node.name), node, of: type } as const,
    ...node.args.map(
      (each) => ({ kind: 'argument', path: `${path(node.name)}.${each.name}`, node: each }) as const,
    ),
  ]);
}
