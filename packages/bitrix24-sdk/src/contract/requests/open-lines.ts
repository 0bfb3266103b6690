import type { Row } from './row.ts';

export const AT = { connector: 'rosdomofon', line: 107 };
const WIRE_AT = { CONNECTOR: 'rosdomofon', LINE: 107 };
export const message = {
  user: { id: 'abonent-42', name: 'Иван', lastName: 'Петров', phone: '+79000000001', skipsPhoneCheck: true },
  message: {
    id: 'msg-1',
    sentAt: new Date(1_773_265_993_900),
    text: 'Здравствуйте',
    files: [{ url: 'https://example.test/a.jpg', name: 'a.jpg' }],
  },
  chat: { id: 'abonent-42', name: 'Иван' },
};
const wireMessage = {
  user: {
    id: 'abonent-42',
    name: 'Иван',
    last_name: 'Петров',
    phone: '+79000000001',
    skip_phone_validate: 'Y',
  },
  message: {
    id: 'msg-1',
    date: 1_773_265_993,
    text: 'Здравствуйте',
    files: [{ url: 'https://example.test/a.jpg', name: 'a.jpg' }],
  },
  chat: { id: 'abonent-42', name: 'Иван' },
};
const results = {
  SUCCESS: true,
  DATA: {
    RESULT: [
      {
        user: '585',
        message: { id: 'msg-1', date: {} },
        SUCCESS: true,
        session: { ID: '323', CHAT_ID: '1767' },
      },
      { user: [], SUCCESS: false, ERRORS: ['The name is invalid'] },
    ],
  },
};
const outcomes = [
  { isSent: true, sessionId: '323', portalChatId: '1767' },
  { isSent: false, errors: ['The name is invalid'] },
];

export const OPEN_LINES: Row[] = [
  [
    'connectors.register',
    {
      id: 'rosdomofon',
      name: 'РосДомофон',
      icon: { dataImage: 'data:image/svg+xml,x' },
      placementHandler: 'https://hub.test/x',
    },
    [
      'imconnector.register',
      {
        ID: 'rosdomofon',
        NAME: 'РосДомофон',
        ICON: { DATA_IMAGE: 'data:image/svg+xml,x' },
        PLACEMENT_HANDLER: 'https://hub.test/x',
        CHAT_GROUP: false,
        NEED_SIGNATURE: true,
        NEED_SYSTEM_MESSAGES: true,
      },
    ],
    { result: true },
    undefined,
  ],
  [
    'connectors.unregister',
    { id: 'rosdomofon' },
    ['imconnector.unregister', { ID: 'rosdomofon' }],
    { result: true },
    undefined,
  ],
  [
    'connectors.list',
    {},
    ['imconnector.list', {}],
    { rosdomofon: 'РосДомофон' },
    { rosdomofon: 'РосДомофон' },
  ],
  ['connectors.activate', AT, ['imconnector.activate', { ...WIRE_AT, ACTIVE: '1' }], true, undefined],
  [
    'connectors.setChannel',
    { ...AT, channel: { id: 'c', name: 'n', url: 'https://hub.test/' } },
    [
      'imconnector.connector.data.set',
      { ...WIRE_AT, DATA: { ID: 'c', NAME: 'n', URL: 'https://hub.test/' } },
    ],
    true,
    undefined,
  ],
  [
    'connectors.status',
    AT,
    ['imconnector.status', WIRE_AT],
    { LINE: 107, CONNECTOR: 'rosdomofon', ERROR: false, CONFIGURED: true, STATUS: true },
    { hasError: false, isConfigured: true, isActive: true },
  ],
  [
    'connectorMessages.send',
    { ...AT, messages: [message] },
    ['imconnector.send.messages', { ...WIRE_AT, MESSAGES: [wireMessage] }],
    results,
    outcomes,
  ],
  [
    'connectorMessages.update',
    { ...AT, messages: [message] },
    ['imconnector.update.messages', { ...WIRE_AT, MESSAGES: [wireMessage] }],
    results,
    outcomes,
  ],
  [
    'connectorMessages.delete',
    { ...AT, messages: [{ userId: 'u', messageId: 'm', chatId: 'c' }] },
    [
      'imconnector.delete.messages',
      { ...WIRE_AT, MESSAGES: [{ user: { id: 'u' }, message: { id: 'm' }, chat: { id: 'c' } }] },
    ],
    { SUCCESS: true, DATA: [] },
    [],
  ],
  [
    'connectorMessages.confirmDelivery',
    {
      ...AT,
      deliveries: [
        {
          portalChatId: 1767,
          portalMessageId: 86497,
          messageIds: ['own'],
          chatId: 'c',
          deliveredAt: new Date(5_000),
        },
      ],
    },
    [
      'imconnector.send.status.delivery',
      {
        ...WIRE_AT,
        MESSAGES: [
          { im: { chat_id: 1767, message_id: 86497 }, message: { id: ['own'], date: 5 }, chat: { id: 'c' } },
        ],
      },
    ],
    { SUCCESS: true, DATA: [] },
    undefined,
  ],
  [
    'connectorMessages.renameChat',
    { ...AT, chatId: 'c', name: 'n', userId: 'u' },
    ['imconnector.chat.name.set', { ...WIRE_AT, CHAT_ID: 'c', NAME: 'n', USER_ID: 'u' }],
    { SUCCESS: true, DATA: { RESULT: {} } },
    undefined,
  ],
  [
    'openLines.list',
    {},
    [
      'imopenlines.config.list.get',
      {
        PARAMS: {
          select: ['ID', 'LINE_NAME', 'ACTIVE', 'CRM', 'CRM_CREATE', 'QUEUE_TYPE'],
          order: { ID: 'ASC' },
          limit: 200,
          offset: 0,
        },
      },
    ],
    [{ ID: '107', LINE_NAME: 'Линия', ACTIVE: 'Y' }],
    [{ ID: 107, LINE_NAME: 'Линия', ACTIVE: true }],
  ],
  [
    'openLines.get',
    { id: 107 },
    ['imopenlines.config.get', { CONFIG_ID: 107, WITH_QUEUE: 'Y', SHOW_OFFLINE: 'Y' }],
    { ID: '107', QUEUE: ['1', '2'] },
    { ID: 107, QUEUE: [1, 2] },
  ],
  [
    'openLines.add',
    { settings: { LINE_NAME: 'x' } },
    ['imopenlines.config.add', { PARAMS: { LINE_NAME: 'x' } }],
    107,
    107,
  ],
  [
    'openLines.update',
    { id: 107, settings: { ACTIVE: 'Y' } },
    ['imopenlines.config.update', { CONFIG_ID: 107, PARAMS: { ACTIVE: 'Y' } }],
    true,
    undefined,
  ],
  ['openLines.delete', { id: 107 }, ['imopenlines.config.delete', { CONFIG_ID: 107 }], true, undefined],
];
