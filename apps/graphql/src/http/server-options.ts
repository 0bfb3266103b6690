import type { AccessTokens } from '@domovoy/domain';
import type { BudgetOptions, Logger, Metrics } from '@domovoy/service-kit';
import type { SecretBox, Store } from '@domovoy/store';
import { BUDGET, LIMITS } from '../execution/gate/limits.ts';
import { type TrustedDocuments, trustDocuments } from '../execution/gate/trusted-documents.ts';
import type { FeedOptions } from '../feed/feed.ts';
import type { LookoutsOptions } from '../lookout/lookouts.ts';
import type { PresenceOptions } from '../presence/presence-board.ts';
import type { OidcSettings } from './auth/oidc/oidc-settings.ts';

export interface ServerOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** What there can be no service without yet; null from the moment there can. Nothing: there can from the start. */
  readonly waitsFor?: () => string | null;
  /** With what secrets that people enter are kept; absent: none can be. */
  readonly encryption?: SecretBox | null;
  /** With what people's sessions are signed; absent: nobody can sign in. */
  readonly tokens?: AccessTokens | null;
  /** Whether there is a page to try operations in. */
  readonly explorer?: boolean;
  /** Where people may sign in besides; absent: with passwords alone. */
  readonly oidc?: OidcSettings | null;
  /** The public address of apps/hooks, for people to enter at a portal; absent: it has none. */
  readonly hooksUrl?: string | null;
  /** Where browsers reach this API, for links that are passed on; absent: they begin with a slash. */
  readonly publicUrl?: string | null;
  /** For tests: shorter waits, smaller buffers. */
  readonly feed?: Omit<FeedOptions, 'logger'>;
  readonly presence?: Omit<PresenceOptions, 'logger'>;
  readonly lookouts?: Omit<LookoutsOptions, 'company' | 'feed' | 'logger'>;
  readonly rememberKeysMs?: number;
  readonly queryTimeoutMs?: number;
  readonly shell?: Partial<ShellSettings>;
}

/** What an installation decides about who may ask what. */
interface ShellSettings {
  /** Whether keys may ask for the schema, and are told which fields they may have meant. */
  readonly introspection: boolean;
  readonly trusted: TrustedDocuments;
  /** Pages of these origins may use the API, besides those that it serves itself. */
  readonly origins: readonly string[];
  /** What each key may cost. */
  readonly budget: BudgetOptions;
  /** How many sockets each caller may have open in this process. */
  readonly socketsPerCaller: number;
  /** Proxies whose `X-Forwarded-For` is believed: addresses, blocks, `loopback`. */
  readonly trustedProxies: readonly string[];
}

/** Unless something else is said. */
export const OPEN_SHELL: ShellSettings = {
  introspection: true,
  trusted: trustDocuments({}, { only: false }),
  origins: [],
  budget: BUDGET,
  socketsPerCaller: LIMITS.socketsPerCaller,
  trustedProxies: [],
};
