import { KafkaError } from '../errors.ts';

/** How to reach a Kafka cluster and who we are there. */
export interface KafkaAccess {
  /** `host:port` of some brokers; the others are learnt from them. */
  readonly brokers: readonly string[];
  readonly sasl?: {
    readonly mechanism: 'scram-sha-512' | 'scram-sha-256' | 'plain';
    readonly username: string;
    readonly password: string;
  };
  /** `true` trusts what this machine trusts; `ca` is the PEM of the one authority to trust instead. */
  readonly tls?: boolean | { readonly ca: string };
}

const BROKER = /^(?:\[[0-9a-fA-F:.]+\]|[^\s:/,[\]]+):(\d{1,5})$/;

/** Refuses what can never work, before any connection is tried. */
export function checkAccess(access: KafkaAccess): void {
  const problems: string[] = [];
  if (access.brokers.length === 0) problems.push('brokers is empty');
  for (const broker of access.brokers) {
    const port = Number(BROKER.exec(broker)?.[1] ?? 0);
    if (port < 1 || port > 65_535) problems.push(`brokers: "${broker}" is not host:port`);
  }
  if (access.sasl && (access.sasl.username === '' || access.sasl.password === ''))
    problems.push('sasl needs a username and a password');
  if (typeof access.tls === 'object' && !access.tls.ca.includes('-----BEGIN CERTIFICATE-----'))
    problems.push('tls.ca is not a certificate in PEM form');
  if (problems.length > 0) throw new KafkaError('KAFKA_CONFIGURATION', { detail: problems.join('; ') });
}
