import {
  array,
  ignored,
  int8,
  int16,
  int32,
  int64,
  nullableBytes,
  nullableText,
  since,
  struct,
  text,
  until,
} from '../codec.ts';

const MAX_INT32 = 2 ** 31 - 1;
const throttleMsSince = (version: number) => ignored(since(version, int32, 0), 0);

/** Requests that write, read, find and delete records. */
export const recordApis = {
  Produce: {
    key: 0,
    versions: [0, 7],
    request: struct({
      transactionalId: ignored(since(3, nullableText, null), null),
      acks: int16,
      timeoutMs: ignored(int32, 0),
      topics: array(
        struct({ name: text, partitions: array(struct({ index: int32, records: nullableBytes })) }),
      ),
    }),
    response: struct({
      topics: array(
        struct({
          name: text,
          partitions: array(
            struct({
              index: int32,
              error: int16,
              baseOffset: int64,
              // -1: a record's timestamp is its producer's, not the broker's.
              logAppendTime: ignored(since(2, int64, -1), -1),
              logStartOffset: since(5, int64, -1),
            }),
          ),
        }),
      ),
      throttleMs: throttleMsSince(1),
    }),
  },

  Fetch: {
    key: 1,
    versions: [0, 11],
    request: struct({
      replicaId: ignored(int32, -1),
      maxWaitMs: int32,
      minBytes: int32,
      maxBytes: since(3, int32, MAX_INT32),
      isolation: ignored(since(4, int8, 0), 0),
      sessionId: ignored(since(7, int32, 0), 0),
      sessionEpoch: ignored(since(7, int32, -1), -1),
      topics: array(
        struct({
          name: text,
          partitions: array(
            struct({
              index: int32,
              leaderEpoch: ignored(since(9, int32, -1), -1),
              offset: int64,
              logStartOffset: ignored(since(5, int64, -1), -1),
              maxBytes: int32,
            }),
          ),
        }),
      ),
      forgottenTopics: ignored(since(7, array(struct({ name: text, partitions: array(int32) })), []), []),
      rack: ignored(since(11, text, ''), ''),
    }),
    response: struct({
      throttleMs: throttleMsSince(1),
      error: ignored(since(7, int16, 0), 0),
      // 0: "no fetch session", so every request goes on naming all its partitions.
      sessionId: ignored(since(7, int32, 0), 0),
      topics: array(
        struct({
          name: text,
          partitions: array(
            struct({
              index: int32,
              error: int16,
              highWatermark: int64,
              lastStableOffset: since(4, int64, -1),
              logStartOffset: since(5, int64, -1),
              abortedTransactions: ignored(
                since(4, array(struct({ producerId: int64, firstOffset: int64 })), []),
                [],
              ),
              preferredReplica: ignored(since(11, int32, -1), -1),
              records: nullableBytes,
            }),
          ),
        }),
      ),
    }),
  },

  ListOffsets: {
    key: 2,
    versions: [0, 5],
    request: struct({
      replicaId: ignored(int32, -1),
      isolation: ignored(since(2, int8, 0), 0),
      topics: array(
        struct({
          name: text,
          partitions: array(
            struct({
              index: int32,
              leaderEpoch: ignored(since(4, int32, -1), -1),
              timestamp: int64,
              maxOffsets: ignored(until(0, int32, 1), 1),
            }),
          ),
        }),
      ),
    }),
    response: struct({
      throttleMs: throttleMsSince(2),
      topics: array(
        struct({
          name: text,
          partitions: array(
            struct({
              index: int32,
              error: int16,
              offsets: until(0, array(int64), []),
              timestamp: since(1, int64, -1),
              offset: since(1, int64, -1),
              leaderEpoch: ignored(since(4, int32, -1), -1),
            }),
          ),
        }),
      ),
    }),
  },

  DeleteRecords: {
    key: 21,
    versions: [0, 1],
    request: struct({
      topics: array(struct({ name: text, partitions: array(struct({ index: int32, offset: int64 })) })),
      timeoutMs: ignored(int32, 0),
    }),
    response: struct({
      throttleMs: throttleMsSince(0),
      topics: array(
        struct({
          name: text,
          partitions: array(struct({ index: int32, lowWatermark: int64, error: int16 })),
        }),
      ),
    }),
  },
} as const;
