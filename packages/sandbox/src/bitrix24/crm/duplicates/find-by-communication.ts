import type { PortalMethod } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import type { KeptTables } from '../../state/kept-tables.ts';
import { param, textParam } from '../../transport/params.ts';
import { phpArray } from '../../transport/php-query.ts';
import { communicationKey } from '../communication-key.ts';
import { COMPANY, CONTACT, entityNameOf, entityTypeNamed, LEAD } from '../entity-types.ts';
import { itemsOf } from '../items/item-row.ts';

const MAX_VALUES = 20;
const MAX_FOUND = 20;
const SEARCHED = [LEAD, CONTACT, COMPANY];

/** Whose phone or address it is, oldest first (facts §7.3). */
function findByCommunication(
  state: KeptTables,
  entityTypeId: number,
  typeId: string,
  values: readonly string[],
): number[] {
  const rows = itemsOf(state, entityTypeId);
  const found = new Set<number>();
  for (const value of values)
    for (const id of rows.idsBy('communication', communicationKey(typeId, value))) found.add(id as number);
  return [...found].toSorted((a, b) => a - b);
}

export const findDuplicates: PortalMethod = {
  name: 'crm.duplicate.findbycomm',
  scope: 'crm',
  run({ params, context: { state } }) {
    const typeId = (textParam(params, 'type') ?? '').toUpperCase();
    const values = param(params, 'values');
    if (typeId !== 'PHONE' && typeId !== 'EMAIL')
      throw new RestError(400, '', 'Communication type is not defined or not supported');
    if (typeof values !== 'object' || values === null) throw new RestError(400, '', 'Values are not defined');
    const asked = Object.values(values).slice(0, MAX_VALUES).map(String);
    const wish = textParam(params, 'entity_type');
    const searched = wish === undefined || wish === '' ? SEARCHED : [entityTypeNamed(wish) ?? 0];
    // Many of one kind leave no place for the others.
    let room = MAX_FOUND;
    const found: [string, number[]][] = [];
    for (const entityTypeId of searched) {
      const ids = findByCommunication(state, entityTypeId, typeId, asked).slice(0, room);
      room -= ids.length;
      if (ids.length > 0) found.push([entityNameOf(entityTypeId).toUpperCase(), ids]);
    }
    return { result: phpArray(found) };
  },
};
