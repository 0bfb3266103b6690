/** Lists that come as a whole, by the names of their fields, and how long they may be. */
export const UNPAGED_LISTS = {
  accounts: 20,
  accountsByPhone: 20,
  attempts: 50,
  byErrorCode: 50,
  calls: 20,
  checks: 10,
  counts: 5,
  crmReviews: 100,
  deliveries: 50,
  deliveryTargets: 100,
  externalRefs: 10,
  flatRanges: 100,
  hours: 7,
  integrations: 100,
  intervals: 10,
  newMessages: 20,
  problems: 100,
  refusals: 10,
  services: 50,
  steps: 7,
  suggestions: 20,
} as const;

/** Lists whose size something else bounds: the page of their parent, or a limit of their own. */
export const BOUNDED_LISTS: ReadonlySet<string> = new Set([
  // Of a connection, or a page of flat numbers: the parent's `first` counts.
  'edges',
  'nodes',
  'entries',
  // With values only, and at the root alone.
  'networkSignUpCounts',
  // A key has one.
  'companies',
]);
