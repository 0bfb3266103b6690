import type { Bitrix24ConnectorMessages } from '@domovoy/models';
import {
  findIntegration,
  findRefsByRemote,
  lockConversationOfAbonent,
  putExternalRef,
  type Tx,
} from '@domovoy/store';
import { LONGEST_MESSAGE, outgoingText } from '../messaging/outgoing-text.ts';
import { queueOutgoing } from '../messaging/queue-outgoing.ts';
import { plainText, splitSignature } from './bb-code.ts';
import { abonentOfChat, CHAT_REFS, PORTAL_AUTHOR } from './chat-ids.ts';
import { isOwnText } from './forward-text.ts';

interface Portal {
  readonly integrationId: bigint;
  readonly companyId: bigint;
}

/** What became of what an operator wrote. */
export type OperatorMessageReceived =
  | { readonly kind: 'queued'; readonly integrationId: bigint }
  /** It was received before, or is something that we wrote. */
  | { readonly kind: 'known' }
  /** Nobody can be told; in words for a person. */
  | { readonly kind: 'refused'; readonly reason: string };

type Message = Bitrix24ConnectorMessages['MESSAGES'][number];

/**
 * An operator of the portal answers: a message to the abonent like any other, with its delivery, once for each message
 * of the portal however often its event comes.
 */
export async function receiveOperatorMessage(
  tx: Tx,
  portal: Portal,
  event: Pick<Bitrix24ConnectorMessages, 'CONNECTOR' | 'LINE'>,
  message: Message,
): Promise<OperatorMessageReceived> {
  const { im, chat } = message;
  const abonentRosdomofonId = abonentOfChat(chat.id);
  if (abonentRosdomofonId === null) return refused('its chat is none of ours');
  const { name, text } = splitSignature(message.message?.text ?? '');
  return receiveAnswer(tx, portal, {
    abonentRosdomofonId,
    text: withFiles(plainText(text), message),
    author: `${PORTAL_AUTHOR}${message.message?.user_id ?? 0}`,
    authorName: name,
    remoteKind: CHAT_REFS.message,
    remoteId: `${im.chat_id}:${im.message_id}`,
    detail: { connector: event.CONNECTOR, line: event.LINE, chatId: chat.id },
  });
}

export interface PortalAnswer {
  readonly abonentRosdomofonId: bigint;
  /** As the abonent reads it. */
  readonly text: string;
  readonly author: string;
  readonly authorName: string | null;
  /** By what the portal knows it. */
  readonly remoteKind: string;
  readonly remoteId: string;
  readonly detail: unknown;
}

/** An answer that somebody wrote at the portal, by whatever way. */
export async function receiveAnswer(
  tx: Tx,
  { integrationId, companyId }: Portal,
  answer: PortalAnswer,
): Promise<OperatorMessageReceived> {
  const { abonentRosdomofonId, remoteKind, remoteId, detail, author, authorName } = answer;
  if (isOwnText(answer.text)) return { kind: 'known' };
  const known = await findRefsByRemote(tx, { integrationId, remoteKind, remoteId });
  if (known.length > 0) return { kind: 'known' };
  const text = outgoingText(answer.text);
  if (text === null)
    return refused(
      `it has no text, or more than ${LONGEST_MESSAGE} characters, and is not sent to the abonent`,
    );
  const rosdomofon = await findIntegration(tx, { companyId, kind: 'rosdomofon' });
  if (rosdomofon === null) return refused('the company has no integration with RosDomofon to send it by');
  const conversation = await lockConversationOfAbonent(tx, { companyId, abonentRosdomofonId });
  if (conversation === null) return refused('the abonent has never written, or is another company’s');
  const { messageId, isNew } = await queueOutgoing(tx, {
    integrationId: rosdomofon.id,
    conversation,
    text,
    author,
    authorName,
    key: `${PORTAL_AUTHOR}${integrationId}:${remoteKind}:${remoteId}`,
  });
  if (!isNew) return { kind: 'known' };
  await putExternalRef(tx, {
    integrationId,
    companyId,
    entity: 'message',
    entityId: messageId,
    remoteKind,
    remoteId,
    detail,
  });
  return { kind: 'queued', integrationId: rosdomofon.id };
}

/** Files lie at the portal: the abonent gets their addresses. */
function withFiles(text: string, { message }: Message): string {
  const files = (message?.files ?? []).flatMap(({ name, link, url }) => {
    const address = link ?? url;
    return address ? [`${name ? `${name}: ` : ''}${address}`] : [];
  });
  return [text, ...files].filter(Boolean).join('\n');
}

const refused = (reason: string) => ({ kind: 'refused', reason }) as const;
