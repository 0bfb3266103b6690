import { CompanyShortName, messagesIn } from '@domovoy/models';
import { expect, it } from 'vitest';
import { decodeRecord } from '../../record/decode-record.ts';
import { type Bench, eventually, Seen } from '../bench.ts';

/** Values that nobody should send, and somebody does. */
export function contractOfPoison(bench: Bench): void {
  const good = JSON.stringify({ fromAbonent: { id: 1, phone: 79000000001 }, message: 'здравствуйте' });
  const poison: [string, Buffer | string | null][] = [
    ['null', null],
    ['empty', ''],
    ['invalid UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
    ['invalid JSON', '{"fromAbonent":'],
    ['1,000 levels deep', '['.repeat(1000) + ']'.repeat(1000)],
    ['almost 1 MB', `"${'x'.repeat(1_000_000)}"`],
    ['another type', '[1,2,3]'],
    [
      'a character that no database stores',
      String.raw`{"fromAbonent":{"id":1,"phone":79000000001},"message":"a\u0000b"}`,
    ],
    ['__proto__', '{"__proto__":{"fromAbonent":{"id":1,"phone":79000000001}}}'],
  ];

  it('poison values reach the handler as they are, in their place, and decode to a readable reason', async () => {
    const topic = await bench.thirdParty.createTopic();
    const definition = messagesIn(CompanyShortName.parse('demo'));
    for (const [, value] of poison)
      await bench.thirdParty.produce(topic, [
        { key: 'k', value },
        { key: 'k', value: good },
      ]);
    const seen = new Seen();
    await bench.started({ topics: [topic], onChunk: seen.onChunk });
    await eventually(() => expect(seen.records).toHaveLength(poison.length * 2));

    const decoded = seen.records.map((record) => decodeRecord(definition, record));
    for (const [at, [name, value]] of poison.entries()) {
      const [bad, after] = [decoded[at * 2], decoded[at * 2 + 1]];
      expect({ name, value: seen.records[at * 2]?.value }).toEqual({
        name,
        value: value === null ? null : Buffer.from(value),
      });
      expect({ name, ...bad }).toMatchObject({ name, ok: false, reason: expect.stringMatching(/\w/) });
      expect({ name, ...after }).toMatchObject({ name, ok: true, event: { message: 'здравствуйте' } });
    }
  });
}
