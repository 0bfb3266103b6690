import { type Continuation, messageStatesBefore } from '@domovoy/domain';
import { markMessageSent } from '@domovoy/store';

/** With the delivery the message is settled; also when the intake was faster. */
export const settleSent =
  (message: { readonly companyId: bigint; readonly messageId: bigint }): Continuation =>
  async (tx) => {
    await markMessageSent(tx, { ...message, from: messageStatesBefore('sent') });
  };
