import type { Call, PortalMethod } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { drop, put } from '../../state/change.ts';
import { isAdmin } from '../../system/users.ts';
import { isRecord, recordParam, requiredRecord, textParam, toInt } from '../../transport/params.ts';
import { entityIdOf, USER_FIELDS, type UserField } from '../fields/user-field.ts';
import { CLASSIC_ENTITIES, type ClassicEntity } from './classic-entity.ts';
import { changedUserField, newUserField } from './write-user-field.ts';

type Method = Omit<PortalMethod, 'scope'>;
const nameOf = ({ name }: ClassicEntity, verb: string) => `crm.${name}.userfield.${verb}`;

const add = (entity: ClassicEntity): Method => ({
  name: nameOf(entity, 'add'),
  run(call) {
    const { state } = call.context;
    requireAdmin(call);
    const own = newUserField(state, entity.entityTypeId, requiredRecord(call.params, 'fields'));
    call.context.save(
      [put(USER_FIELDS, own.id, own)],
      [
        {
          of: 'user field',
          entityTypeId: entity.entityTypeId,
          id: own.id,
          fieldName: own.fieldName,
          what: 'added',
        },
      ],
      call,
    );
    return { result: own.id };
  },
});

const list = (entity: ClassicEntity): Method => ({
  name: nameOf(entity, 'list'),
  run({ params, context: { state } }) {
    const filter = recordParam(params, 'filter');
    const language = textParam(filter, 'LANG');
    const rows = state.rows(USER_FIELDS);
    const own = rows
      .idsBy('entityTypeId', entity.entityTypeId)
      .flatMap((id) => rows.get(id) ?? [])
      .filter((one) => fits(one, filter))
      .toSorted((a, b) => a.id - b.id);
    return { result: own.map((one) => wireInList(one, language)), total: own.length };
  },
});

const get = (entity: ClassicEntity): Method => ({
  name: nameOf(entity, 'get'),
  run: (call) => ({ result: wholeWire(requireUserField(call, entity)) }),
});

const update = (entity: ClassicEntity): Method => ({
  name: nameOf(entity, 'update'),
  run(call) {
    requireAdmin(call);
    const before = requireUserField(call, entity);
    const after = changedUserField(call.context.state, before, requiredRecord(call.params, 'fields'));
    const { entityTypeId, id, fieldName } = after;
    call.context.save(
      [put(USER_FIELDS, id, after)],
      [{ of: 'user field', entityTypeId, id, fieldName, what: 'updated' }],
      call,
    );
    return { result: true };
  },
});

const remove = (entity: ClassicEntity): Method => ({
  name: nameOf(entity, 'delete'),
  run(call) {
    requireAdmin(call);
    const { entityTypeId, id, fieldName } = requireUserField(call, entity);
    call.context.save(
      [drop(USER_FIELDS, id)],
      [{ of: 'user field', entityTypeId, id, fieldName, what: 'deleted' }],
      call,
    );
    return { result: true };
  },
});

/** Only an administrator of the CRM changes its fields. */
function requireAdmin({ caller, context: { state } }: Call): void {
  if (!isAdmin(state, caller.userId)) throw new RestError(400, '', 'Access denied.');
}

function requireUserField({ params, context: { state } }: Call, { entityTypeId }: ClassicEntity): UserField {
  const found = state.rows(USER_FIELDS).get(toInt(textParam(params, 'id')));
  if (found?.entityTypeId !== entityTypeId) throw new RestError(400, '', 'The entity with ID is not found.');
  return found;
}

function fits(own: UserField, filter: Readonly<Record<string, unknown>>): boolean {
  const is = (name: string, value: string) => {
    const wanted = textParam(filter, name) ?? textParam(filter, `=${name}`);
    return wanted === undefined || wanted.toUpperCase() === value.toUpperCase();
  };
  return (
    is('ID', String(own.id)) &&
    is('FIELD_NAME', own.fieldName) &&
    is('USER_TYPE_ID', own.userTypeId) &&
    is('XML_ID', own.xmlId) &&
    is('MULTIPLE', own.isMultiple ? 'Y' : 'N') &&
    is('MANDATORY', own.isMandatory ? 'Y' : 'N')
  );
}

const plainWire = (own: UserField) => ({
  ID: String(own.id),
  ENTITY_ID: entityIdOf(own.entityTypeId),
  FIELD_NAME: own.fieldName,
  USER_TYPE_ID: own.userTypeId,
  XML_ID: own.xmlId || null,
  SORT: String(own.sort),
  MULTIPLE: own.isMultiple ? 'Y' : 'N',
  MANDATORY: own.isMandatory ? 'Y' : 'N',
  SHOW_FILTER: own.showFilter,
  SHOW_IN_LIST: 'Y',
  EDIT_IN_LIST: 'Y',
  IS_SEARCHABLE: 'N',
  // PHP's empty map.
  SETTINGS: isRecord(own.settings) && Object.keys(own.settings).length > 0 ? own.settings : [],
  ...(own.userTypeId === 'enumeration' ? { LIST: own.list } : {}),
});

/** Labels only with a language. */
const wireInList = (own: UserField, language: string | undefined) => ({
  ...plainWire(own),
  ...(language === undefined
    ? {}
    : {
        EDIT_FORM_LABEL: own.editFormLabel[language] ?? '',
        LIST_COLUMN_LABEL: own.listColumnLabel[language] ?? '',
        LIST_FILTER_LABEL: own.listFilterLabel[language] ?? '',
      }),
});

const wholeWire = (own: UserField) => ({
  ...plainWire(own),
  EDIT_FORM_LABEL: own.editFormLabel,
  LIST_COLUMN_LABEL: own.listColumnLabel,
  LIST_FILTER_LABEL: own.listFilterLabel,
});

/** `crm.contact.userfield.add` and the like (facts §7.4). */
export const USER_FIELD_METHODS: readonly PortalMethod[] = CLASSIC_ENTITIES.flatMap((entity) =>
  [add(entity), list(entity), get(entity), update(entity), remove(entity)].map((method) => ({
    ...method,
    scope: 'crm',
  })),
);
