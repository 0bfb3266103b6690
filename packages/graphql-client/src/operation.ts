import type { DocumentTypeDecoration, TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  type ArgumentNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type ValueNode,
} from 'graphql';

/** A document of one operation with its types: of this package, or of your own codegen, as a string or as an AST. */
export type Operation<Data, Variables> =
  | TypedDocumentNode<Data, Variables>
  | (DocumentTypeDecoration<Data, Variables> & { toString(): string });

export type VariablesOfOperation = Readonly<Record<string, unknown>>;

export interface ReadOperation {
  readonly text: string;
  readonly kind: `${OperationTypeNode}`;
  /** Does the same request again, in any number, have the effect of one? */
  readonly isRepeatable: (variables: VariablesOfOperation) => boolean;
}

type AnyDocument = DocumentNode | { toString(): string };

export function readOperation(operation: AnyDocument): ReadOperation {
  const text = 'kind' in operation ? print(operation) : operation.toString();
  const definition = parse(text, { noLocation: true }).definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  );
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('the document has no operation');
  const { operation: kind } = definition;
  return {
    text,
    kind,
    isRepeatable: (variables) =>
      definition.operation === OperationTypeNode.QUERY || everyFieldHasAKey(definition, variables),
  };
}

/**
 * Of each root field: one without a key would be done twice. `input` as a whole may be a variable, or be written out
 * in the document.
 */
function everyFieldHasAKey(
  { selectionSet }: OperationDefinitionNode,
  variables: VariablesOfOperation,
): boolean {
  return selectionSet.selections.every(
    (field) =>
      field.kind === Kind.FIELD &&
      (field.name.value === '__typename' || hasKey(field.arguments ?? [], variables)),
  );
}

const hasKey = (fieldArguments: readonly ArgumentNode[], variables: VariablesOfOperation): boolean =>
  fieldArguments.some(
    ({ name, value }) =>
      (name.value === 'idempotencyKey' && isGiven(valueOf(value, variables))) ||
      isGiven(propertyOf(value, variables, 'idempotencyKey')),
  );

const isGiven = (value: unknown): boolean => typeof value === 'string' && value !== '';

function valueOf(value: ValueNode, variables: VariablesOfOperation): unknown {
  if (value.kind === Kind.VARIABLE) return variables[value.name.value];
  return value.kind === Kind.STRING ? value.value : null;
}

function propertyOf(value: ValueNode, variables: VariablesOfOperation, name: string): unknown {
  if (value.kind === Kind.OBJECT) {
    const property = value.fields.find((field) => field.name.value === name);
    return property && valueOf(property.value, variables);
  }
  const given = valueOf(value, variables);
  return typeof given === 'object' && given !== null ? (given as VariablesOfOperation)[name] : null;
}
