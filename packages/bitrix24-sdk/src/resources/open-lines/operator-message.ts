import type { Bitrix24OperatorMessage } from '@domovoy/models';
import { decodeBbCode } from './bb-code.ts';

/** What an operator wrote, as a person reads it. */
export interface OperatorMessage {
  /** The portal's ids: a delivery status names them. */
  readonly portalChatId: number;
  readonly portalMessageId: number;
  /** The chat as we named it. */
  readonly chatId: string;
  /** The employee, where the event says so. */
  readonly userId: number | null;
  /** As the portal signs it; null without a signature. */
  readonly author: string | null;
  readonly text: string;
  readonly files: readonly { readonly url: string; readonly name: string | null }[];
  /** Our own ids of what became of it earlier: in updates and deletions. */
  readonly ownIds: readonly string[];
}

/** `[b]Name:[/b] [br]`, which NEED_SIGNATURE puts in front (facts §9). */
const SIGNATURE = /^\s*\[b\]((?:(?!\[\/b\])[\s\S]){1,200}?):\s*\[\/b\]\s*\[br\]\s*/i;

/** `isSigned: false` for a connector that was registered without signatures: a bold first line is text then. */
export function readOperatorMessage(
  { im, message, chat }: Bitrix24OperatorMessage,
  { isSigned = true }: { isSigned?: boolean } = {},
): OperatorMessage {
  const text = message?.text ?? '';
  const signature = isSigned ? SIGNATURE.exec(text) : null;
  return {
    portalChatId: im.chat_id,
    portalMessageId: im.message_id,
    chatId: chat.id,
    userId: message?.user_id ?? null,
    author: signature ? decodeBbCode(signature[1] ?? '').trim() : null,
    text: decodeBbCode(text.slice(signature?.[0].length ?? 0)).trim(),
    files: (message?.files ?? []).flatMap(({ url, link, name }) => {
      const address = url ?? link;
      return address ? [{ url: address, name: name ?? null }] : [];
    }),
    ownIds: message?.id ?? [],
  };
}
