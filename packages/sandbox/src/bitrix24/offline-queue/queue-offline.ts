import { createHash } from 'node:crypto';
import type { PortalEvent } from '../events/portal-event.ts';
import type { EventHandler } from '../events/tables.ts';
import type { PortalContext } from '../portal-context.ts';
import { type Change, drop, put } from '../state/change.ts';
import type { KeptTables } from '../state/kept-tables.ts';
import { freeKey, OFFLINE_EVENTS } from './tables.ts';

/**
 * One row for each object, with the time of its last change (facts §8). A row that somebody has reserved is his: what
 * happens meanwhile is a new one, so that nothing is lost when he clears his.
 */
export function queueOffline(
  { state, now }: Pick<PortalContext, 'state' | 'now'>,
  { name, data, userId, connector: cause }: PortalEvent,
  { clientId, connector }: EventHandler,
): Change[] {
  if (connector !== null && connector === cause) return [];
  const messageId = createHash('md5')
    .update(JSON.stringify([name, data]))
    .digest('hex');
  const rows = state.rows(OFFLINE_EVENTS);
  const [known] = rows.idsBy('free', freeKey({ clientId, connector, messageId }));
  const before = known === undefined ? undefined : rows.get(known);
  if (before) return [put(OFFLINE_EVENTS, before.id, { ...before, userId, atMs: now() })];
  const id = state.takeId(OFFLINE_EVENTS);
  return [
    put(OFFLINE_EVENTS, id, {
      id,
      clientId,
      connector,
      event: name,
      data,
      userId,
      messageId,
      atMs: now(),
      processId: null,
      reservedAtMs: null,
      isError: false,
    }),
  ];
}

export const forgetOffline = (state: KeptTables, clientId: string): Change[] =>
  state
    .rows(OFFLINE_EVENTS)
    .idsBy('clientId', clientId)
    .map((id) => drop(OFFLINE_EVENTS, id));
