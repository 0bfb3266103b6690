import { defineTable } from '../state/table.ts';
import type { EventData } from './portal-event.ts';

/** What an application bound with `event.bind`. */
export interface EventHandler {
  id: number;
  clientId: string;
  event: string;
  type: 'online' | 'offline';
  /** An offline one has no address: its events wait in the queue. */
  url: string | null;
  /** In whose name it is called; 0: of whoever caused the event. */
  authUserId: number;
  connector: string | null;
  /** Of ONOFFLINEEVENT: not more often than this. */
  minTimeoutS: number;
}
export const EVENT_HANDLERS = defineTable<EventHandler>('event-handlers', {
  event: ({ event }) => [event],
  clientId: ({ clientId }) => [clientId],
});

/** Made by hand in the portal: an address, a token, and the events it is told of. Its id is one of a handler. */
export interface OutgoingWebhook {
  id: number;
  url: string;
  applicationToken: string;
  events: readonly string[];
}
export const OUTGOING_WEBHOOKS = defineTable<OutgoingWebhook>('outgoing-webhooks', {
  event: ({ events }) => events,
});

/** Which `application_token` an event carries: the right one, a made-up one, that of another portal, or none. */
export type TokenKind = 'right' | 'forged' | 'foreign' | 'missing';

/** An event on its way to one handler. It carries its address: the handler may be gone when it is sent. */
export interface QueuedEvent {
  id: number;
  event: string;
  data: EventData;
  handlerId: number;
  url: string;
  /** Null: an outgoing webhook, which has no access token. */
  clientId: string | null;
  applicationToken: string;
  /** Whose access token it carries; null: none. */
  userId: number | null;
  hasRefreshToken: boolean;
  token: TokenKind;
  atMs: number;
}
export const EVENT_QUEUE = defineTable<QueuedEvent>('event-queue');

/** How events travel. Chances are from 0 to 1; the same seed and the same events give the same journey. */
export interface DeliverySettings {
  seed: string;
  minDelayMs: number;
  maxDelayMs: number;
  /** Sent twice. */
  duplicated: number;
  /** Sent behind one to three later events to the same address. */
  reordered: number;
  /** Never sent. */
  dropped: number;
  /** Preceded by a copy with a made-up token. */
  forged: number;
  /** Preceded by a copy that another portal could have sent. */
  foreign: number;
  withoutAccessToken: number;
  /** So many at a time to one address; more than one leaves their order to chance. */
  inParallel: number;
  /** The events are counted from here, so that a seed means the same in every portal. */
  firstId: number;
}
export const DELIVERY_SETTINGS = defineTable<DeliverySettings>('event-delivery');
export const DEFAULT_DELIVERY: DeliverySettings = {
  seed: '1',
  minDelayMs: 5,
  maxDelayMs: 50,
  duplicated: 0,
  reordered: 0,
  dropped: 0,
  forged: 0,
  foreign: 0,
  withoutAccessToken: 0,
  inParallel: 1,
  firstId: 0,
};
