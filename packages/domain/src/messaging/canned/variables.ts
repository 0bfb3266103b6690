/** What a canned response may say of a conversation. The hub knows no names of abonents: RosDomofon tells none. */
export const CANNED_VARIABLES = [
  'abonent.phone',
  'account',
  'address',
  'flat',
  'services',
  'company',
  'agent',
] as const;
export type CannedVariable = (typeof CANNED_VARIABLES)[number];
export type CannedFacts = Readonly<Record<CannedVariable, string | null>>;
