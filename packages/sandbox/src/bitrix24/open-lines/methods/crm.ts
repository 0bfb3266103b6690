import type { Call, PortalMethod } from '../../portal-method.ts';
import { argumentInvalid, RestError } from '../../rest-error.ts';
import { intParam, isYes, param, textParam } from '../../transport/params.ts';
import { missing } from '../connectors.ts';
import { linkedContacts } from '../conversation/find-contact.ts';
import { connectorOf, reply } from '../operator/operator.ts';
import { CHATS, type Chat } from '../tables.ts';

const scope = 'imopenlines';

export const crmChats: PortalMethod = {
  name: 'imopenlines.crm.chat.get',
  scope,
  run(call) {
    const isOnlyActive = isYes(param(call.params, 'ACTIVE_ONLY') ?? 'Y');
    const { state } = call.context;
    return {
      result: chatsOfEntity(call)
        .filter(({ isOpen }) => isOpen || !isOnlyActive)
        .map((chat) => ({
          CHAT_ID: String(chat.id),
          CONNECTOR_ID: chat.code,
          CONNECTOR_TITLE: connectorOf(state, chat)?.name ?? chat.code,
        })),
    };
  },
};

/** An employee writes to a chat that is there already. */
export const crmMessage: PortalMethod = {
  name: 'imopenlines.crm.message.add',
  scope,
  run(call) {
    const { params } = call;
    const chatId = intParam(params, 'CHAT_ID');
    const text = textParam(params, 'MESSAGE') ?? '';
    if (text === '') throw missing('MESSAGE');
    const userId = intParam(params, 'USER_ID') || undefined;
    const found = chatsOfEntity(call);
    const chat = chatId === undefined ? found.at(-1) : found.find(({ id }) => id === chatId);
    if (!chat)
      throw new RestError(400, 'CHAT_NOT_IN_CRM', 'Chat does not belong to the CRM entity being checked');
    const message = reply(call.context, chat, { text, ...(userId ? { userId } : {}) }, { call });
    return { result: message.id };
  },
};

function chatsOfEntity(call: Call): Chat[] {
  const { params, context } = call;
  const type = textParam(params, 'CRM_ENTITY_TYPE')?.toLowerCase();
  const id = intParam(params, 'CRM_ENTITY');
  if (!type) throw missing('CRM_ENTITY_TYPE');
  if (!id) throw missing('CRM_ENTITY');
  const contactIds = linkedContacts(context.state, type, id);
  if (!contactIds) throw argumentInvalid(`CRM_ENTITY_TYPE ${type} is not known`);
  const rows = context.state.rows(CHATS);
  return contactIds
    .flatMap((contactId) => rows.idsBy('contactId', contactId))
    .flatMap((chatId) => rows.get(chatId) ?? [])
    .toSorted((a, b) => a.id - b.id);
}
