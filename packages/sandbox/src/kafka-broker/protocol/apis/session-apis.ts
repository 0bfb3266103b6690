import {
  array,
  bool,
  bytes,
  ignored,
  int16,
  int32,
  int64,
  nullableText,
  since,
  struct,
  text,
} from '../codec.ts';

const throttleMsSince = (version: number) => ignored(since(version, int32, 0), 0);

/** Requests with which a connection begins. */
export const sessionApis = {
  ApiVersions: {
    key: 18,
    versions: [0, 2],
    request: struct({}),
    response: struct({
      error: int16,
      apis: array(struct({ key: int16, min: int16, max: int16 })),
      throttleMs: throttleMsSince(1),
    }),
  },

  SaslHandshake: {
    key: 17,
    versions: [0, 1],
    request: struct({ mechanism: text }),
    response: struct({ error: int16, mechanisms: array(text) }),
  },

  SaslAuthenticate: {
    key: 36,
    versions: [0, 1],
    request: struct({ token: bytes }),
    response: struct({
      error: int16,
      message: nullableText,
      token: bytes,
      // 0: a session never ends, so no client has to sign in again.
      sessionLifetimeMs: ignored(since(1, int64, 0), 0),
    }),
  },
} as const;

/** Requests of idempotent and transactional producers. */
export const producerApis = {
  InitProducerId: {
    key: 22,
    versions: [0, 1],
    request: struct({ transactionalId: nullableText, timeoutMs: ignored(int32, 0) }),
    response: struct({
      throttleMs: throttleMsSince(0),
      error: int16,
      producerId: int64,
      producerEpoch: int16,
    }),
  },

  AddPartitionsToTxn: {
    key: 24,
    versions: [0, 2],
    request: struct({
      transactionalId: ignored(text, ''),
      producerId: ignored(int64, -1),
      producerEpoch: ignored(int16, -1),
      topics: array(struct({ name: text, partitions: array(int32) })),
    }),
    response: struct({
      throttleMs: throttleMsSince(0),
      topics: array(struct({ name: text, partitions: array(struct({ index: int32, error: int16 })) })),
    }),
  },

  AddOffsetsToTxn: {
    key: 25,
    versions: [0, 2],
    request: struct({
      transactionalId: ignored(text, ''),
      producerId: ignored(int64, -1),
      producerEpoch: ignored(int16, -1),
      groupId: text,
    }),
    response: struct({ throttleMs: throttleMsSince(0), error: int16 }),
  },

  EndTxn: {
    key: 26,
    versions: [0, 2],
    request: struct({
      transactionalId: ignored(text, ''),
      producerId: ignored(int64, -1),
      producerEpoch: ignored(int16, -1),
      isCommit: bool,
    }),
    response: struct({ throttleMs: throttleMsSince(0), error: int16 }),
  },
} as const;
