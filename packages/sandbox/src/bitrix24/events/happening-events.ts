import type { Happening } from '../happenings.ts';
import type { EventData, PortalEvent } from './portal-event.ts';

type Told = Pick<PortalEvent, 'name' | 'data' | 'clientId'>;

const ENDING = { added: 'ADD', updated: 'UPDATE', deleted: 'DELETE' } as const;
/** By entityTypeId; everything else is a smart process. */
const NOUNS: Readonly<Record<number, string>> = {
  1: 'LEAD',
  2: 'DEAL',
  3: 'CONTACT',
  4: 'COMPANY',
  7: 'QUOTE',
};

/** What of it is told, and under which names. Only ids: who wants to know more reads the object (facts §12.14). */
export function eventsOf(happening: Happening): Told[] {
  switch (happening.of) {
    case 'item':
      return itemEvents(happening);
    case 'comment':
      return [told(`ONCRMTIMELINECOMMENT${ENDING[happening.what]}`, { ID: happening.id })];
    case 'activity':
      return [told(`ONCRMACTIVITY${ENDING[happening.what]}`, { ID: happening.id })];
    case 'user field': {
      const noun = NOUNS[happening.entityTypeId];
      if (!noun) return [];
      const fields = { ID: happening.id, ENTITY_ID: `CRM_${noun}`, FIELD_NAME: happening.fieldName };
      return [told(`ONCRM${noun}USERFIELD${ENDING[happening.what]}`, fields)];
    }
    case 'application':
  }
  return [applicationEvent(happening)];
}

const told = (name: string, fields: EventData): Told => ({ name, data: { FIELDS: fields } });

function itemEvents({
  entityTypeId,
  id,
  what,
  hasMovedCategory,
}: Extract<Happening, { of: 'item' }>): Told[] {
  const noun = NOUNS[entityTypeId];
  if (noun) {
    const event = told(`ONCRM${noun}${ENDING[what]}`, { ID: id });
    return hasMovedCategory && noun === 'DEAL'
      ? [event, told('ONCRMDEALMOVETOCATEGORY', { ID: id })]
      : [event];
  }
  const name = `ONCRMDYNAMICITEM${ENDING[what]}`;
  const fields = { ID: id, ENTITY_TYPE_ID: entityTypeId };
  return [told(name, fields), told(`${name}_${entityTypeId}`, fields)];
}

const applicationEvent = ({ clientId, what }: Extract<Happening, { of: 'application' }>): Told =>
  what === 'installed'
    ? {
        name: 'ONAPPINSTALL',
        data: { VERSION: 1, ACTIVE: 'Y', INSTALLED: 'Y', LANGUAGE_ID: 'ru' },
        clientId,
      }
    : { name: 'ONAPPUNINSTALL', data: { LANGUAGE_ID: 'ru', CLEAN: 0 }, clientId };
