import { DomovoyError } from '@domovoy/models';

/** A refusal as Bitrix24 words it: what is thrown becomes an answer, or the outcome of one command of a batch. */
export class RestError extends DomovoyError {
  readonly status: number;
  /** A code, a sentence, a number or nothing at all (facts §2). */
  readonly error: string;

  constructor(status: number, error: string, description: string) {
    super(description, { code: error || `HTTP_${status}` });
    this.status = status;
    this.error = error;
  }

  get body(): { error: string; error_description: string } {
    return { error: this.error, error_description: this.message };
  }
}

export const argumentMissing = (name: string) =>
  new RestError(400, '100', `Could not find value for parameter {${name}}`);
export const argumentInvalid = (text: string) => new RestError(400, 'ERROR_ARGUMENT', text);
