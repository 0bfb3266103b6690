import type { Call, PortalMethod } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { stagesOfNewDealCategory, stagesOfNewSmartProcess } from '../../seed/first-statuses.ts';
import { drop, put } from '../../state/change.ts';
import {
  intParam,
  recordParam,
  requiredInt,
  requiredRecord,
  textParam,
  toInt,
} from '../../transport/params.ts';
import { isoTime } from '../../transport/portal-time.ts';
import {
  DEAL,
  isSmartProcess,
  requireEntityType,
  SMART_PROCESS_IDS,
  SMART_PROCESSES,
  type SmartProcess,
} from '../entity-types.ts';
import {
  CATEGORIES,
  type Category,
  categoriesOf,
  STATUSES,
  stageDirectoryOf,
  statusesOf,
} from './statuses.ts';

/** Pipelines (facts §7.6). */
export const CATEGORY_METHODS: readonly PortalMethod[] = [
  {
    name: 'crm.category.list',
    scope: 'crm',
    run({ params, context: { state } }) {
      const entityTypeId = requiredInt(params, 'entityTypeId');
      requireEntityType(state, entityTypeId);
      const categories = categoriesOf(state, entityTypeId);
      return { result: { categories: categories.map(categoryWire) }, total: categories.length };
    },
  },
  {
    name: 'crm.category.get',
    scope: 'crm',
    run: (call) => ({ result: { category: categoryWire(requireCategory(call)) } }),
  },
  {
    name: 'crm.category.add',
    scope: 'crm',
    run(call) {
      const { state } = call.context;
      const entityTypeId = requiredInt(call.params, 'entityTypeId');
      requireEntityType(state, entityTypeId);
      if (entityTypeId !== DEAL && !isSmartProcess(entityTypeId))
        throw new RestError(400, 'ENTITY_TYPE_NOT_SUPPORTED', 'Entity type does not support categories');
      const given = requiredRecord(call.params, 'fields');
      const { category, changes } = newCategory(call, entityTypeId, textParam(given, 'name') ?? '');
      call.context.save(changes);
      return { result: { category: categoryWire(category) } };
    },
  },
  {
    name: 'crm.category.update',
    scope: 'crm',
    run(call) {
      const before = requireCategory(call);
      const given = requiredRecord(call.params, 'fields');
      const after: Category = {
        ...before,
        name: textParam(given, 'name') ?? before.name,
        sort: intParam(given, 'sort') ?? before.sort,
      };
      call.context.save([put(CATEGORIES, after.id, after)]);
      return { result: { category: categoryWire(after) } };
    },
  },
  {
    name: 'crm.category.delete',
    scope: 'crm',
    run(call) {
      const { id, entityTypeId, isDefault } = requireCategory(call);
      if (isDefault) throw new RestError(400, 'ACCESS_DENIED', 'The default category cannot be deleted');
      const stages = statusesOf(call.context.state, stageDirectoryOf(entityTypeId, id) ?? '');
      call.context.save([drop(CATEGORIES, id), ...stages.map((stage) => drop(STATUSES, stage.id))]);
      return { result: null };
    },
  },
  {
    name: 'crm.type.list',
    scope: 'crm',
    run({ params, context: { state } }) {
      // Reported: it sorts by id, and not by ID.
      if ('ID' in recordParam(params, 'order')) throw new RestError(400, '100', 'Invalid order: ID');
      const types = [...state.rows(SMART_PROCESSES).values()].map(typeWire);
      return { result: { types }, total: types.length };
    },
  },
  {
    name: 'crm.type.getByEntityTypeId',
    scope: 'crm',
    run({ params, context: { state } }) {
      const found = state.rows(SMART_PROCESSES).get(requiredInt(params, 'entityTypeId'));
      if (!found) throw new RestError(400, 'NOT_FOUND', 'Smart process was not found');
      return { result: { type: typeWire(found) } };
    },
  },
  {
    name: 'crm.type.add',
    scope: 'crm',
    run(call) {
      const { state } = call.context;
      const given = requiredRecord(call.params, 'fields');
      const title = textParam(given, 'title');
      if (!title) throw new RestError(400, '100', 'Title is required');
      const entityTypeId = toInt(given['entityTypeId']) || 1046 + state.rows(SMART_PROCESSES).size * 4;
      if (!isSmartProcess(entityTypeId) || state.rows(SMART_PROCESSES).get(entityTypeId))
        throw new RestError(400, 'ENTITY_TYPE_NOT_SUPPORTED', 'The entityTypeId cannot be used');
      const type: SmartProcess = {
        id: 1 + state.takeId(SMART_PROCESS_IDS),
        title,
        code: textParam(given, 'code') ?? '',
        entityTypeId,
        createdBy: call.caller.userId,
        createdTime: isoTime(call.atMs),
      };
      const { changes } = newCategory(call, entityTypeId, 'Общее направление');
      call.context.save([put(SMART_PROCESSES, entityTypeId, type), ...changes]);
      return { result: { type: typeWire(type) } };
    },
  },
];

/** A pipeline with the usual stages. */
function newCategory({ context: { state } }: Call, entityTypeId: number, name: string) {
  if (name === '')
    throw new RestError(400, 'CRM_FIELD_ERROR_REQUIRED', 'Поле "Название" обязательно для заполнения');
  const id = state.takeId(CATEGORIES);
  const known = categoriesOf(state, entityTypeId);
  const category: Category = {
    id,
    entityTypeId,
    name,
    sort: 100 + known.length * 100,
    isDefault: known.length === 0,
  };
  const stages =
    entityTypeId === DEAL ? stagesOfNewDealCategory(id) : stagesOfNewSmartProcess(entityTypeId, id);
  const firstId = state.takeId(STATUSES, stages.length);
  return {
    category,
    changes: [
      put(CATEGORIES, id, category),
      ...stages.map((stage, index) => put(STATUSES, firstId + index, { id: firstId + index, ...stage })),
    ],
  };
}

function requireCategory({ params, context: { state } }: Call): Category {
  const entityTypeId = requiredInt(params, 'entityTypeId');
  const found = state.rows(CATEGORIES).get(requiredInt(params, 'id'));
  if (found?.entityTypeId !== entityTypeId) throw new RestError(400, 'NOT_FOUND', 'Category was not found');
  return found;
}

const categoryWire = ({ id, name, sort, entityTypeId, isDefault }: Category) => ({
  id,
  name,
  sort,
  entityTypeId,
  isDefault: isDefault ? 'Y' : 'N',
  originatorId: '',
  originId: '',
});

const typeWire = ({ id, title, code, entityTypeId, createdBy, createdTime }: SmartProcess) => ({
  id,
  title,
  code,
  createdBy,
  createdTime,
  entityTypeId,
  isCategoriesEnabled: 'Y',
  isStagesEnabled: 'Y',
  isClientEnabled: 'Y',
  isLinkWithProductsEnabled: 'Y',
  isAutomationEnabled: 'Y',
});
