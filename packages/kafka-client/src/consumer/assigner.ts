import kafkajs, { type PartitionAssigner } from 'kafkajs';

const { MemberAssignment, MemberMetadata } = kafkajs.AssignerProtocol;

export interface Member {
  id: string;
  topics: ReadonlySet<string>;
}

/**
 * Every partition goes to exactly one of the members that asked for its topic, evenly. (kafkajs' own assigner
 * looks at the leader's topics alone: with members of different topics, partitions are read by nobody.)
 */
export function assignPartitions(
  members: readonly Member[],
  partitionsOf: ReadonlyMap<string, readonly number[]>,
): Map<string, Map<string, number[]>> {
  const inOrder = members.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const load = new Map(inOrder.map(({ id }) => [id, 0]));
  const assigned = new Map(inOrder.map(({ id }) => [id, new Map<string, number[]>()]));
  const wantedBy = (topic: string) => inOrder.filter((member) => member.topics.has(topic));
  // Topics that few members want come first: those that all want even out the rest.
  const topics = [...partitionsOf.keys()].toSorted(
    (a, b) => wantedBy(a).length - wantedBy(b).length || (a < b ? -1 : 1),
  );
  for (const topic of topics) {
    const candidates = wantedBy(topic);
    for (const partition of partitionsOf.get(topic) ?? []) {
      const [first, ...others] = candidates;
      if (!first) break;
      const least = others.reduce(
        (best, each) => ((load.get(each.id) ?? 0) < (load.get(best.id) ?? 0) ? each : best),
        first,
      );
      load.set(least.id, (load.get(least.id) ?? 0) + 1);
      const own = assigned.get(least.id);
      own?.set(topic, [...(own.get(topic) ?? []), partition]);
    }
  }
  return assigned;
}

/** Looks up how many partitions a topic has that only other members of the group read. */
export type PartitionCounts = (topics: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/**
 * The same assignment under three names: our own, and those that other clients use, so that a program in
 * another language may be a member of the same group.
 */
const PROTOCOLS = ['domovoy', 'roundrobin', 'range'];

export const partitionAssigners = (countPartitions: PartitionCounts): PartitionAssigner[] =>
  PROTOCOLS.map(
    (name): PartitionAssigner =>
      ({ cluster }) => ({
        name,
        version: 0,
        protocol: ({ topics }) => ({
          name,
          metadata: MemberMetadata.encode({ version: 0, topics, userData: Buffer.alloc(0) }),
        }),
        async assign({ members, topics: ownTopics }) {
          const subscriptions = members.map(({ memberId, memberMetadata }) => ({
            id: memberId,
            topics: new Set(MemberMetadata.decode(memberMetadata)?.topics),
          }));
          const partitionsOf = new Map<string, number[]>();
          for (const topic of ownTopics)
            partitionsOf.set(
              topic,
              cluster.findTopicPartitionMetadata(topic).map(({ partitionId }) => partitionId),
            );
          const foreign = subscriptions
            .flatMap(({ topics }) => [...topics])
            .filter((topic) => !partitionsOf.has(topic));
          // Not through the consumer's own cluster object: it would remember the topic, and fail with it.
          if (foreign.length > 0)
            for (const [topic, count] of await countPartitions([...new Set(foreign)]))
              partitionsOf.set(topic, [...Array(count).keys()]);
          const assigned = assignPartitions(subscriptions, partitionsOf);
          return [...assigned].map(([memberId, byTopic]) => ({
            memberId,
            memberAssignment: MemberAssignment.encode({
              version: 0,
              assignment: Object.fromEntries(byTopic),
              userData: Buffer.alloc(0),
            }),
          }));
        },
      }),
  );
