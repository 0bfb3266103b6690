import type { ConnectorMessage, MessageOutcome } from '@domovoy/bitrix24-sdk';
import {
  answeredText,
  CHAT_REFS,
  chatMessageId,
  chatUserId,
  dead,
  delivered,
  enqueueChatSetup,
  incomingText,
  isConnectionTrouble,
  type Outcome,
  retry,
} from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import { findExternalRef, findHome, notifyDeliveries, putExternalRef, setExternalRef } from '@domovoy/store';
import { PortalBrokenError } from '../integration/portal-handler.ts';
import type { ChatTools } from './chat-tools.ts';
import { type Forwarding, type Show, waitMs } from './forwarding.ts';

/** While the line is set up, the first time. */
const LINE_AWAITED_MS = 500;

/**
 * In a dialog of the open line. The portal does not look for repeats and has nothing to look into, so a mark is made
 * before the call: whoever finds it later does not know whether the message was shown, and shows it no second time. A
 * person sees it flagged, and may send it again.
 */
export function showInOpenLine(tools: ChatTools): Show {
  const { store, bitrix24Of } = tools;
  return async (forwarding) => {
    const { delivery, context, chat, message } = forwarding;
    const { integration, signal, record } = context;
    const { companyId } = delivery;
    const { connector, lineId } = chat;
    if (lineId === null) return awaitLine(tools, forwarding);
    const key = {
      integrationId: integration.id,
      entity: 'message',
      entityId: message.id,
      remoteKind: CHAT_REFS.message,
    };
    const known = await findExternalRef(store.db, key);
    if (known?.state === 'linked') return delivered({ shown: 'before' });
    if (known?.state === 'sending') {
      await setExternalRef(store.db, key, { state: 'ambiguous' });
      return dead('CHAT_OUTCOME_UNKNOWN');
    }
    // ambiguous: a person has looked, and asks for it again.
    const first = message.direction === 'in' ? await firstOfDialog(tools, forwarding) : null;
    const toSend = connectorMessage(forwarding, first);
    await putExternalRef(store.db, { ...key, companyId, remoteId: null, state: 'sending' });
    record({ request: { method: 'imconnector.send.messages', lineId, length: toSend.message.text?.length } });
    let outcome: MessageOutcome | undefined;
    try {
      const to = { connector, line: lineId, messages: [toSend] };
      [outcome] = await bitrix24Of(integration).connectorMessages.send(to, {
        signal,
        lane: 'chat',
        gather: false,
      });
    } catch (error) {
      // Surely not shown: the mark says nothing any more.
      if (error instanceof DomovoyError && !error.unknownOutcome) await unmark(tools, key);
      throw error;
    }
    record({ response: outcome });
    if (!outcome?.isSent) {
      await unmark(tools, key);
      return refused(tools, forwarding, outcome?.errors ?? []);
    }
    const { portalChatId } = outcome;
    return delivered({ portalChatId }, async (tx) => {
      await putExternalRef(tx, { ...key, companyId, remoteId: chatMessageId(message.id) });
      if (portalChatId === null) return;
      await putExternalRef(tx, {
        integrationId: integration.id,
        companyId,
        entity: 'conversation',
        entityId: message.conversationId,
        remoteKind: 'open_line_chat',
        remoteId: portalChatId,
        mayShare: true,
      });
    });
  };
}

type Key = Parameters<typeof findExternalRef>[1];

const unmark = ({ store }: ChatTools, key: Key) => setExternalRef(store.db, key, { state: 'gone' });

/** Nobody has seen this dialog before: the first message says where the abonent lives. */
async function firstOfDialog(
  { store }: ChatTools,
  { delivery: { companyId }, context: { integration }, message }: Forwarding,
) {
  const dialog = await findExternalRef(store.db, {
    integrationId: integration.id,
    entity: 'conversation',
    entityId: message.conversationId,
    remoteKind: 'open_line_chat',
  });
  return dialog === null ? { home: await findHome(store.db, { companyId, ...message }) } : null;
}

/** Bitrix24 knows no name of an abonent, and RosDomofon tells none: the CRM's contact has one, by the phone. */
const NAME = 'Абонент';

function connectorMessage(
  { context: { integration }, message, delivery }: Forwarding,
  first: Parameters<typeof incomingText>[1],
): ConnectorMessage {
  const id = chatUserId(message.abonentRosdomofonId);
  // A number that the portal refused once is refused again.
  const skipsPhoneCheck = delivery.attempt > 1;
  return {
    user: {
      id,
      name: NAME,
      ...(message.phone === null ? {} : { phone: `+${message.phone}` }),
      ...(skipsPhoneCheck ? { skipsPhoneCheck } : {}),
    },
    message: {
      id: chatMessageId(message.id),
      sentAt: message.sentAt,
      text: message.direction === 'in' ? incomingText(message, first) : answeredText(message),
      ...(message.direction === 'out' ? postedBy(integration.checks) : {}),
    },
    chat: { id },
  };
}

/** An answer that was given elsewhere is shown as an employee's, not as the abonent's. */
function postedBy(checks: unknown): { userId?: number } {
  const userId = Number(portalUserOf(checks));
  return Number.isInteger(userId) && userId > 0 ? { userId } : {};
}

function portalUserOf(checks: unknown): unknown {
  if (typeof checks !== 'object' || checks === null || !('portal' in checks)) return null;
  const { portal } = checks;
  return typeof portal === 'object' && portal !== null && 'userId' in portal ? portal.userId : null;
}

/** Words of the portal about the line itself; the others are about the message. */
const LINE_TROUBLES = /NOT_ACTIVE_LINE|IMCONNECTOR_NO_CORRECT_PROVIDER|PROVIDER_NOT_|CONNECTOR_NOT_/i;

async function refused(
  tools: ChatTools,
  forwarding: Forwarding,
  errors: readonly string[],
): Promise<Outcome> {
  if (errors.some((error) => LINE_TROUBLES.test(error))) return awaitLine(tools, forwarding);
  // Once more without the check of the phone, which is what most refusals are about; then a person has to look.
  return forwarding.delivery.attempt < 2 ? retry('CHAT_REFUSED', 0) : dead('CHAT_REFUSED');
}

/** The line is made ready; the message waits for it, however long nobody has mended the connection. */
async function awaitLine({ store }: ChatTools, { delivery, context }: Forwarding): Promise<Outcome> {
  const target = { companyId: delivery.companyId, integrationId: context.integration.id };
  const [now] = await store.company(target.companyId).loadIntegrations([target.integrationId]);
  const trouble = now?.state === 'broken' ? (now.stateCode ?? '') : '';
  if (isConnectionTrouble(trouble)) throw new PortalBrokenError(trouble);
  if (delivery.attempt === 1 || delivery.attempt % 5 === 0) {
    await enqueueChatSetup(store, target);
    notifyDeliveries(store, [target.integrationId]).catch(() => undefined);
  }
  return retry('OPEN_LINE_AWAITED', waitMs(LINE_AWAITED_MS, delivery.attempt));
}
