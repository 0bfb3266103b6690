import {
  IntegrationAccessError,
  integrationAccess,
  type RosdomofonAccess,
  type RosdomofonRestAccess,
} from '@domovoy/domain';
import type { HttpAccessEnv, KafkaEnv } from '@domovoy/service-kit';
import type { IntegrationWithCompany, SecretBox } from '@domovoy/store';

/** What this process was given to open integrations with. */
export interface Keys {
  /** For the secrets of stored integrations; null when ENCRYPTION_KEY is not set. */
  readonly encryption: SecretBox | null;
  /** The access of the integration that comes from the environment, and whose it is. */
  readonly environment: {
    readonly integrationId: bigint;
    readonly kafka: KafkaEnv;
    readonly rest: HttpAccessEnv | null;
  } | null;
}

/** @throws IntegrationAccessError when the integration cannot be opened; its message is for a person. */
export function accessOf(integration: IntegrationWithCompany, keys: Keys): RosdomofonAccess {
  if (integration.origin === 'stored') return integrationAccess(integration, keys.encryption);
  const { environment } = keys;
  if (environment === null || environment.integrationId !== integration.id)
    throw new IntegrationAccessError(
      'its access comes from the environment, and this process was started without it: give all consumers the same KAFKA_ and ROSDOMOFON_ variables',
      { code: 'INTEGRATION_CONFIG_INVALID' },
    );
  const { groupId, brokers, tls, sasl } = environment.kafka;
  return { groupId, kafka: { brokers, tls, ...(sasl ? { sasl } : {}) }, rest: environment.rest };
}

/** @throws IntegrationAccessError when the integration cannot be opened, or has no access to REST. */
export function restAccessOf(integration: IntegrationWithCompany, keys: Keys): RosdomofonRestAccess {
  const { rest } = accessOf(integration, keys);
  if (rest === null)
    throw new IntegrationAccessError(
      'it has no access to RosDomofon’s REST: give its address, a user name and a password',
      { code: 'INTEGRATION_CONFIG_INVALID' },
    );
  return rest;
}
