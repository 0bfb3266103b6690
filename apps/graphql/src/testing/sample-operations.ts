import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  OperationTypeNode,
} from 'graphql';

export interface SampleOperation {
  readonly field: string;
  readonly text: string;
  readonly variables: Record<string, unknown>;
}

type Field = GraphQLField<unknown, unknown>;

const SCALARS: Readonly<Record<string, unknown>> = {
  ID: 'sup_0000000000000',
  Int: 1,
  Float: 1,
  Boolean: false,
  String: 'x',
  Phone: '+79000000012',
  SafeInt: 1,
  JSON: {},
  DateTime: '2026-01-01T00:00:00Z',
};

/** The smallest value of a type that the schema lets pass. */
function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter(isRequiredInputField)
        .map((field) => [field.name, sampleOf(field.type)]),
    );
  return SCALARS[type.name];
}

function operationOf(kind: OperationTypeNode, field: Field, selection: string): SampleOperation {
  const given = field.args.filter((arg) => isRequiredArgument(arg) || arg.name === 'first');
  const declared = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const braces = (text: string) => (text === '' ? '' : `(${text})`);
  return {
    field: field.name,
    text: `${kind} ${braces(declared)} { ${field.name}${braces(passed)} ${selection} }`,
    variables: Object.fromEntries(given.map(({ name, type }) => [name, sampleOf(type)])),
  };
}

/** One operation for each root field of a kind, with what it requires and no more. */
export function sampleOperations(schema: GraphQLSchema, kind: OperationTypeNode): SampleOperation[] {
  const selection = kind === OperationTypeNode.SUBSCRIPTION ? '{ __typename cursor }' : '{ __typename }';
  return Object.values(schema.getRootType(kind)?.getFields() ?? {}).map((field) =>
    operationOf(kind, field, isCompositeType(getNamedType(field.type)) ? selection : ''),
  );
}

/** One query for each list of objects that has nothing to be asked for but a page, with everything plain in its rows. */
export function everyList(schema: GraphQLSchema): SampleOperation[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const page = getNamedType(field.type);
    const rows = isObjectType(page) ? page.getFields()['nodes'] : undefined;
    const row = rows && getNamedType(rows.type);
    if (!isObjectType(row)) return [];
    const { text, variables } = operationOf(
      OperationTypeNode.QUERY,
      field,
      `{ nodes { ${plainFields(row, 2)} } }`,
    );
    return [
      {
        field: field.name,
        text,
        variables: { ...variables, ...('first' in variables ? { first: 20 } : {}) },
      },
    ];
  });
}

function plainFields(type: { getFields(): Record<string, Field> }, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const given = getNamedType(field.type);
    if (field.args.some(isRequiredArgument) || field.args.some(({ name }) => name === 'first')) return [];
    if (!isCompositeType(given)) return [field.name];
    return isObjectType(given) && depth > 1 ? [`${field.name} { ${plainFields(given, depth - 1)} }`] : [];
  });
  return ['__typename', ...fields].join(' ');
}
