import { type DocumentNode, Kind, visit } from 'graphql';
import { PublicError } from '../../errors/public-error.ts';
import { LIMITS } from './limits.ts';
import type { OperationSize } from './measure-operation.ts';

const NAMES = {
  fields: 'fields',
  depth: 'levels of fields',
  introspectionDepth: 'levels of introspection',
  rootFields: 'fields at the root',
  aliases: 'aliases',
  repeats: 'repeated fields',
  directives: 'directives',
  variables: 'variables, declared and used',
  definitions: 'operations and fragments',
  listEntries: 'entries in one list',
  cost: 'points of cost',
} as const;

/** Says by how much, so that a client can tell how much smaller it has to become. */
export function refuseAbove(measure: keyof typeof NAMES, value: number): void {
  if (value > LIMITS[measure])
    throw new PublicError(
      `The operation is too large: ${value} ${NAMES[measure]}, at most ${LIMITS[measure]} are allowed. Ask for smaller pages or in several operations.`,
      { code: 'QUERY_TOO_LARGE' },
    );
}

export function refuseSize(size: OperationSize): void {
  if (size.cycle !== null)
    throw new PublicError(`The fragment "${size.cycle}" spreads itself.`, {
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
  for (const measure of [
    'fields',
    'depth',
    'introspectionDepth',
    'rootFields',
    'aliases',
    'repeats',
  ] as const)
    refuseAbove(measure, size[measure]);
}

/** What stands in the document, whichever of its operations is meant. */
export function refuseDocument(document: DocumentNode): void {
  let directives = 0;
  let listEntries = 0;
  const spread = new Set<string>();
  visit(document, {
    Directive: () => {
      directives += 1;
    },
    ListValue: ({ values }) => {
      listEntries = Math.max(listEntries, values.length);
    },
    FragmentSpread: ({ name }) => {
      spread.add(name.value);
    },
  });
  refuseAbove('directives', directives);
  refuseAbove('listEntries', listEntries);
  // Validation would say so too, after it has compared each of their fields with each.
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION && !spread.has(definition.name.value))
      throw new PublicError(`The fragment "${definition.name.value}" is never used.`, {
        code: 'GRAPHQL_VALIDATION_FAILED',
      });
}

/** Not recursive: 100,000 bytes of brackets are 50,000 levels. */
export function refuseVariables(variables: Readonly<Record<string, unknown>>): void {
  const left: unknown[] = [variables];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const entries: unknown[] = Object.values(value).filter((entry) => entry !== undefined);
    if (Array.isArray(value)) refuseAbove('listEntries', entries.length);
    for (const entry of entries) left.push(entry);
  }
}
