const ADD_UPDATE_DELETE = ['ADD', 'UPDATE', 'DELETE'];
const named = (prefix: string, endings: readonly string[] = ADD_UPDATE_DELETE) =>
  endings.map((ending) => `${prefix}${ending}`);

const CRM_EVENTS = [
  ...['LEAD', 'DEAL', 'CONTACT', 'COMPANY', 'QUOTE', 'ACTIVITY', 'TIMELINECOMMENT', 'DYNAMICITEM'].flatMap(
    (noun) => named(`ONCRM${noun}`),
  ),
  'ONCRMDEALMOVETOCATEGORY',
  ...['LEAD', 'DEAL', 'CONTACT', 'COMPANY'].flatMap((noun) =>
    named(`ONCRM${noun}USERFIELD`, [...ADD_UPDATE_DELETE, 'SETENUMVALUES']),
  ),
];
export const CONNECTOR_EVENTS = named('ONIMCONNECTOR', [
  'MESSAGEADD',
  'MESSAGEUPDATE',
  'MESSAGEDELETE',
  'DIALOGSTART',
  'DIALOGFINISH',
  'STATUSDELETE',
  'LINEDELETE',
]);
const APPLICATION_EVENTS = named('ONAPP', ['INSTALL', 'UPDATE', 'UNINSTALL', 'PAYMENT', 'TEST']);

/** What `event.bind` knows (facts §8). */
const EVENTS: ReadonlySet<string> = new Set([
  ...CRM_EVENTS,
  ...CONNECTOR_EVENTS,
  ...APPLICATION_EVENTS,
  'ONOFFLINEEVENT',
  'ONUSERADD',
]);
/** Those of one smart process: `ONCRMDYNAMICITEMADD_1046`. */
const OF_ONE_PROCESS = /^ONCRMDYNAMICITEM(ADD|UPDATE|DELETE)_\d+$/;

export const isKnownEvent = (name: string): boolean => EVENTS.has(name) || OF_ONE_PROCESS.test(name);

/** An outgoing webhook is told what happens in the CRM, and nothing of the connectors (facts §8, reported). */
export const isEventOfWebhooks = (name: string): boolean =>
  CRM_EVENTS.includes(name) || OF_ONE_PROCESS.test(name) || name === 'ONUSERADD';

export const EVENT_NAMES: readonly string[] = [...EVENTS];
