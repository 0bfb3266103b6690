import { lockIntegration, type SecretBox, type Store, updateIntegration } from '@domovoy/store';
import { integrationIdentity } from '../integration-identity.ts';
import { Bitrix24Secrets, readBitrix24Config } from './bitrix24-config.ts';

/** The portal was renamed: it is reached at another address from now on. What is linked stays: it is the same portal. */
export async function movePortal(
  store: Store,
  encryption: SecretBox,
  { id, companyId }: { readonly id: bigint; readonly companyId: bigint },
  portal: string,
): Promise<void> {
  await store.transaction(async (tx) => {
    const row = await lockIntegration(tx, { id, companyId });
    if (row?.kind !== 'bitrix24') return;
    const config = readBitrix24Config(row.config);
    if (config.portal === portal) return;
    const identity = integrationIdentity(row);
    const secrets = row.secrets && Bitrix24Secrets.parse(JSON.parse(encryption.open(row.secrets, identity)));
    const moved =
      secrets && 'webhookUrl' in secrets
        ? { webhookUrl: secrets.webhookUrl.replace(config.portal, portal) }
        : secrets;
    await updateIntegration(tx, row, {
      config: { ...config, portal },
      secrets: moved && encryption.seal(JSON.stringify(moved), identity),
    });
  });
}
