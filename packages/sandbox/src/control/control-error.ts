import { DomovoyError } from '@domovoy/models';
import type { z } from 'zod';

/** A refusal of the control API: `body` goes to the caller as JSON. */
export class ControlError extends DomovoyError {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message, { code });
    this.status = status;
    this.body = { code, message, ...details };
  }
}

/** Says what is wrong and what would be right. */
export class InvalidRequestError extends ControlError {
  constructor(issues: readonly z.core.$ZodIssue[], accepted: Readonly<Record<string, string>>) {
    const problems = issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.join('.')}: ${message}`,
    );
    super(400, 'INVALID_REQUEST', problems.join('; '), { problems, accepted });
  }
}
