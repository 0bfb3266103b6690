import { type Continuation, messageStatesBefore, type StepMessage, settleStepMessage } from '@domovoy/domain';
import { markMessageSent } from '@domovoy/store';

/** The message that a delivery sends, with the step of a sign-up that it may be. */
export type SentMessage = Omit<StepMessage, 'signUp'> & {
  readonly signUp?: StepMessage['signUp'] | undefined;
};

/** With the delivery the message is settled, also when the intake was faster; and the step of a sign-up that it is. */
export const settleSent =
  ({ signUp, ...message }: SentMessage): Continuation =>
  async (tx) => {
    // Before the message: whoever locks both begins with the sign-up.
    if (signUp) await settleStepMessage(tx, { ...message, signUp });
    await markMessageSent(tx, { ...message, from: messageStatesBefore('sent') });
  };
