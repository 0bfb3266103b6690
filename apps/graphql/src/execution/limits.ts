import type { DocumentNode } from 'graphql';
import { PublicError } from '../errors/public-error.ts';
import { measureOperation, type OperationSize } from './measure-operation.ts';

/** The same for HTTP and WebSocket. */
export const LIMITS = {
  /** Bytes of an HTTP body or a WebSocket message. */
  bodyBytes: 100_000,
  /** Lexical tokens of a document. The parser is recursive: this bounds its stack too. */
  tokens: 2_000,
  depth: 12,
  rootFields: 20,
  fields: 500,
  values: 200_000,
  /** Operations that are open on one socket at once. */
  subscriptionsPerSocket: 100,
  queryTimeoutMs: 10_000,
  /** A mutation may wait so long for what it asked for, besides the time that it takes itself. */
  waitMs: 10_000,
} as const;

const NAMES: Readonly<Record<keyof OperationSize, string>> = {
  depth: 'levels of fields',
  rootFields: 'fields at the root',
  fields: 'fields',
  values: 'values in the answer',
};

/** Before anything is executed: refuses what would cost too much, and says by how much. */
export function refuseTooLarge(
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>> | null | undefined,
): void {
  const size = measureOperation(document, {
    operationName: operationName ?? null,
    variables: variables ?? {},
    maxFields: LIMITS.fields,
  });
  for (const measure of ['fields', 'depth', 'rootFields', 'values'] as const)
    if (size[measure] > LIMITS[measure])
      throw new PublicError(
        `The operation is too large: ${size[measure]} ${NAMES[measure]}, at most ${LIMITS[measure]} are allowed. Ask for smaller pages or in several operations.`,
        { code: 'QUERY_TOO_LARGE' },
      );
}
