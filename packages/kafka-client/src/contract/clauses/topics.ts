import { expect, it } from 'vitest';
import { listTopics } from '../../topics/topic-directory.ts';
import { type Bench, eventually, Seen } from '../bench.ts';
import { uniqueName } from '../third-party.ts';

/** Topics that are not there, come, go and grow while the consumer runs. */
export function contractOfTopics(bench: Bench): void {
  it('a topic that does not exist spoils nothing, and is read as soon as it does', async () => {
    const there = await bench.thirdParty.createTopic();
    const later = uniqueName();
    const seen = new Seen();
    const consumer = await bench.started({ topics: [there, later], onChunk: seen.onChunk });
    await bench.thirdParty.produceNumbers(there, 1);
    await eventually(() => expect(seen.values).toEqual(['0']));
    expect(consumer.status().missingTopics).toEqual([later]);

    await bench.thirdParty.createTopic(1, later);
    await bench.thirdParty.produceNumbers(later, 1, 100);
    await eventually(() => expect(seen.values).toEqual(['0', '100']));
    expect(consumer.status().missingTopics).toEqual([]);
    await bench.thirdParty.produceNumbers(there, 1, 1);
    await eventually(() => expect(seen.values).toEqual(['0', '100', '1']));
  });

  it('waits when none of its topics exists, and begins when one does', async () => {
    const topic = uniqueName();
    const seen = new Seen();
    const consumer = await bench.started({ topics: [topic], onChunk: seen.onChunk });
    expect(consumer.status()).toMatchObject({ state: 'waiting', missingTopics: [topic] });
    await bench.thirdParty.createTopic(1, topic);
    await bench.thirdParty.produceNumbers(topic, 1);
    await eventually(() => expect(seen.values).toEqual(['0']));
    expect(consumer.status().state).toBe('running');
  });

  it('a topic that vanishes does not disturb the others', async () => {
    const [staying, leaving] = [await bench.thirdParty.createTopic(), await bench.thirdParty.createTopic()];
    const seen = new Seen();
    const consumer = await bench.started({ topics: [staying, leaving], onChunk: seen.onChunk });
    await bench.thirdParty.produceNumbers(leaving, 1);
    await eventually(() => expect(seen.values).toEqual(['0']));

    await bench.thirdParty.deleteTopic(leaving);
    await eventually(() => expect(consumer.status().missingTopics).toEqual([leaving]));
    await bench.thirdParty.produceNumbers(staying, 1, 1);
    await eventually(() => expect(seen.values).toEqual(['0', '1']));
  });

  it('reads the partitions that a topic gets later', async ({ skip }) => {
    skip(bench.broker.cannotAddPartitions === true, 'the broker cannot add partitions');
    const topic = await bench.thirdParty.createTopic(1);
    const seen = new Seen();
    await bench.started({ topics: [topic], onChunk: seen.onChunk });
    await bench.thirdParty.addPartitions(topic, 3);
    await bench.thirdParty.produce(topic, [{ key: 'k', value: 'v', partition: 2 }]);
    await eventually(() => expect(seen.records.map(({ partition }) => partition)).toEqual([2]));
  });

  it('lists the topics there are', async () => {
    const topic = await bench.thirdParty.createTopic(2);
    const topics = await listTopics(bench.access);
    expect(topics.find(({ name }) => name === topic)).toEqual({ name: topic, partitions: 2 });
  });
}
