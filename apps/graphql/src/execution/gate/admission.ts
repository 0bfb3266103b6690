import type { Budgets } from '@domovoy/service-kit';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Caller } from '../../commands/caller.ts';
import { PublicError } from '../../errors/public-error.ts';
import { BoundedCache } from '../bounded-cache.ts';
import { type Charge, charge, costOf, describeCost } from './cost.ts';
import { LIMITS } from './limits.ts';
import { type ListSizes, listSizes } from './list-sizes.ts';
import { fragmentsOf, measureOperation, type OperationSize } from './measure-operation.ts';
import { refuseNesting } from './refuse-nesting.ts';
import { refuseAbove, refuseDocument, refuseSize, refuseVariables } from './refuse-shape.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

/** As it came over HTTP or a socket. */
export interface OperationRequest {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

/** An operation that may be executed, and what it is executed with. */
export interface Admitted {
  readonly document: DocumentNode;
  readonly node: OperationDefinitionNode;
  readonly operationName: string | null;
  readonly variables: Record<string, unknown>;
  readonly charge: Charge;
  /** Named when the operation takes too long. */
  readonly heaviestField: string;
}

export type Admission = (request: OperationRequest, caller: Caller) => Admitted | readonly GraphQLError[];

export interface AdmissionOptions {
  readonly budgets: Budgets;
  /** Who may ask for the schema, and is told which fields he may have meant. */
  readonly maySeeSchema: (caller: Caller) => boolean;
  readonly trusted: TrustedDocuments;
}

/** Documents that were found valid, by their text. */
const MAX_KNOWN_CHARACTERS = 2_000_000;

/**
 * The one gate for HTTP and WebSocket, before anything is executed. Its steps are in the order of what they cost: a
 * hostile document is not validated, because some rules compare each field with each.
 */
export function createAdmission(schema: GraphQLSchema, options: AdmissionOptions): Admission {
  const known = new BoundedCache<DocumentNode>(MAX_KNOWN_CHARACTERS);
  const sizes = listSizes(schema);

  const read = (source: string, seesSchema: boolean): DocumentNode | readonly GraphQLError[] => {
    const key = `${seesSchema ? 'all' : 'own'} ${source}`;
    const valid = known.get(key);
    if (valid) return valid;
    refuseNesting(source);
    const document = parse(source);
    refuseOperations(document, sizes);
    refuseDocument(document);
    const rules = seesSchema ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
    const problems = (hideSuggestions: boolean) =>
      validate(schema, document, rules, { maxErrors: LIMITS.validationErrors, hideSuggestions });
    const found = problems(true);
    const isTypo = seesSchema && found.length > 0 && found.length <= LIMITS.suggestedErrors;
    const errors = isTypo ? problems(false) : found;
    if (errors.length > 0) return errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
    known.set(key, document, key.length);
    return document;
  };

  const admit = (request: OperationRequest, caller: Caller): Admitted | readonly GraphQLError[] => {
    const { query, operationName, variables } = wellFormed(request, options.trusted);
    refuseVariables(variables);
    const document = read(query, options.maySeeSchema(caller));
    if (!('kind' in document)) return document;
    const node = getOperationAST(document, operationName);
    if (!node)
      throw new PublicError('Unable to identify the operation.', { code: 'OPERATION_RESOLUTION_FAILURE' });
    const size = refuseOperation(node, fragmentsOf(document), { variables, sizes });
    const cost = costOf(node, size);
    refuseAbove('cost', cost);
    const charged = charge(options.budgets, keyOf(caller), { cost, node, size });
    if (!charged) throw throttled(options.budgets, keyOf(caller), cost);
    const { heaviestField } = size;
    return { document, node, operationName, variables, charge: charged, heaviestField };
  };

  return (request, caller) => {
    try {
      return admit(request, caller);
    } catch (error) {
      if (error instanceof PublicError) return [error];
      if (error instanceof GraphQLError) return [withCode(error, 'GRAPHQL_PARSE_FAILED')];
      throw error;
    }
  };
}

/** By whom budgets and limits are counted. */
export const keyOf = ({ actor }: Caller): string => actor;

/** Whichever is meant: all of them are validated. */
function refuseOperations(document: DocumentNode, sizes: ListSizes): void {
  refuseAbove('definitions', document.definitions.length);
  const fragments = fragmentsOf(document);
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION)
      refuseOperation(definition, fragments, { variables: {}, sizes });
}

function refuseOperation(
  node: OperationDefinitionNode,
  fragments: ReturnType<typeof fragmentsOf>,
  given: { variables: Record<string, unknown>; sizes: ListSizes },
): OperationSize {
  const size = measureOperation(node, fragments, { ...given, maxSelections: MAX_SELECTIONS });
  refuseSize(size);
  return size;
}

/** Fields and spreads: enough to see that there are too many fields. */
const MAX_SELECTIONS = LIMITS.fields * 2;

function wellFormed(request: OperationRequest, trusted: TrustedDocuments) {
  const { operationName = null, variables } = request;
  const query = trusted.textOf(request);
  if (operationName !== null && typeof operationName !== 'string')
    throw badRequest('`operationName` has to be a string.');
  if (variables !== undefined && variables !== null && !isObject(variables))
    throw badRequest('`variables` has to be an object.');
  return { query, operationName, variables: variables ?? {} };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const badRequest = (message: string) => new PublicError(message, { code: 'BAD_REQUEST' });

function throttled(budgets: Budgets, key: string, requested: number): PublicError {
  const cost = describeCost(budgets, key, { requested, actual: null });
  const { currentlyAvailable, restoreRate } = cost.throttleStatus;
  const seconds = Math.ceil((requested - currentlyAvailable) / restoreRate);
  return new PublicError(
    `The operation costs ${requested} points, and ${currentlyAvailable} are left. Try again in ${seconds} s.`,
    { code: 'THROTTLED', retryable: true, more: { cost } },
  );
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  error.extensions['code'] = code;
  error.extensions['retryable'] = false;
  return error;
}
