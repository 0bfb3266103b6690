import { AuthenticationError, exchangeCode } from '@domovoy/bitrix24-sdk';
import {
  type Bitrix24Access,
  bitrix24Access,
  type DELIVERY_KINDS,
  dead,
  delivered,
  doHookWork,
  type Outcome,
  type Payload,
  saveAuthorization,
  skipped,
  workOf,
} from '@domovoy/domain';
import {
  Bitrix24Authorization,
  Bitrix24AuthorizationSecrets,
  Bitrix24HookEvent,
  Bitrix24HookSecrets,
} from '@domovoy/models';
import {
  findHookEvent,
  hookSecretIdentity,
  type IntegrationWithCompany,
  type PendingHookEvent,
  type SecretBox,
} from '@domovoy/store';
import type { Bitrix24Clients } from '../../bitrix24-clients.ts';
import type { Delivery, DeliveryHandler, HandlerContext } from '../../handler.ts';
import type { PortalTools } from './portal-handler.ts';
import { verifyInstallation } from './verify-installation.ts';

type Authorize = Payload<(typeof DELIVERY_KINDS)['integration.authorize']>;

export interface AuthorizeTools extends PortalTools {
  readonly clients: Pick<Bitrix24Clients, 'tokensOf'>;
  readonly encryption: SecretBox | null;
}

interface Authorizing {
  readonly delivery: Delivery<Authorize>;
  readonly context: HandlerContext;
  readonly event: Pick<PendingHookEvent, 'payload'>;
  /** What was sealed beside it. */
  readonly secret: string;
  readonly access: Bitrix24Access & { readonly auth: 'application' };
}

/** What a portal gave us becomes tokens of ours: stored before anything else, because a code and a token serve once. */
export function integrationAuthorizeHandler(tools: AuthorizeTools): DeliveryHandler<Authorize> {
  const { store, encryption } = tools;
  return {
    async handle(delivery, context): Promise<Outcome> {
      const { integration } = context;
      const { payload, companyId } = delivery;
      const event = await findHookEvent(store.db, payload);
      if (event === null || event.secrets === null) return skipped('AUTHORIZATION_USED');
      if (encryption === null) return dead('ENCRYPTION_KEY_MISSING');
      const access = bitrix24Access(integration, encryption);
      if (access.auth !== 'application') return skipped('NO_APPLICATION');
      const secret = encryption.open(
        event.secrets,
        hookSecretIdentity({ companyId, integrationId: integration.id }),
      );
      const authorizing = { delivery, context, event, secret, access };
      return payload.by === 'code' ? byCode(tools, authorizing) : byInstallation(tools, authorizing);
    },
  };
}

async function byCode(tools: AuthorizeTools, { delivery, context, event, secret, access }: Authorizing) {
  const { integration } = context;
  const { code } = Bitrix24AuthorizationSecrets.parse(JSON.parse(secret));
  const { serverDomain } = Bitrix24Authorization.parse(JSON.parse(event.payload));
  const store = tools.clients.tokensOf(integration);
  const { clientId, clientSecret, config } = access;
  try {
    const tokens = await exchangeCode({
      clientId,
      clientSecret,
      code,
      serverUrl: authorizationServer(serverDomain, config.portal),
    });
    if (new URL(tokens.clientEndpoint).host !== new URL(config.portal).host) return dead('OTHER_PORTAL');
    await store.withLock((locked) => locked.save(tokens));
    return authorized(integration, delivery, tokens.memberId);
  } catch (error) {
    if (!(error instanceof AuthenticationError)) throw error;
    // An earlier attempt may have exchanged it and died: then its tokens are there, and work.
    const isDone = delivery.attempt > 1 && (await works(tools, integration, context.signal));
    if (isDone) return authorized(integration, delivery, (await store.read())?.memberId ?? null);
    context.record({ response: { reason: error.apiCode } });
    return dead(
      error.apiCode.toLowerCase() === 'invalid_client' ? 'APPLICATION_SECRET_WRONG' : 'CODE_REFUSED',
    );
  }
}

const authorized = (
  integration: IntegrationWithCompany,
  { payload }: Delivery<Authorize>,
  memberId: string | null,
) =>
  delivered({ memberId }, (tx) =>
    saveAuthorization(tx, integration, { ...payload, applicationToken: null, memberId, isAuthorised: true }),
  );

const works = ({ bitrix24Of }: AuthorizeTools, integration: IntegrationWithCompany, signal: AbortSignal) =>
  bitrix24Of(integration)
    .application.profile({}, { signal })
    .then(
      () => true,
      () => false,
    );

/** The servers of the two segments; whoever comes back writes the address, so no other one is believed. */
const SERVERS = ['oauth.bitrix24.tech', 'oauth.bitrix.info'];

function authorizationServer(told: string | null, portal: string): string {
  const { protocol, hostname, host } = new URL(portal);
  // A portal on this machine is a sandbox, and its own authorisation server.
  if (protocol === 'http:' && (told === null || told === host || told === hostname)) return portal;
  const host24 = SERVERS.find((known) => told === known);
  return `https://${host24 ?? (hostname.endsWith('.ru') ? SERVERS[0] : SERVERS[1])}`;
}

async function byInstallation(tools: AuthorizeTools, authorizing: Authorizing): Promise<Outcome> {
  const { delivery, context, event, secret, access } = authorizing;
  const { integration, signal } = context;
  const secrets = Bitrix24HookSecrets.parse(JSON.parse(secret));
  const hook = Bitrix24HookEvent.parse(JSON.parse(event.payload));
  const store = tools.clients.tokensOf(integration);
  const known = await store.read();
  const { memberId } = hook.portal;
  if (known && memberId !== null && known.memberId !== memberId) return dead('OTHER_PORTAL');
  const verified = await verifyInstallation({ secrets, access, memberId, signal });
  if (!verified) return dead('INSTALLATION_FORGED');
  const isInstallation = workOf(hook).kind === 'installation';
  const isAuthorised = isInstallation && verified.tokens !== null;
  const { tokens } = verified;
  if (isAuthorised && tokens !== null) await store.withLock((locked) => locked.save(tokens));
  const { applicationToken } = secrets;
  const { payload, companyId } = delivery;
  return delivered({ memberId }, async (tx, wake) => {
    await saveAuthorization(tx, integration, { ...payload, applicationToken, memberId, isAuthorised });
    if (isInstallation) return;
    // It was the first of an application whose token nobody knew: now that it is the portal's, it counts.
    const portal = { integrationId: integration.id, companyId };
    const { wakes } = await doHookWork(tx, portal, { ...payload, secrets: null }, workOf(hook));
    for (const id of wakes) wake(id);
  });
}
