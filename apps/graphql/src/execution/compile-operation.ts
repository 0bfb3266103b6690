import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type VariableDefinitionNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
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
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  if (definitions.length === 0) return (root, context) => compiled.query(root, context, {});
  const defaults = defaultsOf(definitions);
  return (root, context, variables) => {
    // What graphql-js says about variables is said better, and is what clients are told by all others.
    const { errors } = getVariableValues(schema, definitions, variables, { maxErrors: MAX_ERRORS });
    return errors ? { errors } : compiled.query(root, context, { ...defaults, ...variables });
  };
}

/** As graphql-js' own `execute` has it. */
const MAX_ERRORS = 50;

/**
 * As a client would have sent them: graphql-jit 0.8.9 refuses a variable with `!` and a default that is not given, and
 * puts the default of a scalar of ours in as it is after reading.
 */
const defaultsOf = (definitions: readonly VariableDefinitionNode[]): Variables =>
  Object.fromEntries(
    definitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );

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
