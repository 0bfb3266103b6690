import {
  EnvironmentError,
  type EnvironmentProblem,
  type HttpAccessEnv,
  type KafkaEnv,
} from '@domovoy/service-kit';
import { errorCodes } from '../cli-error.ts';
import type { EnvSource } from '../env.ts';
import { type DevSettings, readDevSettings } from './dev-settings.ts';

const DEADLINE_MS = 12_000;

/**
 * Settings that can be used: well formed, complete, and the services they name answer.
 *
 * @throws EnvironmentError with every problem, of form and of reach together.
 */
export async function verifySettings(
  source: EnvSource,
  options: { port?: string | undefined },
): Promise<DevSettings> {
  const problems: EnvironmentProblem[] = [];
  const settings = readDevSettings(source, options, problems);
  const found = await Promise.all([
    settings.databaseUrl ? verifyDatabase(settings.databaseUrl) : null,
    settings.kafka ? verifyKafka(settings.kafka) : null,
    settings.rosdomofon ? verifyRosdomofon(settings.rosdomofon) : null,
  ]);
  problems.push(...found.filter((problem) => problem !== null));
  if (!isComplete(settings) || problems.length > 0) throw new EnvironmentError(problems);
  return settings;
}

function isComplete(settings: Partial<DevSettings>): settings is DevSettings {
  return settings.company !== undefined && settings.databaseUrl !== undefined;
}

async function verifyDatabase(url: string): Promise<EnvironmentProblem | null> {
  const { pendingMigrations } = await import('@domovoy/store');
  try {
    await withDeadline(pendingMigrations(url));
    return null;
  } catch (error) {
    const { hostname, port, pathname, username } = new URL(url);
    const where = `${hostname}:${port || 5432}`;
    return {
      variable: 'DATABASE_URL',
      problem: describeDatabaseError(errorCodes(error), {
        where,
        database: decodeURIComponent(pathname.slice(1)),
        user: decodeURIComponent(username),
      }),
      expected: 'a Postgres that answers; without DATABASE_URL an embedded one is used',
    };
  }
}

/** By the code of the socket or of Postgres: https://www.postgresql.org/docs/18/errcodes-appendix.html */
function describeDatabaseError(
  codes: readonly string[],
  { where, database, user }: { where: string; database: string; user: string },
): string {
  const has = (...wanted: string[]) => wanted.some((code) => codes.includes(code));
  if (has('ECONNREFUSED')) return `names ${where}, where no server listens`;
  if (has('ENOTFOUND', 'EAI_AGAIN')) return `names ${where}, a host that is not known`;
  if (has('28P01', '28000')) return `is refused by ${where}: wrong user or password for "${user}"`;
  if (has('3D000')) return `names the database "${database}", which ${where} does not have`;
  if (has('53300')) return `names ${where}, which has no free connection`;
  if (has('57P03')) return `names ${where}, which is starting or stopping at the moment`;
  if (has('STORE_SERVER_TOO_OLD')) return `names ${where}, a Postgres older than 18`;
  const code = codes.find((each) => !each.startsWith('STORE_')) ?? 'no answer in time';
  return `names ${where}, which cannot be used (${code})`;
}

async function verifyKafka({ brokers, sasl, tls }: KafkaEnv): Promise<EnvironmentProblem | null> {
  const { listTopics } = await import('@domovoy/kafka-client');
  try {
    await withDeadline(listTopics({ brokers, tls, ...(sasl ? { sasl } : {}) }));
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it does not answer';
    return {
      variable: 'KAFKA_BROKERS',
      problem: `names ${brokers.join(', ')}, which cannot be used: ${reason}`,
      expected: 'brokers that answer; without KAFKA_BROKERS the sandbox is used',
    };
  }
}

async function verifyRosdomofon({
  url,
  username,
  password,
}: HttpAccessEnv): Promise<EnvironmentProblem | null> {
  const { createRosDomofon } = await import('@domovoy/rosdomofon-sdk');
  try {
    await using rosdomofon = createRosDomofon({ baseUrl: url, username, password });
    await withDeadline(rosdomofon.signIn());
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it does not answer';
    return {
      variable: 'ROSDOMOFON_URL',
      problem: `names ${url}, which cannot be used: ${reason}`,
      expected: 'a RosDomofon that lets the user in; without ROSDOMOFON_URL the sandbox is used',
    };
  }
}

async function withDeadline<T>(work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${DEADLINE_MS / 1000} s`)), DEADLINE_MS);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
