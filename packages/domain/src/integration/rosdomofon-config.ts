import { z } from 'zod';

/** What is not secret about the access to RosDomofon's Kafka: the column `config`. */
export const RosdomofonConfig = z.object({
  brokers: z.array(z.string().regex(/^(\[[0-9a-fA-F:]+\]|[^\s:/,]+):\d{1,5}$/, 'expected host:port')).min(1),
  /** Of the operator's contract; all topics are read with this one. */
  groupId: z.string().min(1).max(200),
  tls: z.boolean().default(true),
  /** PEM of the brokers' own CA. */
  ca: z.string().includes('-----BEGIN CERTIFICATE-----').optional(),
  saslUsername: z.string().min(1).optional(),
});
export type RosdomofonConfig = z.infer<typeof RosdomofonConfig>;

/** What is secret about it: sealed in the column `secrets`. */
export const RosdomofonSecrets = z.object({ saslPassword: z.string().min(1) });
export type RosdomofonSecrets = z.infer<typeof RosdomofonSecrets>;

/** How RosDomofon's Kafka is reached on behalf of one company. */
export interface RosdomofonAccess {
  readonly groupId: string;
  readonly kafka: {
    readonly brokers: string[];
    readonly tls?: boolean | { readonly ca: string };
    readonly sasl?: {
      readonly mechanism: 'scram-sha-512';
      readonly username: string;
      readonly password: string;
    };
  };
}

export function toRosdomofonAccess(
  config: RosdomofonConfig,
  secrets: RosdomofonSecrets | null,
): RosdomofonAccess {
  const { brokers, groupId, tls, ca, saslUsername } = config;
  return {
    groupId,
    kafka: {
      brokers,
      tls: tls && ca ? { ca } : tls,
      ...(saslUsername && secrets
        ? { sasl: { mechanism: 'scram-sha-512', username: saslUsername, password: secrets.saslPassword } }
        : {}),
    },
  };
}
