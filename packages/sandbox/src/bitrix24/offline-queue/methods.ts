import { randomBytes } from 'node:crypto';
import { clientIdOf } from '../events/methods/handler-wish.ts';
import type { Call, PortalMethod } from '../portal-method.ts';
import { RestError } from '../rest-error.ts';
import { drop, put } from '../state/change.ts';
import { intParam, isYes, listParam, param, textParam } from '../transport/params.ts';
import { isoTime } from '../transport/portal-time.ts';
import { chosenEvents } from './chosen-events.ts';
import { OFFLINE_EVENTS, type OfflineEvent } from './tables.ts';

const PAGE_ROWS = 50;
/** A reservation ends by itself after 30 days (facts §8): the rows go with it. */
const RESERVED_MS = 30 * 86_400_000;

const get: PortalMethod = {
  name: 'event.offline.get',
  scope: null,
  auth: 'application',
  run(call) {
    const { params, context } = call;
    const processId = textParam(params, 'process_id') || null;
    const isClearing = isYes(param(params, 'clear') ?? 1);
    const isAfterErrors = isYes(param(params, 'error') ?? 0);
    const found = chosenEvents(ofConnector(call), params)
      .filter((row) => row.processId === processId && row.isError === (isAfterErrors && processId !== null))
      .slice(0, Math.max(1, intParam(params, 'limit') ?? PAGE_ROWS));
    const reservedBy = isClearing ? null : (processId ?? randomBytes(16).toString('hex'));
    const reserved = (row: OfflineEvent): OfflineEvent => ({
      ...row,
      processId: reservedBy,
      reservedAtMs: row.reservedAtMs ?? context.now(),
    });
    context.save(
      found.map((row) =>
        isClearing ? drop(OFFLINE_EVENTS, row.id) : put(OFFLINE_EVENTS, row.id, reserved(row)),
      ),
      [],
      call,
    );
    return { result: { process_id: reservedBy, events: found.map(wireOf) } };
  },
};

const clear: PortalMethod = {
  name: 'event.offline.clear',
  scope: null,
  auth: 'application',
  run(call) {
    const reserved = reservedRows(call);
    const [ids, messageIds] = [listParam(call.params, 'id'), listParam(call.params, 'message_id')];
    const isMeant = ({ id, messageId }: OfflineEvent) =>
      (ids.length === 0 && messageIds.length === 0) ||
      ids.some((one) => String(one) === String(id)) ||
      messageIds.includes(messageId);
    call.context.save(
      reserved.filter(isMeant).map(({ id }) => drop(OFFLINE_EVENTS, id)),
      [],
      call,
    );
    return { result: true };
  },
};

const error: PortalMethod = {
  name: 'event.offline.error',
  scope: null,
  auth: 'application',
  run(call) {
    const reserved = reservedRows(call);
    const messageIds = listParam(call.params, 'message_id');
    if (messageIds.length === 0)
      throw new RestError(400, 'ERROR_ARGUMENT', "Argument 'MESSAGE_ID' is null or empty");
    call.context.save(
      reserved
        .filter(({ messageId }) => messageIds.includes(messageId))
        .map((row) => put(OFFLINE_EVENTS, row.id, { ...row, isError: true })),
      [],
      call,
    );
    return { result: true };
  },
};

const list: PortalMethod = {
  name: 'event.offline.list',
  scope: null,
  auth: 'application',
  run(call) {
    const rows = chosenEvents(ofConnector(call), call.params);
    const start = Math.max(0, intParam(call.params, 'start') ?? 0);
    const end = start + PAGE_ROWS;
    return {
      result: rows.slice(start, end).map((row) => ({
        ...wireOf(row),
        PROCESS_ID: row.processId ?? '',
        ERROR: row.isError ? '1' : '0',
      })),
      total: rows.length,
      ...(end < rows.length ? { next: end } : {}),
    };
  },
};

export const OFFLINE_QUEUE_METHODS: readonly PortalMethod[] = [get, clear, error, list];

/** What waits for the application under the connector that it names, oldest first. */
function ofConnector(call: Call): OfflineEvent[] {
  const connector = textParam(call.params, 'auth_connector') || null;
  return rowsOf(call).filter((row) => row.connector === connector);
}

function rowsOf(call: Call): OfflineEvent[] {
  const { state, now } = call.context;
  const rows = state.rows(OFFLINE_EVENTS);
  return rows
    .idsBy('clientId', clientIdOf(call))
    .map((id) => rows.get(id))
    .filter((row) => row !== undefined)
    .filter(({ reservedAtMs }) => reservedAtMs === null || reservedAtMs > now() - RESERVED_MS)
    .toSorted((a, b) => a.id - b.id);
}

function reservedRows(call: Call): OfflineEvent[] {
  const processId = textParam(call.params, 'process_id');
  if (!processId) throw new RestError(400, 'ERROR_ARGUMENT', "Argument 'PROCESS_ID' is null or empty");
  return rowsOf(call).filter((row) => row.processId === processId);
}

/** Nothing is `false` here, not null (facts §8). */
const wireOf = (row: OfflineEvent) => ({
  ID: String(row.id),
  TIMESTAMP_X: isoTime(row.atMs),
  EVENT_NAME: row.event,
  EVENT_DATA: row.data ?? false,
  EVENT_ADDITIONAL: row.userId === null ? false : { user_id: String(row.userId) },
  MESSAGE_ID: row.messageId,
});
