import { createProducer } from '@domovoy/kafka-client';
import { POISON } from '@domovoy/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { place } from './harness/judge/ledger.ts';
import { observe } from './harness/judge/observe.ts';
import { readiness } from './harness/parts/process.ts';
import { type Stack, startStack } from './harness/parts/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: 'bad-input' });
});
afterAll(() => stack.close());

interface Sent {
  kind: string;
  why: string;
  expected: 'dead' | 'handled';
  topic: string;
  partition: number;
  offset: bigint;
}

describe('a poison message stops nobody', () => {
  test('every kind of bad record, among good ones, becomes a dead event with a reason or is handled', async () => {
    const sent: Sent[] = [];
    stack.traffic.resume();
    for (const { name } of POISON) {
      await stack.traffic.more(2);
      sent.push(await sendPoison(name));
    }
    expect(sent.length).toBeGreaterThanOrEqual(20);
    await stack.expectNothingLost();

    const { inbox, messages, timeline } = await observe(stack.hub.databaseUrl);
    const states = new Map(inbox.map((row) => [place(row), row.state]));
    const effects = new Set([...messages, ...timeline].map(place));
    const shown = new Map((await deadEvents()).map((event) => [event.place, event]));
    const became = sent.map((record) => {
      const at = place(record);
      const reason = shown.get(at)?.reason ?? '';
      const isDead = states.get(at) === 'dead' && isReadable(reason) && !effects.has(at);
      const isHandled = states.get(at) === 'done' && effects.has(at) && !shown.has(at);
      return [record.kind, isDead ? 'dead' : isHandled ? 'handled' : `neither: ${states.get(at)}, ${reason}`];
    });
    expect(Object.fromEntries(became)).toEqual(
      Object.fromEntries(sent.map(({ kind, expected }) => [kind, expected])),
    );
    expect(stack.consumer.isRunning).toBe(true);
    expect((await readiness(stack.consumer.url)).status).toBe(200);
  });

  test('a batch in an unknown compression becomes dead events, and what is behind it arrives', async () => {
    const { hub, sandbox, traffic } = stack;
    await traffic.pause();
    const topic = `MESSAGES_IN_${sandbox.companyShortName}`;
    const key = 'unreadable-batch';
    hub.consumerToKafka?.unreadableKeys.add(key);
    await using producer = createProducer({ access: { brokers: sandbox.brokers }, clientId: 'newer' });
    const sent = await producer.send(topic, [
      { key, value: '{"fromAbonent":{"id":1}}' },
      { key, value: '{"fromAbonent":{"id":2}}' },
    ]);
    traffic.resume();
    await traffic.more(60);
    await stack.expectNothingLost();
    const shown = new Map((await deadEvents()).map((event) => [event.place, event.reason]));
    for (const record of sent) expect(shown.get(place(record))).toMatch(/compress|codec/i);
    expect((await readiness(stack.consumer.url)).status).toBe(200);
  });
});

async function sendPoison(kind: string): Promise<Sent> {
  const response = await fetch(`${stack.sandbox.control}/poison`, {
    method: 'POST',
    body: JSON.stringify({ kind }),
  });
  const { poison } = (await response.json()) as {
    poison: (Omit<Sent, 'offset'> & { offset: number | string })[];
  };
  const [record] = poison;
  if (!record) throw new Error(`The sandbox has not sent ${kind}`);
  return { ...record, offset: BigInt(record.offset) };
}

interface DeadEvent {
  place: string;
  reason: string;
}

/** As a person finds them: page by page through the API. */
async function deadEvents(): Promise<DeadEvent[]> {
  const found: DeadEvent[] = [];
  let after: string | null = null;
  do {
    const page: DeadPage = await stack.hub.query(
      `query ($after: String) { inboxEvents(state: DEAD, first: 20, after: $after) {
        nodes { reason kafka { topic partition offset } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    const { nodes, pageInfo } = page.inboxEvents;
    for (const { reason, kafka } of nodes)
      found.push({ place: `${kafka.topic}/${kafka.partition}@${kafka.offset}`, reason });
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

interface DeadPage {
  inboxEvents: {
    nodes: { reason: string; kafka: { topic: string; partition: number; offset: number } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

/** Words for a person: no bare code, no stack trace, nothing of the value's personal data. */
const isReadable = (reason: string) => /^[^\n]{10,2000}$/.test(reason) && /[a-z]+ [a-z]+/i.test(reason);
