/** What the fake answers with. Anything else that is given as an answer is the body of a 200. */
export class FakeAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** The connection breaks. */
export class FakeFailure {
  readonly isSent: boolean;

  constructor(isSent: boolean) {
    this.isSent = isSent;
  }
}

/** `status(404, { message: 'No such account' })`; a body that is text is sent as it stands. */
export const status = (code: number, body: unknown = '', headers?: Readonly<Record<string, string>>) =>
  new FakeAnswer(code, body, headers);

/** The service cannot be reached, or, `isSent`, the connection breaks before the answer: the outcome is unknown. */
export const connectionLost = ({ isSent = false } = {}) => new FakeFailure(isSent);

/** Items in the envelope of a page; the last one, unless it is said. */
export const page = (content: readonly unknown[], { number = 0, last = true } = {}) => ({
  content,
  number,
  last,
  first: number === 0,
  empty: content.length === 0,
  size: content.length,
  numberOfElements: content.length,
  totalElements: content.length,
  totalPages: 1,
  pageable: null,
  sort: null,
});
