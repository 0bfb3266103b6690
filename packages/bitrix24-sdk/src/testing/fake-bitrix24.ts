import { webhookAuth } from '../auth/auth.ts';
import { assemble, type Bitrix24, checkOptions } from '../client.ts';
import type { Bitrix24Options } from '../options.ts';
import { type AnswerOf, createFakeTransport, type FakeRequest } from './fake-transport.ts';

export interface FakeBitrix24 {
  /** The client to hand to what is tested: the real one, but for the network. */
  readonly client: Bitrix24;
  /**
   * What a method of the API answers, called singly or in a batch: its `result`, `page(…)`, `apiError(…)`,
   * `connectionLost(…)`, `table(…)`, or a function of the request that gives one of these. Of several, each is used once,
   * and the last one from then on. Methods are named as the API names them: `crm.item.add`.
   */
  readonly answer: (method: string, ...answers: [AnswerOf, ...AnswerOf[]]) => void;
  /** What was executed, in order. */
  readonly requests: readonly FakeRequest[];
}

/** A client that answers what it is told to. Parameters, batches, errors, repeats and checks are the real ones. */
export function createFakeBitrix24(options: Partial<Bitrix24Options> = {}): FakeBitrix24 {
  const { requests, answer, ...transport } = createFakeTransport();
  const settings = checkOptions({
    auth: webhookAuth('https://fake.bitrix24.test/rest/1/fake/'),
    limits: false,
    // Nobody wants to wait in a test.
    retry: { baseDelayMs: 0 },
    ...options,
  });
  return { client: assemble(settings, transport), answer, requests };
}
