import type { Call, PortalMethod } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { isAdmin } from '../../system/users.ts';
import { isRecord, listParam, requiredRecord } from '../../transport/params.ts';
import { decodeItemFields } from '../fields/decode-fields.ts';
import { addedItem } from '../items/write-item.ts';
import { type ItemCall, readItemCall } from './item-call.ts';

const MAX_ITEMS = 20;
/** What an administrator may bring along (facts §7.1). */
const ADMIN_FIELDS = ['createdTime', 'updatedTime', 'createdBy', 'updatedBy', 'lastActivityTime'];

/** Items without robots, each with an outcome of its own at its place. */
export const IMPORT_METHODS: readonly PortalMethod[] = [
  {
    name: 'crm.item.batchImport',
    scope: 'crm',
    run(call) {
      const itemCall = readItemCall(call);
      const data = listParam(call.params, 'data');
      if (data.length > MAX_ITEMS)
        throw new RestError(400, 'MAX_IMPORT_BATCH_SIZE_EXCEEDED', `Maximum size of a batch is ${MAX_ITEMS}`);
      return { result: { items: data.map((fields) => importOne(call, itemCall, fields)) } };
    },
  },
  {
    name: 'crm.item.import',
    scope: 'crm',
    run(call) {
      const itemCall = readItemCall(call);
      const id = imported(call, itemCall, requiredRecord(call.params, 'fields'));
      return { result: { item: { id } } };
    },
  },
];

function importOne(call: Call, itemCall: ItemCall, fields: unknown): object {
  try {
    if (!isRecord(fields)) throw new RestError(400, '100', 'Fields must be an array');
    return { item: { id: imported(call, itemCall, fields) } };
  } catch (error) {
    if (error instanceof RestError) return error.body;
    throw error;
  }
}

function imported(call: Call, { entityTypeId, fields }: ItemCall, given: Record<string, unknown>): number {
  const alsoWritable = isAdmin(call.context.state, call.caller.userId) ? ADMIN_FIELDS : [];
  const decoded = decodeItemFields(fields, given, { isUpdate: false, alsoWritable });
  const { row, changes, happenings } = addedItem(call, entityTypeId, decoded);
  call.context.save(changes, happenings, call);
  return row.id;
}
