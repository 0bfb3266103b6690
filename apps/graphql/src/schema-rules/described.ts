import { membersOf, type Rule } from './members.ts';

/** A front-end developer works from the descriptions alone. */
export const described: Rule = (schema) =>
  membersOf(schema)
    .filter(
      ({ path, node }) => !['Query', 'Mutation', 'Subscription'].includes(path) && !node.description?.trim(),
    )
    .map(({ path }) => `${path}: it is not described`);
