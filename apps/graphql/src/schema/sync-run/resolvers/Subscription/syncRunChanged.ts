import { userInputError } from '../../../../errors/public-error.ts';
import type { FollowEvent } from '../../../../feed/feed-event.ts';
import { decodeId } from '../../../../ids/node-id.ts';
import type { Loaders } from '../../../../loaders.ts';
import { feedEvent } from '../../../feed/feed-event.ts';
import type { SubscriptionResolvers } from '../../../types.generated.ts';
import { upperCase } from '../../../values/enum-value.ts';

export const syncRunChanged: NonNullable<SubscriptionResolvers['syncRunChanged']> = {
  subscribe: async (_parent, { id, kind, since }, { caller, feed, loaders }) => {
    const wanted = typeof id === 'string' ? await ownRun(loaders, id) : null;
    return feed.follow(
      {
        companyId: caller.companyId,
        entity: 'sync_run',
        matches: (run) => (wanted === null || run.id === wanted) && (!kind || upperCase(run.kind) === kind),
      },
      since,
    );
  },
  resolve: (event: FollowEvent<'sync_run'>) =>
    event.kind === 'row'
      ? { __typename: 'SyncRunChanged' as const, cursor: event.cursor, syncRun: event.row }
      : feedEvent(event),
};

/** A subscription to nothing would wait for ever. */
async function ownRun(loaders: Loaders, text: string): Promise<bigint> {
  const id = decodeId('SyncRun', text);
  if (id === null || !(await loaders.syncRuns.load(id)))
    throw userInputError('There is no reading with this id.');
  return id;
}
