import { type RealKafka, startKafka } from '@domovoy/testkit/kafka';
import { describe, expect, it } from 'vitest';
import { Bench, eventually, Seen } from './bench.ts';
import { givenBrokers } from './env.ts';

const PARTITIONS = 6;

/** What only several brokers can show: leaders and coordinators that move while one of them is gone. */
describe.skipIf(givenBrokers)('real Kafka, three brokers:', () => {
  let kafka!: RealKafka;
  const bench = new Bench(async () => {
    kafka = await startKafka({ brokers: 3 });
    const access = { brokers: kafka.brokers };
    return { access, adminAccess: access, stop: () => kafka.stop() };
  });
  const coordinatorOf = async (): Promise<number> => {
    const admin = bench.thirdParty.kafka.admin();
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata({ topics: ['__consumer_offsets'] });
    await admin.disconnect();
    return topics[0]?.partitions[0]?.leader ?? 0;
  };

  it('kill -9 of the broker that coordinates the group: nothing acknowledged is lost, reading goes on', async () => {
    const topic = await bench.thirdParty.createTopic(PARTITIONS);
    const seen = new Seen();
    await bench.started({ topics: [topic], onChunk: seen.onChunk });
    const producer = bench.producer({ deadlineMs: 60_000 });
    const acknowledged: string[] = [];
    const enough = new AbortController();
    const send = async () => {
      for (let at = 0; !enough.signal.aborted; at += 1) {
        // Over all partitions at once: bare kafkajs resolves such a send although it lost a third of it.
        const records = Array.from({ length: 60 }, (_, index) => ({
          key: `k${index}`,
          value: `${at}/${index}`,
        }));
        await producer.send(topic, records);
        acknowledged.push(...records.map(({ value }) => value));
      }
    };
    const sending = send();
    await eventually(() => expect(seen.records.length).toBeGreaterThan(500));

    const dead = await coordinatorOf();
    await kafka.kill9(dead);
    const before = acknowledged.length;
    await eventually(() => expect(acknowledged.length).toBeGreaterThan(before + 120));
    enough.abort();
    await sending;
    await eventually(() => {
      const read = new Set(seen.values);
      expect(acknowledged.filter((value) => !read.has(value))).toEqual([]);
    });
  }, 120_000);
});
