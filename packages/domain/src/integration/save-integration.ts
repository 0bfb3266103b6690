import {
  findIntegrationToInsert,
  insertIntegration,
  type SecretBox,
  type Store,
  type Tx,
  updateIntegration,
} from '@domovoy/store';
import { IntegrationAccessError } from './integration-error.ts';
import { integrationIdentity } from './integration-identity.ts';
import { RosdomofonConfig, RosdomofonSecrets, unpairedPassword } from './rosdomofon-config.ts';

export interface IntegrationToSave {
  /** Absent: a new one. */
  readonly id?: bigint;
  readonly companyId: bigint;
  readonly config: unknown;
  readonly secrets: unknown;
}

/**
 * The RosDomofon integration of a company, with its own access, or another access of a known one. Its consumer
 * follows within seconds. It counts as active again: what broke it was the former access.
 *
 * @throws IntegrationAccessError when the access is no access, or is secret and cannot be encrypted, or when the company has an
 * integration already: two would read the same topics, and store every message twice.
 */
export async function saveIntegration(
  store: Store,
  given: IntegrationToSave,
  encryption: SecretBox | null,
): Promise<{ id: bigint }> {
  const config = RosdomofonConfig.safeParse(given.config);
  const secrets = RosdomofonSecrets.nullable().safeParse(given.secrets);
  const [issue] = [...(config.error?.issues ?? []), ...(secrets.error?.issues ?? [])];
  if (!config.success || !secrets.success)
    throw invalid(`the access cannot be used: ${issue?.path.join('.')}: ${issue?.message}`);
  const problem = unpairedPassword(config.data, secrets.data ?? {});
  if (problem) throw invalid(`the access cannot be used: ${problem}`);
  if (secrets.data && !encryption)
    throw new IntegrationAccessError('a secret cannot be kept without ENCRYPTION_KEY', {
      code: 'ENCRYPTION_KEY_MISSING',
    });

  return store.transaction(async (tx) => {
    // The secret is bound to the row, so the row has to be there first.
    const row = await rowOf(tx, given, config.data);
    const sealed = secrets.data && encryption?.seal(JSON.stringify(secrets.data), integrationIdentity(row));
    const changed = {
      config: config.data,
      secrets: sealed ?? null,
      state: 'active',
      stateCode: null,
      stateReason: null,
    } as const;
    if (!(await updateIntegration(tx, row, changed))) throw unknownIntegration();
    return { id: row.id };
  });
}

async function rowOf(tx: Tx, { id, companyId }: IntegrationToSave, config: RosdomofonConfig) {
  const kind = 'rosdomofon' as const;
  if (id !== undefined) return { id, companyId, kind };
  const known = await findIntegrationToInsert(tx, { companyId, kind });
  if (known) throw alreadyThere(known);
  return insertIntegration(tx, { companyId, kind, config });
}

const alreadyThere = ({ id, origin }: { id: bigint; origin: 'environment' | 'stored' }) => {
  const where =
    origin === 'environment'
      ? 'its access comes from the environment of the consumers (KAFKA_…): change it there'
      : 'give that one another access';
  return new IntegrationAccessError(
    `the company has a RosDomofon integration (${id}), and a second one would store every message twice; ${where}`,
    { code: 'INTEGRATION_EXISTS', meta: { id: String(id), origin } },
  );
};

const unknownIntegration = () =>
  new IntegrationAccessError('the company has no such integration', { code: 'INTEGRATION_UNKNOWN' });
const invalid = (message: string) =>
  new IntegrationAccessError(message, { code: 'INTEGRATION_CONFIG_INVALID' });
