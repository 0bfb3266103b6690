import type { Call, PortalMethod } from '../../portal-method.ts';
import { requiredRecord } from '../../transport/params.ts';
import { DEAL } from '../entity-types.ts';
import { type DecodedFields, decodeClassicFields } from '../fields/decode-fields.ts';
import { wholeClassicEncoder } from '../fields/encode-classic.ts';
import { fieldsOf } from '../fields/fields-of.ts';
import { deletedItem } from '../items/delete-item.ts';
import { MULTIFIELD_TYPES } from '../items/multifields.ts';
import { addedItem, updatedItem } from '../items/write-item.ts';
import { CLASSIC_ENTITIES, type ClassicEntity, requireRow } from './classic-entity.ts';

type Method = Omit<PortalMethod, 'scope'>;

/** What only `add` takes (facts, trap 20), and what a deal keeps. */
const NOT_IN_UPDATE = ['CONTACT_IDS', 'CATEGORY_ID'];

function decode(call: Call, { entityTypeId }: ClassicEntity, isUpdate: boolean): DecodedFields {
  const given = requiredRecord(call.params, 'fields');
  if (isUpdate && entityTypeId === DEAL) for (const name of NOT_IN_UPDATE) delete given[name];
  return decodeClassicFields(fieldsOf(call.context.state, entityTypeId), given, { isUpdate });
}

const add = (entity: ClassicEntity): Method => ({
  name: `crm.${entity.name}.add`,
  run(call) {
    const { row, changes, happenings } = addedItem(call, entity.entityTypeId, decode(call, entity, false));
    call.context.save(changes, happenings, call);
    return { result: row.id };
  },
});

const update = (entity: ClassicEntity): Method => ({
  name: `crm.${entity.name}.update`,
  run(call) {
    const before = requireRow(call, entity);
    const { changes, happenings } = updatedItem(
      call,
      entity.entityTypeId,
      before,
      decode(call, entity, true),
    );
    call.context.save(changes, happenings, call);
    return { result: true };
  },
});

const get = (entity: ClassicEntity): Method => ({
  name: `crm.${entity.name}.get`,
  run(call) {
    const row = requireRow(call, entity);
    return { result: wholeClassicEncoder(fieldsOf(call.context.state, entity.entityTypeId))(row) };
  },
});

const remove = (entity: ClassicEntity): Method => ({
  name: `crm.${entity.name}.delete`,
  run(call) {
    const { id } = requireRow(call, entity);
    const { entityTypeId } = entity;
    call.context.save(
      deletedItem(call.context.state, entityTypeId, id),
      [{ of: 'item', entityTypeId, id, what: 'deleted' }],
      call,
    );
    return { result: true };
  },
});

const listFields = (entity: ClassicEntity): Method => ({
  name: `crm.${entity.name}.fields`,
  run({ context: { state } }) {
    const { all } = fieldsOf(state, entity.entityTypeId);
    const described = all
      .filter(({ kind }) => kind !== 'multifield')
      .map((field) => [
        field.upper,
        {
          type: field.type,
          isRequired: field.isRequired,
          isReadOnly: field.isReadOnly,
          isImmutable: field.isImmutable,
          isMultiple: field.isMultiple,
          isDynamic: field.isDynamic,
          title: field.isDynamic ? field.upper : field.title,
          ...(field.isDynamic
            ? { listLabel: field.title, formLabel: field.title, filterLabel: field.title }
            : {}),
          ...(field.items ? { items: field.items } : {}),
        },
      ]);
    const phones = all.some(({ kind }) => kind === 'multifield')
      ? MULTIFIELD_TYPES.map((type) => [
          type,
          {
            type: 'crm_multifield',
            isMultiple: true,
            isReadOnly: false,
            isRequired: false,
            isImmutable: false,
            isDynamic: false,
            title: type,
          },
        ])
      : [];
    return { result: Object.fromEntries([...described, ...phones]) };
  },
});

/** The deprecated methods that everybody still has (facts §7.2). */
export const CLASSIC_CRUD: readonly PortalMethod[] = CLASSIC_ENTITIES.flatMap((entity) =>
  [add(entity), update(entity), get(entity), remove(entity), listFields(entity)].map((method) => ({
    ...method,
    scope: 'crm',
  })),
);
