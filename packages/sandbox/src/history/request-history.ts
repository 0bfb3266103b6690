import { EventEmitter, once } from 'node:events';

/** A request as it came and what became of it. Without secrets. */
export interface RequestRecord {
  /** Counts all requests since the sandbox started. */
  n: number;
  atMs: number;
  method: string;
  path: string;
  query: unknown;
  headers: Record<string, unknown>;
  /** Null when there was none, or when a fault struck before it was read. */
  body: unknown;
  /** A company, an abonent, or nobody that the sandbox knows. */
  caller: { company: string } | { abonentId: number } | { portalUser: number; by: string } | null;
  /** Of Bitrix24: what was called, in lower case; of a batch, its commands. */
  calls?: readonly string[];
  /** Null: there was no answer, or not yet. */
  status: number | null;
  durationMs: number | null;
  faults: { id: number; kind: string }[];
}

export interface HistoryFilter {
  since: number;
  limit: number;
  method?: string | undefined;
  matches?: ((record: RequestRecord) => boolean) | undefined;
}

/** The last requests; older ones are forgotten. */
export interface RequestHistory {
  begin(record: Omit<RequestRecord, 'n'>): RequestRecord;
  list(filter: HistoryFilter): RequestRecord[];
  /** The number of the last request. */
  readonly last: number;
  /** Resolves when there is another request, or when the signal fires. */
  changed(signal: AbortSignal): Promise<void>;
  clear(): void;
}

const SIZE = 2000;

export function createRequestHistory(): RequestHistory {
  let records: RequestRecord[] = [];
  let last = 0;
  const events = new EventEmitter().setMaxListeners(0);
  return {
    get last() {
      return last;
    },
    begin(fields) {
      last += 1;
      const record = { n: last, ...fields };
      records.push(record);
      // Cut now and then, not with every request.
      if (records.length > SIZE * 2) records = records.slice(-SIZE);
      events.emit('request');
      return record;
    },
    list: ({ since, limit, method, matches }) =>
      records
        .slice(-SIZE)
        .filter(
          (record) =>
            record.n > since &&
            (method === undefined || record.method === method) &&
            (matches === undefined || matches(record)),
        )
        .slice(0, limit),
    async changed(signal) {
      await once(events, 'request', { signal }).catch(() => {}); // the signal
    },
    clear() {
      records = [];
    },
  };
}
