import { RestError } from '../../rest-error.ts';
import type { KeptTables } from '../../state/kept-tables.ts';
import { toText } from '../../transport/params.ts';
import { CATEGORIES, categoriesOf, stageDirectoryOf, statusesOf } from '../directories/statuses.ts';
import { DEAL, isSmartProcess } from '../entity-types.ts';
import { notValid } from '../fields/decode-value.ts';
import type { ItemRow } from './item-row.ts';

/** Pipeline and stage of an item, and what follows from the stage. Without a wish the first stage; a wrong one is refused. */
export function stageOf(
  state: KeptTables,
  entityTypeId: number,
  values: Readonly<Record<string, unknown>>,
  before: ItemRow | null,
): Record<string, unknown> {
  const hasPipelines = entityTypeId === DEAL || isSmartProcess(entityTypeId);
  const categoryId = hasPipelines ? categoryOf(state, entityTypeId, values, before) : 0;
  const directory = stageDirectoryOf(entityTypeId, categoryId);
  if (!directory) return {};
  const stages = statusesOf(state, directory);
  const isMoved = before !== null && before['categoryId'] !== categoryId && hasPipelines;
  const wish = values['stageId'] || (isMoved ? null : before?.['stageId']);
  const stage = wish ? stages.find(({ statusId }) => statusId === wish) : stages[0];
  if (!stage) throw notValid({ title: 'Стадия' });
  return {
    ...(hasPipelines ? { categoryId } : {}),
    stageId: stage.statusId,
    ...(isSmartProcess(entityTypeId) ? {} : { stageSemanticId: stage.semantics ?? 'P' }),
    ...(entityTypeId === DEAL ? { closed: stage.semantics ? 'Y' : 'N' } : {}),
  };
}

function categoryOf(
  state: KeptTables,
  entityTypeId: number,
  values: Readonly<Record<string, unknown>>,
  before: ItemRow | null,
): number {
  const wish = values['categoryId'] ?? before?.['categoryId'];
  if (wish === undefined || wish === null || (wish === 0 && entityTypeId !== DEAL))
    return categoriesOf(state, entityTypeId).find(({ isDefault }) => isDefault)?.id ?? 0;
  const category = state.rows(CATEGORIES).get(wish as number);
  if (category?.entityTypeId !== entityTypeId)
    throw new RestError(400, 'NOT_FOUND', `Category with id ${toText(wish)} was not found`);
  return category.id;
}
