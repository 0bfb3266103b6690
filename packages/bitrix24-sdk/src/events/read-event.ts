import {
  BITRIX24_ENTITY_TYPES,
  Bitrix24ConnectorDialogs,
  Bitrix24ConnectorMessages,
  Bitrix24ConnectorRemoved,
  Bitrix24CrmEventData,
  Bitrix24EventEnvelope,
  Bitrix24LineRemoved,
  type Bitrix24OfflineEvent,
} from '@domovoy/models';
import type { z } from 'zod';
import type { Bitrix24Event } from './bitrix24-event.ts';
import { EventError } from './event-errors.ts';
import { type EventFormLimits, parseEventForm } from './parse-event-form.ts';

type Common = Pick<Bitrix24Event, 'name' | 'handlerId' | 'sentAtS' | 'auth' | 'data'>;

/**
 * An event as it was delivered: the body of the POST, or the form of it as your server has parsed it. It is not verified
 * yet: give `auth.application_token` to `isGenuineEvent`.
 * @throws {EventError} BITRIX24_EVENT_INVALID
 */
export function readEvent(body: string | object, limits?: EventFormLimits): Bitrix24Event {
  const form = typeof body === 'string' ? parseEventForm(body, limits) : body;
  return interpret(checked(Bitrix24EventEnvelope, form));
}

/** A row of the offline queue as an event. It was fetched with our own token, so there is nothing to verify. */
export const readOfflineEvent = ({ EVENT_NAME, EVENT_DATA }: Bitrix24OfflineEvent): Bitrix24Event =>
  interpret({ name: EVENT_NAME, handlerId: null, sentAtS: null, auth: null, data: EVENT_DATA });

type Change = 'added' | 'updated' | 'deleted';
const CHANGES: Readonly<Record<string, Change>> = { ADD: 'added', UPDATE: 'updated', DELETE: 'deleted' };
const APPLICATION = {
  ONAPPINSTALL: 'installed',
  ONAPPUPDATE: 'updated',
  ONAPPUNINSTALL: 'uninstalled',
  ONAPPPAYMENT: 'paid',
} as const;

function interpret(common: Common): Bitrix24Event {
  const { name, data } = common;
  const [, entity, change] = /^ONCRM(.+?)(ADD|UPDATE|DELETE)(?:_\d+)?$/.exec(name) ?? [];
  if (name.startsWith('ONCRM') && name.includes('USERFIELD'))
    return {
      ...common,
      kind: 'userField',
      entity: name
        .slice('ONCRM'.length)
        .replace(/USERFIELD.*/, '')
        .toLowerCase(),
    };
  if (entity && change) return ofCrm(common, entity, CHANGES[change] ?? 'updated');
  if (name === 'ONCRMDEALMOVETOCATEGORY') {
    const { FIELDS } = checked(Bitrix24CrmEventData, data);
    return {
      ...common,
      kind: 'item',
      entityTypeId: BITRIX24_ENTITY_TYPES.deal,
      action: 'movedToCategory',
      id: FIELDS.ID,
    };
  }
  if (name.startsWith('ONIMCONNECTOR')) return ofConnector(common, name.slice('ONIMCONNECTOR'.length));
  if (name in APPLICATION)
    return { ...common, kind: 'application', action: APPLICATION[name as keyof typeof APPLICATION] };
  if (name === 'ONAPPTEST') return { ...common, kind: 'test' };
  if (name === 'ONOFFLINEEVENT') return { ...common, kind: 'offlineQueue' };
  return { ...common, kind: 'other' };
}

function ofCrm(common: Common, entity: string, action: Change): Bitrix24Event {
  if (entity === 'TIMELINECOMMENT' || entity === 'ACTIVITY') {
    const { FIELDS } = checked(Bitrix24CrmEventData, common.data);
    return { ...common, kind: entity === 'ACTIVITY' ? 'activity' : 'comment', action, id: FIELDS.ID };
  }
  const known = BITRIX24_ENTITY_TYPES[entity.toLowerCase() as keyof typeof BITRIX24_ENTITY_TYPES];
  if (known === undefined && entity !== 'DYNAMICITEM') return { ...common, kind: 'other' };
  const { FIELDS } = checked(Bitrix24CrmEventData, common.data);
  const entityTypeId = known ?? FIELDS.ENTITY_TYPE_ID ?? Number(/_(\d+)$/.exec(common.name)?.[1]);
  if (!Number.isSafeInteger(entityTypeId))
    throw new EventError(`${common.name} does not say of which smart process`);
  return { ...common, kind: 'item', entityTypeId, action, id: FIELDS.ID };
}

function ofConnector(common: Common, what: string): Bitrix24Event {
  const { data } = common;
  switch (what) {
    case 'MESSAGEADD':
    case 'MESSAGEUPDATE':
    case 'MESSAGEDELETE': {
      const { CONNECTOR, LINE, MESSAGES } = checked(Bitrix24ConnectorMessages, data);
      const action = CHANGES[what.slice('MESSAGE'.length)] ?? 'added';
      return { ...common, kind: 'messages', action, connector: CONNECTOR, line: LINE, messages: MESSAGES };
    }
    case 'DIALOGSTART':
    case 'DIALOGFINISH': {
      const { DATA } = checked(Bitrix24ConnectorDialogs, data);
      return {
        ...common,
        kind: 'dialogs',
        action: what === 'DIALOGSTART' ? 'started' : 'finished',
        dialogs: DATA,
      };
    }
    case 'STATUSDELETE':
      return { ...common, kind: 'connectorRemoved', ...checked(Bitrix24ConnectorRemoved, data) };
    case 'LINEDELETE':
      return { ...common, kind: 'lineRemoved', line: checked(Bitrix24LineRemoved, data) };
    default:
      return { ...common, kind: 'other' };
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new EventError(problems.join('; '));
}
