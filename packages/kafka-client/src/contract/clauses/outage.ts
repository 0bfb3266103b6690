import { expect, it } from 'vitest';
import { type Bench, eventually, Seen } from '../bench.ts';

/** A broker that dies and comes back. */
export function contractOfOutages(bench: Bench): void {
  it('comes back by itself after kill -9 of the broker; consumer and producer lose nothing', async ({
    skip,
  }) => {
    const { outage } = bench.broker;
    if (!outage) {
      skip('this broker must not die');
      return;
    }
    const topic = await bench.thirdParty.createTopic(2);
    const seen = new Seen();
    const consumer = await bench.started({ topics: [topic], onChunk: seen.onChunk });
    const producer = bench.producer();
    await producer.send(topic, [{ key: 'before', value: 'before' }]);
    await eventually(() => expect(seen.values).toEqual(['before']));

    await outage.kill9();
    const during = producer.send(topic, [{ key: 'during', value: 'during' }]);
    await outage.restart();
    await during;
    await producer.send(topic, [{ key: 'after', value: 'after' }]);
    await eventually(() => expect(new Set(seen.values)).toEqual(new Set(['before', 'during', 'after'])));
    await eventually(() => expect(consumer.status().state).toBe('running'));
  });

  it('starts while the broker is away, says so, and begins when it is there', async ({ skip }) => {
    const { outage } = bench.broker;
    if (!outage) {
      skip('this broker must not die');
      return;
    }
    const topic = await bench.thirdParty.createTopic();
    await bench.thirdParty.produceNumbers(topic, 1);
    await outage.kill9();
    const seen = new Seen();
    const consumer = await bench.started({ topics: [topic], onChunk: seen.onChunk });
    expect(consumer.status()).toMatchObject({ state: 'waiting', error: { code: 'KAFKA_UNREACHABLE' } });
    await outage.restart();
    await eventually(() => expect(seen.values).toEqual(['0']));
    expect(consumer.status().error).toBeUndefined();
  });
}
