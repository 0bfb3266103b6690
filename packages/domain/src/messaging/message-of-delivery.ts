import { findDelivery, lockConversation, markMessageFailed, requeueMessage, type Tx } from '@domovoy/store';
import { messageSend } from '../deliveries/kinds/message-send.ts';
import { messageStatesBefore } from './message-transitions.ts';

/** The message that a delivery sends. */
export interface MessageOf {
  readonly companyId: bigint;
  readonly messageId: bigint;
  readonly conversationId: bigint;
}

export const lockMessage = async (tx: Tx, of: MessageOf): Promise<void> =>
  void (await lockConversation(tx, of));

/** Its delivery was cancelled: it is not sent, and says so. When an attempt was made of which nobody knows the end, it says that too. */
export async function cancelMessage(
  tx: Tx,
  { companyId, messageId }: Omit<MessageOf, 'conversationId'>,
  { deliveryId }: { readonly deliveryId: bigint },
): Promise<void> {
  const from = messageStatesBefore('failed');
  await markMessageFailed(tx, { companyId, messageId, from, deliveryId, code: 'CANCELLED' });
}

/** It is sent again. One that was sent after all stays so, and its delivery finds that. */
export async function requeue(
  tx: Tx,
  { companyId, messageId }: Omit<MessageOf, 'conversationId'>,
): Promise<void> {
  await requeueMessage(tx, { companyId, messageId, from: messageStatesBefore('queued') });
}

/** The same of a delivery of any kind: one that sends no message has none. */
export async function cancelMessageOf(
  tx: Tx,
  { companyId, deliveryId }: { readonly companyId: bigint; readonly deliveryId: bigint },
): Promise<void> {
  const delivery = await findDelivery(tx, { companyId, deliveryId });
  if (delivery?.kind !== 'message.send') return;
  await cancelMessage(tx, { companyId, ...messageSend.payload.parse(delivery.payload) }, { deliveryId });
}
