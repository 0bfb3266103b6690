import type { Call, PortalMethod } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { drop, put } from '../../state/change.ts';
import { defineTable } from '../../state/table.ts';
import { pageOf } from '../../transport/page-of.ts';
import { recordParam, requiredRecord, toInt, toText } from '../../transport/params.ts';
import { itemsOf } from '../items/item-row.ts';

type Fields = Readonly<Record<string, unknown>>;
/** As given, in upper case. */
const REQUISITES = defineTable<Fields>('requisites');
/** By kind, owner and owner's kind: there is one address of each kind. */
const ADDRESSES = defineTable<Fields>('addresses');
const REQUISITE = 8;

const PRESETS = [
  {
    ID: '1',
    NAME: 'Организация',
    COUNTRY_ID: '1',
    ACTIVE: 'Y',
    SORT: '500',
    XML_ID: '#CRM_REQUISITE_PRESET_DEF_RU_COMPANY#',
  },
  {
    ID: '3',
    NAME: 'Физ. лицо',
    COUNTRY_ID: '1',
    ACTIVE: 'Y',
    SORT: '520',
    XML_ID: '#CRM_REQUISITE_PRESET_DEF_RU_PERSON#',
  },
];

/** Requisites, and addresses that hang on them (facts §7.7). */
export const REQUISITE_METHODS: readonly PortalMethod[] = [
  {
    name: 'crm.requisite.preset.list',
    scope: 'crm',
    run: () => ({ result: PRESETS, total: PRESETS.length }),
  },
  {
    name: 'crm.requisite.add',
    scope: 'crm',
    run(call) {
      const { state } = call.context;
      const fields = requiredRecord(call.params, 'fields');
      const [ownerTypeId, ownerId] = [toInt(fields['ENTITY_TYPE_ID']), toInt(fields['ENTITY_ID'])];
      if (!itemsOf(state, ownerTypeId).get(ownerId)) throw new RestError(400, '', 'Owner was not found');
      const id = state.takeId(REQUISITES);
      call.context.save([put(REQUISITES, id, { ...fields, ID: String(id) })]);
      return { result: id };
    },
  },
  {
    name: 'crm.requisite.list',
    scope: 'crm',
    run: (call) => listed(call, [...call.context.state.rows(REQUISITES).values()]),
  },
  {
    name: 'crm.requisite.delete',
    scope: 'crm',
    run(call) {
      const id = toInt(call.params['id'] ?? call.params['ID']);
      if (!call.context.state.rows(REQUISITES).get(id)) throw new RestError(400, '', 'Not found');
      call.context.save([drop(REQUISITES, id)]);
      return { result: true };
    },
  },
  {
    name: 'crm.address.add',
    scope: 'crm',
    run(call) {
      const fields = requiredRecord(call.params, 'fields');
      if (call.context.state.rows(ADDRESSES).get(addressKey(fields)))
        throw new RestError(400, '', 'TypeAddress exists');
      return saveAddress(call, fields);
    },
  },
  {
    name: 'crm.address.update',
    scope: 'crm',
    run(call) {
      const fields = requiredRecord(call.params, 'fields');
      const before = call.context.state.rows(ADDRESSES).get(addressKey(fields));
      if (!before) throw new RestError(400, '', 'TypeAddress not found');
      return saveAddress(call, { ...before, ...fields });
    },
  },
  {
    name: 'crm.address.list',
    scope: 'crm',
    run: (call) => listed(call, [...call.context.state.rows(ADDRESSES).values()]),
  },
];

const addressKey = (fields: Fields) =>
  ['TYPE_ID', 'ENTITY_TYPE_ID', 'ENTITY_ID'].map((name) => String(fields[name])).join(' ');

function saveAddress(call: Call, fields: Fields) {
  const { state } = call.context;
  const isKnown =
    toInt(fields['ENTITY_TYPE_ID']) !== REQUISITE ||
    state.rows(REQUISITES).get(toInt(fields['ENTITY_ID'])) !== undefined;
  if (!isKnown) throw new RestError(400, '', 'Requisite was not found');
  call.context.save([put(ADDRESSES, addressKey(fields), fields)]);
  return { result: true };
}

function listed({ params }: Call, rows: readonly Fields[]) {
  const filter = Object.entries(recordParam(params, 'filter'));
  const found = rows.filter((row) =>
    filter.every(([name, value]) => toText(row[name.replace(/^=/, '')]) === toText(value)),
  );
  const page = pageOf(found, params);
  return { result: page.rows, ...page.counts };
}
