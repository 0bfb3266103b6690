import { beginBitrix24Authorization, connectBitrix24, movePortal, readBitrix24Config } from '@domovoy/domain';
import {
  createSecretBox,
  findIntegration,
  listCompanies,
  openStore,
  type SecretBox,
  type Store,
} from '@domovoy/store';
import { CliError } from '../cli-error.ts';
import type { SandboxEndpoints } from '../parts/sandbox-part.ts';

export interface PortalOptions {
  readonly databaseUrl: string;
  readonly company: string;
  readonly encryptionKey: Uint8Array;
  readonly hooksUrl: string;
  readonly sandbox: Pick<SandboxEndpoints, 'control' | 'bitrix24'>;
  readonly signal: AbortSignal;
}

/** The simulated operator answers so quickly, so that somebody who tries the demo sees a whole dialog. */
const OPERATOR = { answersAfterMs: 1_500 };
const WAIT_MS = 15_000;
const LOOK_MS = 50;

/**
 * The demo company is connected to the sandbox's portal as an application, so that open lines work. Repeating it changes
 * nothing; a portal whose port has changed is the same portal.
 */
export async function connectPortal(options: PortalOptions): Promise<'connected' | 'waits'> {
  await using store = openStore(options.databaseUrl, { applicationName: 'domovoy-cli', maxConnections: 2 });
  const encryption = createSecretBox(options.encryptionKey);
  const company = (await listCompanies(store.db)).find(({ shortName }) => shortName === options.company);
  if (!company) throw new CliError(`there is no company ${options.company}`, { code: 'UNKNOWN_COMPANY' });
  const integrationId = await ensureIntegration(store, encryption, company.id, options);
  await tellSandbox(options);
  const awaits = async () => {
    const row = await findIntegration(store.db, { companyId: company.id, kind: 'bitrix24' });
    return row?.stateCode === 'AUTHORIZATION_AWAITED';
  };
  if (await awaits()) await sayYes(store, { companyId: company.id, integrationId, signal: options.signal });
  for (const until = performance.now() + WAIT_MS; performance.now() < until; ) {
    if (!(await awaits())) return 'connected';
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    options.signal.throwIfAborted();
  }
  return 'waits';
}

async function ensureIntegration(
  store: Store,
  encryption: SecretBox,
  companyId: bigint,
  { sandbox }: PortalOptions,
): Promise<bigint> {
  const { portalUrl, oauth } = sandbox.bitrix24;
  const known = await findIntegration(store.db, { companyId, kind: 'bitrix24' });
  if (known) {
    if (readBitrix24Config(known.config).portal !== portalUrl)
      await movePortal(store, encryption, known, portalUrl);
    return known.id;
  }
  const { clientId, clientSecret } = oauth;
  const connected = await connectBitrix24(
    store,
    {
      companyId,
      actor: 'cli',
      idempotencyKey: `demo-portal-${companyId}`,
      name: 'Bitrix24 (sandbox)',
      application: { portal: portalUrl, clientId, clientSecret },
      chat: { mode: 'open_line' },
    },
    encryption,
  );
  if (connected.kind === 'connected' || connected.kind === 'exists') return connected.integrationId;
  throw new CliError(`the sandbox's portal cannot be connected: ${connected.kind}`, {
    code: 'PORTAL_NOT_CONNECTED',
  });
}

/** Where the application's users come back to, and that somebody answers the abonents. */
async function tellSandbox({ sandbox: { control }, hooksUrl, signal }: PortalOptions): Promise<void> {
  const post = async (path: string, body: object) => {
    const response = await fetch(`${control}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    if (!response.ok)
      throw new CliError(`the sandbox refused ${path}: ${response.status} ${await response.text()}`, {
        code: 'SANDBOX_REFUSED',
      });
  };
  await post('/bitrix24/application', { redirectUrl: `${hooksUrl}/bitrix24/oauth` });
  await post('/bitrix24/operator', OPERATOR);
}

/** What a person does in the browser: follows the address to the portal, which consents and sends them back to us. */
async function sayYes(
  store: Store,
  given: { companyId: bigint; integrationId: bigint; signal: AbortSignal },
): Promise<void> {
  const { companyId, integrationId, signal } = given;
  const begun = await beginBitrix24Authorization(store, { companyId, integrationId, actor: 'cli' });
  if (begun.kind !== 'begun') return;
  const response = await fetch(begun.url, { signal });
  if (!response.ok)
    throw new CliError(`the sandbox's portal did not authorise the hub: ${response.status}`, {
      code: 'PORTAL_NOT_AUTHORISED',
    });
}
