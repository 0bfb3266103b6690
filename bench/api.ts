// A page of 50 messages with author and abonent over HTTP: the API's own process beside Apollo Server, GraphQL Yoga and
// Mercurius with jit, which have the same schema, resolvers, loaders and key check on the same database. One server at a
// time, in turn. Linux only (/proc).
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { createApiWorld, startApiProcess, startPeer } from './harness/api-world.ts';
import { median, percentile, verdict } from './harness/figures.ts';
import { cpuSecondsOfFamily, usageOf } from './harness/process-usage.ts';

const CONNECTIONS = 16;
const SECONDS = 8;
const WARM_UP_SECONDS = 4;
const WANTED = { apollo: 2, yoga: 1.2, mercurius: 0.5 } as const;

const PAGE = `query Page($id: ID!) {
  conversation(id: $id) {
    id
    messages(last: 50) {
      nodes {
        id direction state text sentAt author authorName
        conversation { id state abonent { id rosdomofonId phone } }
      }
      pageInfo { hasPreviousPage startCursor }
    }
  }
}`;

interface Figures {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly cpuMicros: number;
  readonly postgresMicros: number;
}

type Contestant = 'domovoy' | keyof typeof WANTED;
const CONTESTANTS: readonly Contestant[] = ['domovoy', 'apollo', 'yoga', 'mercurius'];

export async function api(rounds = 3): Promise<void> {
  await using world = await createApiWorld();
  const figures = new Map<Contestant, Figures[]>();
  for (let round = 0; round < rounds; round++)
    for (const name of CONTESTANTS) {
      const { program, url } =
        name === 'domovoy'
          ? await startApiProcess(world.databaseUrl)
          : await startPeer('serve.ts', [name, world.databaseUrl]);
      try {
        const measured = await measure(url, world.apiKey, {
          server: program.pid ?? 0,
          postgres: world.postgresPid,
        });
        figures.set(name, [...(figures.get(name) ?? []), measured]);
        console.error(`  ${name}: ${measured.perSecond.toFixed(0)}/s`);
      } finally {
        await program.stop();
      }
    }
  report(figures);
}

async function measure(
  url: string,
  apiKey: string,
  pids: { server: number; postgres: number },
): Promise<Figures> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` };
  const ids = await conversationIds(url, headers);
  await checkPage(url, headers, ids[0] ?? '');
  const requests = ids.map((id) => ({
    method: 'POST' as const,
    headers,
    body: JSON.stringify({ query: PAGE, variables: { id } }),
  }));
  const shoot = (duration: number) => autocannon({ url, connections: CONNECTIONS, duration, requests });
  await shoot(WARM_UP_SECONDS);
  await sleep(500);
  const before = { server: usageOf(pids.server), postgres: cpuSecondsOfFamily(pids.postgres) };
  const shot = await shoot(SECONDS);
  if (shot.non2xx + shot.errors > 0) throw new Error(`${shot.non2xx + shot.errors} requests failed`);
  const count = shot.requests.total;
  return {
    perSecond: count / shot.duration,
    p99Ms: shot.latency.p99,
    cpuMicros: ((usageOf(pids.server).cpuSeconds - before.server.cpuSeconds) * 1e6) / count,
    postgresMicros: ((cpuSecondsOfFamily(pids.postgres) - before.postgres) * 1e6) / count,
  };
}

async function query(url: string, headers: Record<string, string>, body: object) {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const { data, errors } = (await response.json()) as { data: any; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function conversationIds(url: string, headers: Record<string, string>): Promise<string[]> {
  const { conversations } = await query(url, headers, {
    query: '{ conversations(first: 100) { nodes { id } } }',
  });
  return conversations.nodes.map(({ id }: { id: string }) => id);
}

/** Who answers less is faster for another reason. */
async function checkPage(url: string, headers: Record<string, string>, id: string): Promise<void> {
  const { conversation } = await query(url, headers, { query: PAGE, variables: { id } });
  const { nodes } = conversation.messages;
  if (nodes.length !== 50 || !nodes.every((node: any) => node.conversation.abonent.phone.startsWith('+7900')))
    throw new Error('the page is not whole');
}

function report(figures: ReadonlyMap<Contestant, readonly Figures[]>): void {
  const of = (name: Contestant, what: keyof Figures) => (figures.get(name) ?? []).map((one) => one[what]);
  for (const name of CONTESTANTS) {
    const rates = of(name, 'perSecond');
    console.log(
      `${name.padEnd(10)} ${median(rates).toFixed(0).padStart(6)}/s (${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)}) · p99 ${median(of(name, 'p99Ms')).toFixed(0)} ms · CPU µs per request: server ${median(of(name, 'cpuMicros')).toFixed(0)}, Postgres ${median(of(name, 'postgresMicros')).toFixed(0)}`,
    );
  }
  const own = median(of('domovoy', 'perSecond'));
  for (const [name, wanted] of Object.entries(WANTED))
    console.log(
      verdict(
        `against ${name}, requests/s`,
        own / percentile(of(name as Contestant, 'perSecond'), 0.5),
        wanted,
      ),
    );
}
