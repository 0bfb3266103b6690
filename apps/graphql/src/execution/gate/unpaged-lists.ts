/** Lists that come as a whole, by the names of their fields, and how long they may be. */
export const UNPAGED_LISTS = {
  accounts: 20,
  accountsByPhone: 20,
  attempts: 50,
  buckets: 400,
  byErrorCode: 50,
  byTarget: 100,
  calls: 20,
  candidates: 20,
  caused: 100,
  checks: 10,
  compensation: 10,
  consumerLag: 300,
  counts: 5,
  crmReviews: 100,
  deliveries: 50,
  deliveryTargets: 100,
  differences: 150,
  executedSteps: 9,
  externalRefs: 10,
  fields: 4,
  flatRanges: 100,
  hours: 7,
  integrations: 100,
  intervals: 10,
  leftOut: 3,
  memberships: 20,
  newMessages: 20,
  parts: 203,
  permissions: 24,
  presence: 20,
  problems: 100,
  refusals: 10,
  roles: 5,
  sample: 10,
  services: 50,
  sessions: 100,
  steps: 9,
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
