import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { ListSizes } from './list-sizes.ts';

export interface OperationSize {
  /** Levels of fields, the root's being 1. */
  readonly depth: number;
  /** The same below `__schema` and `__type`. */
  readonly introspectionDepth: number;
  readonly rootFields: number;
  /** Fields with all fragments written out: aliases, repetitions and `__typename` count like any other. */
  readonly fields: number;
  readonly aliases: number;
  /** Fields whose name in the answer their object has already. */
  readonly repeats: number;
  /** Values that the answer may hold: each field times the rows it is in. */
  readonly values: number;
  /** The field below which most values are asked for, children with rows of their own not counted; empty: none. */
  readonly heaviestField: string;
  /** A fragment spreads itself: nothing more was measured. */
  readonly cycle: string | null;
}

type Variables = Readonly<Record<string, unknown>>;

/** A total costs about as much as reading so many values. */
export const VALUES_PER_COUNT = 100;

/** Where the walk is. */
interface Place {
  readonly depth: number;
  readonly rows: number;
  readonly path: string;
  readonly isIntrospection: boolean;
  /** Of the object; one that the schema has not is refused later. */
  readonly type: string;
  /** Names that the object has already. */
  readonly names: Set<string>;
}

export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  return fragments;
}

/**
 * How much an operation asks for, with its variables and their defaults: a page size given as a variable is no smaller
 * than one written out. Needs no valid document, so that no hostile one has to be validated: what the schema has not
 * counts as one row. Stops as soon as there are more than `maxSelections` fields and spreads, because fragments multiply.
 */
export function measureOperation(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  { variables, maxSelections, sizes }: { variables: Variables; maxSelections: number; sizes: ListSizes },
): OperationSize {
  const walk = new Walk({
    fragments,
    variables: { ...defaultsOf(operation), ...variables },
    maxSelections,
    sizes,
  });
  walk.visit(operation.selectionSet, {
    depth: 1,
    rows: 1,
    path: '',
    isIntrospection: false,
    type: sizes.roots[operation.operation],
    names: new Set(),
  });
  return walk;
}

class Walk implements OperationSize {
  depth = 0;
  introspectionDepth = 0;
  rootFields = 0;
  fields = 0;
  aliases = 0;
  repeats = 0;
  values = 0;
  heaviestField = '';
  cycle: string | null = null;
  #heaviest = 0;
  #selections = 0;
  readonly #spreading = new Set<string>();
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Variables;
  readonly #maxSelections: number;
  readonly #sizes: ListSizes;

  constructor(given: {
    fragments: ReadonlyMap<string, FragmentDefinitionNode>;
    variables: Variables;
    maxSelections: number;
    sizes: ListSizes;
  }) {
    this.#fragments = given.fragments;
    this.#variables = given.variables;
    this.#maxSelections = given.maxSelections;
    this.#sizes = given.sizes;
  }

  visit(selections: SelectionSetNode, place: Place): void {
    for (const selection of selections.selections) {
      this.#selections += 1;
      if (this.cycle !== null) return;
      if (this.#selections > this.#maxSelections) {
        this.fields = Math.max(this.fields, this.#selections);
        return;
      }
      if (selection.kind === Kind.FIELD) this.#field(selection, place);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        this.visit(selection.selectionSet, seenAs(place, selection.typeCondition));
      else this.#spread(selection.name.value, place);
    }
  }

  #spread(name: string, place: Place): void {
    if (this.#spreading.has(name)) {
      this.cycle = name;
      return;
    }
    const fragment = this.#fragments.get(name);
    if (!fragment) return;
    this.#spreading.add(name);
    this.visit(fragment.selectionSet, seenAs(place, fragment.typeCondition));
    this.#spreading.delete(name);
  }

  #field(field: FieldNode, place: Place): void {
    const { depth, rows, path } = place;
    const name = field.name.value;
    const shownName = field.alias?.value ?? name;
    this.fields += 1;
    if (depth === 1) this.rootFields += 1;
    if (field.alias) this.aliases += 1;
    if (place.names.has(shownName)) this.repeats += 1;
    place.names.add(shownName);
    if (place.isIntrospection) this.introspectionDepth = Math.max(this.introspectionDepth, depth);
    else this.depth = Math.max(this.depth, depth);
    this.values += rows * (name === 'totalCount' ? VALUES_PER_COUNT : 1);
    if (!field.selectionSet) return;
    const shape = this.#sizes.types.get(place.type)?.get(name);
    const inner = {
      depth: depth + 1,
      rows: rows * (pageOf(field, this.#variables) ?? shape?.rows ?? 1),
      type: shape?.type ?? '',
      path: path === '' ? shownName : `${path}.${shownName}`,
      isIntrospection: place.isIntrospection || name === '__schema' || name === '__type',
      names: new Set<string>(),
    };
    const own = inner.rows * field.selectionSet.selections.length;
    if (own > this.#heaviest) {
      this.#heaviest = own;
      this.heaviestField = inner.path;
    }
    this.visit(field.selectionSet, inner);
  }
}

function defaultsOf(operation: OperationDefinitionNode): Variables {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.INT) defaults[variable.name.value] = Number(defaultValue.value);
    if (defaultValue?.kind === Kind.LIST) defaults[variable.name.value] = defaultValue.values;
  }
  return defaults;
}

/** The same object, as the type that a fragment is about. */
const seenAs = (place: Place, type: NamedTypeNode | undefined): Place =>
  type === undefined || type.name.value === place.type ? place : { ...place, type: type.name.value };

/** By its arguments a field is a list: a page of so many, or so many ids. Null: it has no such argument. */
function pageOf(field: FieldNode, variables: Variables): number | null {
  let rows: number | null = null;
  for (const { name, value } of field.arguments ?? []) {
    if (name.value === 'first' || name.value === 'last')
      rows = Math.max(rows ?? 1, numberOf(value, variables));
    if (name.value === 'ids') rows = Math.max(rows ?? 1, lengthOf(value, variables));
  }
  return rows;
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
