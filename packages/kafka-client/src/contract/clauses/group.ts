import { expect, it } from 'vitest';
import { type Bench, eventually, Gate, Seen } from '../bench.ts';
import { uniqueName } from '../third-party.ts';

/** Several members of one group. */
export function contractOfGroups(bench: Bench): void {
  it('two members share the partitions and take over from each other; no record is lost', async () => {
    const topic = await bench.thirdParty.createTopic(4);
    const groupId = uniqueName();
    const [first, second] = [new Seen(), new Seen()];
    const handled = () => new Set([...first.values, ...second.values]);
    const one = await bench.started({ topics: [topic], groupId, onChunk: first.onChunk });
    const sent = await bench.thirdParty.produceNumbers(topic, 500);
    await eventually(() => expect(handled().size).toBe(500));

    const two = await bench.started({ topics: [topic], groupId, onChunk: second.onChunk });
    sent.push(...(await bench.thirdParty.produceNumbers(topic, 500, 500)));
    await eventually(() => expect(handled().size).toBe(1000));
    await eventually(() => {
      expect(one.status().partitions).toHaveLength(2);
      expect(two.status().partitions).toHaveLength(2);
    });

    await one.close();
    sent.push(...(await bench.thirdParty.produceNumbers(topic, 500, 1000)));
    await eventually(() => expect(handled()).toEqual(new Set(sent)));
    expect(two.status().partitions).toHaveLength(4);
  });

  it('members of different topics leave no partition unread', async () => {
    const [common, onlyFirst, onlySecond] = [
      await bench.thirdParty.createTopic(3),
      await bench.thirdParty.createTopic(3),
      await bench.thirdParty.createTopic(3),
    ];
    const groupId = uniqueName();
    const seen = new Seen();
    const one = await bench.started({ topics: [common, onlyFirst], groupId, onChunk: seen.onChunk });
    const two = await bench.started({ topics: [common, onlySecond], groupId, onChunk: seen.onChunk });
    const topicsOf = (consumer: typeof one) => consumer.status().partitions.map(({ topic }) => topic);
    await eventually(() => expect([...topicsOf(one), ...topicsOf(two)]).toHaveLength(9));

    expect(topicsOf(one)).not.toContain(onlySecond);
    expect(topicsOf(two)).not.toContain(onlyFirst);
    for (const topic of [common, onlyFirst, onlySecond])
      await bench.thirdParty.produce(
        topic,
        [0, 1, 2].map((partition) => ({ key: 'k', value: `${topic}/${partition}`, partition })),
      );
    await eventually(() => expect(new Set(seen.values).size).toBe(9));
  });

  it('a chunk that runs when the group changes is finished and committed before the member joins anew', async () => {
    const topic = await bench.thirdParty.createTopic(2);
    const groupId = uniqueName();
    await bench.thirdParty.produce(topic, [{ key: 'k', value: 'v', partition: 0 }]);
    const gate = new Gate();
    const seen = new Seen();
    const one = await bench.started({
      topics: [topic],
      groupId,
      onChunk: gate.onChunk,
      sessionTimeoutMs: 6000,
    });
    await eventually(() => expect(gate.entered).toHaveLength(1));
    const two = bench.consumer({ topics: [topic], groupId, onChunk: seen.onChunk });
    const joined = two.start();
    // The first member learns of the second by a heartbeat while its handler still runs.
    gate.open();
    await joined;
    await eventually(() => {
      expect(one.status().partitions).toHaveLength(1);
      expect(two.status().partitions).toHaveLength(1);
    });
    expect(await bench.thirdParty.committed(groupId, topic, 0)).toBe(1n);
    expect([...gate.entered.flatMap(({ records }) => records), ...seen.records]).toHaveLength(1);
  });
}
