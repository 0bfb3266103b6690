import type { SecretBox } from '@domovoy/store';
import { IntegrationAccessError } from './integration-error.ts';
import { type Identified, integrationIdentity } from './integration-identity.ts';
import {
  type RosdomofonAccess,
  RosdomofonConfig,
  RosdomofonSecrets,
  toRosdomofonAccess,
  unpairedPassword,
} from './rosdomofon-config.ts';

/** The columns of an integration that its access is made of. */
export interface StoredIntegration extends Identified {
  readonly config: unknown;
  readonly secrets: Uint8Array | null;
}

/**
 * The access that a stored integration carries.
 *
 * @throws IntegrationAccessError, SealedSecretError when it cannot be used; the message says why, in words for a person.
 */
export function integrationAccess(
  integration: StoredIntegration,
  encryption: SecretBox | null,
): RosdomofonAccess {
  if (integration.kind !== 'rosdomofon')
    throw new IntegrationAccessError('it is no integration with RosDomofon', {
      code: 'INTEGRATION_CONFIG_INVALID',
    });
  const config = RosdomofonConfig.safeParse(integration.config);
  if (!config.success) {
    const [issue] = config.error.issues;
    throw new IntegrationAccessError(
      `its configuration cannot be used: ${issue?.path.join('.')}: ${issue?.message}`,
      { code: 'INTEGRATION_CONFIG_INVALID' },
    );
  }
  const secrets = integration.secrets ? openSecrets(integration, integration.secrets, encryption) : {};
  const problem = unpairedPassword(config.data, secrets);
  if (problem)
    throw new IntegrationAccessError(`its configuration cannot be used: ${problem}`, {
      code: 'INTEGRATION_CONFIG_INVALID',
    });
  return toRosdomofonAccess(config.data, secrets);
}

function openSecrets(
  integration: StoredIntegration,
  sealed: Uint8Array,
  encryption: SecretBox | null,
): RosdomofonSecrets {
  if (!encryption)
    throw new IntegrationAccessError('its secret is encrypted, but ENCRYPTION_KEY is not set', {
      code: 'ENCRYPTION_KEY_MISSING',
    });
  const text = encryption.open(sealed, integrationIdentity(integration));
  return RosdomofonSecrets.parse(JSON.parse(text));
}
