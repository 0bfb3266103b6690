import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApiKey } from '@domovoy/domain';
import {
  ensureCompany,
  ensureEnvironmentIntegration,
  migrate,
  notifyChanges,
  openInboxSource,
  openStore,
  recordIncomingMessages,
} from '@domovoy/store';
import { startPostgres } from '@domovoy/testkit/postgres';
import { startProgram } from './app.ts';

export type Program = ReturnType<typeof startProgram>;

/** A database with conversations, whose messages are put in as the consumer does it. */
export interface ApiWorld extends AsyncDisposable {
  readonly databaseUrl: string;
  readonly postgresPid: number;
  readonly apiKey: string;
  /** One message for each text, one transaction, told to the readers of the feed. */
  messages(texts: readonly string[]): Promise<void>;
}

const ABONENTS = 200;
const MESSAGES_EACH = 60;

export async function createApiWorld(): Promise<ApiWorld> {
  const data = mkdtempSync(join(tmpdir(), 'domovoy-bench-api-'));
  const database = await startPostgres({ dataDir: join(data, 'postgres') });
  await migrate(database.url);
  const store = openStore(database.url, { applicationName: 'bench' });
  const company = await ensureCompany(store.db, { shortName: 'bench', name: 'Bench' });
  const integration = await ensureEnvironmentIntegration(store.db, { companyId: company.id, config: {} });
  const { key } = await createApiKey(store, { companyId: company.id, name: 'bench', environment: 'dev' });
  const source = await openInboxSource(store, { integrationId: integration.id, topic: 'MESSAGES_IN_bench' });
  let next = 0;
  const messages = async (texts: readonly string[]) => {
    const rows = texts.map((text) => {
      const n = next++;
      const abonent = n % ABONENTS;
      return {
        offset: BigInt(n),
        hash: n,
        payload: '{}',
        abonentRosdomofonId: 1_000 + abonent,
        phone: `7900000${String(abonent).padStart(4, '0')}`,
        channel: 'support',
        text,
        sentAt: new Date(Date.UTC(2026, 0, 1) + n * 1_000),
      };
    });
    await recordIncomingMessages(
      store,
      { sourceId: source.sourceId, partition: 0, companyId: company.id },
      rows,
    );
    await notifyChanges(store);
  };
  const filler = 'Здравствуйте, не открывается дверь подъезда, приложение показывает ошибку. ';
  for (let round = 0; round < MESSAGES_EACH; round++)
    await messages(Array.from({ length: ABONENTS }, (_, n) => `${filler}${round}-${n}`));
  await store.run('vacuum analyze', []);
  return {
    databaseUrl: database.url,
    postgresPid: database.pid,
    apiKey: key,
    messages,
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]();
      await database.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** As `npm start` runs it or, built, as its image does; what a key may cost and hold is lifted. */
export const startApiProcess = (databaseUrl: string, { isBuilt = false }: { isBuilt?: boolean } = {}) =>
  listening(isBuilt ? 'apps/graphql/dist/main.js' : 'apps/graphql/src/main.ts', {
    isBuilt,
    env: {
      DATABASE_URL: databaseUrl,
      PORT: '0',
      LOG_LEVEL: 'info',
      NODE_ENV: 'production',
      BUDGET_POINTS: '1000000000',
      BUDGET_POINTS_PER_SECOND: '1000000000',
      SOCKETS_PER_KEY: '10000',
    },
  });

export const startPeer = (path: string, args: readonly string[]) =>
  listening(`apps/graphql/src/testing/peers/${path}`, { args: [...args], env: { NODE_ENV: 'production' } });

/** A server, and where it listens: it logs so, or tells its parent. */
async function listening(
  path: string,
  options: { args?: string[]; env: Record<string, string>; isBuilt?: boolean },
): Promise<{ program: Program; url: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let listensAt = '';
  const program = startProgram(path, {
    ...options,
    onLine: (line) => {
      if (line.includes('"event":"listening"')) listensAt = (JSON.parse(line) as { url: string }).url;
      // The API listens before its database is there.
      if (line.includes('"event":"ready"')) resolve(listensAt);
    },
  });
  program.on('message', (message: { url?: string }) => message.url && resolve(message.url));
  program.once('exit', () => reject(new Error(`${path} did not start`)));
  return { program, url: await promise };
}
