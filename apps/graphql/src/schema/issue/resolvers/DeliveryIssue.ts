import { DomovoyError } from '@domovoy/models';
import { totalCountOf } from '../../../connection/read-connection.ts';
import type { DeliveryIssueResolvers } from '../../types.generated.ts';
import { issueFields } from '../issue-fields.ts';

const common = issueFields('delivery');

export const DeliveryIssue: DeliveryIssueResolvers = {
  advice: common.advice,
  company: common.company,
  id: common.id,
  integration: common.integration,
  message: common.message,
  mute: common.mute,
  resolution: common.resolution,
  state: common.state,
  target: async ({ integrationId }, _args, { loaders }) => {
    const target = await loaders.deliveryTargets.load(integrationId);
    if (target) return target;
    const meta = { integrationId: String(integrationId) };
    throw new DomovoyError('An issue has no target.', { code: 'DELIVERY_TARGET_MISSING', meta });
  },
  kind: ({ what }) => what,
  code: ({ why }) => (why === '' ? null : why),
  totalCount: async (issue, _args, { loaders }) =>
    totalCountOf(await loaders.deliveryIssueCounts.load(issue)),
  sample: async (issue, _args, { loaders }) => {
    const ids = await loaders.newestOfDeliveryIssues.load(issue);
    const rows = await Promise.all(ids.map((id) => loaders.deliveries.load(id)));
    // Forgotten in between.
    return rows.filter((row) => row !== null);
  },
};
