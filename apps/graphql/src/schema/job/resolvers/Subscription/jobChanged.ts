import { userInputError } from '../../../../errors/public-error.ts';
import type { FollowEvent } from '../../../../feed/feed-event.ts';
import { feedEvent } from '../../../feed/feed-event.ts';
import type { SubscriptionResolvers } from '../../../types.generated.ts';
import { findJob } from '../../named-job.ts';

export const jobChanged: NonNullable<SubscriptionResolvers['jobChanged']> = {
  subscribe: async (_parent, { id, since }, { caller, feed, loaders }) => {
    const wanted = typeof id === 'string' ? await findJob(loaders, id) : null;
    // A subscription to nothing would wait for ever.
    if (typeof id === 'string' && wanted === null) throw userInputError('There is no job with this id.');
    return feed.follow(
      {
        companyId: caller.companyId,
        entity: 'job',
        matches: (job) => wanted === null || job.id === wanted.id,
      },
      since,
    );
  },
  resolve: (event: FollowEvent<'job'>) =>
    event.kind === 'row'
      ? { __typename: 'JobChanged' as const, cursor: event.cursor, job: event.row }
      : feedEvent(event),
};
