import { type AccessGiven, type ChatGiven, DEFAULT_CONNECTOR } from '@domovoy/domain';
import type { CreateIntegrationInput, PortalChatInput } from '../types.generated.ts';
import { lowerCase } from '../values/enum-value.ts';
import { textValue } from '../values/filter-value.ts';

/** How the input says that a portal is reached. */
export const accessOf = ({
  webhookUrl,
  application,
}: Pick<CreateIntegrationInput, 'webhookUrl' | 'application'>): AccessGiven => ({
  ...(webhookUrl ? { webhookUrl: textValue(webhookUrl) ?? '' } : {}),
  ...(application ? { application } : {}),
});

/** `null` is a wish of its own: a line of the hub's own, or the usual connector, instead of the one that was chosen. */
export const chatGiven = (chat: PortalChatInput | null | undefined): { chat?: ChatGiven } =>
  chat
    ? {
        chat: {
          mode: lowerCase(chat.mode),
          ...(chat.connector === undefined ? {} : { connector: chat.connector || DEFAULT_CONNECTOR }),
          ...(chat.lineId === undefined ? {} : { lineId: chat.lineId }),
        },
      }
    : {};

/** A text that `null` takes away; left out it stays. */
export const clearable = (text: string | null | undefined): string | null | undefined =>
  text === null ? null : textValue(text);
