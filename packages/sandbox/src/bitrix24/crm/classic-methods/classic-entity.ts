import type { Call } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { param, toInt } from '../../transport/params.ts';
import { COMPANY, CONTACT, DEAL, LEAD } from '../entity-types.ts';
import { type ItemRow, itemsOf } from '../items/item-row.ts';

/** What has methods of its own: `crm.contact.add` … */
export interface ClassicEntity {
  /** As it stands in the methods' names. */
  name: string;
  entityTypeId: number;
}

export const CLASSIC_ENTITIES: readonly ClassicEntity[] = [
  { name: 'lead', entityTypeId: LEAD },
  { name: 'deal', entityTypeId: DEAL },
  { name: 'contact', entityTypeId: CONTACT },
  { name: 'company', entityTypeId: COMPANY },
];

/** The errors of the classic methods have an empty code (facts §2). */
export function requireRow({ params, context: { state } }: Call, { entityTypeId }: ClassicEntity): ItemRow {
  const id = toInt(param(params, 'id'));
  if (id <= 0) throw new RestError(400, '', 'ID is not defined or invalid.');
  const row = itemsOf(state, entityTypeId).get(id);
  if (!row) throw new RestError(400, '', 'Not found');
  return row;
}
