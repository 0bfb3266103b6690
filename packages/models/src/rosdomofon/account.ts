import { z } from 'zod';
import { RosDomofonOwner } from './owner.ts';
import { flag, text } from './wire-values.ts';

/**
 * The contract of an abonent with an operator. `number` is the operator's own (billing) number and what blocking
 * goes by; `id` is RosDomofon's and what every other call goes by.
 */
export const RosDomofonAccount = z.looseObject({
  id: z.int(),
  number: z.union([z.string(), z.int().transform(String)]).nullish(),
  owner: RosDomofonOwner,
  company: z.looseObject({ id: z.int(), shortName: text, licenseeShort: text }),
  blocked: z.boolean(),
  blockReason: text,
  billingAvailable: flag,
  isCompanyRecurringEnabled: flag,
  termsOfUseLink: text,
});
export type RosDomofonAccount = z.infer<typeof RosDomofonAccount>;

/** The answer to the creation of an account. */
export const CreatedAccount = z.looseObject({ id: z.int(), owner: RosDomofonOwner });
export type CreatedAccount = z.infer<typeof CreatedAccount>;
