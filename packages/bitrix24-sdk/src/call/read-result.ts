import type { z } from 'zod';
import { type FailedCall, ResponseValidationError } from '../errors.ts';
import { fieldIssues } from '../options.ts';
import type { Command, Effect } from './command.ts';

/** The result in the shape that the command expects. */
export function readResult(
  result: unknown,
  { answer }: Pick<Command, 'answer'>,
  call: FailedCall,
  effect: Effect,
): unknown {
  return answer ? checkShape(result, answer, call, effect) : result;
}

export function checkShape<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
  call: FailedCall,
  effect: Effect,
): z.output<Schema> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  throw new ResponseValidationError('it has another shape', {
    call: { method: call.method, attempt: call.attempt },
    isJson: true,
    issues: fieldIssues(checked.error),
    // The portal said yes: what was to be done is done, as far as we can tell.
    unknownOutcome: effect !== 'read',
  });
}
