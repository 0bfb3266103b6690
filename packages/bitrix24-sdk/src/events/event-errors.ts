import { Bitrix24Error } from '../errors.ts';

/** What came is no event of Bitrix24: answer 400, and count it. `meta.problem` never has a value of it. */
export class EventError extends Bitrix24Error {
  constructor(problem: string, cause?: unknown) {
    super(`This is no event of Bitrix24: ${problem}`, {
      code: 'BITRIX24_EVENT_INVALID',
      retryable: false,
      meta: { problem },
      cause,
    });
  }
}
