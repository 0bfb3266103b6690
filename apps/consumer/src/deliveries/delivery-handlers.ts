import type { DELIVERY_KINDS } from '@domovoy/domain';
import type { RosDomofon } from '@domovoy/rosdomofon-sdk';
import type { IntegrationWithCompany, Store } from '@domovoy/store';
import type { DeliveryHandlers } from './handler.ts';
import { accountBlockHandler } from './handlers/account/account-block.ts';
import { accountCreateHandler } from './handlers/account/account-create.ts';
import { flatCreateHandler } from './handlers/account/flat-create.ts';
import { serviceConnectHandler } from './handlers/account/service-connect.ts';
import { serviceConnectionBlockHandler } from './handlers/account/service-connection-block.ts';
import { crmHandlers } from './handlers/crm/crm-handlers.ts';
import type { PortalTools } from './handlers/integration/portal-handler.ts';
import { messageAutoReplyHandler } from './handlers/message/message-auto-reply.ts';
import { messageSendHandler } from './handlers/message/message-send.ts';
import type { MessagesOut } from './handlers/message/messages-out.ts';
import { notingRefusals } from './handlers/note-refusal.ts';
import { signUpHandlers } from './handlers/sign-up/sign-up-handlers.ts';

/** What handlers work with. */
export interface HandlerTools extends PortalTools {
  readonly store: Store;
  /** How long a portal may still be at work on a call that was not answered: it cuts it after that. */
  readonly portalCutMs: number;
  /** The client of the delivery's target. */
  readonly rosdomofonOf: (integration: IntegrationWithCompany) => RosDomofon;
  /** The topic of the messages to its abonents. */
  readonly messagesOutOf: (integration: IntegrationWithCompany) => MessagesOut;
}

/** Who does what Domovoy does outside its own database. */
export const createDeliveryHandlers = (tools: HandlerTools): DeliveryHandlers<typeof DELIVERY_KINDS> => ({
  ...signUpHandlers(tools),
  ...crmHandlers(tools),
  'account.block': notingRefusals(accountBlockHandler(tools, true)),
  'account.create': notingRefusals(accountCreateHandler(tools)),
  'account.unblock': notingRefusals(accountBlockHandler(tools, false)),
  'flat.create': notingRefusals(flatCreateHandler(tools)),
  'message.auto_reply': messageAutoReplyHandler(tools),
  'message.send': notingRefusals(messageSendHandler(tools)),
  'service.connect': notingRefusals(serviceConnectHandler(tools)),
  'service_connection.block': notingRefusals(serviceConnectionBlockHandler(tools, true)),
  'service_connection.unblock': notingRefusals(serviceConnectionBlockHandler(tools, false)),
});
