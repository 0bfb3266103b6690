import type { TlsOptions } from './server/listen.ts';
import type { BrokerLogger } from './server/request-context.ts';

export interface KafkaBrokerOptions {
  /** Where everything is kept. A second start with it goes on where the first one ended. */
  readonly dir: string;
  /** 0, the default: any free port. */
  readonly port?: number | undefined;
  /** Where to listen; default 127.0.0.1. */
  readonly host?: string | undefined;
  /** The host name that clients are told to connect to; default: `host`. */
  readonly advertisedHost?: string | undefined;
  /** Partitions of topics that come into being by being used; default 3. */
  readonly defaultPartitions?: number | undefined;
  /** May topics come into being by being used? Default true. */
  readonly autoCreateTopics?: boolean | undefined;
  /** The only consumer group that is authorised: others get GROUP_AUTHORIZATION_FAILED. Default: any group is. */
  readonly allowedGroup?: string | undefined;
  /** Per partition: older segments are deleted while the newer ones hold this much. Default: nothing is deleted. */
  readonly retentionBytes?: number | undefined;
  /** Size of a log file; default 64 MiB. */
  readonly segmentBytes?: number | undefined;
  /** How long an empty group waits for more members than its first one; default 50. */
  readonly rebalanceDelayMs?: number | undefined;
  /** PEM key and certificate: switches TLS on. */
  readonly tls?: TlsOptions | undefined;
  /** Passwords by user name: switches SASL on (PLAIN, SCRAM-SHA-256, SCRAM-SHA-512). */
  readonly users?: Readonly<Record<string, string>> | undefined;
  /** Told of refused logins and broken connections. */
  readonly logger?: BrokerLogger | undefined;
}

export const brokerDefaults = {
  port: 0,
  host: '127.0.0.1',
  defaultPartitions: 3,
  autoCreateTopics: true,
  retentionBytes: Number.POSITIVE_INFINITY,
  segmentBytes: 64 * 2 ** 20,
  rebalanceDelayMs: 50,
} as const;
