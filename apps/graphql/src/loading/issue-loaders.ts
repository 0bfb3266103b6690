import type { CompanyScope, InboxCoordinates, IssueCause, IssueRow } from '@domovoy/store';
import DataLoader from 'dataloader';
import { MAX_COUNT } from '../connection/read-connection.ts';
import { UNPAGED_LISTS } from '../execution/gate/unpaged-lists.ts';
import { byKey } from './by-key.ts';

export interface IssueLoaders {
  readonly deliveryIssues: DataLoader<string, IssueRow | null>;
  readonly eventIssues: DataLoader<string, IssueRow | null>;
  /** How many are dead, up to one more than is told. */
  readonly deliveryIssueCounts: DataLoader<IssueCause, number, string>;
  readonly eventIssueCounts: DataLoader<IssueCause, number, string>;
  /** Ids of those that died last. */
  readonly newestOfDeliveryIssues: DataLoader<IssueCause, readonly bigint[], string>;
  readonly newestOfEventIssues: DataLoader<IssueCause, readonly InboxCoordinates[], string>;
}

const LIMITS = {
  count: { limit: MAX_COUNT + 1 },
  sample: { limit: UNPAGED_LISTS['DeliveryIssue.sample'] },
} as const;

export const createIssueLoaders = (company: CompanyScope): IssueLoaders => ({
  deliveryIssues: byFingerprint(company.listDeliveryIssues),
  eventIssues: byFingerprint(company.listEventIssues),
  deliveryIssueCounts: byCause(
    (causes) => company.countDeliveryIssues({ causes, ...LIMITS.count }),
    (found) => found[0]?.count ?? 0,
  ),
  eventIssueCounts: byCause(
    (causes) => company.countEventIssues({ causes, ...LIMITS.count }),
    (found) => found[0]?.count ?? 0,
  ),
  newestOfDeliveryIssues: byCause(
    (causes) => company.listNewestOfDeliveryIssues({ causes, ...LIMITS.sample }),
    (found) => found.map(({ id }) => id),
  ),
  newestOfEventIssues: byCause(
    (causes) => company.listNewestOfEventIssues({ causes, ...LIMITS.sample }),
    (found) => found.map(({ at }) => at),
  ),
});

const byFingerprint = (list: CompanyScope['listDeliveryIssues']): DataLoader<string, IssueRow | null> =>
  byKey(
    (fingerprints: readonly string[]) => list({ filter: { fingerprints }, limit: fingerprints.length }),
    ({ fingerprint }) => fingerprint,
  );

/** What is asked about the dead of each cause; one statement per tick. */
function byCause<Found extends { readonly fingerprint: string }, Answer>(
  read: (causes: readonly IssueCause[]) => Promise<readonly Found[]>,
  answerOf: (found: readonly Found[]) => Answer,
): DataLoader<IssueCause, Answer, string> {
  return new DataLoader(
    async (causes) => {
      const found = Map.groupBy(await read(causes), ({ fingerprint }) => fingerprint);
      return causes.map(({ fingerprint }) => answerOf(found.get(fingerprint) ?? []));
    },
    { cacheKeyFn: ({ fingerprint }) => fingerprint },
  );
}
