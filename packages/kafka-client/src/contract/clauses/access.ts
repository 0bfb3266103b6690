import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { KafkaAccess } from '../../access/access.ts';
import { mapError } from '../../access/map-error.ts';
import { KafkaError } from '../../errors.ts';
import { listTopics } from '../../topics/topic-directory.ts';
import { type Bench, eventually, Seen } from '../bench.ts';
import { uniqueName } from '../third-party.ts';

/** Logins, certificates and rights: each mistake is named in words that say what to do. */
export function contractOfAccess(bench: Bench, options: { loginLastsMs?: number } = {}): void {
  const sasl = () => bench.access.sasl ?? { mechanism: 'scram-sha-512' as const, username: '', password: '' };
  const ignore = async (): Promise<void> => {};

  it('reads and writes over SASL_SSL with SCRAM and an authority of its own', async () => {
    const topic = await bench.thirdParty.createTopic();
    const seen = new Seen();
    await bench.started({ topics: [topic], onChunk: seen.onChunk });
    await bench.producer().send(topic, [{ key: 'k', value: 'привет' }]);
    await eventually(() => expect(seen.values).toEqual(['привет']));
  });

  const mistakes: [string, string, (right: KafkaAccess) => KafkaAccess][] = [
    [
      'a wrong password',
      'KAFKA_AUTHENTICATION_FAILED',
      (right) => ({ ...right, sasl: { ...sasl(), password: 'wrong' } }),
    ],
    [
      'an unknown user',
      'KAFKA_AUTHENTICATION_FAILED',
      (right) => ({ ...right, sasl: { ...sasl(), username: 'nobody' } }),
    ],
    ['no login', 'KAFKA_LOGIN_REQUIRED', ({ brokers, tls = true }) => ({ brokers, tls })],
    ['an unknown authority', 'KAFKA_CERTIFICATE_UNTRUSTED', (right) => ({ ...right, tls: true })],
    ['no TLS', 'KAFKA_TLS_REQUIRED', ({ brokers }) => ({ brokers, sasl: sasl() })],
  ];
  it.each(mistakes)('%s ends the start with %s', async (_name, code, change) => {
    const topic = await bench.thirdParty.createTopic();
    const consumer = bench.consumer({ access: change(bench.access), topics: [topic], onChunk: ignore });
    await expect(consumer.start()).rejects.toMatchObject({ code, retryable: false });
    expect(await consumer.ended).toMatchObject({ code });
    expect(consumer.status()).toMatchObject({ state: 'failed', error: { code } });
    await expect(listTopics(change(bench.access))).rejects.toMatchObject({ code });
    await expect(
      bench.producer({ access: change(bench.access) }).send(topic, [{ key: 'k', value: 'v' }]),
    ).rejects.toMatchObject({ code });
  });

  it('the control: the mistake of one character is what made the difference', async () => {
    const topic = await bench.thirdParty.createTopic();
    const consumer = await bench.started({ topics: [topic], onChunk: ignore });
    expect(consumer.status()).toMatchObject({ state: 'running' });
  });

  it('TLS on a port without it is hinted at', async ({ skip }) => {
    skip(bench.broker.adminAccess.tls !== undefined, 'this broker has no port without TLS');
    const access = { ...bench.broker.adminAccess, tls: true };
    await expect(listTopics(access)).rejects.toMatchObject({
      code: 'KAFKA_UNREACHABLE',
      message: expect.stringContaining('TLS'),
    });
  });

  it('holds its connections when logins last only seconds', async ({ skip }) => {
    const { loginLastsMs } = options;
    if (loginLastsMs === undefined) {
      skip('logins do not end on this broker');
      return;
    }
    const topic = await bench.thirdParty.createTopic();
    const seen = new Seen();
    const consumer = await bench.started({ topics: [topic], onChunk: seen.onChunk });
    const producer = bench.producer();
    const until = Date.now() + loginLastsMs * 1.5;
    let sent = 0;
    while (Date.now() < until) {
      await producer.send(topic, [{ key: 'k', value: String(sent) }]);
      sent += 1;
      await delay(50);
    }
    await eventually(() => expect(new Set(seen.values).size).toBe(sent));
    expect(consumer.status().error).toBeUndefined();
  });
}

/** A broker on which the group `foreign` is not authorised. */
export function contractOfGroupRights(bench: Bench): void {
  const ignore = async (): Promise<void> => {};

  it('a consumer group that is not authorised ends the consumer with the advice to use the contract’s', async () => {
    const topic = await bench.thirdParty.createTopic();
    const consumer = bench.consumer({ groupId: 'foreign', topics: [topic], onChunk: ignore });
    await expect(consumer.start()).rejects.toMatchObject({
      code: 'KAFKA_GROUP_FORBIDDEN',
      message: expect.stringContaining('foreign'),
    });
    expect(await consumer.ended).toMatchObject({ code: 'KAFKA_GROUP_FORBIDDEN' });
  });

  it('a broker that is away is no forbidden group, although kafkajs calls both by the same name', () => {
    const error = Object.assign(new Error('Failed to find group coordinator'), {
      name: 'KafkaJSGroupCoordinatorNotFound',
    });
    const mapped = mapError(error, { access: bench.access, groupId: 'foreign' });
    expect(mapped).toBeInstanceOf(KafkaError);
    expect(mapped.retryable).toBe(true);
  });
}

/** A user who may use only topics that begin with `contract`. */
export function contractOfTopicRights(bench: Bench): void {
  it('a forbidden topic spoils nothing and is named', async () => {
    const allowed = await bench.thirdParty.createTopic();
    const forbidden = await bench.thirdParty.createTopic(1, `foreign-${uniqueName()}`);
    const seen = new Seen();
    const consumer = await bench.started({ topics: [allowed, forbidden], onChunk: seen.onChunk });
    await bench.thirdParty.produceNumbers(allowed, 1);
    await eventually(() => expect(seen.values).toEqual(['0']));
    expect(consumer.status()).toMatchObject({ state: 'running', forbiddenTopics: [forbidden] });
  });

  it('a topic that the user may not write is refused in plain words', async () => {
    const forbidden = await bench.thirdParty.createTopic(1, `foreign-${uniqueName()}`);
    const producer = bench.producer();
    await expect(producer.send(forbidden, [{ key: 'k', value: 'v' }])).rejects.toMatchObject({
      code: 'KAFKA_TOPIC_FORBIDDEN',
      message: expect.stringContaining(forbidden),
    });
    const allowed = await bench.thirdParty.createTopic();
    expect(await producer.send(allowed, [{ key: 'k', value: 'v' }])).toHaveLength(1);
  });

  it('a restricted user sees its own topics alone', async () => {
    const forbidden = await bench.thirdParty.createTopic(1, `foreign-${uniqueName()}`);
    const topics = await listTopics(bench.access);
    expect(topics.map(({ name }) => name)).not.toContain(forbidden);
  });
}
