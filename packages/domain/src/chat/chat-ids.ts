/** As a portal knows an abonent: of a dialog both the user and the chat, because its connector has one per user. */
export const chatUserId = (abonentRosdomofonId: bigint): string => `abonent-${abonentRosdomofonId}`;

/** Null: no chat of ours. */
export function abonentOfChat(chatId: string): bigint | null {
  const [, digits] = /^abonent-(\d{1,18})$/.exec(chatId) ?? [];
  return digits === undefined ? null : BigInt(digits);
}

/** As a portal knows a message of ours. */
export const chatMessageId = (messageId: bigint): string => `message-${messageId}`;

/** What external_refs call the sides of a chat. */
export const CHAT_REFS = {
  /** Of a message that we showed at the portal: its id is ours, `message-7`. Of an operator's: `<chat>:<message>`. */
  message: 'open_line_message',
  /** Of a message that is a comment of the abonent's contact. */
  comment: 'timeline_comment',
} as const;

/** Who wrote a message that came from a portal. */
export const PORTAL_AUTHOR = 'bitrix24:';
export const isFromPortal = (author: string | null): boolean => author?.startsWith(PORTAL_AUTHOR) ?? false;
