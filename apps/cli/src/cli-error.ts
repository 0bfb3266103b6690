import { DomovoyError, type DomovoyErrorOptions } from '@domovoy/models';

/** Something the person at the terminal can mend: printed without a stack, the command ends with exit code 1. */
export class CliError extends DomovoyError {
  /** Further lines: each problem, or what to do next. */
  readonly details: readonly string[];

  constructor(message: string, options: DomovoyErrorOptions & { details?: readonly string[] }) {
    super(message, options);
    this.details = options.details ?? [];
  }
}

/** The codes of an error and of its causes, outermost first: what to branch on instead of messages. */
export function errorCodes(error: unknown): string[] {
  const codes: string[] = [];
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') codes.push(current.code);
    // Packages keep the code of a driver or socket apart from their own.
    if (current instanceof DomovoyError)
      codes.push(
        ...[current.meta['cause'], current.meta['sqlState']].filter((code) => typeof code === 'string'),
      );
    // Node tries each address of a host and reports the failures together.
    if (current instanceof AggregateError) codes.push(...current.errors.flatMap(errorCodes));
  }
  return codes;
}
