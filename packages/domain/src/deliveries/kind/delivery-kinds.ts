import { CRM_KINDS } from '../../crm/crm-kinds.ts';
import { SIGN_UP_KINDS } from '../../sign-up/sign-up-kinds.ts';
import { accountBlock, accountUnblock } from '../kinds/account-block.ts';
import { accountCreate } from '../kinds/account-create.ts';
import { chatDelivered, chatForward, chatReadComment, chatSetup } from '../kinds/chat.ts';
import { flatCreate } from '../kinds/flat-create.ts';
import { integrationAuthorize } from '../kinds/integration-authorize.ts';
import { integrationCheck } from '../kinds/integration-check.ts';
import { messageAutoReply } from '../kinds/message-auto-reply.ts';
import { messageSend } from '../kinds/message-send.ts';
import { serviceConnect } from '../kinds/service-connect.ts';
import { serviceConnectionBlock, serviceConnectionUnblock } from '../kinds/service-connection-block.ts';
import type { DeliveryKinds } from './delivery-kind.ts';

/**
 * Everything that Domovoy does outside its own database. apps/consumer has exactly one handler for each; a missing
 * one does not compile.
 */
export const DELIVERY_KINDS = {
  ...CRM_KINDS,
  ...SIGN_UP_KINDS,
  'account.block': accountBlock,
  'account.create': accountCreate,
  'account.unblock': accountUnblock,
  'chat.delivered': chatDelivered,
  'chat.forward': chatForward,
  'chat.read_comment': chatReadComment,
  'chat.setup': chatSetup,
  'flat.create': flatCreate,
  'integration.authorize': integrationAuthorize,
  'integration.check': integrationCheck,
  'message.auto_reply': messageAutoReply,
  'message.send': messageSend,
  'service.connect': serviceConnect,
  'service_connection.block': serviceConnectionBlock,
  'service_connection.unblock': serviceConnectionUnblock,
} as const satisfies DeliveryKinds;
