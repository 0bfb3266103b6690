import { Bitrix24UserField } from '@domovoy/models';
import { z } from 'zod';
import type { CallOptions } from '../../call/command.ts';
import { ApiError, Bitrix24Error } from '../../errors.ts';
import { check } from '../../options.ts';
import { createDictionary } from '../list-method.ts';
import { createMethod, type ResourceContext } from '../method.ts';
import { CreatedId } from '../nothing.ts';
import { Id, Text } from '../params.ts';

const Entity = z.enum(['contact', 'deal', 'lead']);
const LONGEST_NAME = 50;
const FieldName = z
  .string()
  .regex(/^UF_CRM_[A-Z0-9_]+$/, 'expected UF_CRM_ and then letters A-Z, digits or _')
  .max(LONGEST_NAME);

const NewField = z.strictObject({
  /** With its prefix: the portal would add a missing one. */
  name: FieldName,
  /** `string`, `integer`, `double`, `boolean`, `datetime`, `date`, `money`, `url`, `address`, `enumeration` … */
  type: Text,
  /** By language, as the portal shows it in forms, lists and filters. */
  label: z.record(z.enum(['ru', 'en']), z.string().optional()),
  isMultiple: z.boolean().default(false),
  isMandatory: z.boolean().default(false),
  isInFilter: z.boolean().default(false),
  sort: z.int().positive().optional(),
  settings: z.record(z.string(), z.unknown()).optional(),
  /** Of an enumeration: `xmlId` is how you call the choice, whatever people rename it to. */
  choices: z
    .array(z.strictObject({ value: Text, xmlId: Text, sort: z.int().optional() }))
    .min(1)
    .optional(),
});
const EntityOnly = z.strictObject({ entity: Entity });
const Ensured = z.strictObject({ entity: Entity, fields: z.array(NewField).min(1) });

/** A user field that is there, with the ids of its choices. */
export interface KnownUserField {
  readonly name: string;
  readonly id: number;
  readonly type: string;
  readonly isMultiple: boolean;
  /** False for one that was there before. */
  readonly isNew: boolean;
  /** `xmlId` → what a value of the field holds. */
  readonly choices: ReadonlyMap<string, number>;
}

const yesNo = (value: boolean) => (value ? 'Y' : 'N');
const wireOf = (field: z.output<typeof NewField>) => ({
  FIELD_NAME: field.name,
  USER_TYPE_ID: field.type,
  EDIT_FORM_LABEL: field.label,
  LIST_COLUMN_LABEL: field.label,
  LIST_FILTER_LABEL: field.label,
  MULTIPLE: yesNo(field.isMultiple),
  MANDATORY: yesNo(field.isMandatory),
  SHOW_FILTER: yesNo(field.isInFilter),
  ...(field.sort !== undefined && { SORT: field.sort }),
  ...(field.settings && { SETTINGS: field.settings }),
  ...(field.choices && {
    LIST: field.choices.map(({ value, xmlId, sort }) => ({
      VALUE: value,
      XML_ID: xmlId,
      ...(sort && { SORT: sort }),
    })),
  }),
});

/**
 * User fields of contacts, deals and leads by the classic methods, which add the prefix and set all labels (facts §7.4).
 * Web hook or application, scope `crm`; to add one takes an administrator of the CRM.
 */
export function userFields(context: ResourceContext) {
  const ofEntity = (entity: z.output<typeof Entity>) => ({
    list: createDictionary(context, {
      operation: 'userFields.list',
      method: `crm.${entity}.userfield.list`,
      params: z.strictObject({}),
      wire: () => ({ order: { ID: 'ASC' }, filter: { LANG: 'ru' } }),
      row: Bitrix24UserField,
    }),
    get: createMethod(context, {
      operation: 'userFields.get',
      method: `crm.${entity}.userfield.get`,
      params: z.strictObject({ id: Id }),
      answer: Bitrix24UserField,
    }),
    add: createMethod(context, {
      operation: 'userFields.add',
      method: `crm.${entity}.userfield.add`,
      params: NewField,
      wire: (field) => ({ fields: wireOf(field) }),
      answer: CreatedId,
    }),
  });
  const methods = { contact: ofEntity('contact'), deal: ofEntity('deal'), lead: ofEntity('lead') };

  return {
    /** All user fields of one kind, with Russian labels; choices of enumerations are certain only in `get`. */
    list: async (params: z.input<typeof EntityOnly>, options?: CallOptions) =>
      methods[check(EntityOnly, params, 'userFields.list').entity].list({}, options),

    get: async ({ entity, ...params }: z.input<typeof EntityOnly> & { id: number }, options?: CallOptions) =>
      methods[check(Entity, entity, 'userFields.get: entity')].get(params, options),

    /** ApiError when there is one of that name, or the caller is no administrator of the CRM. Resolves with its id. */
    add: async (
      { entity, ...field }: z.input<typeof EntityOnly> & z.input<typeof NewField>,
      options?: CallOptions,
    ) => methods[check(Entity, entity, 'userFields.add: entity')].add(field, options),

    /**
     * Finds fields by name, creates the missing ones, and learns the ids of choices. Done twice it changes nothing; a
     * field that somebody else creates at the same moment is found, not an error. What is there is not changed: a type
     * that differs is for the caller to see.
     */
    ensure: async (params: z.input<typeof Ensured>, options?: CallOptions): Promise<KnownUserField[]> => {
      const { entity, fields } = check(Ensured, params, 'userFields.ensure');
      const { list, get, add } = methods[entity];
      const before = new Set((await list({}, options)).map(({ FIELD_NAME }) => FIELD_NAME));
      const failures = new Map<string, Bitrix24Error>();
      for (const field of fields)
        if (!before.has(field.name))
          try {
            await add(field, options);
          } catch (error) {
            // "There is one" has no code of its own (ERROR_CORE or ''), and an answer may get lost: the list tells.
            if (!(error instanceof ApiError || (error instanceof Bitrix24Error && error.unknownOutcome)))
              throw error;
            failures.set(field.name, error);
          }
      const after = new Map((await list({}, options)).map((field) => [field.FIELD_NAME, field]));
      const known: KnownUserField[] = [];
      for (const { name, choices } of fields) {
        const found = after.get(name);
        if (!found)
          throw (
            failures.get(name) ?? new ApiError({ apiCode: '', reason: `the user field ${name} is not there` })
          );
        const isNew = !before.has(name) && !failures.has(name);
        known.push(knownField(choices ? await get({ id: found.ID }, options) : found, isNew));
      }
      return known;
    },
  };
}

const knownField = (field: Bitrix24UserField, isNew: boolean): KnownUserField => ({
  name: field.FIELD_NAME,
  id: field.ID,
  type: field.USER_TYPE_ID,
  isMultiple: field.MULTIPLE ?? false,
  isNew,
  choices: new Map((field.LIST ?? []).flatMap(({ XML_ID, ID }) => (XML_ID ? [[XML_ID, ID] as const] : []))),
});
