import type { Permission } from '@domovoy/domain';
import {
  type DirectiveNode,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  Kind,
} from 'graphql';

type Directed = { readonly astNode?: { readonly directives?: readonly DirectiveNode[] } | null | undefined };

/** As `@needs` says it. */
const declared = ({ astNode }: Directed): Permission[] =>
  (astNode?.directives ?? [])
    .filter(({ name }) => name.value === 'needs')
    .flatMap(({ arguments: args = [] }) =>
      // The schema's own validation has seen to it that these are names of permissions.
      args.flatMap(({ value }) => (value.kind === Kind.ENUM ? [value.value as Permission] : [])),
    );

export const hasDirective = ({ astNode }: Directed, name: string): boolean =>
  astNode?.directives?.some((directive) => directive.name.value === name) ?? false;

/** A page needs what its rows need: it tells how many there are. */
export function neededForType(type: GraphQLObjectType): Permission[] {
  const rows = type.getFields()['nodes']?.type;
  const row = rows && getNamedType(rows);
  return [...declared(type), ...(isObjectType(row) ? declared(row) : [])];
}

/** Who gets a page or an edge of it has got past the check of the page. */
const isInsideOfPage = (parent: GraphQLObjectType, { name }: { name: string }): boolean =>
  (name === 'node' && parent.name.endsWith('Edge')) ||
  ((name === 'nodes' || name === 'edges') && parent.getFields()['pageInfo'] !== undefined);

/** Its own, and those of the object that it gives. What an interface or union gives is known only then. */
export function neededForField(
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): Permission[] {
  const given = getNamedType(field.type);
  const ofObject = isObjectType(given) && !isInsideOfPage(parent, field) ? neededForType(given) : [];
  return [...new Set([...declared(field), ...ofObject])];
}
