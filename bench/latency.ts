// Produced → visible to a GraphQL query, and produced → on an open subscription, at 500 events a second through
// everything that `npm start` runs. Times are taken in this one process, from before `send()` is called.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import kafkajs from 'kafkajs';
import { WebSocket } from 'ws';
import { startProgram } from './harness/app.ts';
import { percentile, verdict } from './harness/figures.ts';

const PER_SECOND = 500;
const WARM_UP_SECONDS = 5;
const SECONDS = 20;
const PEOPLE = 2_000;
/** Every tenth message is one of this abonent, whose conversation is asked for again and again. */
const PROBE = 1_400_000;

interface Endpoints {
  graphql: string;
  graphqlWs: string;
  apiKey: string;
  sandbox: { kafka: { brokers: string }; companyShortName: string };
}

export async function latency(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'domovoy-bench-latency-'));
  const ready = Promise.withResolvers<void>();
  const launcher = startProgram('apps/cli/src/main.ts', {
    args: ['dev', '--data', data, '--json'],
    onLine: (line) => line.includes('"graphqlWs"') && ready.resolve(),
  });
  launcher.once('exit', () => ready.reject(new Error('the launcher did not start')));
  try {
    await ready.promise;
    await measure(JSON.parse(readFileSync(join(data, 'endpoints.json'), 'utf8')));
  } finally {
    await launcher.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function query<T>({ graphql, apiKey }: Endpoints, text: string): Promise<T> {
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ query: text }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function measure(endpoints: Endpoints): Promise<void> {
  const sentAt = new Map<string, number>();
  const toSubscriber: number[] = [];
  const toQuery: number[] = [];
  const measured = (text: string, into: number[]) => {
    const at = sentAt.get(text);
    if (at !== undefined && Number(text.split(' ')[1]) >= WARM_UP_SECONDS * PER_SECOND)
      into.push(performance.now() - at);
  };

  const socket = createClient({
    url: endpoints.graphqlWs,
    webSocketImpl: WebSocket,
    connectionParams: { apiKey: endpoints.apiKey },
  });
  const live = Promise.withResolvers<void>();
  socket.subscribe<{ messageAdded: { __typename: string; message?: { text: string } } }>(
    { query: 'subscription { messageAdded { __typename ... on MessageAdded { message { text } } } }' },
    {
      next: ({ data }) => {
        if (data?.messageAdded.__typename === 'Heartbeat') live.resolve();
        if (data?.messageAdded.message) measured(data.messageAdded.message.text, toSubscriber);
      },
      error: (error) => live.reject(error),
      complete: () => {},
    },
  );
  await live.promise;

  const { brokers } = endpoints.sandbox.kafka;
  const producer = new kafkajs.Kafka({ brokers: [brokers], logLevel: kafkajs.logLevel.NOTHING }).producer();
  await producer.connect();
  const total = (WARM_UP_SECONDS + SECONDS) * PER_SECOND;
  const polling = pollProbe(endpoints, total, (text) => measured(text, toQuery));
  const started = performance.now();
  const sends: Promise<unknown>[] = [];
  for (let n = 0; n < total; n++) {
    const wait = started + (n * 1000) / PER_SECOND - performance.now();
    if (wait > 0) await sleep(wait);
    const text = `message ${n} ${'абвгд '.repeat(15)}`;
    const id = n % 10 === 0 ? PROBE : 1_500_000 + (n % PEOPLE);
    const value = JSON.stringify({
      fromAbonent: { id, phone: 0 },
      channel: 'support',
      localizedPush: { message: text },
    });
    sentAt.set(text, performance.now());
    sends.push(
      producer.send({
        topic: `MESSAGES_IN_${endpoints.sandbox.companyShortName}`,
        messages: [{ key: String(id), value }],
      }),
    );
  }
  await Promise.all(sends);
  const rate = total / ((performance.now() - started) / 1000);
  await polling;
  while (toSubscriber.length < SECONDS * PER_SECOND) await sleep(20);
  await Promise.all([producer.disconnect(), socket.dispose()]);

  const line = (name: string, of: number[]) =>
    console.log(
      `${name.padEnd(28)} p50 ${percentile(of, 0.5).toFixed(1)} ms · p99 ${percentile(of, 0.99).toFixed(1)} ms · max ${Math.max(...of).toFixed(1)} ms · ${of.length} events`,
    );
  console.log(`${rate.toFixed(0)} events/s produced`);
  line('produced → visible to a query', toQuery);
  line('produced → subscriber', toSubscriber);
  console.log(verdict('produced → visible to a query, p99 ms', percentile(toQuery, 0.99), 60, true));
  console.log(verdict('produced → subscriber, p99 ms', percentile(toSubscriber, 0.99), 100, true));
}

/** Asks for the newest messages of the probe's conversation, over and over, until the last one is there. */
async function pollProbe(endpoints: Endpoints, total: number, seen: (text: string) => void): Promise<void> {
  const known = new Set<string>();
  const last = Math.floor((total - 1) / 10) * 10;
  for (;;) {
    const { conversations } = await query<{
      conversations: { nodes: { messages: { nodes: { text: string }[] } }[] };
    }>(
      endpoints,
      `{ conversations(first: 1, filter: { abonentRosdomofonId: ${PROBE} }) { nodes { messages(last: 20) { nodes { text } } } } }`,
    );
    for (const { text } of conversations.nodes[0]?.messages.nodes ?? []) {
      if (known.has(text)) continue;
      known.add(text);
      seen(text);
      if (text.startsWith(`message ${last} `)) return;
    }
    await sleep(2);
  }
}
