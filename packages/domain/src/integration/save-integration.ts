import { insertIntegration, type Store, updateIntegration } from '@domovoy/store';
import { integrationIdentity } from './integration-access.ts';
import { IntegrationAccessError } from './integration-error.ts';
import { RosdomofonConfig, RosdomofonSecrets } from './rosdomofon-config.ts';
import type { SecretBox } from './secret-box.ts';

/**
 * A further RosDomofon integration of a company, with its own access; a consumer takes it within a second.
 *
 * @throws IntegrationAccessError when the access is no access, or is secret and cannot be encrypted.
 */
export async function saveIntegration(
  store: Store,
  given: { companyId: bigint; config: unknown; secrets: unknown },
  encryption: SecretBox | null,
): Promise<{ id: bigint }> {
  const config = RosdomofonConfig.safeParse(given.config);
  const secrets = RosdomofonSecrets.nullable().safeParse(given.secrets);
  const [issue] = [...(config.error?.issues ?? []), ...(secrets.error?.issues ?? [])];
  if (!config.success || !secrets.success)
    throw invalid(`the access cannot be used: ${issue?.path.join('.')}: ${issue?.message}`);
  if ((config.data.saslUsername === undefined) !== (secrets.data === null))
    throw invalid('a user name and a password are given together, or neither');
  if (secrets.data && !encryption)
    throw new IntegrationAccessError('a secret cannot be kept without ENCRYPTION_KEY', {
      code: 'ENCRYPTION_KEY_MISSING',
    });

  return store.transaction(async (tx) => {
    const row = await insertIntegration(tx, {
      companyId: given.companyId,
      kind: 'rosdomofon',
      config: config.data,
    });
    // The secret is bound to the row, so the row has to be there first.
    if (secrets.data && encryption)
      await updateIntegration(tx, row, {
        secrets: encryption.seal(JSON.stringify(secrets.data), integrationIdentity(row)),
      });
    return { id: row.id };
  });
}

const invalid = (message: string) =>
  new IntegrationAccessError(message, { code: 'INTEGRATION_CONFIG_INVALID' });
