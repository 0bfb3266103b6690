import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ErrorCode } from '../protocol/error-code.ts';
import { GroupCoordinator } from './group-coordinator.ts';
import type { JoinAnswer } from './member.ts';

const groupId = 'g';
let coordinator: GroupCoordinator;

beforeEach(() => {
  coordinator = new GroupCoordinator({ allowedGroup: undefined, openingDelayMs: 5 });
});
afterEach(() => coordinator.close());

interface JoinOptions {
  memberId?: string;
  instanceId?: string;
  version?: number;
  protocols?: string[];
  sessionTimeoutMs?: number;
  rebalanceTimeoutMs?: number;
  group?: string;
  metadata?: string;
}

function join(options: JoinOptions = {}): Promise<JoinAnswer> {
  const { version = 3, protocols = ['range'], sessionTimeoutMs = 10_000, metadata = 'topics' } = options;
  return coordinator.join(
    {
      groupId: options.group ?? groupId,
      sessionTimeoutMs,
      rebalanceTimeoutMs: options.rebalanceTimeoutMs ?? 10_000,
      memberId: options.memberId ?? '',
      instanceId: options.instanceId ?? null,
      protocolType: 'consumer',
      protocols: protocols.map((name) => ({ name, metadata: Buffer.from(metadata) })),
    },
    { version, clientId: 'client', host: '127.0.0.1' },
  );
}

type Joined = Pick<JoinAnswer, 'memberId' | 'generation'>;

function sync(member: Joined, assignments: Record<string, string> = {}, instanceId: string | null = null) {
  return coordinator.sync({
    groupId,
    ...member,
    instanceId,
    assignments: Object.entries(assignments).map(([memberId, text]) => ({
      memberId,
      assignment: Buffer.from(text),
    })),
  });
}

const heartbeat = (member: Joined, instanceId: string | null = null) =>
  coordinator.heartbeat({ groupId, ...member, instanceId });

/** Two members that have their assignments. */
async function stableGroup() {
  const [a, b] = await Promise.all([join(), join()]);
  const [leader, follower] = a.leader === a.memberId ? [a, b] : [b, a];
  const waiting = sync(follower);
  await sync(leader, { [leader.memberId]: 'l', [follower.memberId]: 'f' });
  await waiting;
  return { leader, follower };
}

describe('a rebalance', () => {
  it('takes in members that start together, tells only the leader about all of them, and hands out its assignments', async () => {
    const [a, b] = await Promise.all([join(), join()]);
    expect(a.generation).toBe(1);
    expect(b.generation).toBe(1);
    expect(a.leader).toBe(b.leader);
    const [leader, follower] = a.leader === a.memberId ? [a, b] : [b, a];
    expect(leader.members).toHaveLength(2);
    expect(follower.members).toEqual([]);
    const waiting = sync(follower);
    const own = await sync(leader, { [leader.memberId]: 'l', [follower.memberId]: 'f' });
    expect(own.assignment.toString()).toBe('l');
    expect((await waiting).assignment.toString()).toBe('f');
    expect(coordinator.find(groupId)?.state).toBe('Stable');
    expect((await sync(follower)).assignment.toString()).toBe('f');
  });

  it('begins when a member comes, reaches the others by heartbeat, and waits for them', async () => {
    const { leader, follower } = await stableGroup();
    const newcomer = join();
    expect(heartbeat(leader)).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
    const answers = await Promise.all([
      newcomer,
      join({ memberId: leader.memberId }),
      join({ memberId: follower.memberId }),
    ]);
    expect(new Set(answers.map(({ generation }) => generation))).toEqual(new Set([2]));
    expect(heartbeat(leader)).toBe(ErrorCode.ILLEGAL_GENERATION);
  });

  it('leaves out who does not come back in time', async () => {
    const first = await join({ rebalanceTimeoutMs: 30 });
    await sync(first, { [first.memberId]: 'all' });
    const second = await join({ rebalanceTimeoutMs: 30 });
    expect(second).toMatchObject({ generation: 2, leader: second.memberId });
    expect(heartbeat(first)).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
  });

  it('begins when a member leaves, and ends the group with the last one', async () => {
    const { leader, follower } = await stableGroup();
    expect(coordinator.leave(groupId, leader.memberId, null)).toBe(ErrorCode.NONE);
    const alone = await join({ memberId: follower.memberId });
    expect(alone.leader).toBe(follower.memberId);
    coordinator.leave(groupId, follower.memberId, null);
    expect(coordinator.find(groupId)?.state).toBe('Empty');
  });

  it('begins when a session ends without heartbeats', async () => {
    const first = await join({ sessionTimeoutMs: 100 });
    await sync(first, { [first.memberId]: 'all' });
    await expect.poll(() => coordinator.find(groupId)?.state, { timeout: 4_000 }).toBe('Empty');
    expect(heartbeat(first)).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
  });

  it('interrupts members that wait for assignments', async () => {
    const [a, b] = await Promise.all([join(), join()]);
    const follower = a.leader === a.memberId ? b : a;
    const waiting = sync(follower);
    void join();
    expect((await waiting).error).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
  });

  it('agrees on a protocol that all members have', async () => {
    const [a, b] = await Promise.all([
      join({ protocols: ['sticky', 'range'] }),
      join({ protocols: ['range'] }),
    ]);
    expect([a.protocol, b.protocol]).toEqual(['range', 'range']);
    expect((await join({ protocols: ['sticky'] })).error).toBe(ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
  });

  it('is not caused by a follower that only missed the answer, but by news or by the leader', async () => {
    const { leader, follower } = await stableGroup();
    expect(await join({ memberId: follower.memberId })).toMatchObject({
      generation: 1,
      error: ErrorCode.NONE,
    });
    expect(coordinator.find(groupId)?.state).toBe('Stable');
    void join({ memberId: follower.memberId, metadata: 'other topics' });
    expect(coordinator.find(groupId)?.state).toBe('PreparingRebalance');
    expect((await join({ memberId: leader.memberId })).generation).toBe(2);
  });
});

describe('joining', () => {
  it('from version 4 on means to come twice, first for an id', async () => {
    const first = await join({ version: 4 });
    expect(first).toMatchObject({ error: ErrorCode.MEMBER_ID_REQUIRED, generation: -1 });
    expect(await join({ version: 4, memberId: first.memberId })).toMatchObject({
      error: ErrorCode.NONE,
      generation: 1,
    });
    expect((await join({ version: 4, memberId: 'invented' })).error).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
  });

  it('with a promised id that is given back is over', async () => {
    const { memberId } = await join({ version: 4 });
    expect(coordinator.leave(groupId, memberId, null)).toBe(ErrorCode.NONE);
    expect((await join({ version: 4, memberId })).error).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
  });

  it('with an id from before a restart is refused, so that the member comes anew', async () => {
    expect((await join({ memberId: 'from-before' })).error).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
  });

  it('needs a group id and a session that a broker allows', async () => {
    expect((await join({ group: '' })).error).toBe(ErrorCode.INVALID_GROUP_ID);
    expect((await join({ sessionTimeoutMs: 1 })).error).toBe(ErrorCode.INVALID_SESSION_TIMEOUT);
    expect((await join({ sessionTimeoutMs: 4_000_000 })).error).toBe(ErrorCode.INVALID_SESSION_TIMEOUT);
  });
});

describe('a static member', () => {
  const instanceId = 'worker-1';

  it('that comes back takes its place again: no rebalance, the same assignment, and it does not assign again', async () => {
    const first = await join({ instanceId });
    await sync(first, { [first.memberId]: 'mine' }, instanceId);
    const back = await join({ instanceId });
    expect(back).toMatchObject({ error: ErrorCode.NONE, generation: 1, leader: first.memberId, members: [] });
    expect(back.memberId).not.toBe(first.memberId);
    expect((await sync(back, {}, instanceId)).assignment.toString()).toBe('mine');
    expect(coordinator.find(groupId)?.leader).toBe(back.memberId);
  });

  it('is shut out under its old id', async () => {
    const first = await join({ instanceId });
    await sync(first, {}, instanceId);
    await join({ instanceId });
    expect(heartbeat(first, instanceId)).toBe(ErrorCode.FENCED_INSTANCE_ID);
    expect((await join({ memberId: first.memberId, instanceId })).error).toBe(ErrorCode.FENCED_INSTANCE_ID);
  });

  it('can be removed by its name alone', async () => {
    const first = await join({ instanceId });
    await sync(first, {}, instanceId);
    expect(coordinator.leave(groupId, '', instanceId)).toBe(ErrorCode.NONE);
    expect(coordinator.find(groupId)?.state).toBe('Empty');
  });
});

describe('committing', () => {
  const mayCommit = (generation: number, memberId: string, group = groupId) =>
    coordinator.mayCommit({ groupId: group, generation, memberId, instanceId: null, topics: [] });

  it('is for members of the current generation, and for anybody while there are none', async () => {
    expect(mayCommit(-1, '')).toBe(ErrorCode.NONE);
    const { leader } = await stableGroup();
    expect(mayCommit(leader.generation, leader.memberId)).toBe(ErrorCode.NONE);
    expect(mayCommit(leader.generation - 1, leader.memberId)).toBe(ErrorCode.ILLEGAL_GENERATION);
    expect(mayCommit(-1, '')).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
  });

  it('is allowed while others still join: a member may finish what it has, but not before its new share is known', async () => {
    const { leader, follower } = await stableGroup();
    void join();
    expect(mayCommit(leader.generation, leader.memberId)).toBe(ErrorCode.NONE);
    const [next] = await Promise.all([
      join({ memberId: leader.memberId }),
      join({ memberId: follower.memberId }),
    ]);
    expect(mayCommit(next.generation, next.memberId)).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
  });
});

describe('one allowed group', () => {
  it('is the only one that may join, commit or leave', async () => {
    coordinator = new GroupCoordinator({ allowedGroup: 'contract', openingDelayMs: 1 });
    expect((await join()).error).toBe(ErrorCode.GROUP_AUTHORIZATION_FAILED);
    expect((await join({ group: 'contract' })).error).toBe(ErrorCode.NONE);
    expect(heartbeat({ memberId: 'x', generation: 1 })).toBe(ErrorCode.GROUP_AUTHORIZATION_FAILED);
    expect(coordinator.leave(groupId, 'x', null)).toBe(ErrorCode.GROUP_AUTHORIZATION_FAILED);
    expect(coordinator.isDenied('contract')).toBe(false);
  });
});
