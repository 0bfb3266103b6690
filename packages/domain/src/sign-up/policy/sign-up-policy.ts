import { KNOWN_SIGN_UP_STATUSES } from '@domovoy/models';
import { z } from 'zod';
import { ACCOUNT_NUMBER_FIELDS } from './account-numbers.ts';
import { MESSAGE_FIELDS, unknownFields } from './message-template.ts';
import { isTimeZone } from './quiet-hours.ts';

/** A text with fields: one that is unknown is refused where it is written, not in an abonent's chat. */
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
          message: `there is no field {{${field}}}; there are ${known.map((name) => `{{${name}}}`).join(', ')}`,
        });
    });

const Message = z.object({ ru: textWith(MESSAGE_FIELDS, 2_000), en: textWith(MESSAGE_FIELDS, 2_000) });
const Status = z.enum(KNOWN_SIGN_UP_STATUSES);
/** Longer, and people take it for a fault. */
const MAX_HOLD_MS = 600_000;
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected hours and minutes: 22:00');

export const SignUpRules = z.object({
  /** Which of the services that the entrance offers. */
  services: z
    .discriminatedUnion('pick', [
      z.object({ pick: z.literal('all') }),
      z.object({ pick: z.literal('types'), types: z.array(z.string().min(1)).min(1) }),
      z.object({ pick: z.literal('list'), serviceIds: z.array(z.int().positive()).min(1) }),
    ])
    .default({ pick: 'all' }),
  /** Is the flat made as a virtual one, without a hardware intercom? */
  virtual: z.enum(['as_asked', 'always', 'never']).default('as_asked'),
  accountNumber: z
    .object({
      /** The contract's number, when the sign-up has one. */
      prefersContract: z.boolean().default(true),
      template: textWith(ACCOUNT_NUMBER_FIELDS, 100).default('DV{{signUpId}}'),
    })
    .prefault({}),
  /** In which language abonents are written to. */
  language: z.enum(['ru', 'en']).default('ru'),
  /** Null: no welcome. */
  welcome: Message.nullable().default({
    ru: 'Здравствуйте! Адрес {{address}}, кв. {{flat}} подключён: {{services}}. Лицевой счёт {{account}}. Вопросы пишите в этот чат.',
    en: 'Hello! {{address}}, flat {{flat}} is connected: {{services}}. Your account is {{account}}. Write to this chat if you have questions.',
  }),
  /** Sent when a person who refuses wants the abonent to know. */
  refusal: Message.default({
    ru: 'Здравствуйте! Заявку по адресу {{address}} подключить не удалось: {{reason}}.',
    en: 'Hello! The request for {{address}} could not be connected: {{reason}}.',
  }),
  /** Which status RosDomofon is given when; null: none. */
  statuses: z
    .object({
      started: Status.nullable().default(null),
      completed: Status.nullable().default('connected'),
      rejected: Status.nullable().default('rejected'),
    })
    .prefault({}),
  /** Messages wait for their end, in the abonent's own time zone; `timeZone` where that is unknown. */
  quietHours: z
    .object({
      from: TimeOfDay,
      to: TimeOfDay,
      timeZone: z
        .string()
        .refine(isTimeZone, 'expected a time zone such as Europe/Moscow')
        .default('Europe/Moscow'),
    })
    .refine(({ from, to }) => from !== to, 'expected another end than beginning')
    .nullable()
    .default(null),
  /** How long a person's decision waits before anything is done about it, so that it can be taken back; 0: not at all. */
  holdMs: z.int().min(0).max(MAX_HOLD_MS).default(10_000),
});
export type SignUpRules = z.output<typeof SignUpRules>;

export const SignUpPolicyInput = z.object({
  mode: z.enum(['automatic', 'review']),
  /** Who asked before that is left alone. */
  startsAt: z.date(),
  rules: SignUpRules.prefault({}),
});
export type SignUpPolicyInput = z.input<typeof SignUpPolicyInput>;

export interface SignUpPolicy {
  readonly mode: 'automatic' | 'review';
  readonly rules: SignUpRules;
}

/** A company that has said nothing: a door is opened to nobody without a person. */
export const DEFAULT_POLICY: SignUpPolicy = { mode: 'review', rules: SignUpRules.parse({}) };
