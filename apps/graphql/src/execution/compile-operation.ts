import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema, visit } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from '../context.ts';

type Variables = Record<string, unknown>;

/** Runs one operation on a root: nothing for a query, the event for a subscription. */
export type RunOperation = (
  root: unknown,
  context: Context,
  variables: Variables,
) => Promise<ExecutionResult> | ExecutionResult;

/** Compiled code for the operation; the same by graphql-js where compiled code would answer something else. */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): RunOperation {
  if (repeatsConditionalSpread(document)) return interpretOperation(schema, document, operationName);
  const compiled = compileQuery(schema, document, operationName, {
    // Keeps conditions by path, the way that graphql-jit is moving to.
    useExperimentalPathBasedSkipInclude: true,
  });
  if (!isCompiledQuery(compiled)) return () => compiled;
  return (root, context, variables) => compiled.query(root, context, variables);
}

/** By graphql-js: slower, and what all others are measured by. */
export const interpretOperation =
  (schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined): RunOperation =>
  (rootValue, contextValue, variableValues) =>
    execute({ schema, document, operationName, rootValue, contextValue, variableValues });

/**
 * graphql-jit 0.8.9 forgets a fragment that is spread again where its first spread was skipped:
 * `{ ...F @skip(if: true) ...F }` answers nothing of F. Rare enough to leave all such documents to graphql-js.
 */
function repeatsConditionalSpread(document: DocumentNode): boolean {
  const spreads = new Map<string, { count: number; isConditional: boolean }>();
  visit(document, {
    FragmentSpread: ({ name, directives = [] }) => {
      const { count, isConditional } = spreads.get(name.value) ?? { count: 0, isConditional: false };
      spreads.set(name.value, { count: count + 1, isConditional: isConditional || directives.length > 0 });
    },
  });
  return [...spreads.values()].some(({ count, isConditional }) => count > 1 && isConditional);
}
