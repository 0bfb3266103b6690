import { expect, it } from 'vitest';
import { type Bench, eventually, Seen } from './bench.ts';

/** Connections that break in the middle. */
export function contractOfConnectionFaults(bench: Bench): void {
  it('a reset of every connection costs the consumer nothing but time', async ({ skip }) => {
    const { proxy } = bench.broker;
    if (!proxy) return skip('this broker cannot be put behind a proxy');
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
    if (!proxy) return skip('this broker cannot be put behind a proxy');
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
}
