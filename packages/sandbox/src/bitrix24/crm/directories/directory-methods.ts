import type { PortalMethod } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { put } from '../../state/change.ts';
import type { KeptTables } from '../../state/kept-tables.ts';
import {
  isRecord,
  param,
  recordParam,
  requiredRecord,
  textParam,
  toInt,
  toList,
} from '../../transport/params.ts';
import { STATUSES, type Status } from './statuses.ts';

const SEMANTICS = { S: 'success', F: 'failure' } as const;

/** Directories: stages, sources, types (facts §7.6). */
export const DIRECTORY_METHODS: readonly PortalMethod[] = [
  {
    name: 'crm.status.list',
    scope: 'crm',
    run({ params, context: { state } }) {
      const filter = param(params, 'filter');
      // The error of this one is a sentence (facts §2).
      if (filter !== undefined && !isRecord(filter) && !Array.isArray(filter))
        throw new RestError(400, 'Invalid parameters.', 'Invalid parameters.');
      const found = [...state.rows(STATUSES).values()].filter((status) =>
        fits(status, recordParam(params, 'filter')),
      );
      const isDescending = String(recordParam(params, 'order')['SORT']).toUpperCase() === 'DESC';
      const sorted = found.toSorted((a, b) => a.sort - b.sort || a.id - b.id);
      return { result: (isDescending ? sorted.toReversed() : sorted).map(statusWire), total: found.length };
    },
  },
  {
    name: 'crm.status.add',
    scope: 'crm',
    run(call) {
      const { state } = call.context;
      const given = requiredRecord(call.params, 'fields');
      const entityId = textParam(given, 'ENTITY_ID') ?? '';
      const statusId = textParam(given, 'STATUS_ID') ?? '';
      if (entityId === '' || statusId === '')
        throw new RestError(400, '', 'STATUS_ID and ENTITY_ID are required');
      if (hasStatus(state, entityId, statusId))
        throw new RestError(400, '', `Элемент ${statusId} уже существует`);
      const id = state.takeId(STATUSES);
      const semantics = textParam(given, 'SEMANTICS');
      const status: Status = {
        id,
        entityId,
        statusId,
        name: textParam(given, 'NAME') ?? statusId,
        sort: toInt(given['SORT']) || 500,
        semantics: semantics === 'S' || semantics === 'F' ? semantics : null,
        isSystem: false,
        color: textParam(given, 'COLOR') ?? '',
      };
      call.context.save([put(STATUSES, id, status)]);
      return { result: id };
    },
  },
  {
    name: 'crm.status.entity.types',
    scope: 'crm',
    run: ({ context: { state } }) => ({
      result: [...new Set([...state.rows(STATUSES).values()].map(({ entityId }) => entityId))].map((ID) => ({
        ID,
        NAME: ID,
      })),
    }),
  },
  {
    name: 'crm.currency.list',
    scope: 'crm',
    run: () => ({
      result: [
        {
          CURRENCY: 'RUB',
          AMOUNT_CNT: '1',
          AMOUNT: '1.0000',
          SORT: '100',
          BASE: 'Y',
          FULL_NAME: 'Российский рубль',
          LID: 'ru',
        },
      ],
      total: 1,
    }),
  },
];

const hasStatus = (state: KeptTables, entityId: string, statusId: string) =>
  [...state.rows(STATUSES).values()].some((one) => one.entityId === entityId && one.statusId === statusId);

function fits({ entityId, statusId, id }: Status, filter: Readonly<Record<string, unknown>>): boolean {
  const is = (name: string, value: string) => {
    const wanted = param(filter, name) ?? param(filter, `=${name}`) ?? param(filter, `@${name}`);
    return wanted === undefined || toList(wanted).map(String).includes(value);
  };
  return is('ENTITY_ID', entityId) && is('STATUS_ID', statusId) && is('ID', String(id));
}

const statusWire = ({ id, entityId, statusId, name, sort, semantics, isSystem, color }: Status) => ({
  ID: String(id),
  ENTITY_ID: entityId,
  STATUS_ID: statusId,
  NAME: name,
  NAME_INIT: isSystem ? name : '',
  SORT: String(sort),
  SYSTEM: isSystem ? 'Y' : 'N',
  COLOR: color || null,
  SEMANTICS: semantics,
  CATEGORY_ID: /_(\d+)$/.exec(entityId)?.[1] ?? '0',
  ...(color ? { EXTRA: { SEMANTICS: semantics ? SEMANTICS[semantics] : 'process', COLOR: color } } : {}),
});
