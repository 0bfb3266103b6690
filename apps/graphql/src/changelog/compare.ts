import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';

export type Section = 'Breaking' | 'Deprecated' | 'Changed' | 'Added';

/** One difference between two schemas. */
export interface Entry {
  readonly section: Section;
  /** `FIELD_REMOVED`, … as graphql-inspector calls it. */
  readonly type: string;
  /** `Account.number` */
  readonly path: string;
  readonly text: string;
}

/** Texts, and who may ask (the schema says it beside each field), are no changes of what a document means. */
const UNTOLD = /DESCRIPTION|DIRECTIVE_USAGE|DIRECTIVE_(ADDED|REMOVED)|_REPEATABLE_|DIRECTIVE_LOCATION/;

/** What a front-end developer has to know of, sorted. */
export async function compare(before: GraphQLSchema, after: GraphQLSchema): Promise<Entry[]> {
  const changes = await diff(before, after);
  const newTypes = new Set(changes.flatMap(({ type, path }) => (type === 'TYPE_ADDED' ? [path] : [])));
  return changes
    .filter(({ type, path = '' }) => !UNTOLD.test(type) && !isPartOfNew(path, newTypes))
    .map((change) => ({
      section: sectionOf(change),
      type: change.type,
      path: change.path ?? '',
      text: change.message,
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.text < b.text ? -1 : 1));
}

/** The type is told; what it has is in the schema. */
const isPartOfNew = (path: string, newTypes: ReadonlySet<string | undefined>): boolean =>
  path.includes('.') && newTypes.has(path.split('.')[0]);

function sectionOf({ type, criticality }: Change): Section {
  if (type.includes('DEPRECATION')) return 'Deprecated';
  if (criticality.level === CriticalityLevel.Breaking) return 'Breaking';
  return type.includes('_ADDED') ? 'Added' : 'Changed';
}
