import type { Health, HealthPart, IntegrationHealth } from '@domovoy/domain';
import type { IntakeStanding, ReportedPartition } from '@domovoy/store';

export type HealthMapper = Health;
export type IntegrationHealthMapper = IntegrationHealth;
export type HealthPartMapper = HealthPart;

export interface ConsumerLagMapper {
  readonly integration: IntakeStanding['integration'];
  readonly reported: ReportedPartition;
  readonly reportedAt: Date;
}
