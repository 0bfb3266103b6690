import { randomUUID } from 'node:crypto';
import { REBALANCE_TIMEOUT_NOT_GIVEN } from '../protocol/apis/group-apis.ts';
import type { Requests } from '../protocol/apis.ts';
import { ErrorCode } from '../protocol/error-code.ts';
import type { RequestContext } from '../server/request-context.ts';
import { ConsumerGroup } from './consumer-group.ts';
import {
  haveSameProtocols,
  type JoinAnswer,
  type Member,
  type MemberProperties,
  refuseJoin,
  refuseSync,
  type SyncAnswer,
} from './member.ts';

const MIN_SESSION_TIMEOUT_MS = 100;
const MAX_SESSION_TIMEOUT_MS = 30 * 60_000;
/** From this JoinGroup version on a newcomer first gets an id and joins again with it. */
const FIRST_VERSION_WITH_PROMISED_ID = 4;
const ANY_GENERATION = undefined;

interface Caller {
  readonly groupId: string;
  readonly memberId: string;
  readonly instanceId: string | null;
  readonly generation: number | undefined;
}

type Admission =
  | { readonly error: typeof ErrorCode.NONE; readonly group: ConsumerGroup; readonly member: Member }
  | { readonly error: Exclude<ErrorCode, typeof ErrorCode.NONE> };

/**
 * Membership of consumer groups: who is in, in which generation, and who may commit. It never looks into subscriptions and
 * assignments: those are bytes that the members exchange through it.
 *
 * Membership lives in memory. After a restart every member is unknown and joins anew; committed offsets are on disk.
 */
export class GroupCoordinator {
  readonly #groups = new Map<string, ConsumerGroup>();
  readonly #allowedGroup: string | undefined;
  readonly #openingDelayMs: number;

  constructor(options: { allowedGroup: string | undefined; openingDelayMs: number }) {
    this.#allowedGroup = options.allowedGroup;
    this.#openingDelayMs = options.openingDelayMs;
  }

  /** With an allowed group id every other one is refused in every group request, as by a broker that authorises groups. */
  isDenied(groupId: string): boolean {
    return this.#allowedGroup !== undefined && groupId !== this.#allowedGroup;
  }

  get groups(): ConsumerGroup[] {
    return [...this.#groups.values()];
  }

  find(groupId: string): ConsumerGroup | undefined {
    return this.#groups.get(groupId);
  }

  /** Resolves when the rebalance that this join takes part in is complete. */
  async join(request: Requests['JoinGroup'], context: RequestContext): Promise<JoinAnswer> {
    const { groupId, memberId, instanceId } = request;
    const refuse = (error: ErrorCode) => refuseJoin(error, memberId);
    if (groupId === '') return refuse(ErrorCode.INVALID_GROUP_ID);
    if (this.isDenied(groupId)) return refuse(ErrorCode.GROUP_AUTHORIZATION_FAILED);
    if (!isSessionTimeoutAllowed(request.sessionTimeoutMs)) return refuse(ErrorCode.INVALID_SESSION_TIMEOUT);
    if (memberId !== '' && !this.#groups.has(groupId)) return refuse(ErrorCode.UNKNOWN_MEMBER_ID);
    const group = this.#groupFor(groupId);
    if (!isCompatible(group, request)) return refuse(ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
    const properties = propertiesOf(request, context);

    const known = group.members.get(memberId);
    if (known) return rejoin(group, known, properties, request.protocolType);
    const holderId = memberId === '' && instanceId !== null ? group.instances.get(instanceId) : undefined;
    const holder = holderId === undefined ? undefined : group.members.get(holderId);
    if (holder && instanceId !== null) return returnStatic(group, holder, properties, instanceId);
    if (memberId !== '' && !group.promisedIds.delete(memberId)) {
      const isShutOut = instanceId !== null && group.instances.has(instanceId);
      return refuse(isShutOut ? ErrorCode.FENCED_INSTANCE_ID : ErrorCode.UNKNOWN_MEMBER_ID);
    }
    const newId = `${instanceId ?? context.clientId}-${randomUUID()}`;
    if (memberId === '' && instanceId === null && context.version >= FIRST_VERSION_WITH_PROMISED_ID) {
      group.promiseId(newId, request.sessionTimeoutMs);
      return refuseJoin(ErrorCode.MEMBER_ID_REQUIRED, newId);
    }
    const member = group.add(memberId === '' ? newId : memberId, properties);
    group.protocolType = request.protocolType;
    group.touch(member);
    return group.joinRebalance(member);
  }

  /** The leader's call distributes the assignments; the others' calls wait for it. */
  async sync(request: Requests['SyncGroup']): Promise<SyncAnswer> {
    const admission = this.#admit(request);
    if (admission.error) return refuseSync(admission.error);
    const { group, member } = admission;
    if (group.state === 'PreparingRebalance') return refuseSync(ErrorCode.REBALANCE_IN_PROGRESS);
    group.touch(member);
    if (group.state === 'CompletingRebalance') {
      if (member.id !== group.leader) return waitForAssignment(member);
      group.assign(
        new Map(request.assignments.map(({ memberId, assignment }) => [memberId, Buffer.from(assignment)])),
      );
    }
    return { error: ErrorCode.NONE, assignment: member.assignment };
  }

  heartbeat(request: Requests['Heartbeat']): ErrorCode {
    const admission = this.#admit(request);
    if (admission.error) return admission.error;
    const { group, member } = admission;
    group.touch(member);
    return group.state === 'PreparingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : ErrorCode.NONE;
  }

  /** The member id may be empty when a static member is removed by its instance id. */
  leave(groupId: string, memberId: string, instanceId: string | null): ErrorCode {
    const group = this.#groups.get(groupId);
    const holderId = memberId === '' && instanceId !== null ? group?.instances.get(instanceId) : undefined;
    const leavingId = holderId ?? memberId;
    const admission = this.#admit({ groupId, memberId: leavingId, instanceId, generation: ANY_GENERATION });
    if (admission.error) return group?.promisedIds.delete(leavingId) ? ErrorCode.NONE : admission.error;
    admission.group.remove(admission.member);
    return ErrorCode.NONE;
  }

  /** Members of the current generation may commit, and anybody without membership while the group has no members. */
  mayCommit(request: Requests['OffsetCommit']): ErrorCode {
    const { groupId, generation } = request;
    if (this.isDenied(groupId)) return ErrorCode.GROUP_AUTHORIZATION_FAILED;
    const isEmpty = (this.#groups.get(groupId)?.members.size ?? 0) === 0;
    if (generation < 0 && isEmpty) return ErrorCode.NONE;
    const admission = this.#admit(request);
    if (admission.error) return admission.error;
    const { group, member } = admission;
    group.touch(member);
    return group.state === 'CompletingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : ErrorCode.NONE;
  }

  /** Forgets a group without members. Returns whether there was one. */
  delete(groupId: string): boolean {
    return this.#groups.delete(groupId);
  }

  close(): void {
    for (const group of this.#groups.values()) group.close();
  }

  #groupFor(groupId: string): ConsumerGroup {
    const known = this.#groups.get(groupId);
    if (known) return known;
    const group = new ConsumerGroup(groupId, this.#openingDelayMs);
    this.#groups.set(groupId, group);
    return group;
  }

  #admit({ groupId, memberId, instanceId, generation }: Caller): Admission {
    if (groupId === '') return { error: ErrorCode.INVALID_GROUP_ID };
    if (this.isDenied(groupId)) return { error: ErrorCode.GROUP_AUTHORIZATION_FAILED };
    const group = this.#groups.get(groupId);
    if (group?.isFenced(memberId, instanceId)) return { error: ErrorCode.FENCED_INSTANCE_ID };
    const member = group?.members.get(memberId);
    if (!group || !member) return { error: ErrorCode.UNKNOWN_MEMBER_ID };
    const isOfGeneration = generation === ANY_GENERATION || generation === group.generation;
    return isOfGeneration
      ? { error: ErrorCode.NONE, group, member }
      : { error: ErrorCode.ILLEGAL_GENERATION };
  }
}

function rejoin(
  group: ConsumerGroup,
  member: Member,
  properties: MemberProperties,
  protocolType: string,
): JoinAnswer | Promise<JoinAnswer> {
  if (group.isFenced(member.id, properties.instanceId))
    return refuseJoin(ErrorCode.FENCED_INSTANCE_ID, member.id);
  // A leader that joins again wants a new assignment; a follower that repeats itself only missed the answer.
  const wantsAssignment = group.state === 'Stable' && group.leader === member.id;
  const hasNews = wantsAssignment || !haveSameProtocols(member.properties.protocols, properties.protocols);
  member.properties = properties;
  group.protocolType = protocolType;
  group.touch(member);
  const isSettled = group.state === 'Stable' || group.state === 'CompletingRebalance';
  return isSettled && !hasNews ? group.describeGeneration(member) : group.joinRebalance(member);
}

/** A static member came back: the same place, a new id. */
function returnStatic(
  group: ConsumerGroup,
  old: Member,
  properties: MemberProperties,
  instanceId: string,
): JoinAnswer | Promise<JoinAnswer> {
  const leaderBefore = group.leader;
  const hasNews =
    group.state !== 'Stable' || !haveSameProtocols(old.properties.protocols, properties.protocols);
  const member = group.add(`${instanceId}-${randomUUID()}`, properties);
  group.replace(old, member);
  group.touch(member);
  // It is told the old leader id, or a leader that returns would take itself for the leader and assign again.
  return hasNews ? group.joinRebalance(member) : group.describeGeneration(member, leaderBefore);
}

function waitForAssignment(member: Member): Promise<SyncAnswer> {
  member.answerSync?.(refuseSync(ErrorCode.UNKNOWN_MEMBER_ID)); // on a connection that it gave up
  return new Promise((resolve) => {
    member.answerSync = resolve;
  });
}

/** A newcomer must share an assignment protocol with all others. */
function isCompatible(group: ConsumerGroup, request: Requests['JoinGroup']): boolean {
  const { memberId, instanceId, protocolType, protocols } = request;
  const others = [...group.members.values()].filter(
    ({ id, properties }) => id !== memberId && (instanceId === null || properties.instanceId !== instanceId),
  );
  if (others.length > 0 && group.protocolType !== protocolType) return false;
  return protocols.some(({ name }) =>
    others.every(({ properties }) => properties.protocols.some((offered) => offered.name === name)),
  );
}

function propertiesOf(request: Requests['JoinGroup'], context: RequestContext): MemberProperties {
  const { instanceId, sessionTimeoutMs, rebalanceTimeoutMs, protocols } = request;
  const isGiven = rebalanceTimeoutMs !== REBALANCE_TIMEOUT_NOT_GIVEN;
  return {
    instanceId,
    sessionTimeoutMs,
    rebalanceTimeoutMs: isGiven ? rebalanceTimeoutMs : sessionTimeoutMs,
    // Copies: the request's buffer is shared with whatever arrived together with it.
    protocols: protocols.map(({ name, metadata }) => ({ name, metadata: Buffer.from(metadata) })),
    clientId: context.clientId,
    host: context.host,
  };
}

const isSessionTimeoutAllowed = (ms: number) => ms >= MIN_SESSION_TIMEOUT_MS && ms <= MAX_SESSION_TIMEOUT_MS;
