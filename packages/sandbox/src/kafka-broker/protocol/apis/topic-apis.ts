import {
  array,
  bool,
  ignored,
  int16,
  int32,
  nullableArray,
  nullableText,
  since,
  struct,
  text,
} from '../codec.ts';

const throttleMsSince = (version: number) => ignored(since(version, int32, 0), 0);
/** "The operations you may do are not told": there is no authorisation of topics here. */
const OPERATIONS_NOT_TOLD = -(2 ** 31);

/** Requests about the broker and its topics. */
export const topicApis = {
  Metadata: {
    key: 3,
    versions: [0, 8],
    request: struct({
      topics: nullableArray(text),
      allowAutoCreate: since(4, bool, true),
      withClusterOperations: ignored(since(8, bool, false), false),
      withTopicOperations: ignored(since(8, bool, false), false),
    }),
    response: struct({
      throttleMs: throttleMsSince(3),
      brokers: array(
        struct({
          nodeId: int32,
          host: text,
          port: int32,
          rack: ignored(since(1, nullableText, null), null),
        }),
      ),
      clusterId: since(2, nullableText, null),
      controllerId: since(1, int32, -1),
      topics: array(
        struct({
          error: int16,
          name: text,
          isInternal: ignored(since(1, bool, false), false),
          partitions: array(
            struct({
              error: int16,
              index: int32,
              leader: int32,
              leaderEpoch: ignored(since(7, int32, -1), -1),
              replicas: array(int32),
              inSyncReplicas: array(int32),
              offlineReplicas: ignored(since(5, array(int32), []), []),
            }),
          ),
          operations: ignored(since(8, int32, OPERATIONS_NOT_TOLD), OPERATIONS_NOT_TOLD),
        }),
      ),
      operations: ignored(since(8, int32, OPERATIONS_NOT_TOLD), OPERATIONS_NOT_TOLD),
    }),
  },

  CreateTopics: {
    key: 19,
    versions: [0, 4],
    request: struct({
      topics: array(
        struct({
          name: text,
          partitions: int32,
          replicationFactor: int16,
          assignments: array(struct({ index: int32, brokers: array(int32) })),
          configs: ignored(array(struct({ name: text, value: nullableText })), []),
        }),
      ),
      timeoutMs: ignored(int32, 0),
      validateOnly: since(1, bool, false),
    }),
    response: struct({
      throttleMs: throttleMsSince(2),
      topics: array(struct({ name: text, error: int16, message: since(1, nullableText, null) })),
    }),
  },

  DeleteTopics: {
    key: 20,
    versions: [0, 3],
    request: struct({ topics: array(text), timeoutMs: ignored(int32, 0) }),
    response: struct({
      throttleMs: throttleMsSince(1),
      topics: array(struct({ name: text, error: int16 })),
    }),
  },
} as const;
