import type { PortalMethod } from '../../portal-method.ts';
import { deleteMessages, updateMessages } from './change-messages.ts';
import { addConfig, deleteConfig, getConfig, listConfigs, updateConfig } from './config.ts';
import { crmChats, crmMessage } from './crm.ts';
import { confirmDelivery, confirmReading, nameChat } from './delivery.ts';
import { activate, list, setData, status } from './line-connector.ts';
import { register, unregister } from './register.ts';
import { sendMessages } from './send-messages.ts';

export const OPEN_LINE_METHODS: readonly PortalMethod[] = [
  register,
  unregister,
  activate,
  setData,
  status,
  list,
  sendMessages,
  updateMessages,
  deleteMessages,
  confirmDelivery,
  confirmReading,
  nameChat,
  listConfigs,
  getConfig,
  addConfig,
  updateConfig,
  deleteConfig,
  crmChats,
  crmMessage,
];
