import type { ConsumerLagResolvers } from '../../types.generated.ts';

const offset = (text: string | null) => (text === null ? null : Number(text));

export const ConsumerLag: ConsumerLagResolvers = {
  integration: ({ integration }) => integration,
  topic: ({ reported }) => reported.topic,
  partition: ({ reported }) => reported.partition,
  position: ({ reported }) => offset(reported.position),
  end: ({ reported }) => offset(reported.end),
  lag: ({ reported: { position, end } }) =>
    position === null || end === null ? null : Number(BigInt(end) - BigInt(position)),
  failures: ({ reported }) => reported.failures,
  waitingSince: ({ reported: { waitingForMs }, reportedAt }) =>
    waitingForMs === null ? null : new Date(reportedAt.getTime() - waitingForMs),
  reportedAt: ({ reportedAt }) => reportedAt,
};
