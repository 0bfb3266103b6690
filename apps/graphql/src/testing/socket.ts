import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

// any: events are looked at by tests, which know their shape
export type Event = any;

export interface Subscription {
  /** What came so far, without heartbeats unless asked for. */
  readonly events: Event[];
  readonly heartbeats: Event[];
  readonly errors: unknown[];
  /** Where to go on: the last cursor of anything that came. */
  readonly cursor: () => string;
  /** Resolves at the first heartbeat: from then on it is live. */
  readonly live: Promise<void>;
  readonly ended: Promise<void>;
  stop(): void;
}

export const openSocket = (wsUrl: string, key: string): Client =>
  createClient({
    url: wsUrl,
    webSocketImpl: WebSocket,
    connectionParams: { apiKey: key },
    retryAttempts: 0,
    lazy: true,
  });

/** Follows one subscription with a single root field. */
export function subscribe(
  client: Client,
  query: string,
  variables: Record<string, unknown> = {},
): Subscription {
  const events: Event[] = [];
  const heartbeats: Event[] = [];
  const errors: unknown[] = [];
  const live = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let cursor = '';
  const stop = client.subscribe<Record<string, Event>>(
    { query, variables },
    {
      next: ({ data, errors: failed }) => {
        if (failed) errors.push(...failed);
        const [event] = Object.values(data ?? {});
        if (!event) return;
        cursor = event.cursor;
        if (event.__typename === 'Heartbeat') {
          heartbeats.push(event);
          live.resolve();
        } else events.push(event);
      },
      error: (error) => {
        errors.push(error);
        ended.resolve();
      },
      complete: () => ended.resolve(),
    },
  );
  return { events, heartbeats, errors, cursor: () => cursor, live: live.promise, ended: ended.promise, stop };
}

export const MESSAGE_ADDED = `subscription ($conversationId: ID, $since: Cursor) {
  messageAdded(conversationId: $conversationId, since: $since) {
    __typename
    cursor
    ... on Gap { since }
    ... on MessageAdded { message { id text conversation { id } } }
  }
}`;

export const SIGN_UP_CHANGED = `subscription ($filter: SignUpFilterInput, $since: Cursor) {
  signUpChanged(filter: $filter, since: $since) {
    __typename
    cursor
    ... on SignUpChanged { signUp { id uid wireStatus state } }
  }
}`;
