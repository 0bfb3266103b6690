import type { Bitrix24ConnectorDialogs } from '@domovoy/models';
import {
  addAuditEntry,
  changeConversation,
  hasIncomingSince,
  lockOpenConversations,
  type Tx,
} from '@domovoy/store';
import { abonentOfChat } from './chat-ids.ts';

interface Portal {
  readonly integrationId: bigint;
  readonly companyId: bigint;
}

/** Of the portal's clock, which tells whole seconds. */
const SECOND_MS = 1_000;

/**
 * An operator has ended a dialog of the open line: nothing is left to do, so the abonent's conversations are resolved
 * here, too. Not one in which the abonent has written since: events come late, and that message waits for an answer.
 * False: there was none.
 */
export async function finishDialogs(
  tx: Tx,
  { integrationId, companyId }: Portal,
  { DATA }: Pick<Bitrix24ConnectorDialogs, 'DATA'>,
  finishedAt: Date,
): Promise<boolean> {
  const since = new Date(finishedAt.getTime() + SECOND_MS);
  let isAny = false;
  for (const { connector } of DATA) {
    const abonentRosdomofonId = abonentOfChat(connector.chat_id ?? '');
    if (abonentRosdomofonId === null) continue;
    for (const conversation of await lockOpenConversations(tx, { companyId, abonentRosdomofonId })) {
      if (await hasIncomingSince(tx, { conversationId: conversation.id, since })) continue;
      isAny = true;
      await changeConversation(tx, conversation, { state: 'resolved' });
      await addAuditEntry(tx, {
        companyId,
        actor: 'bitrix24',
        action: 'conversation.resolve',
        entity: 'conversation',
        entityId: conversation.id,
        details: { integrationId: String(integrationId) },
      });
    }
  }
  return isAny;
}
