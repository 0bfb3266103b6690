import {
  type Bitrix24,
  type Bitrix24Options,
  createBitrix24,
  type LockedTokens,
  oauthAuth,
  type TokenStore,
  webhookAuth,
} from '@domovoy/bitrix24-sdk';
import {
  type Bitrix24Access,
  bitrix24Access,
  IntegrationAccessError,
  limitsOf,
  movePortal,
  openTokens,
  type PortalLimits,
  PortalOrigin,
  sealTokens,
} from '@domovoy/domain';
import type { Logger } from '@domovoy/service-kit';
import {
  type IntegrationWithCompany,
  loadIntegrationTokens,
  type SecretBox,
  type Store,
  saveIntegrationTokens,
  withIntegrationTokens,
} from '@domovoy/store';
import type { Keys } from '../integrations/access-of.ts';
import { AUTH_CONNECTOR } from './handlers/integration/needed.ts';

export interface Bitrix24ClientsOptions {
  readonly store: Store;
  readonly keys: Pick<Keys, 'encryption'>;
  readonly logger: Logger;
  /** For one HTTP request. */
  readonly requestTimeoutMs?: number;
  readonly limits?: Bitrix24Options['limits'];
}

/** Below the time of an attempt, so that a portal that hangs is told as such and not cut off together with its handler. */
const REQUEST_TIMEOUT_MS = 40_000;
const CALL_TIMEOUT_MS = 50_000;
/** The longest time of an attempt, and some. */
const ATTEMPT_MS = 30_000;

interface Known {
  readonly access: string;
  readonly client: Bitrix24;
}

/**
 * One client for each portal that this process works with. They share a bucket by the portal's host, which the SDK keeps
 * for the process: an integration has one owner, so it is exact.
 */
export class Bitrix24Clients implements AsyncDisposable {
  readonly #options: Bitrix24ClientsOptions;
  readonly #clients = new Map<bigint, Known>();
  /** Replaced by others, with work that is still on its way. */
  readonly #leaving = new Set<Bitrix24>();
  /** What live checks found since the integration's row was read. */
  readonly #tariffs = new Map<bigint, PortalLimits['tariff']>();

  constructor(options: Bitrix24ClientsOptions) {
    this.#options = options;
  }

  /** @throws IntegrationAccessError, SealedSecretError when there is no access; the message is for a person. */
  of(integration: IntegrationWithCompany): Bitrix24 {
    const { encryption } = this.#options.keys;
    const access = bitrix24Access(integration, encryption);
    const tariff = this.#tariffs.get(integration.id) ?? limitsOf(integration.checks).tariff;
    const key = JSON.stringify([access, tariff]);
    const known = this.#clients.get(integration.id);
    if (known?.access === key) return known.client;
    if (known) this.#closeLater(known.client);
    const client = this.#create(integration, access, tariff);
    this.#clients.set(integration.id, { access: key, client });
    return client;
  }

  /** A live check has found the portal's plan: the next calls go by its limits. */
  learn(integrationId: bigint, tariff: PortalLimits['tariff']): void {
    this.#tariffs.set(integrationId, tariff);
  }

  /** The tokens of an application's integration. */
  tokensOf(integration: IntegrationWithCompany): TokenStore {
    const { store, keys } = this.#options;
    const { encryption } = keys;
    if (encryption === null)
      throw new IntegrationAccessError('its tokens are encrypted, but ENCRYPTION_KEY is not set', {
        code: 'ENCRYPTION_KEY_MISSING',
      });
    return tokenStore(store, encryption, integration);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const clients = [...[...this.#clients.values()].map(({ client }) => client), ...this.#leaving];
    await Promise.all(clients.map((client) => client.close({ deadlineMs: 0 })));
  }

  /** What is on its way with it has further calls to make: it ends by itself within the time of an attempt. */
  #closeLater(client: Bitrix24): void {
    this.#leaving.add(client);
    setTimeout(() => {
      this.#leaving.delete(client);
      void client.close();
    }, ATTEMPT_MS).unref();
  }

  #create(
    integration: IntegrationWithCompany,
    access: Bitrix24Access,
    tariff: PortalLimits['tariff'],
  ): Bitrix24 {
    const { requestTimeoutMs = REQUEST_TIMEOUT_MS, limits, logger } = this.#options;
    return createBitrix24({
      auth:
        access.auth === 'webhook'
          ? webhookAuth(access.webhookUrl)
          : oauthAuth({
              clientId: access.clientId,
              clientSecret: access.clientSecret,
              tokens: this.tokensOf(integration),
            }),
      tariff,
      ...(limits === undefined ? {} : { limits }),
      // Calls that wait for the bucket go together: a backlog costs a fraction of a request each.
      gather: true,
      // Our own changes are kept out of the offline queue.
      authConnector: AUTH_CONNECTOR,
      requestTimeoutMs,
      timeoutMs: CALL_TIMEOUT_MS,
      // The delivery is what is repeated, and its attempts are recorded; what was refused for the limits waits in the SDK.
      retry: { maxAttempts: 1 },
      onMoved: ({ to }) => {
        logger.warn({ event: 'portal-moved', integrationId: String(integration.id), to });
        void this.#move(integration, to);
      },
    });
  }

  async #move(integration: IntegrationWithCompany, to: string): Promise<void> {
    const { store, keys, logger } = this.#options;
    const portal = PortalOrigin.safeParse(to);
    if (keys.encryption === null || !portal.success) return;
    try {
      await movePortal(store, keys.encryption, integration, portal.data);
    } catch (error) {
      // The client knows the new address; the next 302 tells it again.
      logger.warn({ event: 'portal-move-not-recorded', err: error });
    }
  }
}

/**
 * On the integration's row. One renewal at a time, in all processes; saved by a connection of its own, so that it is
 * durable before the lock is let go.
 */
function tokenStore(
  store: Store,
  encryption: SecretBox,
  integration: Pick<IntegrationWithCompany, 'id' | 'companyId' | 'kind'>,
): TokenStore {
  const read: TokenStore['read'] = async () => {
    const sealed = await loadIntegrationTokens(store.db, integration.id);
    return sealed === null ? undefined : openTokens(encryption, integration, sealed);
  };
  const locked: LockedTokens = {
    read,
    save: (tokens) =>
      saveIntegrationTokens(store.db, integration.id, sealTokens(encryption, integration, tokens)),
  };
  return { read, withLock: (work) => withIntegrationTokens(store, integration.id, () => work(locked)) };
}
