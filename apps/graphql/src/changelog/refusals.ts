import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { Entry } from './compare.ts';
import { earliestRemoval, removalOf } from './deprecation.ts';
import type { Released } from './released.ts';

/**
 * What may not be released: whatever breaks a document, unless it was deprecated in the last release and its day of
 * removal has come; and what is deprecated for less than half a year.
 */
export function refusals(
  entries: readonly Entry[],
  { released, present, today }: { released: Released; present: GraphQLSchema; today: string },
): string[] {
  const breaking = entries
    .filter(({ section }) => section === 'Breaking' && !released.isPreview)
    .flatMap(({ path, type, text }) => {
      // What used it is judged for itself.
      if (type === 'TYPE_REMOVED') return [];
      const reason = type.endsWith('_REMOVED') ? deprecationAt(released.schema, path) : null;
      const removal = reason && removalOf(reason);
      if (!removal) return [`${text} It breaks documents, and was not deprecated in ${released.version}.`];
      return removal <= today ? [] : [`${text} It was promised to stay until ${removal}.`];
    });
  const short = entries
    .filter(({ section, type }) => section === 'Deprecated' && !type.endsWith('_REMOVED'))
    .flatMap(({ path }) => {
      const removal = removalOf(deprecationAt(present, path) ?? '');
      const earliest = earliestRemoval(released.date);
      return removal && removal >= earliest
        ? []
        : [`${path}: it may be removed on ${earliest} at the earliest.`];
    });
  return [...breaking, ...new Set(short)];
}

/** Why the field, argument, input field or enum value at a path is deprecated; null: it is not. */
function deprecationAt(schema: GraphQLSchema, path: string): string | null {
  const [typeName = '', member = '', argument] = path.split('.');
  const type = schema.getType(typeName);
  if (isEnumType(type)) return type.getValue(member)?.deprecationReason ?? null;
  if (isInputObjectType(type)) return type.getFields()[member]?.deprecationReason ?? null;
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  const field = type.getFields()[member];
  if (argument === undefined || argument === 'deprecated' || argument === '@deprecated')
    return field?.deprecationReason ?? null;
  return field?.args.find(({ name }) => name === argument)?.deprecationReason ?? null;
}
