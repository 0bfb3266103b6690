/** Lists that come as a whole, by the names of their fields, and how long they may be. */
export const UNPAGED_LISTS = {
  accounts: 20,
  accountsByPhone: 20,
  attempts: 50,
  counts: 5,
  deliveryTargets: 100,
  flatRanges: 100,
  problems: 100,
  services: 50,
} as const;
