import type { Store } from '../open/open-store.ts';

/** One topic of an integration in its present epoch: what the coordinates of the inbox count in. */
export interface InboxSource {
  readonly sourceId: number;
  readonly epoch: number;
}

const OPEN = `/* open_inbox_source */
with made as (
  insert into inbox_sources (integration_id, topic, epoch)
  select $1, $2, $3 where $3 > 1 or not exists (select from inbox_sources where integration_id = $1 and topic = $2)
  on conflict do nothing returning id, epoch
)
select id as "sourceId", epoch from (
  select id, epoch from made union all select id, epoch from inbox_sources where integration_id = $1 and topic = $2
) as sources order by epoch desc limit 1`;

/** The newest epoch of the topic, the first when it is not known yet. */
export const openInboxSource = (
  store: Store,
  { integrationId, topic }: { integrationId: bigint; topic: string },
): Promise<InboxSource> => ensureEpoch(store, integrationId, topic, 1);

/**
 * The topic was created anew, as seen by somebody who knew it in `epoch`: its records count in the next one. All who
 * call it at once, and all who come late, get the same.
 */
export const startInboxEpoch = (
  store: Store,
  { integrationId, topic, epoch }: { integrationId: bigint; topic: string; epoch: number },
): Promise<InboxSource> => ensureEpoch(store, integrationId, topic, epoch + 1);

async function ensureEpoch(
  store: Store,
  integrationId: bigint,
  topic: string,
  epoch: number,
): Promise<InboxSource> {
  for (;;) {
    const [source] = await store.run<InboxSource>(OPEN, [integrationId, topic, epoch]);
    // Empty: somebody else made it between this statement's snapshot and its insert. It is there the next time.
    if (source !== undefined && source.epoch >= epoch) return source;
  }
}
