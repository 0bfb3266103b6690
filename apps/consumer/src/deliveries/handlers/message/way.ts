import type { Outcome } from '@domovoy/domain';
import type { MessageToSend } from '@domovoy/store';
import type { HandlerContext } from '../../handler.ts';
import type { SentMessage } from './settle-sent.ts';

/** What is known of a message that may have been sent already. `unknown`: not yet; look again. */
export type Trace = 'sent' | 'absent' | 'unknown';

/** One of the ways to an abonent. */
export interface Way {
  /** Sends it once. */
  send(message: MessageToSend, context: HandlerContext, of: SentMessage): Promise<Outcome>;
  /** Was it sent by an attempt that nobody knows the end of? */
  look(message: MessageToSend, context: HandlerContext, of: SentMessage): Promise<Trace>;
}
