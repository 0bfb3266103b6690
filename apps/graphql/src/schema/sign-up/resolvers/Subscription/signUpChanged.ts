import type { FollowEvent } from '../../../../feed/feed-event.ts';
import { feedEvent } from '../../../feed/feed-event.ts';
import type { SubscriptionResolvers } from '../../../types.generated.ts';
import { matchesSignUpFilter, signUpFilter } from '../../sign-up-filter.ts';

export const signUpChanged: NonNullable<SubscriptionResolvers['signUpChanged']> = {
  subscribe: async (_parent, args, { caller, feed }) => {
    const filter = signUpFilter(args.filter);
    return feed.follow(
      {
        companyId: caller.companyId,
        entity: 'sign_up',
        matches: (signUp) => matchesSignUpFilter(signUp, filter),
      },
      args.since,
    );
  },
  resolve: (event: FollowEvent<'sign_up'>) =>
    event.kind === 'row'
      ? { __typename: 'SignUpChanged' as const, cursor: event.cursor, signUp: event.row }
      : feedEvent(event),
};
