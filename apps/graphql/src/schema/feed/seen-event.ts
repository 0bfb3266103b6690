import type { Seen } from '../../lookout/sight.ts';

/** What every subscription may tell that looks for itself, besides what it sees. */
export function seenEvent(event: Exclude<Seen<unknown>, { kind: 'state' }>) {
  if (event.kind === 'failed') throw event.error;
  return { __typename: 'Heartbeat' as const, cursor: event.cursor };
}
