import type { Row } from './row.ts';

const TIME = '2026-11-27T10:00:00+03:00';
const HANDLER = 'https://hub.test/bitrix24/1';
export const SYSTEM: Row[] = [
  [
    'application.profile',
    {},
    ['profile', {}],
    { ID: '1', ADMIN: true, NAME: 'Анна' },
    { ID: 1, ADMIN: true, NAME: 'Анна' },
  ],
  [
    'application.info',
    {},
    ['app.info', {}],
    { ID: 5, LICENSE_FAMILY: 'ent' },
    { ID: 5, LICENSE_FAMILY: 'ent' },
  ],
  ['application.scope', {}, ['scope', {}], ['crm'], ['crm']],
  ['application.scope', { isFull: true }, ['scope', { full: 1 }], ['crm', 'im'], ['crm', 'im']],
  ['application.serverTime', {}, ['server.time', {}], TIME, new Date('2026-11-27T07:00:00Z')],
  [
    'application.method',
    { name: 'crm.item.add' },
    ['method.get', { name: 'crm.item.add' }],
    { isExisting: true, isAvailable: 'N' },
    { isExisting: true, isAvailable: false },
  ],
  ['application.hasFeature', { code: 'x' }, ['feature.get', { CODE: 'x' }], { value: 'Y' }, true],
  [
    'eventBindings.list',
    {},
    ['event.get', {}],
    [{ event: 'ONCRMDEALADD', handler: HANDLER, auth_type: '0', offline: 0 }],
    [{ event: 'ONCRMDEALADD', handler: HANDLER, auth_type: 0, offline: false }],
  ],
  [
    'eventBindings.bind',
    { event: 'onCrmDealAdd', handler: HANDLER, userId: 1, options: { minTimeout: 5 } },
    [
      'event.bind',
      {
        event: 'ONCRMDEALADD',
        handler: HANDLER,
        event_type: 'online',
        auth_type: 1,
        options: { minTimeout: 5 },
      },
    ],
    true,
    undefined,
  ],
  [
    'eventBindings.bindOffline',
    { event: 'ONCRMDEALADD', authConnector: 'domovoy' },
    ['event.bind', { event: 'ONCRMDEALADD', event_type: 'offline', auth_connector: 'domovoy' }],
    true,
    undefined,
  ],
  [
    'eventBindings.unbind',
    { event: 'ONCRMDEALADD', handler: HANDLER },
    ['event.unbind', { event: 'ONCRMDEALADD', handler: HANDLER }],
    { count: 1 },
    1,
  ],
  [
    'eventBindings.unbindOffline',
    { event: 'ONCRMDEALADD' },
    ['event.unbind', { event: 'ONCRMDEALADD', event_type: 'offline' }],
    { count: 0 },
    0,
  ],
  ['eventBindings.test', { x: '1' }, ['event.test', { x: '1' }], true, undefined],
  [
    'offlineEvents.reserve',
    { processId: 'p', isError: true, authConnector: 'domovoy', filter: { '=EVENT_NAME': 'ONCRMDEALADD' } },
    [
      'event.offline.get',
      {
        filter: { '=EVENT_NAME': 'ONCRMDEALADD' },
        limit: 50,
        clear: 0,
        order: { ID: 'ASC' },
        process_id: 'p',
        error: 1,
        auth_connector: 'domovoy',
      },
    ],
    { process_id: null, events: [] },
    { processId: null, events: [] },
  ],
  [
    'offlineEvents.clear',
    { processId: 'p', ids: [1] },
    ['event.offline.clear', { process_id: 'p', id: [1] }],
    true,
    undefined,
  ],
  [
    'offlineEvents.markErrors',
    { processId: 'p', messageIds: ['m'] },
    ['event.offline.error', { process_id: 'p', message_id: ['m'] }],
    true,
    undefined,
  ],
  ['offlineEvents.list', {}, ['event.offline.list', {}], [], { rows: [] }],
];
