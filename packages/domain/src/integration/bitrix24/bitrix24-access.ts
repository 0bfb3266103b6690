import type { IntegrationRow, SecretBox } from '@domovoy/store';
import { IntegrationAccessError } from '../integration-error.ts';
import { integrationIdentity } from '../integration-identity.ts';
import { type Bitrix24Config, Bitrix24Secrets, readBitrix24Config } from './bitrix24-config.ts';

/** How a portal is reached on behalf of one company. */
export type Bitrix24Access =
  | { readonly auth: 'webhook'; readonly config: Bitrix24Config; readonly webhookUrl: string }
  | {
      readonly auth: 'application';
      readonly config: Bitrix24Config;
      readonly clientId: string;
      readonly clientSecret: string;
    };

type Stored = Pick<IntegrationRow, 'id' | 'companyId' | 'kind' | 'config' | 'secrets'>;

/** @throws IntegrationAccessError, SealedSecretError when it cannot be used; the message says why, in words for a person. */
export function bitrix24Access(integration: Stored, encryption: SecretBox | null): Bitrix24Access {
  const config = readBitrix24Config(integration.config);
  if (!integration.secrets) throw incomplete('it has no secret: enter it again');
  if (!encryption)
    throw new IntegrationAccessError('its secret is encrypted, but ENCRYPTION_KEY is not set', {
      code: 'ENCRYPTION_KEY_MISSING',
    });
  const text = encryption.open(integration.secrets, integrationIdentity(integration));
  const secrets = Bitrix24Secrets.parse(JSON.parse(text));
  if (config.auth === 'webhook' && 'webhookUrl' in secrets)
    return { auth: 'webhook', config, webhookUrl: secrets.webhookUrl };
  if (config.auth === 'application' && 'clientSecret' in secrets && config.clientId)
    return {
      auth: 'application',
      config,
      clientId: config.clientId,
      clientSecret: secrets.clientSecret,
    };
  throw incomplete('its secret belongs to another way of access: enter it again');
}

const incomplete = (problem: string) =>
  new IntegrationAccessError(`its configuration cannot be used: ${problem}`, {
    code: 'INTEGRATION_CONFIG_INVALID',
  });
