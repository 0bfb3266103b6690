import type { AccessGiven, ChatGiven } from '@domovoy/domain';
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

export const chatGiven = (chat: PortalChatInput | null | undefined): { chat?: ChatGiven } =>
  chat
    ? {
        chat: {
          mode: lowerCase(chat.mode),
          ...(chat.connector ? { connector: chat.connector } : {}),
          ...(typeof chat.lineId === 'number' ? { lineId: chat.lineId } : {}),
        },
      }
    : {};
