import type { IssueRow } from '@domovoy/store';
import type { IssuesResolvers } from '../../types.generated.ts';

/** One more than is shown tells whether there are more. */
const firstOf = (rows: IssueRow[], first: number) => ({
  nodes: rows.slice(0, first),
  hasMore: rows.length > first,
});

export const Issues: IssuesResolvers = {
  deliveryIssues: async ({ filter, kinds, first }, _args, { company }) =>
    firstOf(
      await company.listDeliveryIssues({ filter: { ...filter, whats: kinds }, limit: first + 1 }),
      first,
    ),
  inboxEventIssues: async ({ filter, topics, first }, _args, { company }) =>
    firstOf(await company.listEventIssues({ filter: { ...filter, whats: topics }, limit: first + 1 }), first),
};
