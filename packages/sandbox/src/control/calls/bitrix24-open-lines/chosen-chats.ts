import { CHATS, type Chat, VISITORS } from '../../../bitrix24/open-lines/tables.ts';
import type { PortalContext } from '../../../bitrix24/portal-context.ts';

export interface ChosenChats {
  connector?: string | undefined;
  externalId?: string | undefined;
}

/** Of everybody, or of one who writes; the one with the last message comes last. */
export function chatsOf({ state }: PortalContext, { connector, externalId }: ChosenChats): Chat[] {
  const visitors = state.rows(VISITORS);
  return [...state.rows(CHATS).values()]
    .filter(
      ({ code, visitorId, externalChatId }) =>
        (connector === undefined || code === connector) &&
        (externalId === undefined ||
          externalChatId === externalId ||
          visitors.get(visitorId)?.externalId === externalId),
    )
    .toSorted((a, b) => a.atMs - b.atMs || a.id - b.id);
}
