import { isDeepStrictEqual } from 'node:util';
import type { Happening } from '../../happenings.ts';
import type { Call } from '../../portal-method.ts';
import { type Change, put } from '../../state/change.ts';
import { isoTime } from '../../transport/portal-time.ts';
import { CONTACT, DEAL, isSmartProcess } from '../entity-types.ts';
import type { DecodedFields } from '../fields/decode-fields.ts';
import { type ItemRow, itemTable } from './item-row.ts';
import { applyEdits } from './multifields.ts';
import { refuseMissing } from './required-fields.ts';
import { stageOf } from './stage-of.ts';

export interface WrittenItem {
  row: ItemRow;
  changes: Change[];
  /** None: nothing was changed, and nobody is told. */
  happenings: Happening[];
}

const TITLES: Readonly<Record<number, string>> = { 1: 'Лид', 2: 'Сделка', 4: 'Компания' };
const WEEK_MS = 7 * 86_400_000;

/** An item that is made from what was given; what is saved is for the caller to say. */
export function addedItem(call: Call, entityTypeId: number, { values, editsOf }: DecodedFields): WrittenItem {
  const { state } = call.context;
  const id = state.takeId(itemTable(entityTypeId));
  const now = isoTime(call.atMs);
  const userId = call.caller.userId;
  const row: ItemRow = {
    id,
    createdTime: now,
    updatedTime: now,
    createdBy: userId,
    updatedBy: userId,
    assignedById: userId,
    opened: entityTypeId === CONTACT ? 'N' : 'Y',
    lastActivityTime: now,
    lastActivityBy: userId,
    ...firstValues(call, entityTypeId, id),
    ...linked(values),
    ...stageOf(state, entityTypeId, values, null),
  };
  const fm = applyEdits(state, [], editsOf([]));
  const whole = fm.length > 0 ? { ...row, fm } : row;
  refuseMissing(state, entityTypeId, whole);
  return {
    row: whole,
    changes: [put(itemTable(entityTypeId), id, whole)],
    happenings: [{ of: 'item', entityTypeId, id, what: 'added' }],
  };
}

function firstValues(call: Call, entityTypeId: number, id: number): Record<string, unknown> {
  if (entityTypeId === CONTACT) return { typeId: 'CLIENT', export: 'Y' };
  const title = isSmartProcess(entityTypeId) ? `Элемент #${id}` : `${TITLES[entityTypeId]} #${id}`;
  const money = { currencyId: 'RUB', opportunity: 0, isManualOpportunity: 'N' };
  if (entityTypeId !== DEAL && !isSmartProcess(entityTypeId)) return { title, ...money };
  const midnight = (atMs: number) => `${isoTime(atMs).slice(0, 10)}T00:00:00+03:00`;
  return {
    title,
    ...money,
    ...(entityTypeId === DEAL ? { typeId: 'SALE', probability: 0 } : {}),
    begindate: midnight(call.atMs),
    closedate: midnight(call.atMs + WEEK_MS),
  };
}

/** What an item becomes. The same as it is: then nothing is saved and nobody is told (facts §7.1). */
export function updatedItem(
  call: Call,
  entityTypeId: number,
  before: ItemRow,
  { values, editsOf }: DecodedFields,
): WrittenItem {
  const { state } = call.context;
  const stage = stageOf(state, entityTypeId, values, before);
  const fm = applyEdits(state, before.fm ?? [], editsOf(before.fm ?? []));
  const next: ItemRow = {
    ...before,
    ...linked(values),
    ...stage,
    ...(fm.length > 0 || before.fm ? { fm } : {}),
  };
  if (isDeepStrictEqual(next, before)) return { row: before, changes: [], happenings: [] };
  refuseMissing(state, entityTypeId, next);
  const row: ItemRow = { ...next, updatedTime: isoTime(call.atMs), updatedBy: call.caller.userId };
  const hasMovedCategory = entityTypeId === DEAL && row['categoryId'] !== before['categoryId'];
  return {
    row,
    changes: [put(itemTable(entityTypeId), row.id, row)],
    happenings: [
      {
        of: 'item',
        entityTypeId,
        id: row.id,
        what: 'updated',
        ...(hasMovedCategory ? { hasMovedCategory } : {}),
      },
    ],
  };
}

/** A first contact and all of them, a first company and all of them: each follows from the other. */
function linked(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const more: Record<string, unknown> = {};
  for (const [one, all] of [
    ['contactId', 'contactIds'],
    ['companyId', 'companyIds'],
  ] as const) {
    if (all in values) more[one] = (values[all] as number[])[0] ?? null;
    else if (one in values && all === 'contactIds') more[all] = values[one] ? [values[one]] : [];
  }
  return { ...values, ...more };
}
