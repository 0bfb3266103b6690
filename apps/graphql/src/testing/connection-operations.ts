import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A list of the schema, or a field of its nodes: an operation for any size of the page. */
export interface ConnectionOperation {
  /** `signUps`, `signUps.abonent`. */
  readonly name: string;
  readonly text: (first: number) => string;
  readonly root: string;
  /** Null: the list alone. */
  readonly field: string | null;
}

const needed = ({ args }: GraphQLField<unknown, unknown>) =>
  args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
const isConnection = (field: GraphQLField<unknown, unknown>) =>
  getNamedType(field.type).name.endsWith('Connection');

const leaves = (type: GraphQLObjectType): string[] =>
  Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && needed(field).length === 0)
    .map(({ name }) => name);

function nodeOf(field: GraphQLField<unknown, unknown>): GraphQLObjectType | null {
  const connection = getNamedType(field.type);
  const nodes = isObjectType(connection) ? connection.getFields()['nodes'] : undefined;
  const node = nodes && getNamedType(nodes.type);
  return isObjectType(node) ? node : null;
}

/** One object of a node, with all that is plain in it; a list of its own with two of its nodes. */
function selectionOf(field: GraphQLField<unknown, unknown>): string | null {
  if (needed(field).length > 0) return null;
  const node = nodeOf(field);
  if (isConnection(field))
    return node && `${field.name}(first: 2) { nodes { ${leaves(node).join(' ')} } totalCount { count } }`;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return null;
  return isObjectType(type)
    ? `${field.name} { __typename ${leaves(type).join(' ')} }`
    : `${field.name} { __typename }`;
}

/** Of every connection among the queries, and of every object and connection one level below its nodes. */
export function connectionOperations(
  schema: GraphQLSchema,
  /** What a list needs besides the size of its page. */
  more: Readonly<Record<string, string>> = {},
): ConnectionOperation[] {
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(isConnection);
  return queries.flatMap((query) => {
    const node = nodeOf(query);
    if (node === null) return [];
    const below = Object.values(node.getFields()).flatMap((field) => {
      const selection = selectionOf(field);
      return selection === null ? [] : [{ field: field.name, selection }];
    });
    return [{ field: null, selection: leaves(node).join(' ') }, ...below].map(({ field, selection }) => ({
      name: field === null ? query.name : `${query.name}.${field}`,
      text: (first: number) =>
        `{ ${query.name}(first: ${first} ${more[query.name] ?? ''}) { nodes { ${selection} } totalCount { count } } }`,
      root: query.name,
      field,
    }));
  });
}
