import { ErrorCode } from '../protocol/error-code.ts';
import {
  electProtocol,
  type JoinAnswer,
  type Member,
  type MemberProperties,
  NO_ASSIGNMENT,
  refuseJoin,
  refuseSync,
} from './member.ts';

export type GroupState = 'Empty' | 'PreparingRebalance' | 'CompletingRebalance' | 'Stable';

/**
 * Empty --first join--> PreparingRebalance --all have joined--> CompletingRebalance --leader's SyncGroup--> Stable
 * A join with news, a leave or an ended session leads back to PreparingRebalance, the last leave to Empty.
 */
const TRANSITIONS: Readonly<Record<GroupState, readonly GroupState[]>> = {
  Empty: ['PreparingRebalance'],
  PreparingRebalance: ['CompletingRebalance', 'Empty'],
  CompletingRebalance: ['Stable', 'PreparingRebalance', 'Empty'],
  Stable: ['PreparingRebalance', 'Empty'],
};

/** The members of one group and its rebalances. Requests, and who may make them: GroupCoordinator. */
export class ConsumerGroup {
  readonly id: string;
  readonly members = new Map<string, Member>();
  /** Which member holds the place of a static member: instance id → member id. */
  readonly instances = new Map<string, string>();
  /** Ids that were given out and have not joined yet. */
  readonly promisedIds = new Set<string>();
  generation = 0;
  protocolType = '';
  leader: string | null = null;
  readonly #openingDelayMs: number;
  #state: GroupState = 'Empty';
  #protocol = '';
  /** The first rebalance of an empty group waits for members that start together. */
  #isOpening = false;
  #deadline: NodeJS.Timeout | undefined;

  constructor(id: string, openingDelayMs: number) {
    this.id = id;
    this.#openingDelayMs = openingDelayMs;
  }

  get state(): GroupState {
    return this.#state;
  }

  /** The protocol that the current generation agreed on. */
  get protocol(): string {
    return this.#protocol;
  }

  isFenced(memberId: string, instanceId: string | null): boolean {
    const holder = instanceId === null ? undefined : this.instances.get(instanceId);
    return holder !== undefined && holder !== memberId;
  }

  add(id: string, properties: MemberProperties): Member {
    const member: Member = {
      id,
      properties,
      assignment: NO_ASSIGNMENT,
      answerJoin: undefined,
      answerSync: undefined,
      sessionTimer: undefined,
    };
    this.members.set(id, member);
    if (properties.instanceId !== null) this.instances.set(properties.instanceId, id);
    return member;
  }

  /** Promises an id to a newcomer that is to join again with it. */
  promiseId(id: string, validMs: number): void {
    this.promisedIds.add(id);
    setTimeout(() => this.promisedIds.delete(id), validMs).unref();
  }

  /** Starts a member's session anew. One that waits for an answer cannot send heartbeats on that connection: it counts as alive. */
  touch(member: Member): void {
    clearTimeout(member.sessionTimer);
    member.sessionTimer = setTimeout(() => {
      if (member.answerJoin || member.answerSync) this.touch(member);
      else this.remove(member);
    }, member.properties.sessionTimeoutMs);
    member.sessionTimer.unref();
  }

  /** Takes part in the next rebalance, begins one if there is none, and resolves when it is complete. */
  joinRebalance(member: Member): Promise<JoinAnswer> {
    // An earlier join of this member came on a connection that it gave up.
    member.answerJoin?.(refuseJoin(ErrorCode.UNKNOWN_MEMBER_ID, member.id));
    const answer = new Promise<JoinAnswer>((resolve) => {
      member.answerJoin = resolve;
    });
    this.#prepareRebalance();
    return answer;
  }

  /** What a member of the current generation is told. Only the leader sees everybody: it computes the assignments. */
  describeGeneration(member: Member, leader = this.leader): JoinAnswer {
    const isLeader = leader === member.id;
    const members = [...this.members.values()].map(({ id, properties }) => ({
      memberId: id,
      instanceId: properties.instanceId,
      metadata: this.metadataOf(properties),
    }));
    return {
      error: ErrorCode.NONE,
      generation: this.generation,
      protocol: this.#protocol,
      leader: leader ?? '',
      memberId: member.id,
      members: isLeader ? members : [],
    };
  }

  metadataOf(properties: MemberProperties): Buffer {
    return properties.protocols.find(({ name }) => name === this.#protocol)?.metadata ?? NO_ASSIGNMENT;
  }

  /** The leader has decided: everybody gets its share. */
  assign(assignments: ReadonlyMap<string, Buffer>): void {
    this.#moveTo('Stable');
    for (const member of this.members.values()) {
      member.assignment = assignments.get(member.id) ?? NO_ASSIGNMENT;
      member.answerSync?.({ error: ErrorCode.NONE, assignment: member.assignment });
      member.answerSync = undefined;
    }
  }

  remove(member: Member): void {
    this.#forget(member);
    if (this.members.size === 0) this.#completeRebalance();
    else this.#prepareRebalance();
  }

  /** Puts a new member in the place of a static one that came back. The old id is shut out. */
  replace(old: Member, member: Member): void {
    clearTimeout(old.sessionTimer);
    old.answerJoin?.(refuseJoin(ErrorCode.FENCED_INSTANCE_ID, old.id));
    old.answerSync?.(refuseSync(ErrorCode.FENCED_INSTANCE_ID));
    this.members.delete(old.id);
    member.assignment = old.assignment;
    if (this.leader === old.id) this.leader = member.id;
  }

  /** Stops all timers. Whoever waits for an answer has lost its connection by now. */
  close(): void {
    clearTimeout(this.#deadline);
    for (const member of this.members.values()) clearTimeout(member.sessionTimer);
  }

  #moveTo(state: GroupState): void {
    if (state === this.#state) return;
    if (!TRANSITIONS[this.#state].includes(state))
      throw new Error(`a group cannot go from ${this.#state} to ${state}`);
    this.#state = state;
  }

  #prepareRebalance(): void {
    const wasEmpty = this.#state === 'Empty';
    if (this.#state !== 'PreparingRebalance') {
      this.#moveTo('PreparingRebalance');
      for (const member of this.members.values()) {
        member.answerSync?.(refuseSync(ErrorCode.REBALANCE_IN_PROGRESS));
        member.answerSync = undefined;
      }
      this.#isOpening = wasEmpty;
      // Members learn of the rebalance from their next heartbeat. Whoever has not joined by the longest time-out is left out.
      if (!wasEmpty) this.#completeWithin(this.#longestRebalanceTimeoutMs());
    }
    if (this.#isOpening)
      this.#completeWithin(this.#openingDelayMs); // each newcomer puts it off
    else if ([...this.members.values()].every(({ answerJoin }) => answerJoin)) this.#completeRebalance();
  }

  #longestRebalanceTimeoutMs(): number {
    return Math.max(...[...this.members.values()].map(({ properties }) => properties.rebalanceTimeoutMs));
  }

  #completeWithin(ms: number): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#completeRebalance(), ms);
    this.#deadline.unref();
  }

  #completeRebalance(): void {
    clearTimeout(this.#deadline);
    this.#isOpening = false;
    this.#leaveOutAbsentMembers();
    this.generation++;
    const members = [...this.members.values()];
    const present = members.filter(({ answerJoin }) => answerJoin);
    const [first] = present;
    if (!first) {
      this.#waitForMembers();
      return;
    }
    if (!present.some(({ id }) => id === this.leader)) this.leader = first.id;
    this.#protocol = electProtocol(members);
    this.#moveTo('CompletingRebalance');
    for (const member of present) {
      const answer = member.answerJoin;
      member.answerJoin = undefined;
      this.touch(member);
      answer?.(this.describeGeneration(member));
    }
  }

  /** Static members keep their place until their session ends. */
  #leaveOutAbsentMembers(): void {
    for (const member of this.members.values()) {
      if (!member.answerJoin && member.properties.instanceId === null) this.#forget(member);
    }
  }

  #waitForMembers(): void {
    if (this.members.size === 0) {
      this.leader = null;
      this.#moveTo('Empty');
    } else {
      this.#completeWithin(this.#openingDelayMs);
    }
  }

  #forget(member: Member): void {
    clearTimeout(member.sessionTimer);
    this.members.delete(member.id);
    const { instanceId } = member.properties;
    if (instanceId !== null && this.instances.get(instanceId) === member.id)
      this.instances.delete(instanceId);
    member.answerJoin?.(refuseJoin(ErrorCode.UNKNOWN_MEMBER_ID, member.id));
    member.answerSync?.(refuseSync(ErrorCode.UNKNOWN_MEMBER_ID));
  }
}
