import { type ConsumerGroup } from '../group/consumer-group.ts';
import type { Responses } from '../protocol/apis.ts';
import { ErrorCode } from '../protocol/error-code.ts';
import type { Handlers } from '../server/request-context.ts';
import { type BrokerState, NODE_ID } from './broker-state.ts';

/** FindCoordinator also finds coordinators of transactions; those are not authorised by group. */
const GROUP_COORDINATOR = 0;
const FIRST_LEAVE_GROUP_WITH_LIST = 3;

type GroupHandlers = Pick<
  Handlers,
  | 'FindCoordinator'
  | 'JoinGroup'
  | 'SyncGroup'
  | 'Heartbeat'
  | 'LeaveGroup'
  | 'DescribeGroups'
  | 'ListGroups'
  | 'DeleteGroups'
>;

export function createGroupHandlers(state: BrokerState): GroupHandlers {
  const { groups } = state;
  return {
    FindCoordinator({ id, type }) {
      if (type === GROUP_COORDINATOR && groups.isDenied(id)) {
        return { error: ErrorCode.GROUP_AUTHORIZATION_FAILED, nodeId: -1, host: '', port: -1 };
      }
      return { error: ErrorCode.NONE, nodeId: NODE_ID, ...state.address() };
    },

    JoinGroup: (request, context) => groups.join(request, context),
    SyncGroup: (request) => groups.sync(request),
    Heartbeat: (request) => ({ error: groups.heartbeat(request) }),

    LeaveGroup({ groupId, memberId, members }, { version }) {
      if (version < FIRST_LEAVE_GROUP_WITH_LIST) {
        return { error: groups.leave(groupId, memberId, null), members: [] };
      }
      if (groups.isDenied(groupId)) return { error: ErrorCode.GROUP_AUTHORIZATION_FAILED, members: [] };
      const left = members.map((member) => ({
        ...member,
        error: groups.leave(groupId, member.memberId, member.instanceId),
      }));
      return { error: ErrorCode.NONE, members: left };
    },

    DescribeGroups: ({ groups: wanted }) => ({
      groups: wanted.map((groupId) => describeGroup(state, groupId)),
    }),
    ListGroups: () => ({ error: ErrorCode.NONE, groups: listGroups(state) }),
    DeleteGroups: ({ groups: doomed }) => ({
      results: doomed.map((groupId) => ({ groupId, error: deleteGroup(state, groupId) })),
    }),
  };
}

type GroupDescription = Responses['DescribeGroups']['groups'][number];

function describeGroup({ groups, offsets }: BrokerState, groupId: string): GroupDescription {
  const nothing = { groupId, state: '', protocolType: '', protocol: '', members: [] };
  if (groups.isDenied(groupId)) return { ...nothing, error: ErrorCode.GROUP_AUTHORIZATION_FAILED };
  const group = groups.find(groupId);
  if (!group) return { ...nothing, error: ErrorCode.NONE, state: offsets.has(groupId) ? 'Empty' : 'Dead' };
  return {
    groupId,
    error: ErrorCode.NONE,
    state: group.state,
    protocolType: group.protocolType,
    protocol: group.state === 'Stable' ? group.protocol : '',
    members: describeMembers(group),
  };
}

const describeMembers = (group: ConsumerGroup) =>
  [...group.members.values()].map(({ id, properties, assignment }) => ({
    memberId: id,
    instanceId: properties.instanceId,
    clientId: properties.clientId,
    host: properties.host,
    metadata: group.metadataOf(properties),
    assignment,
  }));

/** Groups that are known only by their offsets have no protocol type. */
function listGroups({ groups, offsets }: BrokerState): { groupId: string; protocolType: string }[] {
  const types = new Map(offsets.groups.map((groupId) => [groupId, '']));
  for (const { id, protocolType, members } of groups.groups) {
    if (protocolType !== '' || members.size > 0) types.set(id, protocolType);
  }
  return [...types]
    .filter(([groupId]) => !groups.isDenied(groupId))
    .map(([groupId, protocolType]) => ({ groupId, protocolType }));
}

function deleteGroup({ groups, offsets }: BrokerState, groupId: string): ErrorCode {
  if (groups.isDenied(groupId)) return ErrorCode.GROUP_AUTHORIZATION_FAILED;
  if ((groups.find(groupId)?.members.size ?? 0) > 0) return ErrorCode.NON_EMPTY_GROUP;
  const wasKnown = groups.delete(groupId);
  if (!wasKnown && !offsets.has(groupId)) return ErrorCode.GROUP_ID_NOT_FOUND;
  offsets.forgetGroup(groupId);
  return ErrorCode.NONE;
}
