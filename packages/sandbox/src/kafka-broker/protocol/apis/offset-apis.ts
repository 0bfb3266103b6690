import {
  array,
  ignored,
  int16,
  int32,
  int64,
  nullableArray,
  nullableText,
  since,
  struct,
  text,
  within,
} from '../codec.ts';

const throttleMsSince = (version: number) => ignored(since(version, int32, 0), 0);
const partitionErrors = array(
  struct({ name: text, partitions: array(struct({ index: int32, error: int16 })) }),
);

/** Requests for the committed offsets of consumer groups. */
export const offsetApis = {
  OffsetCommit: {
    key: 8,
    versions: [1, 7],
    request: struct({
      groupId: text,
      generation: int32,
      memberId: text,
      instanceId: since(7, nullableText, null),
      retentionMs: ignored(within(2, 4, int64, -1), -1),
      topics: array(
        struct({
          name: text,
          partitions: array(
            struct({
              index: int32,
              offset: int64,
              leaderEpoch: ignored(since(6, int32, -1), -1),
              timestamp: ignored(within(1, 1, int64, -1), -1),
              metadata: nullableText,
            }),
          ),
        }),
      ),
    }),
    response: struct({ throttleMs: throttleMsSince(3), topics: partitionErrors }),
  },

  OffsetFetch: {
    key: 9,
    versions: [1, 5],
    request: struct({
      groupId: text,
      /** null (from version 2 on): whatever the group has committed. */
      topics: nullableArray(struct({ name: text, partitions: array(int32) })),
    }),
    response: struct({
      throttleMs: throttleMsSince(3),
      topics: array(
        struct({
          name: text,
          partitions: array(
            struct({
              index: int32,
              offset: int64,
              leaderEpoch: ignored(since(5, int32, -1), -1),
              metadata: nullableText,
              error: int16,
            }),
          ),
        }),
      ),
      error: since(2, int16, 0),
    }),
  },

  TxnOffsetCommit: {
    key: 28,
    versions: [0, 2],
    request: struct({
      transactionalId: ignored(text, ''),
      groupId: text,
      producerId: ignored(int64, -1),
      producerEpoch: ignored(int16, -1),
      topics: array(
        struct({
          name: text,
          partitions: array(
            struct({
              index: int32,
              offset: int64,
              leaderEpoch: ignored(since(2, int32, -1), -1),
              metadata: nullableText,
            }),
          ),
        }),
      ),
    }),
    response: struct({ throttleMs: throttleMsSince(0), topics: partitionErrors }),
  },
} as const;
