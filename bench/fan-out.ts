// 1,000 sockets that follow messageAdded: the API's own process, as its image runs it (`npm run build` before), beside stock
// graphql-ws with the same schema and database.
// What counts is the server's CPU per delivered event, which the clients in this process do not change. Linux only.
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { type ApiWorld, createApiWorld, startApiProcess, startPeer } from './harness/api-world.ts';
import { median, verdict } from './harness/figures.ts';
import { usageOf } from './harness/process-usage.ts';

const SOCKETS = 1_000;
const TRANSACTIONS = 20;
const EVENTS_EACH = 10;
const QUIET_MS = 12_000;
const WANTED_RATIO = 3;
const WANTED_MEGABYTES = 150;

const DOCUMENTS = {
  'the message': 'id direction state text sentAt author authorName',
  'with conversation and abonent': 'id text sentAt author conversation { id state abonent { id phone } }',
} as const;
type Document = keyof typeof DOCUMENTS;

interface Figures {
  readonly perCpuSecond: number;
  readonly perSecond: number;
  readonly idleMegabytes: number;
  readonly peakMegabytes: number;
}

export async function fanOut(rounds = 3): Promise<void> {
  await using world = await createApiWorld();
  const documents = Object.keys(DOCUMENTS) as Document[];
  for (const document of documents) {
    const own: Figures[] = [];
    const peer: Figures[] = [];
    for (let round = 0; round < rounds; round++) {
      own.push(await measure(world, document, await startApiProcess(world.databaseUrl, { isBuilt: true })));
      peer.push(await measure(world, document, await startPeer('serve-sockets.ts', [world.databaseUrl])));
    }
    report(document, own, peer);
  }
}

async function measure(
  world: ApiWorld,
  document: Document,
  { program, url }: Awaited<ReturnType<typeof startPeer>>,
): Promise<Figures> {
  const pid = program.pid ?? 0;
  const query = `subscription { messageAdded { __typename cursor ... on MessageAdded { message { ${DOCUMENTS[document]} } } } }`;
  const audience = await Audience.open(url.replace(/^http/, 'ws'), world.apiKey, query);
  try {
    // The first events reach everybody: all are subscribed, and the code is warm.
    for (let probe = 0; !audience.hasEverybodyHeard('probe'); probe++) {
      if (probe > 100) throw new Error('not everybody is subscribed');
      await world.messages(['probe']);
      await sleep(300);
    }
    await audience.during(world, 'warm up');
    // The API gives memory back when it has been quiet for some seconds.
    await sleep(QUIET_MS);
    const before = usageOf(pid);
    let peakMegabytes = before.megabytes;
    const watching = setInterval(() => {
      peakMegabytes = Math.max(peakMegabytes, usageOf(pid).megabytes);
    }, 50);
    const seconds = await audience.during(world, 'measured');
    clearInterval(watching);
    const deliveries = SOCKETS * TRANSACTIONS * EVENTS_EACH;
    const cpuSeconds = usageOf(pid).cpuSeconds - before.cpuSeconds;
    const figures = {
      perCpuSecond: deliveries / cpuSeconds,
      perSecond: deliveries / seconds,
      idleMegabytes: before.megabytes,
      peakMegabytes,
    };
    console.error(`  ${document}, ${JSON.stringify(figures)}`);
    return figures;
  } finally {
    audience.close();
    await program.stop();
  }
}

/** Sockets that count what they hear, without reading more of it than they have to. */
class Audience {
  readonly #sockets: WebSocket[] = [];
  readonly #heard = new Map<string, Map<number, number>>();
  #onHeard: () => void = () => {};

  static async open(url: string, apiKey: string, query: string): Promise<Audience> {
    const audience = new Audience();
    for (let from = 0; from < SOCKETS; from += 50)
      await Promise.all(Array.from({ length: 50 }, (_, at) => audience.#add(url, apiKey, query, from + at)));
    return audience;
  }

  /** Puts the events in and waits until everybody has all of them. */
  async during(world: ApiWorld, name: string): Promise<number> {
    const expected = TRANSACTIONS * EVENTS_EACH;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#heard.set(name, new Map());
    this.#onHeard = () => {
      if (this.#hearers(name, expected) === SOCKETS) resolve();
    };
    const started = performance.now();
    const late = setTimeout(() => {
      throw new Error(`only ${this.#hearers(name, expected)} sockets heard everything`);
    }, 300_000);
    for (let n = 0; n < TRANSACTIONS; n++)
      await world.messages(Array.from({ length: EVENTS_EACH }, () => `${name} ${'x'.repeat(100)}`));
    await promise;
    clearTimeout(late);
    this.#onHeard = () => {};
    return (performance.now() - started) / 1_000;
  }

  hasEverybodyHeard(name: string): boolean {
    return this.#hearers(name, 1) === SOCKETS;
  }

  close(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  #hearers(name: string, count: number): number {
    return [...(this.#heard.get(name)?.values() ?? [])].filter((heard) => heard >= count).length;
  }

  #add(url: string, apiKey: string, query: string, at: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const socket = new WebSocket(url, 'graphql-transport-ws');
    this.#sockets.push(socket);
    socket.once('error', reject);
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { apiKey } })));
    socket.on('message', (message: Buffer) => {
      const text = message.toString('latin1');
      if (text.includes('"connection_ack"')) {
        socket.send(JSON.stringify({ id: crypto.randomUUID(), type: 'subscribe', payload: { query } }));
        resolve();
      } else this.#hear(text, at);
    });
    return promise;
  }

  #hear(text: string, at: number): void {
    if (text.includes('"type":"error"') || text.includes('"errors"')) throw new Error(text);
    const name = /"text":"(probe|warm up|measured)/.exec(text)?.[1];
    if (name === undefined) return;
    const heard = this.#heard.get(name) ?? new Map<number, number>();
    this.#heard.set(name, heard);
    const count = (heard.get(at) ?? 0) + 1;
    heard.set(at, count);
    if (count === TRANSACTIONS * EVENTS_EACH) this.#onHeard();
  }
}

function report(document: Document, own: readonly Figures[], peer: readonly Figures[]): void {
  const of = (figures: readonly Figures[], what: keyof Figures) => median(figures.map((one) => one[what]));
  console.log(`${SOCKETS} sockets, ${document}`);
  for (const [name, figures] of [
    ['domovoy', own],
    ['graphql-ws', peer],
  ] as const)
    console.log(
      `  ${name.padEnd(10)} ${of(figures, 'perCpuSecond').toFixed(0).padStart(7)} deliveries per CPU second, ${of(figures, 'perSecond').toFixed(0)}/s, ${of(figures, 'idleMegabytes').toFixed(0)} MB idle, ${of(figures, 'peakMegabytes').toFixed(0)} MB at most`,
    );
  console.log(
    verdict(
      'deliveries per CPU second against graphql-ws',
      of(own, 'perCpuSecond') / of(peer, 'perCpuSecond'),
      WANTED_RATIO,
    ),
  );
  console.log(
    verdict('MB at most', Math.max(...own.map((one) => one.peakMegabytes)), WANTED_MEGABYTES, true),
  );
}
