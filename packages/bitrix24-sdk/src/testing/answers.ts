/** What the fake answers with. Anything else that is given as an answer is the `result` of a success. */
export class FakeAnswer {
  readonly status: number;
  readonly body: object;

  constructor(status: number, body: object) {
    this.status = status;
    this.body = body;
  }
}

/** The connection breaks. */
export class FakeFailure {
  readonly isSent: boolean;

  constructor(isSent: boolean) {
    this.isSent = isSent;
  }
}

/** A refusal, as the portal words it: `apiError(400, 'NOT_FOUND', 'Not found')`. In a batch it is the command's. */
export const apiError = (status: number, error: string | number, description = '') =>
  new FakeAnswer(status, { error, error_description: description });

/** Rows with the numbers that stand beside them. */
export const page = (result: unknown, { total, next }: { total?: number; next?: number } = {}) =>
  new FakeAnswer(200, { result, ...(total !== undefined && { total }), ...(next !== undefined && { next }) });

/** The portal cannot be reached, or, `isSent`, the connection breaks before the answer: the outcome is unknown. */
export const connectionLost = ({ isSent = false } = {}) => new FakeFailure(isSent);
