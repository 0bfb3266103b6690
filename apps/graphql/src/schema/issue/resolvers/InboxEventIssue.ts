import { totalCountOf } from '../../../connection/read-connection.ts';
import type { InboxEventIssueResolvers } from '../../types.generated.ts';
import { issueFields } from '../issue-fields.ts';

const common = issueFields('event');

export const InboxEventIssue: InboxEventIssueResolvers = {
  advice: common.advice,
  company: common.company,
  id: common.id,
  integration: common.integration,
  message: common.message,
  mute: common.mute,
  resolution: common.resolution,
  state: common.state,
  topic: ({ what }) => what,
  reason: ({ why }) => why,
  totalCount: async (issue, _args, { loaders }) => totalCountOf(await loaders.eventIssueCounts.load(issue)),
  sample: async (issue, _args, { loaders }) => {
    const places = await loaders.newestOfEventIssues.load(issue);
    const rows = await Promise.all(places.map((at) => loaders.inboxEvents.load(at)));
    // Forgotten in between.
    return rows.filter((row) => row !== null);
  },
};
