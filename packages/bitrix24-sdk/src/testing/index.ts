export { apiError, connectionLost, type FakeAnswer, type FakeFailure, page } from './answers.ts';
export { eventForm, type FakeEvent } from './event-form.ts';
export { createFakeBitrix24, type FakeBitrix24 } from './fake-bitrix24.ts';
export type { AnswerOf, FakeRequest } from './fake-transport.ts';
export { type TableOptions, table } from './table.ts';
