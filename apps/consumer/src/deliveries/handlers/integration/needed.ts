import type { ChatConfig } from '@domovoy/domain';

/** Without these nothing works; those of the chat only where there is one. */
export const scopesNeeded = ({ mode }: ChatConfig): string[] => [
  'crm',
  ...(mode === 'open_line' ? ['imopenlines', 'imconnector', 'im'] : []),
];

/** Without these a part is left out: services as products of the catalogue. */
export const SCOPES_OPTIONAL = ['catalog'];

const CRM_EVENTS = ['CONTACT', 'LEAD', 'DEAL', 'DYNAMICITEM'].flatMap((entity) =>
  ['ADD', 'UPDATE', 'DELETE'].map((action) => `ONCRM${entity}${action}`),
);

/** What of the CRM's changes the hub wants to hear of: from the offline queue, or by web hook. */
export const CRM_EVENTS_WANTED: readonly string[] = [...CRM_EVENTS, 'ONCRMDEALMOVETOCATEGORY'];

const CONNECTOR_EVENTS = ['MESSAGEADD', 'DIALOGFINISH', 'STATUSDELETE', 'LINEDELETE'].map(
  (name) => `ONIMCONNECTOR${name}`,
);

/** Always by web hook: they tell what no queue keeps. */
export const eventsByHook = (
  { mode }: ChatConfig,
  { auth, hasOfflineQueue }: { auth: 'webhook' | 'application'; hasOfflineQueue: boolean },
): string[] => [
  ...(auth === 'application' ? ['ONAPPUNINSTALL', 'ONAPPUPDATE', 'ONAPPPAYMENT'] : []),
  ...(mode === 'open_line' ? CONNECTOR_EVENTS : []),
  ...(mode === 'timeline' ? ['ONCRMTIMELINECOMMENTADD'] : []),
  ...(hasOfflineQueue ? ['ONOFFLINEEVENT'] : CRM_EVENTS_WANTED),
];

/** By this our own changes are kept out of the offline queue. */
export const AUTH_CONNECTOR = 'domovoy';
