import type { Bitrix24OfflineEvent } from '@domovoy/models';
import type { CallOptions } from '../call/command.ts';
import type { offlineEvents } from '../resources/events/offline-events.ts';

export interface OfflineQueueOptions {
  /** `bitrix24.offlineEvents`. */
  events: Pick<ReturnType<typeof offlineEvents>, 'reserve' | 'clear' | 'markErrors' | 'list'>;
  /**
   * Keeps what the events say, durably, and only then resolves. It may see an event again: after a crash, or when the
   * portal did not hear that it was done. When it throws for several at once, each of them is tried alone.
   */
  handle: (
    events: readonly Bitrix24OfflineEvent[],
    options: { signal: AbortSignal | undefined },
  ) => Promise<void>;
  /** Rows a call. */
  batchSize?: number;
  /** The same as the events are bound with: what we changed ourselves is not given out. */
  authConnector?: string;
  /** Why an event could not be worked on. */
  onError?: ((error: unknown, event: Bitrix24OfflineEvent) => void) | undefined;
}

export interface DrainOutcome {
  readonly handled: number;
  /** Marked as errors: the next drain tries them again. */
  readonly failed: number;
  /** Of these, how many somebody had reserved and never finished. */
  readonly recovered: number;
}

export interface OfflineQueue {
  /**
   * Works on all that is there, what failed before first. Rejects with the error of the call that failed; what it left
   * is for the next drain. One at a time for an application, whichever process it is in: it takes over every row that
   * is reserved and not done. A second call in this process joins the first.
   */
  drain(options?: Pick<CallOptions, 'signal' | 'timeoutMs' | 'lane'>): Promise<DrainOutcome>;
}

type Passing = Pick<CallOptions, 'signal' | 'timeoutMs' | 'lane'>;
/** Under which process id, and whether as errors. */
type Selection = { processId?: string; isError?: boolean };
type Look = (start: number) => ReturnType<OfflineQueueOptions['events']['list']>;

/**
 * Reads the queue of offline events without losing any (facts §8): rows are reserved, handed over, and only then
 * cleared. Whatever happens in between, also a crash, or an answer that got lost with the process id in it, leaves them
 * reserved, and the next drain finds them by looking.
 */
export function createOfflineQueue(options: OfflineQueueOptions): OfflineQueue {
  let running: Promise<DrainOutcome> | undefined;
  return {
    drain: (passing = {}) => {
      running ??= drain(options, passing).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

async function drain(options: OfflineQueueOptions, passing: Passing): Promise<DrainOutcome> {
  const { events, batchSize = 50, authConnector } = options;
  /** A row is tried once a drain, whatever the queue gives out. */
  const tried = new Set<number>();
  const counts = { handled: 0, failed: 0, recovered: 0 };

  const workOff = async (selection: Selection): Promise<number> => {
    let handled = 0;
    let lastId = 0;
    for (;;) {
      const { processId, events: rows } = await events.reserve(
        {
          ...selection,
          ...(authConnector !== undefined && { authConnector }),
          filter: { '>ID': lastId },
          limit: batchSize,
        },
        passing,
      );
      if (processId === null || rows.length === 0) return handled;
      const untried = rows.filter(({ ID }) => !tried.has(ID));
      for (const { ID } of untried) tried.add(ID);
      const { done, failed } = await handOver(untried, options, passing.signal);
      if (done.length > 0) await events.clear({ processId, ids: done.map(({ ID }) => ID) }, passing);
      if (failed.length > 0)
        await events.markErrors(
          { processId, messageIds: failed.map(({ MESSAGE_ID }) => MESSAGE_ID) },
          passing,
        );
      handled += done.length;
      counts.handled += done.length;
      counts.failed += failed.length;
      const highestId = Math.max(...rows.map(({ ID }) => ID));
      // A portal that gives what it has given before would be read for ever.
      if (highestId <= lastId) return handled;
      lastId = highestId;
    }
  };

  const look: Look = async (start) =>
    events.list({ ...(authConnector !== undefined && { authConnector }) }, { ...passing, start });
  // Mostly there is nothing: one request tells.
  if ((await look(0)).rows.length === 0) return counts;
  await workOff({ isError: true });
  await workOff({});
  // What is still reserved now was reserved by somebody who did not come to an end.
  for (const selection of await unfinished(look, tried)) counts.recovered += await workOff(selection);
  return counts;
}

async function handOver(
  rows: readonly Bitrix24OfflineEvent[],
  { handle, onError }: Pick<OfflineQueueOptions, 'handle' | 'onError'>,
  signal: AbortSignal | undefined,
): Promise<{ done: readonly Bitrix24OfflineEvent[]; failed: readonly Bitrix24OfflineEvent[] }> {
  if (rows.length === 0) return { done: [], failed: [] };
  try {
    await handle(rows, { signal });
    return { done: rows, failed: [] };
  } catch (error) {
    // An end that was asked for says nothing about the event.
    if (signal?.aborted) throw error;
    const [only] = rows;
    if (rows.length > 1) return oneByOne(rows, { handle, onError }, signal);
    if (only) onError?.(error, only);
    return { done: [], failed: rows };
  }
}

async function oneByOne(
  rows: readonly Bitrix24OfflineEvent[],
  options: Pick<OfflineQueueOptions, 'handle' | 'onError'>,
  signal: AbortSignal | undefined,
) {
  const done: Bitrix24OfflineEvent[] = [];
  const failed: Bitrix24OfflineEvent[] = [];
  for (const row of rows) {
    const outcome = await handOver([row], options, signal);
    done.push(...outcome.done);
    failed.push(...outcome.failed);
  }
  return { done, failed };
}

async function unfinished(look: Look, tried: ReadonlySet<number>): Promise<Selection[]> {
  const found = new Map<string, Selection>();
  for (let start: number | undefined = 0; start !== undefined; ) {
    const { rows, next }: Awaited<ReturnType<Look>> = await look(start);
    for (const { ID, PROCESS_ID, ERROR } of rows)
      if (PROCESS_ID && !tried.has(ID))
        found.set(`${PROCESS_ID} ${ERROR}`, { processId: PROCESS_ID, isError: ERROR === true });
    start = next;
  }
  return [...found.values()];
}
