import {
  array,
  bool,
  bytes,
  ignored,
  int8,
  int16,
  int32,
  nullableText,
  since,
  struct,
  text,
  until,
} from '../codec.ts';

const throttleMsSince = (version: number) => ignored(since(version, int32, 0), 0);
const OPERATIONS_NOT_TOLD = -(2 ** 31);
/** JoinGroup 0 has one time-out for everything. */
export const REBALANCE_TIMEOUT_NOT_GIVEN = -1;

const instanceIdSince = (version: number) => since(version, nullableText, null);

/** Requests of consumer groups: membership and who is in which group. Their offsets: offset-apis.ts. */
export const groupApis = {
  FindCoordinator: {
    key: 10,
    versions: [0, 2],
    request: struct({ id: text, type: since(1, int8, 0) }),
    response: struct({
      throttleMs: throttleMsSince(1),
      error: int16,
      message: ignored(since(1, nullableText, null), null),
      nodeId: int32,
      host: text,
      port: int32,
    }),
  },

  JoinGroup: {
    key: 11,
    versions: [0, 5],
    request: struct({
      groupId: text,
      sessionTimeoutMs: int32,
      rebalanceTimeoutMs: since(1, int32, REBALANCE_TIMEOUT_NOT_GIVEN),
      memberId: text,
      instanceId: instanceIdSince(5),
      protocolType: text,
      protocols: array(struct({ name: text, metadata: bytes })),
    }),
    response: struct({
      throttleMs: throttleMsSince(2),
      error: int16,
      generation: int32,
      protocol: text,
      leader: text,
      memberId: text,
      members: array(struct({ memberId: text, instanceId: instanceIdSince(5), metadata: bytes })),
    }),
  },

  Heartbeat: {
    key: 12,
    versions: [0, 3],
    request: struct({
      groupId: text,
      generation: int32,
      memberId: text,
      instanceId: instanceIdSince(3),
    }),
    response: struct({ throttleMs: throttleMsSince(1), error: int16 }),
  },

  LeaveGroup: {
    key: 13,
    versions: [0, 3],
    request: struct({
      groupId: text,
      memberId: until(2, text, ''),
      members: since(3, array(struct({ memberId: text, instanceId: nullableText })), []),
    }),
    response: struct({
      throttleMs: throttleMsSince(1),
      error: int16,
      members: since(3, array(struct({ memberId: text, instanceId: nullableText, error: int16 })), []),
    }),
  },

  SyncGroup: {
    key: 14,
    versions: [0, 3],
    request: struct({
      groupId: text,
      generation: int32,
      memberId: text,
      instanceId: instanceIdSince(3),
      assignments: array(struct({ memberId: text, assignment: bytes })),
    }),
    response: struct({ throttleMs: throttleMsSince(1), error: int16, assignment: bytes }),
  },

  DescribeGroups: {
    key: 15,
    versions: [0, 4],
    request: struct({
      groups: array(text),
      withOperations: ignored(since(3, bool, false), false),
    }),
    response: struct({
      throttleMs: throttleMsSince(1),
      groups: array(
        struct({
          error: int16,
          groupId: text,
          state: text,
          protocolType: text,
          protocol: text,
          members: array(
            struct({
              memberId: text,
              instanceId: instanceIdSince(4),
              clientId: text,
              host: text,
              metadata: bytes,
              assignment: bytes,
            }),
          ),
          operations: ignored(since(3, int32, OPERATIONS_NOT_TOLD), OPERATIONS_NOT_TOLD),
        }),
      ),
    }),
  },

  ListGroups: {
    key: 16,
    versions: [0, 2],
    request: struct({}),
    response: struct({
      throttleMs: throttleMsSince(1),
      error: int16,
      groups: array(struct({ groupId: text, protocolType: text })),
    }),
  },

  DeleteGroups: {
    key: 42,
    versions: [0, 1],
    request: struct({ groups: array(text) }),
    response: struct({
      throttleMs: throttleMsSince(0),
      results: array(struct({ groupId: text, error: int16 })),
    }),
  },
} as const;
