import type { ErrorCode } from '../protocol/error-code.ts';

/** A way to share partitions that a member offers; what is in it concerns the members alone. */
export interface AssignmentProtocol {
  readonly name: string;
  readonly metadata: Buffer;
}

export interface JoinAnswer {
  error: ErrorCode;
  generation: number;
  protocol: string;
  leader: string;
  memberId: string;
  members: { memberId: string; instanceId: string | null; metadata: Buffer }[];
}

export interface SyncAnswer {
  error: ErrorCode;
  assignment: Buffer;
}

/** What a member says about itself, and may say anew with each join. */
export interface MemberProperties {
  readonly instanceId: string | null;
  readonly sessionTimeoutMs: number;
  readonly rebalanceTimeoutMs: number;
  readonly protocols: readonly AssignmentProtocol[];
  readonly clientId: string;
  readonly host: string;
}

export interface Member {
  readonly id: string;
  properties: MemberProperties;
  assignment: Buffer;
  /** Set while the member waits in JoinGroup. */
  answerJoin: ((answer: JoinAnswer) => void) | undefined;
  /** Set while the member waits in SyncGroup. */
  answerSync: ((answer: SyncAnswer) => void) | undefined;
  sessionTimer: NodeJS.Timeout | undefined;
}

export const NO_ASSIGNMENT = Buffer.alloc(0);

export function refuseJoin(error: ErrorCode, memberId: string): JoinAnswer {
  return { error, generation: -1, protocol: '', leader: '', memberId, members: [] };
}

export const refuseSync = (error: ErrorCode): SyncAnswer => ({ error, assignment: NO_ASSIGNMENT });

const supports = (member: Member, protocol: string) =>
  member.properties.protocols.some(({ name }) => name === protocol);

export function haveSameProtocols(
  some: readonly AssignmentProtocol[],
  others: readonly AssignmentProtocol[],
): boolean {
  return (
    some.length === others.length &&
    some.every(({ name, metadata }, i) => name === others[i]?.name && metadata.equals(others[i].metadata))
  );
}

/** Each member votes for the first of its protocols that all of them support; the most votes win. */
export function electProtocol(members: readonly Member[]): string {
  const votes = new Map<string, number>();
  for (const { properties } of members) {
    const choice = properties.protocols.find(({ name }) => members.every((other) => supports(other, name)));
    if (choice) votes.set(choice.name, (votes.get(choice.name) ?? 0) + 1);
  }
  const [winner] = [...votes].toSorted(([, a], [, b]) => b - a);
  return winner?.[0] ?? '';
}
