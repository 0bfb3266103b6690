import { APPLICATIONS } from '../auth/applications.ts';
import type { PortalCredentials } from '../auth/credentials.ts';
import { ALL_SCOPES, WEBHOOKS } from '../auth/webhooks.ts';
import { CATEGORIES, STATUSES } from '../crm/directories/statuses.ts';
import { DEAL, SMART_PROCESSES } from '../crm/entity-types.ts';
import { FIRST_LINES } from '../open-lines/lines.ts';
import { DEFAULT_OPERATOR, OPERATOR } from '../open-lines/tables.ts';
import { type Change, put } from '../state/change.ts';
import { USERS, type User } from '../system/users.ts';
import { FIRST_STATUSES } from './first-statuses.ts';

const SMART_PROCESS = { entityTypeId: 1046, categoryId: 1 };

const EMPLOYEE = { gender: '', isActive: true, isAdmin: false } as const;
const FIRST_USERS: readonly User[] = [
  {
    ...EMPLOYEE,
    id: 1,
    name: 'Анна',
    lastName: 'Администратова',
    isAdmin: true,
    workPosition: 'Руководитель',
  },
  { ...EMPLOYEE, id: 2, name: 'Олег', lastName: 'Операторов', workPosition: 'Оператор' },
  { ...EMPLOYEE, id: 3, name: 'Мария', lastName: 'Менеджерова', workPosition: 'Менеджер' },
];

/** What a portal has on its first day. */
export function firstRows(credentials: PortalCredentials, operatorAnswersAfterMs: number | null): Change[] {
  const { webhookCode, clientId, clientSecret, applicationToken } = credentials;
  return [
    ...FIRST_USERS.map((user) => put(USERS, user.id, user)),
    put(WEBHOOKS, webhookCode, { userId: 1, code: webhookCode, scopes: [...ALL_SCOPES], isRevoked: false }),
    put(APPLICATIONS, clientId, {
      id: 1,
      clientId,
      clientSecret,
      title: 'Domovoy',
      scopes: [...ALL_SCOPES],
      applicationToken,
      isInstalled: true,
      userId: 1,
      handlerUrl: null,
      redirectUrl: null,
      installedAtMs: 0,
    }),
    put(CATEGORIES, 0, { id: 0, entityTypeId: DEAL, name: 'Общая', sort: 100, isDefault: true }),
    put(CATEGORIES, SMART_PROCESS.categoryId, {
      id: SMART_PROCESS.categoryId,
      entityTypeId: SMART_PROCESS.entityTypeId,
      name: 'Общее направление',
      sort: 100,
      isDefault: true,
    }),
    put(SMART_PROCESSES, SMART_PROCESS.entityTypeId, {
      id: 1,
      title: 'Заявки',
      code: 'requests',
      entityTypeId: SMART_PROCESS.entityTypeId,
      createdBy: 1,
      createdTime: '2026-01-12T10:00:00+03:00',
    }),
    ...FIRST_LINES,
    put(OPERATOR, 1, { ...DEFAULT_OPERATOR, answersAfterMs: operatorAnswersAfterMs }),
    ...FIRST_STATUSES.map((status, index) => put(STATUSES, index + 1, { id: index + 1, ...status })),
  ];
}
