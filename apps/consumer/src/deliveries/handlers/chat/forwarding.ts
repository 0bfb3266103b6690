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

export type Show = (forwarding: Forwarding) => Promise<Outcome>;
