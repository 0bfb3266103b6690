import type { Call } from '../call.ts';
import { addContacts } from './bitrix24/add-contacts.ts';
import { changePortalBehaviour, readPortalBehaviour } from './bitrix24/behaviour.ts';
import { changeApplication } from './bitrix24/change-application.ts';
import { listPortalHistory } from './bitrix24/list-portal-history.ts';
import { addPortalFault, clearPortalFaults, listPortalFaults } from './bitrix24/portal-faults.ts';
import { expirePortalTokens, revokePortalTokens } from './bitrix24/portal-tokens.ts';
import { renamePortal } from './bitrix24/rename-portal.ts';
import { requireField } from './bitrix24/required-fields.ts';
import { readUsage, resetLimits } from './bitrix24/usage.ts';
import { addWebhook, revokeWebhook } from './bitrix24/webhooks.ts';
import { changeEventDelivery, readEventDelivery } from './bitrix24-events/event-delivery.ts';
import {
  addOutgoingWebhook,
  deleteOutgoingWebhooks,
  listOutgoingWebhooks,
} from './bitrix24-events/outgoing-webhooks.ts';
import { fireEvent, listSentEvents } from './bitrix24-events/portal-events.ts';
import { deleteOpenLine } from './bitrix24-open-lines/delete-line.ts';
import { listChats } from './bitrix24-open-lines/list-chats.ts';
import { changeOperator, readOperator } from './bitrix24-open-lines/operator.ts';
import { addReply, deleteReply, finishDialog } from './bitrix24-open-lines/replies.ts';
import { describeCity } from './city/describe-city.ts';
import { listChat } from './city/list-chat.ts';
import { listCodes } from './city/list-codes.ts';
import { listDoorOpenings } from './city/list-door-openings.ts';
import { listSignUps } from './city/list-sign-ups.ts';
import { readAbonent } from './city/read-abonent.ts';
import { listMessagesOut } from './events/list-messages-out.ts';
import { sendMessages } from './events/send-messages.ts';
import { sendPoison } from './events/send-poison.ts';
import { sendSignUps } from './events/send-sign-ups.ts';
import { sendTraffic } from './events/send-traffic.ts';
import { health } from './health.ts';
import { reset } from './reset.ts';
import { changeBehaviour, readBehaviour } from './service/behaviour.ts';
import { addFault, clearFaults, listFaults } from './service/faults.ts';
import { listHistory } from './service/list-history.ts';
import { makeActionToken } from './service/make-action-token.ts';
import { revokeTokens } from './service/revoke-tokens.ts';

export const CALLS: readonly Call[] = [
  sendSignUps,
  sendMessages,
  sendTraffic,
  sendPoison,
  listMessagesOut,
  listSignUps,
  listChat,
  readAbonent,
  listCodes,
  listDoorOpenings,
  describeCity,
  addFault,
  listFaults,
  clearFaults,
  listHistory,
  makeActionToken,
  revokeTokens,
  readBehaviour,
  changeBehaviour,
  addContacts,
  addWebhook,
  revokeWebhook,
  changeApplication,
  expirePortalTokens,
  revokePortalTokens,
  renamePortal,
  requireField,
  addPortalFault,
  listPortalFaults,
  clearPortalFaults,
  listPortalHistory,
  readPortalBehaviour,
  changePortalBehaviour,
  readUsage,
  resetLimits,
  addOutgoingWebhook,
  listOutgoingWebhooks,
  deleteOutgoingWebhooks,
  fireEvent,
  listSentEvents,
  readEventDelivery,
  changeEventDelivery,
  listChats,
  addReply,
  deleteReply,
  finishDialog,
  readOperator,
  changeOperator,
  deleteOpenLine,
  reset,
  health,
];
