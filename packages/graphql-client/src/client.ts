import { persist } from './http/persist.ts';
import { post } from './http/post.ts';
import { type FeedItem, follow, type LiveState } from './live/follow.ts';
import { createSocket } from './live/socket.ts';
import { type Operation, readOperation } from './operation.ts';
import { FeedCursorDocument } from './operations/operations.generated.ts';
import { type ClientOptions, settingsOf } from './options.ts';

export interface RequestOptions {
  readonly signal?: AbortSignal;
  /** Of one attempt. */
  readonly timeoutMs?: number;
}

export interface SubscribeOptions {
  /** The `cursor` of the last event that you have dealt with; left out: from now on. */
  readonly since?: string;
  /** Its end. Leaving the loop ends it too. */
  readonly signal?: AbortSignal;
  /** To show people whether what they see is up to date. */
  readonly onState?: (state: LiveState) => void;
}

type RootOf<Data> = NonNullable<Data[Exclude<keyof Data, '__typename'>]>;
/** The events of a subscription as they are handed out: `Gap` too, never a `Heartbeat`. */
export type EventOf<Data> = Exclude<RootOf<Data>, { readonly __typename: 'Heartbeat' }>;

export interface DomovoyClient extends AsyncDisposable {
  /**
   * A query or a mutation. Repeated after failures that may pass: queries, and mutations in which every field has an
   * `idempotencyKey`. Nothing else ever is. Throws `ApiError` or `ConnectionError`.
   */
  request<Data, Variables>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    options?: RequestOptions,
  ): Promise<Data>;
  /**
   * The events of a subscription, each once, over any number of connections and restarts of the API. Its document has
   * a variable `$since: Cursor`, and selects `__typename` and `cursor`. A `Gap` means: read your lists anew.
   */
  subscribe<Data, Variables extends { since?: unknown }>(
    operation: Operation<Data, Variables>,
    variables: Omit<Variables, 'since'>,
    options?: SubscribeOptions,
  ): AsyncGenerator<EventOf<Data>>;
  /** Ends all subscriptions. */
  close(): Promise<void>;
}

export function createDomovoyClient(options: ClientOptions): DomovoyClient {
  const settings = settingsOf(options);
  const socket = createSocket(settings);
  const closing = new AbortController();

  const request: DomovoyClient['request'] = async (operation, variables, given = {}) => {
    const { text, kind, isRepeatable } = readOperation(operation);
    const sent = { query: text, variables: { ...variables } as Record<string, unknown> };
    const timeoutMs = given.timeoutMs ?? settings.timeoutMs;
    const attempt = () =>
      post(settings, sent, { timeoutMs, signal: given.signal, hasEffect: kind === 'mutation' });
    const retry = isRepeatable(sent.variables) ? settings.retry : { ...settings.retry, attempts: 1 };
    // What the API answers is what the document asks for.
    return (await persist(attempt, retry, given.signal)) as never;
  };

  async function* subscribe<Data>(
    operation: Operation<Data, never>,
    variables: object,
    given: SubscribeOptions = {},
  ): AsyncGenerator<EventOf<Data>> {
    const { text } = readOperation(operation);
    const signal = given.signal ? AbortSignal.any([given.signal, closing.signal]) : closing.signal;
    // Without a place to come back to, what happens between two first connections would be missed.
    const since = given.since ?? (await feedCursor(request, signal));
    if (since === null) return;
    yield* follow<FeedItem>({
      open: (cursor) => socket.open({ query: text, variables: { ...variables, since: cursor } }, signal),
      since,
      retry: settings.retry,
      signal,
      onState: given.onState,
    }) as AsyncGenerator<never>;
  }

  const close = async () => {
    closing.abort();
    await socket.close();
  };
  return {
    request,
    subscribe: subscribe as DomovoyClient['subscribe'],
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function feedCursor(request: DomovoyClient['request'], signal: AbortSignal): Promise<string | null> {
  try {
    return (await request(FeedCursorDocument, {}, { signal })).viewer.feedCursor;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}
