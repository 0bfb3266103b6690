import type { FollowEvent, FollowedEntity } from '../../feed/feed-event.ts';
import type { Gap, Heartbeat } from '../types.generated.ts';
import { upperCase } from '../values/enum-value.ts';

type Bare = Exclude<FollowEvent<FollowedEntity>, { kind: 'row' }>;
type Named<Type extends string, Fields> = Fields & { readonly __typename: Type };

/** What every subscription may tell besides its rows. */
export function feedEvent(event: Bare): Named<'Gap', Gap> | Named<'Heartbeat', Heartbeat> {
  return event.kind === 'gap'
    ? { __typename: 'Gap', since: event.since, reason: upperCase(event.reason), cursor: event.cursor }
    : { __typename: 'Heartbeat', cursor: event.cursor };
}
