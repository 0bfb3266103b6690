import {
  DeliveryWaiter,
  type RequestedEffect,
  retryMessage,
  saveMessagingPolicy,
  sendMessage,
} from '@domovoy/domain';
import { listPartitionEnds } from '@domovoy/kafka-client';
import { expect, vi } from 'vitest';
import { type ConsumerOptions, createWorld } from '../../../testing/world.ts';

export interface MessageRow {
  readonly id: bigint;
  readonly text: string;
  readonly state: string;
  readonly direction: string;
  readonly author: string | null;
  readonly failure_code: string | null;
  readonly failure_reason: string | null;
  readonly is_outcome_unknown: boolean;
  readonly offset: bigint | null;
}

let keys = 0;
const newKey = () => `key-${++keys}`;
/** An account of the sandbox's city; its owner writes and is written to. */
const ACCOUNT = 900_001;

/** A world with a sandbox whose abonents write, and one sees what became of what they were told. */
export async function createEffectWorld(options: { accounts?: number } = {}) {
  const world = await createWorld(options);
  const { control, rosdomofon } = world.sandbox.endpoints;
  const waiter = new DeliveryWaiter(world.store);

  async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(control + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sandbox's own answers
    return JSON.parse(text) as Answer;
  }

  const settings = { pollMs: 100, sweepMs: 100 };
  const startConsumer = (more: ConsumerOptions = {}) =>
    world.startConsumer({ rest: rosdomofon, deliveries: { settings }, ...more });

  const rows = <Row>(text: string) => world.store.run<Row>(text, []);
  const companyId = async () => (await rows<{ id: bigint }>('select id from companies limit 1'))[0]?.id ?? 0n;
  const messages = () => rows<MessageRow>('select * from messages order by id');
  const outgoing = async () => (await messages()).filter(({ direction }) => direction === 'out');

  /** An abonent writes, and the conversation is there. */
  async function write(text = 'Здравствуйте', accountId = ACCOUNT): Promise<bigint> {
    const before = await world.count(`select count(*) from messages where direction = 'in'`);
    await call('POST', '/messages', { accountId, text });
    await world.until(`select count(*) from messages where direction = 'in'`, before + 1);
    const [last] = await rows<{ id: bigint }>(
      `select conversation_id as id from messages where direction = 'in' order by id desc limit 1`,
    );
    return last?.id ?? 0n;
  }

  async function answer(conversationId: bigint, text: string, idempotencyKey = newKey()) {
    const result = await sendMessage(world.store, {
      companyId: await companyId(),
      conversationId,
      text,
      author: 'user:anna',
      idempotencyKey,
    });
    if (result.kind !== 'queued') throw new Error(result.kind);
    return result;
  }

  async function setPolicy(sendBy: 'kafka' | 'rest', autoReplies: unknown = null) {
    const [known] = await rows<{ version: number }>('select version from messaging_policies');
    const result = await saveMessagingPolicy(world.store, {
      companyId: await companyId(),
      sendBy,
      autoReplies,
      expectedVersion: known?.version ?? 0,
      actor: 'test',
    });
    if (result.kind !== 'saved') throw new Error(JSON.stringify(result));
  }

  const attempts = (deliveryId: bigint) =>
    rows<{ outcome: string; error_code: string | null }>(
      `select outcome, error_code from delivery_attempts where delivery_id = ${deliveryId} order by fence`,
    );

  /** What the abonent was told, oldest first, as the sandbox has it. */
  const told = async (accountId = ACCOUNT): Promise<string[]> => {
    const { messages: chat } = await call<{ messages: { isIncoming: boolean; text: string }[] }>(
      'GET',
      `/chat?accountId=${accountId}&limit=500`,
    );
    return chat
      .filter(({ isIncoming }) => !isIncoming)
      .map(({ text }) => text)
      .toReversed();
  };

  return {
    ...world,
    account: ACCOUNT,
    call,
    rows,
    startConsumer,
    companyId,
    messages,
    outgoing,
    write,
    answer,
    setPolicy,
    told,
    fault: (fault: Record<string, unknown>) => call('POST', '/faults', fault),
    retry: async (messageId: bigint) =>
      retryMessage(world.store, {
        companyId: await companyId(),
        messageId,
        actor: 'user:anna',
        idempotencyKey: newKey(),
      }),
    caller: async () => ({ companyId: await companyId(), actor: 'user:anna', idempotencyKey: newKey() }),
    /** The delivery when it has settled. */
    settled: async (requested: RequestedEffect | { deliveryId: bigint }, waitMs = 8_000) => {
      if (!('deliveryId' in requested)) throw new Error(requested.kind);
      const row = await waiter.settled({
        companyId: await companyId(),
        deliveryId: requested.deliveryId,
        waitMs,
      });
      if (row === null) throw new Error('no such delivery');
      if (row.state === 'pending' || row.state === 'leased')
        throw new Error(`still ${row.state}: ${JSON.stringify(await attempts(row.id))}`);
      return row;
    },
    attempts,
    /** The intake has read all that there is in the topic. */
    untilReadBack: () =>
      vi.waitFor(
        async () => {
          const ends = await listPartitionEnds({ brokers: world.brokers }, 'MESSAGES_OUT_demo');
          const end = ends.reduce((sum, one) => sum + Number(one.end), 0);
          const read = await world.count(`select count(*) from inbox_events e join inbox_sources s
            on s.id = e.source_id where topic = 'MESSAGES_OUT_demo'`);
          expect(read).toBe(end);
        },
        { timeout: 20_000, interval: 50 },
      ),
    close: async () => {
      await waiter[Symbol.asyncDispose]();
      await world.close();
    },
  };
}

export type EffectWorld = Awaited<ReturnType<typeof createEffectWorld>>;
