import type { ChatConfig, Outcome } from '@domovoy/domain';
import type { ChatMessage } from '@domovoy/store';
import type { Delivery, HandlerContext } from '../../handler.ts';

/** A message that is to be shown. */
export interface Forwarding {
  readonly delivery: Delivery;
  readonly context: HandlerContext;
  readonly chat: ChatConfig;
  readonly message: ChatMessage;
}

const LONGEST_WAIT_MS = 10 * 60_000;

/** What it waits for is near: a little at first, then more and more rarely. Its attempts last for hours. */
export const waitMs = (firstMs: number, attempt: number): number =>
  Math.min(firstMs * 2 ** (attempt - 1), LONGEST_WAIT_MS);

export type Show = (forwarding: Forwarding) => Promise<Outcome>;
