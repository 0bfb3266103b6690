import { type Client, createClient } from 'graphql-ws';

/** One event as a subscriber was told it. */
export interface SeenEvent {
  readonly cursor: string;
  /** Of a message its place in Kafka, of a sign-up its uid. */
  readonly record: string;
  /** Of a sign-up its status on the wire. */
  readonly status: string | null;
}

export interface SubscriberLog {
  readonly events: readonly SeenEvent[];
  readonly gaps: readonly string[];
}

export interface Subscriber extends SubscriberLog {
  /** How often it had to connect. */
  readonly connects: number;
  readonly isLive: boolean;
  /** The place up to which it knows everything. */
  readonly cursor: string | null;
  /** Cuts its own socket, as a lid that is closed does. */
  drop(): void;
  close(): Promise<void>;
}

export interface SubscriberOptions {
  url: string;
  apiKey: string;
  topic: 'messages' | 'sign-ups';
  /** Begins after this place instead of now. */
  since?: string;
  /** false: the control. It begins anew after each reconnect instead of going on where it stopped. */
  resumes?: boolean;
}

const DOCUMENTS = {
  messages: `subscription ($since: Cursor) { event: messageAdded(since: $since) { __typename
    ... on FeedEvent { cursor } ... on Gap { since } ... on MessageAdded { message { kafka { topic partition offset } } } } }`,
  'sign-ups': `subscription ($since: Cursor) { event: signUpChanged(since: $since) { __typename
    ... on FeedEvent { cursor } ... on Gap { since } ... on SignUpChanged { signUp { uid wireStatus } } } }`,
} as const;

interface FeedEvent {
  __typename: string;
  cursor: string;
  since?: string;
  message?: { kafka: { topic: string; partition: number; offset: number } | null };
  signUp?: { uid: string; wireStatus: string };
}

const RECONNECT_PAUSE_MS = 50;

/**
 * A program at the other end of a subscription: writes down what it is told and, when the connection breaks, comes
 * back with the last cursor that it saw. It keeps nothing else.
 */
export function subscribe(options: SubscriberOptions): Subscriber {
  const events: SeenEvent[] = [];
  const gaps: string[] = [];
  let cursor: string | null = options.since ?? null;
  let connects = 0;
  let isLive = false;
  const closing = new AbortController();
  let client: Client | undefined;

  const note = (event: FeedEvent) => {
    isLive = true;
    cursor = event.cursor;
    if (event.__typename === 'Gap') gaps.push(event.since ?? '');
    if (event.message) events.push({ cursor: event.cursor, record: recordOf(event), status: null });
    if (event.signUp)
      events.push({ cursor: event.cursor, record: event.signUp.uid, status: event.signUp.wireStatus });
  };

  const follow = async () => {
    while (!closing.signal.aborted) {
      connects += 1;
      client = createClient({
        url: options.url,
        connectionParams: { apiKey: options.apiKey },
        retryAttempts: 0,
        lazyCloseTimeout: 0,
        onNonLazyError: () => {},
      });
      const since = options.resumes === false && connects > 1 ? null : cursor;
      try {
        const results = client.iterate<{ event: FeedEvent }>({
          query: DOCUMENTS[options.topic],
          variables: { since },
        });
        for await (const { data, errors } of results) {
          if (errors) throw new Error(errors.map(({ message }) => message).join(', '));
          if (data) note(data.event);
        }
      } catch {
        // The connection broke: what follows is the point of these tests.
      }
      isLive = false;
      client.terminate();
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_PAUSE_MS));
    }
  };
  const ended = follow();

  return {
    events,
    gaps,
    get connects() {
      return connects;
    },
    get isLive() {
      return isLive;
    },
    get cursor() {
      return cursor;
    },
    drop: () => client?.terminate(),
    async close() {
      closing.abort();
      client?.terminate();
      await ended;
    },
  };
}

function recordOf({ message }: FeedEvent): string {
  const kafka = message?.kafka;
  return kafka ? `${kafka.topic}/${kafka.partition}@${kafka.offset}` : 'a message without a record';
}
