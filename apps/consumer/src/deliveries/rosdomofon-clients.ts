import { createRosDomofon, type RosDomofon } from '@domovoy/rosdomofon-sdk';
import type { IntegrationWithCompany } from '@domovoy/store';
import { type Keys, restAccessOf } from '../integrations/access-of.ts';
import type { RequestLimits } from '../integrations/request-limit.ts';

/** Below the time of an attempt, so that a call that hangs is told as such and not cut off together with its handler. */
const CALL_TIMEOUT_MS = 8_000;

/**
 * One client for each integration that this process sends to. Another access is another client: what is on its way
 * with the former one ends by itself.
 */
export class RosDomofonClients implements AsyncDisposable {
  readonly #keys: Keys;
  readonly #timeoutMs: number;
  readonly #limits: RequestLimits | undefined;
  readonly #clients = new Map<bigint, { readonly access: string; readonly client: RosDomofon }>();

  constructor(keys: Keys, timeoutMs = CALL_TIMEOUT_MS, limits?: RequestLimits) {
    this.#keys = keys;
    this.#limits = limits;
    this.#timeoutMs = timeoutMs;
  }

  /** @throws IntegrationAccessError when there is no access; its message is for a person. */
  of(integration: IntegrationWithCompany): RosDomofon {
    const { url, username, password } = restAccessOf(integration, this.#keys);
    const access = JSON.stringify([url, username, password]);
    const known = this.#clients.get(integration.id);
    if (known?.access === access) return known.client;
    void known?.client.close();
    const limit = this.#limits?.of(integration.id);
    const client = createRosDomofon({
      baseUrl: url,
      username,
      password,
      timeoutMs: this.#timeoutMs,
      // The delivery is what is repeated: its attempts are recorded, and a quota answer rests the whole target.
      retry: { maxAttempts: 1 },
      ...(limit && { beforeRequest: ({ signal }) => limit.take('delivery', signal) }),
    });
    this.#clients.set(integration.id, { access, client });
    return client;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#clients.values()].map(({ client }) => client.close({ deadlineMs: 0 })));
  }
}
