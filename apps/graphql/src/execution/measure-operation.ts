import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { UNPAGED_LISTS } from './unpaged-lists.ts';

export interface OperationSize {
  /** Levels of fields, the root's being 1. */
  readonly depth: number;
  readonly rootFields: number;
  /** Fields with all fragments written out: aliases, repetitions and `__typename` count like any other. */
  readonly fields: number;
  /** Values that the answer may hold: each field times the rows it is in. */
  readonly values: number;
}

/** How many rows a list may give for which no page is asked. */
const UNPAGED: ReadonlyMap<string, number> = new Map(Object.entries(UNPAGED_LISTS));

type Variables = Readonly<Record<string, unknown>>;

/** A total costs about as much as reading so many values. */
const VALUES_PER_COUNT = 100;

/**
 * How much a validated operation asks for, with its variables: a page size given as a variable is no smaller than
 * one written out. Fields of the introspection are counted, but their depth is limited by validation.
 * Stops as soon as there are more than `maxFields`, because fragments multiply.
 */
export function measureOperation(
  document: DocumentNode,
  {
    operationName,
    variables,
    maxFields,
  }: { operationName: string | null; variables: Variables; maxFields: number },
): OperationSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const size = { depth: 0, rootFields: 0, fields: 0, values: 0 };

  const visit = (selections: SelectionSetNode, depth: number, rows: number, hidden: boolean): void => {
    for (const selection of selections.selections) {
      if (size.fields > maxFields) return;
      if (selection.kind === Kind.FIELD) visitField(selection, depth, rows, hidden);
      else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (inner) visit(inner.selectionSet, depth, rows, hidden);
      }
    }
  };
  const visitField = (field: FieldNode, depth: number, rows: number, hidden: boolean): void => {
    const name = field.name.value;
    size.fields += 1;
    if (depth === 1) size.rootFields += 1;
    if (!hidden) size.depth = Math.max(size.depth, depth);
    size.values += rows * (name === 'totalCount' ? VALUES_PER_COUNT : 1);
    if (field.selectionSet)
      visit(
        field.selectionSet,
        depth + 1,
        rows * rowsOf(field, variables),
        hidden || name === '__schema' || name === '__type',
      );
  };

  const operation = getOperationAST(document, operationName);
  if (operation) visit(operation.selectionSet, 1, 1, false);
  return size;
}

/**
 * By its arguments a field is a list: a page of so many, or so many ids. Lists without a page are known by their names,
 * whatever their type: an estimate may be too high.
 */
function rowsOf(field: FieldNode, variables: Variables): number {
  let rows: number | null = null;
  for (const { name, value } of field.arguments ?? []) {
    if (name.value === 'first' || name.value === 'last')
      rows = Math.max(rows ?? 1, numberOf(value, variables));
    if (name.value === 'ids') rows = Math.max(rows ?? 1, lengthOf(value, variables));
  }
  return rows ?? UNPAGED.get(field.name.value) ?? 1;
}

function numberOf(value: ValueNode, variables: Variables): number {
  const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  if (typeof given === 'number') return given;
  return value.kind === Kind.INT ? Number(value.value) : 1;
}

function lengthOf(value: ValueNode, variables: Variables): number {
  const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  if (Array.isArray(given)) return given.length;
  return value.kind === Kind.LIST ? value.values.length : 1;
}
