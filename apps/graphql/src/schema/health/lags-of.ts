import type { IntakeStanding } from '@domovoy/store';
import type { ConsumerLagMapper } from './schema.mappers.ts';

/** What was noted of an integration's partitions, in their order; nothing before anybody noted anything. */
export const lagsOf = ({ integration, report }: IntakeStanding): ConsumerLagMapper[] =>
  report === null
    ? []
    : report.partitions
        .toSorted((a, b) => (a.topic === b.topic ? a.partition - b.partition : a.topic < b.topic ? -1 : 1))
        .map((reported) => ({ integration, reported, reportedAt: report.reportedAt }));
