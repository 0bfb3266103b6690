import { z } from 'zod';

/**
 * The name by which RosDomofon knows an operator. It ends the names of the operator's Kafka topics, so it
 * has to be made of what a topic name may hold. `ALL` is refused: `SIGN_UPS_ALL` is the network's own topic.
 */
export const CompanyShortName = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,200}$/, 'expected 1 to 200 of the characters A–Z a–z 0–9 . _ -')
  .refine((name) => name !== 'ALL', 'ALL is the name of the network topic, not of a company')
  .brand<'CompanyShortName'>();

export type CompanyShortName = z.infer<typeof CompanyShortName>;
