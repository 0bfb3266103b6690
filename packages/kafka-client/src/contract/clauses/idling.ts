import { createHook } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Bench, eventually, Seen } from '../bench.ts';

/** What a consumer costs that has nothing to do, and how soon it wakes. Measured, so one test at a time. */
export function contractOfIdling(bench: Bench): void {
  it('hands a record on within milliseconds when idle', async () => {
    const topic = await bench.thirdParty.createTopic();
    const delays: number[] = [];
    await bench.started({
      topics: [topic],
      onChunk: async ({ records }) => {
        for (const { value } of records) delays.push(performance.now() - Number(value));
      },
    });
    for (let sent = 1; sent <= 20; sent += 1) {
      await bench.thirdParty.produce(topic, [{ key: 'k', value: String(performance.now()) }]);
      await eventually(() => expect(delays).toHaveLength(sent));
    }
    const median = delays.toSorted((a, b) => a - b)[10];
    // The long poll lasts a second: whoever waited for its end would need half of it in the middle.
    expect(median).toBeLessThan(100);
  });

  it('sets few timers while idle (kafkajs by itself: 900 a second for each connection)', async () => {
    const topic = await bench.thirdParty.createTopic();
    const seen = new Seen();
    await bench.started({ topics: [topic], onChunk: seen.onChunk, topicPollMs: 10_000 });
    await bench.thirdParty.produceNumbers(topic, 1);
    await eventually(() => expect(seen.values).toEqual(['0']));
    let timers = 0;
    const hook = createHook({
      init(_id, type) {
        if (type === 'Timeout') timers += 1;
      },
    }).enable();
    await delay(1000);
    hook.disable();
    expect(timers).toBeLessThan(100);
  });
}
