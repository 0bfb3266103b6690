/** Lists that come as a whole, by the names of their fields, and how long they may be. */
export const UNPAGED_LISTS = {
  accounts: 20,
  accountsByPhone: 20,
  attempts: 50,
  byErrorCode: 50,
  counts: 5,
  deliveries: 50,
  deliveryTargets: 100,
  flatRanges: 100,
  hours: 7,
  intervals: 10,
  newMessages: 20,
  problems: 100,
  services: 50,
  steps: 7,
  suggestions: 20,
} as const;
