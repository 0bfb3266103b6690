import { z } from 'zod';

/** What is not secret about the access to RosDomofon's REST: where it is, and who we are there. */
const RestConfig = z.object({
  url: z.url({ protocol: /^https?$/, error: 'expected an address that begins with http:// or https://' }),
  username: z.string().min(1),
});

/** What is not secret about the access to RosDomofon: the column `config`. */
export const RosdomofonConfig = z.object({
  brokers: z.array(z.string().regex(/^(\[[0-9a-fA-F:]+\]|[^\s:/,]+):\d{1,5}$/, 'expected host:port')).min(1),
  /** Of the operator's contract; all topics are read with this one. */
  groupId: z.string().min(1).max(200),
  tls: z.boolean().default(true),
  /** PEM of the brokers' own CA. */
  ca: z.string().includes('-----BEGIN CERTIFICATE-----').optional(),
  saslUsername: z.string().min(1).optional(),
  /** Absent: events come in, but nothing is mirrored. */
  rest: RestConfig.optional(),
});
export type RosdomofonConfig = z.infer<typeof RosdomofonConfig>;

/** What is secret about it: sealed in the column `secrets`. Each password belongs to a user name of the configuration. */
export const RosdomofonSecrets = z.object({
  saslPassword: z.string().min(1).optional(),
  restPassword: z.string().min(1).optional(),
});
export type RosdomofonSecrets = z.infer<typeof RosdomofonSecrets>;

/** How RosDomofon's REST is reached on behalf of one company. */
export interface RosdomofonRestAccess {
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

/** How RosDomofon is reached on behalf of one company. */
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
  /** Null: nothing is mirrored. */
  readonly rest: RosdomofonRestAccess | null;
}

/** The password that is missing, or belongs to nobody, in words for a person; null when all is well. */
export function unpairedPassword(
  { saslUsername, rest }: RosdomofonConfig,
  { saslPassword, restPassword }: RosdomofonSecrets,
): string | null {
  const pairs = [
    { of: 'Kafka', username: saslUsername, password: saslPassword },
    { of: 'REST', username: rest?.username, password: restPassword },
  ];
  for (const { of, username, password } of pairs) {
    if (username && !password) return `the user of ${of} has no password`;
    if (password && !username) return `the password of ${of} has no user name`;
  }
  return null;
}

/** Expects that no password is missing. */
export function toRosdomofonAccess(
  { brokers, groupId, tls, ca, saslUsername, rest }: RosdomofonConfig,
  { saslPassword, restPassword }: RosdomofonSecrets,
): RosdomofonAccess {
  return {
    groupId,
    kafka: {
      brokers,
      tls: tls && ca ? { ca } : tls,
      ...(saslUsername && saslPassword
        ? { sasl: { mechanism: 'scram-sha-512', username: saslUsername, password: saslPassword } }
        : {}),
    },
    rest: rest && restPassword ? { ...rest, password: restPassword } : null,
  };
}

/** Does the integration say how REST is reached? Looks at what is not secret, also where the rest comes from the environment. */
export const hasRestAccess = (config: unknown): boolean =>
  z.object({ rest: RestConfig }).safeParse(config).success;
