import { autoReply, type DELIVERY_KINDS, type Payload } from '@domovoy/domain';
import type { HandlerTools } from '../../delivery-handlers.ts';
import type { DeliveryHandler } from '../../handler.ts';

/** Asks nobody outside: what it queues is sent by a delivery of its own. */
export const messageAutoReplyHandler = ({
  store,
}: HandlerTools): DeliveryHandler<Payload<(typeof DELIVERY_KINDS)['message.auto_reply']>> => ({
  handle: ({ companyId, payload }, { integration }) =>
    autoReply(store, { companyId, integrationId: integration.id, payload }),
});
