import type { FastifyInstance } from 'fastify';
import { APPLICATIONS } from '../auth/applications.ts';
import { CONTACT, DEAL, LEAD, SMART_PROCESSES } from '../crm/entity-types.ts';
import { itemTable } from '../crm/items/item-row.ts';
import { PRODUCT_ROWS } from '../crm/products/product-rows.ts';
import { ACTIVITIES, COMMENTS, LOG_MESSAGES } from '../crm/timeline/timeline-rows.ts';
import { EVENT_HANDLERS, EVENT_QUEUE } from '../events/tables.ts';
import { OFFLINE_EVENTS } from '../offline-queue/tables.ts';
import { CHATS, CONNECTORS, LINE_CONNECTORS, MESSAGES } from '../open-lines/tables.ts';
import type { PortalContext } from '../portal-context.ts';
import type { TableDefinition } from '../state/table.ts';

/** Quick enough for a chat, and seldom enough for a portal that is being filled. */
const LOOK_EVERY_MS = 400;
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
};

/** Tells open pages that something has changed. Looks only while somebody has one open. */
export function addLiveChanges(app: FastifyInstance, context: PortalContext): void {
  app.get<{ Querystring: { state?: string } }>('/live', (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, HEADERS);
    raw.write(': \n\n');
    let shown = request.query.state;
    const look = () => {
      const now = stateOf(context);
      if (now === shown) return;
      shown = now;
      raw.write('event: changed\ndata: \n\n');
    };
    // What happened between the page and this connection is news too.
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    request.raw.socket.once('close', () => clearInterval(timer));
  });
}

/** Another text whenever a page could look different. */
export function stateOf({ state, events }: PortalContext): string {
  const processes = [...state.rows(SMART_PROCESSES).values()].map(({ entityTypeId }) =>
    itemTable(entityTypeId),
  );
  const tables = [itemTable(CONTACT), itemTable(DEAL), itemTable(LEAD), ...processes, ...OTHERS];
  return [
    ...tables.map((table) => state.rows(table as TableDefinition<object>).revision),
    events.history.last,
  ].join();
}

const OTHERS = [
  ACTIVITIES,
  APPLICATIONS,
  CHATS,
  COMMENTS,
  CONNECTORS,
  EVENT_HANDLERS,
  EVENT_QUEUE,
  LINE_CONNECTORS,
  LOG_MESSAGES,
  MESSAGES,
  OFFLINE_EVENTS,
  PRODUCT_ROWS,
];
