import type { CompanyScope, IntegrationStanding } from '@domovoy/store';
import { type HealthPart, judgeDeliveries, judgeInstallation, judgeIntake } from './judge-health.ts';

export interface Health {
  readonly checkedAt: Date;
  readonly parts: readonly HealthPart[];
}

export interface IntegrationHealth extends Health {
  readonly integrationId: bigint;
}

/** What others noted in the database, in two statements, whatever the company has: nobody else is asked. */
export async function readHealth(
  company: Pick<CompanyScope, 'readInstallation' | 'listStandings'>,
  { limit }: { limit: number },
): Promise<Health> {
  const [installation, standings] = await Promise.all([
    company.readInstallation(),
    company.listStandings({ limit }),
  ]);
  return {
    checkedAt: installation.now,
    parts: [
      ...judgeInstallation(installation),
      ...standings.flatMap(intakeOf),
      ...standings.map((standing) => judgeDeliveries(standing)),
    ],
  };
}

/** Of these integrations alone, in one statement; what is not the company's is left out. */
export async function readIntegrationHealth(
  company: Pick<CompanyScope, 'loadStandings'>,
  integrationIds: readonly bigint[],
): Promise<IntegrationHealth[]> {
  const standings = await company.loadStandings(integrationIds);
  return standings.map((standing) => ({
    integrationId: standing.integration.id,
    checkedAt: standing.now,
    parts: [...intakeOf(standing), judgeDeliveries(standing)],
  }));
}

/** Only of an integration whose events come from Kafka. */
const intakeOf = (standing: IntegrationStanding): HealthPart[] =>
  standing.integration.kind === 'rosdomofon' ? [judgeIntake(standing)] : [];
