import type { Happening } from '../../happenings.ts';
import type { PortalMethod } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { drop, put } from '../../state/change.ts';
import { listParam, requiredInt, requiredRecord, toInt } from '../../transport/params.ts';
import { isoTime } from '../../transport/portal-time.ts';
import { communicationKey } from '../communication-key.ts';
import { CONTACT, DEAL, LEAD } from '../entity-types.ts';
import { isEmptyValue } from '../fields/decode-value.ts';
import { fieldsOf } from '../fields/fields-of.ts';
import { relinked } from '../items/delete-item.ts';
import { type ItemRow, itemsOf, itemTable, type MultifieldRecord } from '../items/item-row.ts';

/** Marks of other systems are no reason to ask a person. */
const MARKS = /^(?:origin|utm|source|type)/;

/** Several become one, the first: the others' phones and deals are its own from then on (facts §7.3). */
export const mergeBatch: PortalMethod = {
  name: 'crm.entity.mergeBatch',
  scope: 'crm',
  run(call) {
    const { context } = call;
    const { state } = context;
    const given = requiredRecord(call.params, 'params');
    const entityTypeId = requiredInt(given, 'entityTypeId');
    const ids = [...new Set(listParam(given, 'entityIds').map(toInt))];
    const rows = ids.flatMap((id) => itemsOf(state, entityTypeId).get(id) ?? []);
    const [main, ...others] = rows;
    if (!main || others.length === 0 || rows.length < ids.length)
      throw new RestError(400, '', 'The parameter "entityIds" is invalid');
    const texts = fieldsOf(state, entityTypeId).all.filter(
      ({ name, kind, isReadOnly }) => kind === 'text' && !isReadOnly && !MARKS.test(name),
    );
    // What differs is for a person to choose; nothing is done.
    const isConflict = texts.some(
      ({ name }) => new Set(rows.map((row) => row[name]).filter(isTold)).size > 1,
    );
    if (isConflict) return { result: { STATUS: 'CONFLICT', ENTITY_IDS: [] } };
    const filled = Object.fromEntries(
      texts
        .map(({ name }) => [name, rows.map((row) => row[name]).find(isTold)])
        .filter(([, value]) => isTold(value)),
    );
    const merged: ItemRow = {
      ...main,
      ...filled,
      fm: unique(rows.flatMap(({ fm = [] }) => fm)),
      updatedTime: isoTime(call.atMs),
      updatedBy: call.caller.userId,
    };
    const links = entityTypeId === CONTACT ? [DEAL, LEAD] : [];
    const happened = (id: number, what: 'updated' | 'deleted'): Happening => ({
      of: 'item',
      entityTypeId,
      id,
      what,
    });
    context.save(
      [
        put(itemTable(entityTypeId), main.id, merged),
        ...others.flatMap(({ id }) => links.flatMap((linked) => relinked(state, linked, id, main.id))),
        ...others.map(({ id }) => drop(itemTable(entityTypeId), id)),
      ],
      [happened(main.id, 'updated'), ...others.map(({ id }) => happened(id, 'deleted'))],
      call,
    );
    return { result: { STATUS: 'SUCCESS', ENTITY_IDS: others.map(({ id }) => id) } };
  },
};

const isTold = (value: unknown): value is string => !isEmptyValue(value);

function unique(records: readonly MultifieldRecord[]): MultifieldRecord[] {
  const byKey = new Map<string, MultifieldRecord>();
  for (const record of records) {
    const key = communicationKey(record.typeId, record.value);
    if (!byKey.has(key)) byKey.set(key, record);
  }
  return [...byKey.values()];
}
