import type { ProxyConnection } from '@domovoy/testkit';
import { expect, it } from 'vitest';
import { createKafkajs } from '../../access/kafkajs-client.ts';
import { SocketSwitch } from '../../access/socket-switch.ts';
import { type Bench, eventually, Seen } from '../bench.ts';
import type { ContractBroker } from '../contract-broker.ts';

/** Connections that break in the middle. */
export function contractOfConnectionFaults(bench: Bench): void {
  it('a reset of every connection costs the consumer nothing but time', async ({ skip }) => {
    const { proxy } = bench.broker;
    if (!proxy) {
      skip('this broker cannot be put behind a proxy');
      return;
    }
    const topic = await bench.thirdParty.createTopic(2);
    const seen = new Seen();
    await bench.started({ access: proxy.access, topics: [topic], onChunk: seen.onChunk });
    for (let round = 0; round < 3; round += 1) {
      await bench.thirdParty.produceNumbers(topic, 100, round * 100);
      proxy.faults.reset();
    }
    await eventually(() => expect(new Set(seen.values).size).toBe(300));
  });

  it('a send through a connection that fell silent rejects at its deadline with an unknown outcome', async ({
    skip,
  }) => {
    const { proxy } = bench.broker;
    if (!proxy) {
      skip('this broker cannot be put behind a proxy');
      return;
    }
    const topic = await bench.thirdParty.createTopic();
    const producer = bench.producer({ access: proxy.access, deadlineMs: 700 });
    await producer.send(topic, [{ key: 'k', value: '0' }]);
    proxy.faults.freezeExisting();
    const began = Date.now();
    await expect(producer.send(topic, [{ key: 'k', value: '1' }])).rejects.toMatchObject({
      code: 'KAFKA_TIMEOUT',
      unknownOutcome: true,
      retryable: true,
    });
    expect(Date.now() - began).toBeLessThan(2000);
    proxy.faults.thaw();
    await producer.send(topic, [{ key: 'k', value: '2' }]);
  });

  it('a record whose answer got lost is stored once (without idempotent sends: twice)', async ({ skip }) => {
    const { proxy } = bench.broker;
    if (!proxy) {
      skip('this broker cannot be put behind a proxy');
      return;
    }
    const topic = await bench.thirdParty.createTopic();
    const cut = loseFirstAnswerToProduce(proxy.hooks);
    await bench.producer({ access: proxy.access }).send(topic, [{ key: 'k', value: 'ours' }]);
    expect(cut()).toBe(true);

    // The control: bare kafkajs, the same fault.
    const cutAgain = loseFirstAnswerToProduce(proxy.hooks);
    const sockets = new SocketSwitch();
    const retry = { retries: 10, initialRetryTime: 50 };
    const bare = createKafkajs({ access: proxy.access, clientId: 'control', retry, sockets }).producer();
    await bare.connect();
    await bare.send({ topic, messages: [{ key: 'k', value: 'bare' }] });
    expect(cutAgain()).toBe(true);
    sockets.off();
    delete proxy.hooks.onClientData;
    delete proxy.hooks.onServerData;
    const stored = await bench.thirdParty.readAll(topic);
    expect(stored.map(({ value }) => value)).toEqual(['ours', 'bare', 'bare']);
  });
}

const PRODUCE = 0;
const API_KEY_AT = 4;

/** Resets the connection when the broker answers the first Produce request: it has stored the record. */
function loseFirstAnswerToProduce(hooks: NonNullable<ContractBroker['proxy']>['hooks']): () => boolean {
  const asked = new Set<ProxyConnection>();
  let isCut = false;
  hooks.onClientData = (chunk, connection) => {
    if (chunk.length > API_KEY_AT + 1 && chunk.readInt16BE(API_KEY_AT) === PRODUCE) asked.add(connection);
  };
  hooks.onServerData = (chunk, connection) => {
    if (isCut || !asked.has(connection)) return chunk;
    isCut = true;
    connection.reset();
    return null;
  };
  return () => isCut;
}
