import type { CompanyScope } from '@domovoy/store';
import { type HealthPart, judgeDeliveries, judgeInstallation, judgeIntake } from './judge-health.ts';

export interface Health {
  readonly checkedAt: Date;
  readonly parts: readonly HealthPart[];
}

type Reads = Pick<
  CompanyScope,
  'readInstallation' | 'listIntakes' | 'listIntegrations' | 'listDeliveryTargets' | 'loadDeliveryBacklogs'
>;

/** Five statements, whatever the company has: by what others noted in the database, nobody else is asked. */
export async function readHealth(company: Reads, { limit }: { limit: number }): Promise<Health> {
  const [installation, intakes, targets, integrations] = await Promise.all([
    company.readInstallation(),
    company.listIntakes({ limit }),
    company.listDeliveryTargets({ limit }),
    company.listIntegrations(),
  ]);
  const ids = targets.map(({ id }) => id);
  const backlogs = await company.loadDeliveryBacklogs({ integrationIds: ids, countUpTo: 1 });
  const { now } = installation;
  const sendings = targets.flatMap((target) => {
    const integration = integrations.find(({ id }) => id === target.id);
    const backlog = backlogs.find(({ integrationId }) => integrationId === target.id);
    return integration ? [{ integration, target, oldestDueAt: backlog?.oldestDueAt ?? null }] : [];
  });
  return {
    checkedAt: now,
    parts: [
      ...judgeInstallation(installation),
      ...intakes.map((intake) => judgeIntake(intake, now)),
      ...sendings.map((sending) => judgeDeliveries(sending, now)),
    ],
  };
}
