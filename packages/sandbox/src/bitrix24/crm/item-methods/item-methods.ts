import type { Happening } from '../../happenings.ts';
import type { PortalMethod } from '../../portal-method.ts';
import { requiredRecord } from '../../transport/params.ts';
import { phpArray } from '../../transport/php-query.ts';
import { decodeItemFields } from '../fields/decode-fields.ts';
import { deletedItem } from '../items/delete-item.ts';
import { addedItem, updatedItem } from '../items/write-item.ts';
import { readItemCall, requireItem } from './item-call.ts';

const addItem: PortalMethod = {
  name: 'crm.item.add',
  scope: 'crm',
  run(call) {
    const { entityTypeId, fields, encode } = readItemCall(call);
    const given = decodeItemFields(fields, requiredRecord(call.params, 'fields'), { isUpdate: false });
    const { row, changes, happenings } = addedItem(call, entityTypeId, given);
    call.context.save(changes, happenings, call);
    return { result: { item: encode(row) } };
  },
};

const updateItem: PortalMethod = {
  name: 'crm.item.update',
  scope: 'crm',
  run(call) {
    const { entityTypeId, fields, encode } = readItemCall(call);
    const before = requireItem(call, entityTypeId);
    const given = decodeItemFields(fields, requiredRecord(call.params, 'fields'), { isUpdate: true });
    const { row, changes, happenings } = updatedItem(call, entityTypeId, before, given);
    call.context.save(changes, happenings, call);
    return { result: { item: encode(row) } };
  },
};

const getItem: PortalMethod = {
  name: 'crm.item.get',
  scope: 'crm',
  run(call) {
    const { entityTypeId, encode } = readItemCall(call);
    return { result: { item: encode(requireItem(call, entityTypeId)) } };
  },
};

const deleteItem: PortalMethod = {
  name: 'crm.item.delete',
  scope: 'crm',
  run(call) {
    const { entityTypeId } = readItemCall(call);
    const { id } = requireItem(call, entityTypeId);
    const happenings: Happening[] = [{ of: 'item', entityTypeId, id, what: 'deleted' }];
    call.context.save(deletedItem(call.context.state, entityTypeId, id), happenings, call);
    return { result: [] };
  },
};

const listFields: PortalMethod = {
  name: 'crm.item.fields',
  scope: 'crm',
  run(call) {
    const { fields, hasOriginalNames } = readItemCall(call);
    const described = fields.all.map((field): [string, object] => [
      fields.nameOf(field, hasOriginalNames),
      {
        type: field.type,
        isRequired: field.isRequired,
        isReadOnly: field.isReadOnly,
        isImmutable: field.isImmutable,
        isMultiple: field.isMultiple,
        isDynamic: field.isDynamic,
        title: field.title,
        upperName: field.upper,
        ...(field.items ? { items: field.items } : {}),
      },
    ]);
    return { result: { fields: phpArray(described) } };
  },
};

export const ITEM_METHODS: readonly PortalMethod[] = [addItem, updateItem, getItem, deleteItem, listFields];
