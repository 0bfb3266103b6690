/** What texts and fields may say of a sign-up. */
export const SIGN_UP_FACTS = [
  'address',
  'entrance',
  'city',
  'street',
  'house',
  'flat',
  'phone',
  'account',
  'services',
  'company',
  'reason',
  'state',
  'status',
  'requestedAt',
  'uid',
] as const;

/** What they may say of the abonent's account; of several: of the first one, by RosDomofon's id. */
export const ACCOUNT_FACTS = [
  'accountNumber',
  'isBlocked',
  'blockReason',
  'balance',
  'debt',
  'recommendedPayment',
  'paidUntil',
] as const;

export const CRM_FACTS = [...SIGN_UP_FACTS, ...ACCOUNT_FACTS] as const;
export type CrmFact = (typeof CRM_FACTS)[number];
/** As texts: money as 12.50, times in ISO, flags as Y and N. Null: nobody knows. */
export type CrmFacts = Partial<Readonly<Record<CrmFact, string | null>>>;
