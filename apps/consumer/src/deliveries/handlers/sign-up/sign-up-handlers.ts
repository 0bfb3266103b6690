import type { SIGN_UP_KINDS } from '@domovoy/domain';
import type { HandlerTools } from '../../delivery-handlers.ts';
import type { DeliveryHandlers } from '../../handler.ts';
import { notingRefusals } from '../note-refusal.ts';
import { blockAccount } from './block-account.ts';
import { blockConnections } from './block-connections.ts';
import { ensureAccount } from './ensure-account.ts';
import { ensureConnections } from './ensure-connections.ts';
import { ensureFlat } from './ensure-flat.ts';
import { signUpMatch } from './match.ts';
import { sendMessage } from './send-message.ts';
import { setStatus } from './set-status.ts';

/** What is done at RosDomofon about a sign-up. */
export const signUpHandlers = (tools: HandlerTools): DeliveryHandlers<typeof SIGN_UP_KINDS> => ({
  'sign_up.match': notingRefusals(signUpMatch(tools)),
  'sign_up.ensure_account': notingRefusals(ensureAccount(tools)),
  'sign_up.ensure_flat': notingRefusals(ensureFlat(tools)),
  'sign_up.ensure_connections': notingRefusals(ensureConnections(tools)),
  'sign_up.set_status': notingRefusals(setStatus(tools)),
  'sign_up.send_message': notingRefusals(sendMessage(tools)),
  'sign_up.block_connections': notingRefusals(blockConnections(tools)),
  'sign_up.block_account': notingRefusals(blockAccount(tools)),
});
