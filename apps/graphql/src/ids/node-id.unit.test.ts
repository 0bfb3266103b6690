import { describe, expect, it } from 'vitest';
import {
  decodeId,
  decodeInboxId,
  decodeIssueId,
  decodeNodeId,
  encodeId,
  encodeInboxId,
  encodeIssueId,
} from './node-id.ts';

describe('ids', () => {
  it('come back as the number that they were made of', () => {
    for (const id of [1n, 2n, 31n, 32n, 1_000_000n, 2n ** 53n, 2n ** 63n - 1n])
      expect(decodeId('SignUp', encodeId('SignUp', id))).toBe(id);
  });

  it('stay what they are: clients have stored them', () => {
    expect(encodeId('SignUp', 1n)).toMatchInlineSnapshot(`"sup_ccsmdjgsxy0sr"`);
    expect(encodeInboxId({ sourceId: 1, partition: 0, offset: 0n })).toMatchInlineSnapshot(
      `"inb_3sn0ya8kvcvmengmfm5n69azsd"`,
    );
  });

  it('do not show how many there are', () => {
    const [a, b] = [encodeId('Message', 1000n), encodeId('Message', 1001n)];
    const equalAtTheEnd = a.split('').filter((character, i) => character === b[i]).length;
    expect(equalAtTheEnd).toBeLessThan(12);
  });

  it('are refused when they were changed, cut, of another type or never ours', () => {
    const id = encodeId('SignUp', 7n);
    const bad = [
      id.slice(0, -1),
      `${id}0`,
      id.toUpperCase(),
      id.replace('sup', 'cnv'),
      'sup_',
      '',
      'sup_zzzzzzzzzzzzz',
    ];
    for (const text of bad) expect(decodeId('SignUp', text)).toBeNull();
    expect(decodeId('SignUp', encodeId('SignUp', 0n))).toBeNull();
    expect(decodeNodeId('hello')).toBeNull();
  });

  it('of issues carry what they are about and the fingerprint of the cause', () => {
    for (const fingerprint of ['0'.repeat(30), 'f'.repeat(30), '0123456789abcdef0123456789abcd'])
      for (const subject of ['delivery', 'event'] as const) {
        const id = encodeIssueId({ subject, fingerprint });
        expect(decodeIssueId(id)).toEqual({ subject, fingerprint });
        expect(decodeNodeId(id)).toEqual({ type: 'Issue', issue: { subject, fingerprint } });
        expect(decodeIssueId(id.replace('iss', 'inb'))).toBeNull();
        expect(decodeIssueId(`${id.slice(0, -1)}u`)).toBeNull();
      }
    // Of a subject that there is not.
    expect(
      decodeIssueId(encodeInboxId({ sourceId: 9, partition: 0, offset: 0n }).replace('inb', 'iss')),
    ).toBeNull();
    expect(encodeIssueId({ subject: 'delivery', fingerprint: '0'.repeat(30) })).toMatchInlineSnapshot(
      `"iss_0g8qt92kvcvmengmfm5n69azsd"`,
    );
  });

  it('of inbox events carry source, partition and offset', () => {
    for (const at of [
      { sourceId: 1, partition: 0, offset: 0n },
      { sourceId: 2 ** 31 - 1, partition: 99, offset: 2n ** 63n - 1n },
    ])
      expect(decodeInboxId(encodeInboxId(at))).toEqual(at);
    expect(decodeNodeId(encodeInboxId({ sourceId: 3, partition: 1, offset: 5n }))).toEqual({
      type: 'InboxEvent',
      at: { sourceId: 3, partition: 1, offset: 5n },
    });
  });
});
