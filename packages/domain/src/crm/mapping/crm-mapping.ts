import { z } from 'zod';
import { unknownFields } from '../../sign-up/policy/message-template.ts';
import { ACCOUNT_FACTS, CRM_FACTS, SIGN_UP_FACTS } from './crm-facts.ts';

const textWith = (known: readonly string[], most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .superRefine((text, context) => {
      for (const field of unknownFields(text, known))
        context.addIssue({
          code: 'custom',
          message: `there is no fact {{${field}}}; there are ${known.map((name) => `{{${name}}}`).join(', ')}`,
        });
    });

const Id = z.int().positive();
const StageId = z.string().min(1).max(50);
const Labels = z.object({ ru: z.string().min(1).max(100), en: z.string().min(1).max(100) });

/** A field of the portal, and what it says. */
const mappedField = (facts: readonly string[]) =>
  z.object({
    field: z
      .string()
      .regex(/^UF_CRM_[A-Z0-9_]{1,43}$/, 'expected UF_CRM_ and then A–Z, 0–9 or _, 50 characters at most'),
    /** A text with facts. Of a number, date or flag: one fact, alone. */
    value: textWith(facts, 500),
    type: z.enum(['string', 'double', 'boolean', 'date', 'datetime', 'money']).default('string'),
    /** How people see it; with this it is created when the portal does not have it. */
    label: Labels.nullable().default(null),
  });

const CommentTexts = z.object({ ru: textWith(SIGN_UP_FACTS, 1_000), en: textWith(SIGN_UP_FACTS, 1_000) });

/** Lines of the timeline that may be told as comments. */
export const TOLD_KINDS = [
  'received',
  'adopted',
  'review_needed',
  'matched',
  'approved',
  'rejected',
  'followed',
  'completed',
  'step_failed',
] as const;
export type ToldKind = (typeof TOLD_KINDS)[number];

/** What a stage that people choose in the portal does to the sign-up. */
const StageRule = z.object({ stageId: StageId, action: z.enum(['approve', 'reject']) });

const STAGES = {
  new: 'NEW',
  needs_review: 'PREPARATION',
  provisioning: 'EXECUTING',
  completed: 'WON',
  rejected: 'LOSE',
  failed: 'PREPARATION',
};

/** How the rows of a company become contacts, deals, comments and products of its portal. */
export const CrmMapping = z.object({
  language: z.enum(['ru', 'en']).default('ru'),
  contact: z
    .object({
      /** Given once, when the contact is created: people rename them. */
      name: textWith(CRM_FACTS, 200).default('Абонент {{phone}}'),
      responsibleId: Id.nullable().default(null),
      typeId: z.string().min(1).max(50).nullable().default(null),
      sourceId: z.string().min(1).max(50).nullable().default(null),
      /** Several contacts have the phone and none is known to be it. */
      whenSeveral: z.enum(['newest', 'oldest', 'review']).default('oldest'),
      fields: z.array(mappedField(CRM_FACTS)).max(50).default([]),
    })
    .prefault({}),
  deal: z
    .object({
      /** 2: a deal; 1: a lead; from 128 on: an item of this smart process. */
      entityTypeId: z
        .int()
        .refine(
          (id) => id === 1 || id === 2 || id >= 128,
          'expected 1 (lead), 2 (deal) or a smart process (128 and above)',
        )
        .default(2),
      /** The pipeline; 0: the general one. */
      categoryId: z.int().min(0).default(0),
      title: textWith(SIGN_UP_FACTS, 200).default('Подключение: {{address}}, кв. {{flat}}'),
      responsibleId: Id.nullable().default(null),
      sourceId: z.string().min(1).max(50).nullable().default(null),
      /** By the state of the sign-up; null: the stage stays as it is. */
      stages: z
        .object({
          new: StageId.nullable(),
          needs_review: StageId.nullable(),
          provisioning: StageId.nullable(),
          completed: StageId.nullable(),
          rejected: StageId.nullable(),
          failed: StageId.nullable(),
        })
        .prefault(STAGES),
      /** Stages that are not here are people's own and change nothing. */
      onStage: z
        .array(StageRule)
        .max(50)
        .default([
          { stageId: 'EXECUTING', action: 'approve' },
          { stageId: 'LOSE', action: 'reject' },
        ]),
      fields: z.array(mappedField(SIGN_UP_FACTS)).max(50).default([]),
      /** The services of the sign-up as product rows. */
      hasProductRows: z.boolean().default(true),
    })
    .prefault({}),
  /** By kind of the timeline's line: what a comment says; kinds that are not here are not told. */
  comments: z.partialRecord(z.enum(TOLD_KINDS), CommentTexts).prefault({
    received: {
      ru: 'Заявка на подключение: {{address}}, кв. {{flat}}. Телефон {{phone}}.',
      en: 'Asked to be connected: {{address}}, flat {{flat}}. Phone {{phone}}.',
    },
    completed: {
      ru: 'Подключено: {{services}}. Лицевой счёт {{account}}.',
      en: 'Connected: {{services}}. Account {{account}}.',
    },
    rejected: { ru: 'Отказано. {{reason}}', en: 'Refused. {{reason}}' },
    step_failed: {
      ru: 'Подключение остановилось, нужен человек.',
      en: 'The connecting has stopped, a person is needed.',
    },
  }),
  /** The services of RosDomofon as products of the portal's catalogue, kept in step. */
  hasProducts: z.boolean().default(false),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('RUB'),
});
export type CrmMapping = z.output<typeof CrmMapping>;
export type MappedField = CrmMapping['contact']['fields'][number];

/** Works with a portal as it comes, with nobody having set anything. */
export const DEFAULT_MAPPING: CrmMapping = CrmMapping.parse({});

/** Does the CRM want to know of accounts at all? */
export const tellsAccounts = ({ contact }: CrmMapping): boolean =>
  contact.fields.some(({ value }) => ACCOUNT_FACTS.some((fact) => value.includes(fact)));

/** What a sign-up is called over there; the remote kind of external_refs. */
export const dealKind = ({ deal: { entityTypeId } }: CrmMapping): string => remoteKindOf(entityTypeId);

export const remoteKindOf = (entityTypeId: number): string =>
  ({ 1: 'lead', 2: 'deal', 3: 'contact' })[entityTypeId] ?? `item_${entityTypeId}`;
