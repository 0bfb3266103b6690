import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { envFragment } from './env-fragment.ts';

export interface KafkaEnv {
  readonly brokers: string[];
  readonly groupId: string;
  readonly tls: boolean | { readonly ca: string };
  readonly sasl?: {
    readonly mechanism: 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
}

const HOST_AND_PORT = /^(?:\[[0-9a-fA-F:]+\]|[^\s:/,]+):(\d{1,5})$/;
const isBroker = (entry: string) => {
  const port = Number(HOST_AND_PORT.exec(entry)?.[1] ?? 0);
  return port >= 1 && port <= 65_535;
};
const brokers = z
  .string()
  .transform((text) => text.split(',').map((entry) => entry.trim()))
  .refine((list) => list.every(isBroker), 'not a list of host:port');

/** The text of a PEM file. */
const caFile = z.string().transform((path, context) => {
  try {
    const text = readFileSync(path, 'utf8');
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
    context.addIssue('the file holds no certificate');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    context.addIssue(`the file cannot be read: ${code}`);
  }
  return z.NEVER;
});

const variables = z.object({
  KAFKA_BROKERS: brokers.optional(),
  KAFKA_GROUP_ID: z.string().optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
  KAFKA_CA_FILE: caFile.optional(),
  KAFKA_TLS: z.enum(['on', 'off']).optional(),
});

/**
 * Access to one Kafka cluster; null when no brokers are given. A user name or a CA file switches TLS on,
 * `KAFKA_TLS=off` switches it off for local brokers.
 */
export const kafkaEnv = () =>
  envFragment(
    variables.transform(toKafkaEnv),
    {
      KAFKA_BROKERS: { expected: 'host:port, several separated by commas' },
      KAFKA_GROUP_ID: { expected: "the consumer group of the operator's contract" },
      KAFKA_SASL_USERNAME: { expected: 'a user name' },
      KAFKA_SASL_PASSWORD: { expected: 'a password', secret: true },
      KAFKA_CA_FILE: { expected: "the path of a PEM file with the brokers' CA" },
      KAFKA_TLS: { expected: 'on or off' },
    },
    {
      together: [
        ['KAFKA_BROKERS', 'KAFKA_GROUP_ID'],
        ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'],
      ],
      requires: {
        KAFKA_SASL_USERNAME: 'KAFKA_BROKERS',
        KAFKA_SASL_PASSWORD: 'KAFKA_BROKERS',
        KAFKA_CA_FILE: 'KAFKA_BROKERS',
        KAFKA_TLS: 'KAFKA_BROKERS',
      },
      contradictions: [['KAFKA_CA_FILE', 'KAFKA_TLS=off']],
    },
  );

function toKafkaEnv(env: z.output<typeof variables>): KafkaEnv | null {
  if (!env.KAFKA_BROKERS || !env.KAFKA_GROUP_ID) return null;
  const { KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = env;
  const wantsTls = env.KAFKA_TLS ? env.KAFKA_TLS === 'on' : username !== undefined;
  return {
    brokers: env.KAFKA_BROKERS,
    groupId: env.KAFKA_GROUP_ID,
    tls: env.KAFKA_CA_FILE ? { ca: env.KAFKA_CA_FILE } : wantsTls,
    ...(username && password ? { sasl: { mechanism: 'scram-sha-512', username, password } } : {}),
  };
}
