import { StatementScope } from '@domovoy/store';
import type { ExecutionResult } from 'graphql';
import { PublicError } from '../errors/public-error.ts';

export interface Patience {
  readonly timeoutMs: number;
  /** Named in the answer; empty: not known. */
  readonly heaviestField: string;
}

/** Ends what takes too long: the answer says so, and what the database is doing for it is cancelled there. */
export async function withTimeLimit(
  work: () => Promise<ExecutionResult> | ExecutionResult,
  patience: Patience,
): Promise<ExecutionResult> {
  const { promise: late, resolve } = Promise.withResolvers<ExecutionResult>();
  const statements = new StatementScope();
  const timer = setTimeout(() => {
    statements.cancel();
    // The error is made when it is needed: its stack is what costs.
    resolve({ errors: [timeoutError(patience)] });
  }, patience.timeoutMs);
  try {
    return await Promise.race([statements.run(work), late]);
  } finally {
    clearTimeout(timer);
  }
}

const timeoutError = ({ timeoutMs, heaviestField }: Patience) =>
  new PublicError(
    `The operation took longer than ${timeoutMs} ms.${heaviestField === '' ? '' : ` Most is asked for below ${heaviestField}.`}`,
    { code: 'QUERY_TIMEOUT', retryable: true, more: heaviestField === '' ? {} : { heaviestField } },
  );
