import { z } from 'zod';

/** House, block and flat numbers come as text or as a number; empty means absent. */
const numberText = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? '').trim() || null);

/**
 * The address of a sign-up event. Russian streets carry FIAS and KLADR codes, those of other countries (KZ is
 * seen) a `universalCode`. Never an entrance; `flat` is often absent. Unknown fields are kept (facts §2).
 */
export const EventAddress = z.looseObject({
  country: z.looseObject({ shortName: z.string().nullish(), name: z.string().nullish() }).nullish(),
  city: z.string().nullish(),
  street: z
    .looseObject({
      id: z.int().nullish(),
      name: z.string().nullish(),
      codeFias: z.string().nullish(),
      codeKladr: z.string().nullish(),
      universalCode: z.string().nullish(),
    })
    .nullish(),
  house: z
    .looseObject({
      id: z.int().nullish(),
      number: numberText,
      block: numberText,
      building: numberText,
      housing: numberText,
    })
    .nullish(),
  flat: numberText,
});

export type EventAddress = z.infer<typeof EventAddress>;
