import type { CompanyShortName } from '@domovoy/models';
import type { HttpAccessEnv, KafkaEnv } from '@domovoy/service-kit';
import { ensureCompany, ensureEnvironmentIntegration, listCompanies, type Store } from '@domovoy/store';

/**
 * The company and the integration that the environment names, made when they are not there yet. Only what is not
 * secret is stored, for people to see; the access itself stays in the environment.
 */
export async function ensureIntegrationOfEnvironment(
  store: Store,
  given: { shortName: CompanyShortName; kafka: KafkaEnv; rest: HttpAccessEnv | null },
): Promise<bigint> {
  const { shortName, kafka, rest } = given;
  const known = (await listCompanies(store.db)).find((company) => company.shortName === shortName);
  const company = known ?? (await ensureCompany(store.db, { shortName, name: shortName }));
  const { id } = await ensureEnvironmentIntegration(store.db, {
    companyId: company.id,
    config: {
      brokers: kafka.brokers,
      groupId: kafka.groupId,
      ...(kafka.sasl ? { saslUsername: kafka.sasl.username } : {}),
      ...(rest ? { rest: { url: rest.url, username: rest.username } } : {}),
    },
  });
  return id;
}
