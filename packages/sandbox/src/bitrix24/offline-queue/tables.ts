import type { EventData } from '../events/portal-event.ts';
import { defineTable } from '../state/table.ts';

/** What an application has not fetched yet: one row for each object, however often it changed. */
export interface OfflineEvent {
  id: number;
  clientId: string;
  /** Of the `event.bind`; who asks with another one does not see it. */
  connector: string | null;
  event: string;
  data: EventData;
  userId: number | null;
  /** Of the event and its object. */
  messageId: string;
  /** Of the last change. */
  atMs: number;
  /** Whoever reserved it; null: free. */
  processId: string | null;
  reservedAtMs: number | null;
  isError: boolean;
}

export const OFFLINE_EVENTS = defineTable<OfflineEvent>('offline-events', {
  clientId: ({ clientId }) => [clientId],
  /** At most one row of an object is free. */
  free: (row) => (row.processId === null ? [freeKey(row)] : []),
  processId: ({ processId }) => (processId === null ? [] : [processId]),
});

export const freeKey = ({
  clientId,
  connector,
  messageId,
}: Pick<OfflineEvent, 'clientId' | 'connector' | 'messageId'>) =>
  JSON.stringify([clientId, connector, messageId]);
