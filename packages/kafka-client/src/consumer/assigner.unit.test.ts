import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignPartitions, type Member } from './assigner.ts';

const group = fc.record({
  members: fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 5 }),
      topics: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')).map((topics) => new Set<string>(topics)),
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  ),
  counts: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 8 })),
});
const partitionsOf = (counts: Record<string, number>) =>
  new Map(Object.entries(counts).map(([topic, count]) => [topic, [...Array(count).keys()]]));

describe('assignPartitions', () => {
  it('gives each partition that somebody wants to exactly one member, who wants it', () => {
    fc.assert(
      fc.property(group, ({ members, counts }) => {
        const assigned = assignPartitions(members, partitionsOf(counts));
        for (const [topic, partitions] of partitionsOf(counts)) {
          const owners = partitions.map(
            (partition) =>
              members.filter(({ id }) => assigned.get(id)?.get(topic)?.includes(partition)).length,
          );
          const isWanted = members.some(({ topics }) => topics.has(topic));
          expect(owners).toEqual(partitions.map(() => (isWanted ? 1 : 0)));
        }
        for (const { id, topics } of members)
          for (const topic of assigned.get(id)?.keys() ?? []) expect(topics).toContain(topic);
      }),
    );
  });

  it('shares evenly among members of the same topics', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 20 }), (size, count) => {
        const members: Member[] = Array.from({ length: size }, (_, at) => ({
          id: `m${at}`,
          topics: new Set(['a']),
        }));
        const shares = [...assignPartitions(members, partitionsOf({ a: count })).values()].map(
          (own) => own.get('a')?.length ?? 0,
        );
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not depend on the order in which members are named', () => {
    fc.assert(
      fc.property(group, ({ members, counts }) => {
        expect(assignPartitions(members.toReversed(), partitionsOf(counts))).toEqual(
          assignPartitions(members, partitionsOf(counts)),
        );
      }),
    );
  });
});
