import { createEnqueue, type DeliveryKinds, defineDeliveryKind } from '@domovoy/domain';
import { z } from 'zod';

const Effect = z.object({
  /** What the effect is at the target: to have it twice is once too many. */
  key: z.string(),
  /** What it is about. */
  about: z.string(),
});

const common = {
  target: 'rosdomofon',
  payload: Effect,
  subject: ({ about }: z.output<typeof Effect>) => about,
  attemptTimeoutMs: 1_000,
  backoff: { baseMs: 10, capMs: 40 },
} as const;

/** Kinds for the engine's own tests; the product's come with their workflows. */
export const testKinds = {
  'test.send': defineDeliveryKind({ ...common, maxAttempts: 5 }),
  /** May fail as often as it likes. */
  'test.persist': defineDeliveryKind({ ...common, maxAttempts: 1_000 }),
  /** Without an order. */
  'test.apart': defineDeliveryKind({ ...common, maxAttempts: 1_000, order: 'none' }),
} as const satisfies DeliveryKinds;

export type TestKind = keyof typeof testKinds;
export type EffectPayload = z.output<typeof Effect>;

export const enqueueTest = createEnqueue(testKinds);
