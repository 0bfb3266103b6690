import { Bitrix24OfflineEvent, Bitrix24OfflineEvents } from '@domovoy/models';
import { z } from 'zod';
import { createList } from '../list-method.ts';
import { createMethod, type ResourceContext } from '../method.ts';
import { Nothing } from '../nothing.ts';
import { listParams, OneZero, Text } from '../params.ts';

/**
 * The queue of events that wait at the portal (facts §8): one row per object, its last change. Application of an
 * administrator, feature `rest_offline_extended`. `createOfflineQueue` reads it without losing any.
 */
export const offlineEvents = (context: ResourceContext) => ({
  /**
   * Gives out rows and reserves them under a process id (≤ 30 days). With `processId` those that are reserved under
   * that. `isError`: those that were marked. Never repeated blindly: another try gives out other rows.
   */
  reserve: createMethod(context, {
    operation: 'offlineEvents.reserve',
    method: 'event.offline.get',
    params: z.strictObject({
      filter: listParams.filter,
      limit: z.int().min(1).default(50),
      processId: Text.optional(),
      isError: OneZero.optional(),
      /** That of the client when absent: what was changed with it is not given out. */
      authConnector: Text.optional(),
    }),
    wire: ({ filter, limit, processId, isError, authConnector }) => ({
      filter,
      limit,
      // The default deletes rows before anybody has worked on them.
      clear: 0,
      order: { ID: 'ASC' },
      process_id: processId,
      error: isError,
      auth_connector: authConnector ?? context.authConnector,
    }),
    answer: Bitrix24OfflineEvents.transform(({ process_id, events }) => ({
      processId: process_id ?? null,
      events,
    })),
    effect: 'creation',
  }),

  /** Done with these rows; without `ids` with all of the process. */
  clear: createMethod(context, {
    operation: 'offlineEvents.clear',
    method: 'event.offline.clear',
    params: z.strictObject({ processId: Text, ids: z.array(z.int()).min(1).optional() }),
    wire: ({ processId, ids }) => ({ process_id: processId, id: ids }),
    answer: Nothing,
    effect: 'repeatable',
  }),

  /** These could not be worked on: they are given out again when asked for with `isError`. */
  markErrors: createMethod(context, {
    operation: 'offlineEvents.markErrors',
    method: 'event.offline.error',
    params: z.strictObject({ processId: Text, messageIds: z.array(Text).min(1) }),
    wire: ({ processId, messageIds }) => ({ process_id: processId, message_id: messageIds }),
    answer: Nothing,
    effect: 'repeatable',
  }),

  /** Looks without reserving; with `PROCESS_ID` and `ERROR` of each row. */
  ...createList(context, {
    operation: 'offlineEvents.list',
    method: 'event.offline.list',
    params: z.strictObject({
      filter: listParams.filter,
      order: listParams.order,
      authConnector: Text.optional(),
    }),
    wire: ({ filter, order, authConnector }) => ({
      filter,
      order,
      auth_connector: authConnector ?? context.authConnector,
    }),
    row: Bitrix24OfflineEvent,
  }),
});
