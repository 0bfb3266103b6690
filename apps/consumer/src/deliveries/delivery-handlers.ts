import type { Bitrix24 } from '@domovoy/bitrix24-sdk';
import type { CheckReport, DELIVERY_KINDS } from '@domovoy/domain';
import type { RosDomofon } from '@domovoy/rosdomofon-sdk';
import type { IntegrationWithCompany, SecretBox, Store } from '@domovoy/store';
import type { Bitrix24Clients } from './bitrix24-clients.ts';
import type { DeliveryHandlers } from './handler.ts';
import { accountBlockHandler } from './handlers/account/account-block.ts';
import { accountCreateHandler } from './handlers/account/account-create.ts';
import { flatCreateHandler } from './handlers/account/flat-create.ts';
import { serviceConnectHandler } from './handlers/account/service-connect.ts';
import { serviceConnectionBlockHandler } from './handlers/account/service-connection-block.ts';
import { chatHandlers } from './handlers/chat/chat-handlers.ts';
import { crmHandlers } from './handlers/crm/crm-handlers.ts';
import type { CrmTools } from './handlers/crm/crm-work.ts';
import { integrationHandlers } from './handlers/integration/integration-handlers.ts';
import { messageAutoReplyHandler } from './handlers/message/message-auto-reply.ts';
import { messageSendHandler } from './handlers/message/message-send.ts';
import type { MessagesOut } from './handlers/message/messages-out.ts';
import { notingRefusals } from './handlers/note-refusal.ts';
import { signUpHandlers } from './handlers/sign-up/sign-up-handlers.ts';

/** What handlers work with. */
export interface HandlerTools extends CrmTools {
  readonly store: Store;
  /** The client of the delivery's target. */
  readonly rosdomofonOf: (integration: IntegrationWithCompany) => RosDomofon;
  /** The topic of the messages to its abonents. */
  readonly messagesOutOf: (integration: IntegrationWithCompany) => MessagesOut;
  /** The client of the portal that is the delivery's target. */
  readonly bitrix24Of: (integration: IntegrationWithCompany) => Bitrix24;
  readonly clients: Pick<Bitrix24Clients, 'tokensOf'>;
  readonly learnTariff: (integrationId: bigint, tariff: CheckReport['limits']['tariff']) => void;
  /** How this process last saw each portal. */
  readonly portalStates: Map<bigint, 'well' | 'broken'>;
  readonly encryption: SecretBox | null;
  /** The public address of apps/hooks; null: it has none. */
  readonly hooksUrl: string | null;
  /** A call that nobody answered may be executed for so long: then the portal cuts it. */
  readonly portalCutMs: number;
}

/** Who does what Domovoy does outside its own database. */
export const createDeliveryHandlers = (tools: HandlerTools): DeliveryHandlers<typeof DELIVERY_KINDS> => ({
  ...chatHandlers(tools),
  ...crmHandlers(tools),
  ...integrationHandlers(tools),
  ...signUpHandlers(tools),
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
