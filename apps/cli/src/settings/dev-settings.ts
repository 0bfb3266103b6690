import { CompanyShortName } from '@domovoy/models';
import {
  databaseEnv,
  EnvironmentError,
  type EnvironmentProblem,
  envFragment,
  envVariable,
  type HttpAccessEnv,
  httpAccessEnv,
  type KafkaEnv,
  kafkaEnv,
  logEnv,
  readEnv,
  secretKeyEnv,
} from '@domovoy/service-kit';
import { z } from 'zod';
import type { EnvSource } from '../env.ts';
import { PORT_SETTINGS, type PortName, type Ports } from './ports.ts';

export interface DevSettings {
  company: string;
  /** Null: the embedded Postgres. */
  databaseUrl: string | null;
  /** Null: the sandbox. */
  kafka: KafkaEnv | null;
  /** Null: that of the sandbox; beside an external Kafka none, and nothing is mirrored. */
  rosdomofon: HttpAccessEnv | null;
  /** Ports that the person chose: a busy one is an error, never replaced. */
  fixedPorts: Ports;
  /** Where apps/graphql listens. */
  host: string;
}

const DEMO_COMPANY = 'demo';

const portText = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(65_535))
  .optional();
const PORT_NAMES = Object.keys(PORT_SETTINGS) as PortName[];
const portVariables = PORT_NAMES.map((name) => PORT_SETTINGS[name].variable);

const portsEnv = () =>
  envFragment(
    z.object(Object.fromEntries(portVariables.map((name) => [name, portText]))).transform((env) => {
      const ports: Ports = {};
      for (const name of PORT_NAMES) {
        const chosen = env[PORT_SETTINGS[name].variable];
        if (chosen !== undefined) ports[name] = chosen;
      }
      return ports;
    }),
    Object.fromEntries(portVariables.map((name) => [name, { expected: 'a port number from 1 to 65535' }])),
  );

const companyEnv = () =>
  envVariable('COMPANY_SHORT_NAME', CompanyShortName.optional(), {
    expected: "RosDomofon's short name of the company, the end of its Kafka topics",
  });

const hostEnv = () =>
  envVariable('HOST', z.string().default('127.0.0.1'), { expected: 'an address to listen on' });

const shape = {
  company: companyEnv(),
  kafka: kafkaEnv(),
  rosdomofon: httpAccessEnv({
    url: 'ROSDOMOFON_URL',
    username: 'ROSDOMOFON_USERNAME',
    password: 'ROSDOMOFON_PASSWORD',
  }),
  ports: portsEnv(),
  host: hostEnv(),
  // Used by the parts alone, but a part that dies of it would say so later and worse.
  logs: logEnv(),
  encryptionKey: secretKeyEnv('ENCRYPTION_KEY'),
};

/**
 * Reads everything before anything is started; what cannot be used is added to `problems` and is null.
 * Whether the services named answer is another question: `verifySettings`.
 */
export function readDevSettings(
  source: EnvSource,
  options: { port?: string | undefined },
  problems: EnvironmentProblem[],
): Partial<DevSettings> {
  // --port is PORT said nearer.
  const effective = options.port === undefined ? source : { ...source, PORT: options.port || '(nothing)' };
  // The API of a company that is not ours would show somebody else's sign-ups: no default beside a real Kafka.
  const rules = { requires: { KAFKA_BROKERS: 'COMPANY_SHORT_NAME', ROSDOMOFON_URL: 'COMPANY_SHORT_NAME' } };
  const hasDatabase = Boolean(effective['DATABASE_URL']?.trim());
  const databaseUrl = hasDatabase
    ? collect(problems, () => readEnv({ database: databaseEnv() }, effective).database.url)
    : null;
  const others = collect(problems, () => readEnv(shape, effective, rules));
  if (others) problems.push(...samePorts(others.ports));
  return {
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(others === undefined
      ? {}
      : {
          company: others.company ?? DEMO_COMPANY,
          kafka: others.kafka,
          rosdomofon: others.rosdomofon,
          fixedPorts: others.ports,
          host: others.host,
        }),
  };
}

/** So that the problems of several readings are listed together. */
function collect<T>(problems: EnvironmentProblem[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

function samePorts(ports: Ports): EnvironmentProblem[] {
  const problems: EnvironmentProblem[] = [];
  const owners = new Map<number, string>();
  for (const [name, port] of Object.entries(ports)) {
    const { variable } = PORT_SETTINGS[name as PortName];
    const owner = owners.get(port);
    if (owner)
      problems.push({ variable, problem: `is ${port}, and so is ${owner}`, expected: 'a port of its own' });
    owners.set(port, variable);
  }
  return problems;
}
