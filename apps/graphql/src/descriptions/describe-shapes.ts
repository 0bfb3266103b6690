import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type StringValueNode,
} from 'graphql';
import { ARGUMENTS, INPUT_FIELDS, PAGE_FIELDS, typeDescription } from './shapes.ts';

type Described = { readonly name: { readonly value: string }; readonly description?: StringValueNode };
type FieldsByInterface = ReadonlyMap<string, readonly FieldDefinitionNode[]>;

/**
 * The schema with the descriptions that follow from a shape: of the fields of an interface in the types that have it,
 * of pages, of arguments that mean the same everywhere. What is described in its own place stays as it is.
 */
export function describeShapes(document: DocumentNode): DocumentNode {
  const interfaces = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? [[definition.name.value, definition.fields ?? []] as const]
        : [],
    ),
  );
  return { ...document, definitions: document.definitions.map((each) => describe(each, interfaces)) };
}

function describe(definition: DefinitionNode, interfaces: FieldsByInterface): DefinitionNode {
  const { kind } = definition;
  if (kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.INTERFACE_TYPE_DEFINITION)
    return { ...ofType(definition), fields: fieldsOf(definition, interfaces) };
  if (kind === Kind.OBJECT_TYPE_EXTENSION) return { ...definition, fields: fieldsOf(definition, interfaces) };
  if (kind === Kind.UNION_TYPE_DEFINITION) return ofType(definition);
  if (kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    const fields = (definition.fields ?? []).map((field) =>
      withDescription(field, INPUT_FIELDS[field.name.value]),
    );
    return { ...ofType(definition), fields };
  }
  if (kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'UserErrorCode') return definition;
  const values = (definition.values ?? []).map((value) =>
    withDescription(value, `Of a \`${errorTypeOf(value.name.value)}\`.`),
  );
  return { ...definition, values };
}

type WithFields = ObjectTypeDefinitionNode | ObjectTypeExtensionNode | InterfaceTypeDefinitionNode;

function fieldsOf(definition: WithFields, interfaces: FieldsByInterface): FieldDefinitionNode[] {
  const inherited = (definition.interfaces ?? []).flatMap(({ name }) => interfaces.get(name.value) ?? []);
  return (definition.fields ?? []).map((field) => ({
    ...withDescription(
      field,
      inheritedText(field, inherited) ?? fieldDescription(definition.name.value, field),
    ),
    arguments: (field.arguments ?? []).map((argument) =>
      withDescription(argument, ARGUMENTS[argument.name.value]),
    ),
  }));
}

const ofType = <Node extends Described>(node: Node): Node =>
  withDescription(node, typeDescription(node.name.value));

function inheritedText(field: FieldDefinitionNode, inherited: readonly FieldDefinitionNode[]) {
  return inherited.find(({ name, description }) => description && name.value === field.name.value)
    ?.description?.value;
}

function fieldDescription(type: string, { name, type: given }: FieldDefinitionNode): string | undefined {
  const page = /(Connection|Edge)$/.exec(type)?.[1];
  const ofPage = page && PAGE_FIELDS[page]?.[name.value];
  if (ofPage) return ofPage;
  if (name.value === 'company') return 'To which it belongs.';
  // The objects in a payload: the mutation has changed them.
  const isObject = given.kind === Kind.NON_NULL_TYPE && given.type.kind === Kind.NAMED_TYPE;
  return type.endsWith('Payload') && isObject ? 'As it is now.' : undefined;
}

/** `NOT_FOUND` → `NotFoundError` */
const errorTypeOf = (code: string): string =>
  `${code
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('')}Error`;

function withDescription<Node extends Described>(node: Node, text: string | undefined): Node {
  if (node.description || text === undefined) return node;
  return { ...node, description: { kind: Kind.STRING, value: text, block: true } };
}
