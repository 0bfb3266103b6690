import {
  Bitrix24ConnectorDialogs,
  Bitrix24ConnectorMessages,
  Bitrix24CrmEventData,
  type Bitrix24HookEvent,
} from '@domovoy/models';
import type { z } from 'zod';

/** What an event of a portal asks for. Events are late, repeated and out of order: all but a chat's only say "look". */
export type HookWork =
  | { readonly kind: 'look'; readonly entityTypeId: number; readonly remoteId: string }
  | { readonly kind: 'comment'; readonly commentId: string }
  | { readonly kind: 'operator-messages'; readonly event: Bitrix24ConnectorMessages }
  /** Operators are done with these; when, by the portal's clock: null, it does not say. */
  | { readonly kind: 'dialogs-finished'; readonly event: Bitrix24ConnectorDialogs; readonly at: Date | null }
  /** The portal has installed the application, or updated it: whether that is true is asked there. */
  | { readonly kind: 'installation' }
  /** Something about the connection changed: it is looked at live. */
  | { readonly kind: 'check'; readonly isUninstalled: boolean }
  /** The connector or its line was taken away. */
  | { readonly kind: 'chat-lost' }
  /** The offline queue has something. */
  | { readonly kind: 'queue' }
  /** None that the hub knows. */
  | { readonly kind: 'nothing' }
  /** In words for a person. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** By the middle of the event's name: ONCRM…ADD, …UPDATE, …DELETE. */
const ENTITY_TYPES: Readonly<Record<string, number>> = { LEAD: 1, DEAL: 2, CONTACT: 3, COMPANY: 4 };

const CRM_EVENT = /^ONCRM(LEAD|DEAL|CONTACT|COMPANY)(?:ADD|UPDATE|DELETE)$/;
const ITEM_EVENT = /^ONCRMDYNAMICITEM(?:ADD|UPDATE|DELETE)(?:_(\d+))?$/;

const CONNECTION = new Set(['ONAPPUPDATE', 'ONAPPUNINSTALL', 'ONAPPPAYMENT']);
const CHAT_LOST = new Set(['ONIMCONNECTORSTATUSDELETE', 'ONIMCONNECTORLINEDELETE']);

type ToldEvent = Pick<Bitrix24HookEvent, 'event' | 'data'> & Partial<Pick<Bitrix24HookEvent, 'ts'>>;

/** `event` in capitals, `data` as the form or the offline queue has it. */
export function workOf({ event, data, ts }: ToldEvent): HookWork {
  if (event === 'ONAPPINSTALL' || event === 'INSTALLATION') return { kind: 'installation' };
  if (CONNECTION.has(event)) return { kind: 'check', isUninstalled: event === 'ONAPPUNINSTALL' };
  if (CHAT_LOST.has(event)) return { kind: 'chat-lost' };
  if (event === 'ONOFFLINEEVENT') return { kind: 'queue' };
  if (event === 'ONIMCONNECTORMESSAGEADD') {
    const messages = Bitrix24ConnectorMessages.safeParse(data);
    return messages.success
      ? { kind: 'operator-messages', event: messages.data }
      : { kind: 'unreadable', reason: reasonOf(messages.error) };
  }
  if (event === 'ONIMCONNECTORDIALOGFINISH') {
    const dialogs = Bitrix24ConnectorDialogs.safeParse(data);
    return dialogs.success
      ? { kind: 'dialogs-finished', event: dialogs.data, at: momentOf(ts) }
      : { kind: 'unreadable', reason: reasonOf(dialogs.error) };
  }
  const [, name] = CRM_EVENT.exec(event) ?? [];
  const isItem = ITEM_EVENT.exec(event);
  const isMoved = event === 'ONCRMDEALMOVETOCATEGORY';
  const isComment = event === 'ONCRMTIMELINECOMMENTADD';
  if (name === undefined && isItem === null && !isMoved && !isComment) return { kind: 'nothing' };
  const fields = Bitrix24CrmEventData.safeParse(data);
  if (!fields.success) return { kind: 'unreadable', reason: reasonOf(fields.error) };
  const { ID, ENTITY_TYPE_ID } = fields.data.FIELDS;
  if (isComment) return { kind: 'comment', commentId: String(ID) };
  const entityTypeId = isItem
    ? Number(isItem[1] ?? ENTITY_TYPE_ID ?? 0)
    : (ENTITY_TYPES[name ?? 'DEAL'] ?? 0);
  if (entityTypeId === 0) return { kind: 'unreadable', reason: 'it does not say of which type its item is' };
  return { kind: 'look', entityTypeId, remoteId: String(ID) };
}

/** Seconds since 1970. */
const momentOf = (ts: string | null | undefined): Date | null =>
  /^\d{9,11}$/.test(ts ?? '') ? new Date(Number(ts) * 1_000) : null;

const reasonOf = (error: z.ZodError): string => {
  const [issue] = error.issues;
  return `the event cannot be read: ${issue?.path.join('.')}: ${issue?.message}`;
};
