import type { EventRecord, Received, ReceivedChunk } from '@domovoy/domain';
import { StoreError, StoreUnavailableError } from '@domovoy/store';
import { describe, expect, test } from 'vitest';
import { burialOf, sparePoison } from './spare-poison.ts';

const refused = (sqlState: string) =>
  new StoreError('the database refused the row', { code: 'STORE_STATEMENT_REJECTED', meta: { sqlState } });

/** A use case that takes everything except poison, and keeps the order in which it was called. */
function receiver(poison: readonly bigint[], error: Error = refused('54000')) {
  const taken: bigint[] = [];
  const buried: bigint[] = [];
  let calls = 0;
  const receive = async ({ records, dead }: ReceivedChunk<string>): Promise<Received> => {
    calls += 1;
    if (records.some(({ offset }) => poison.includes(offset))) throw error;
    taken.push(...records.map(({ offset }) => offset));
    buried.push(...dead.map(({ offset }) => offset));
    return { fresh: records.length, dead: dead.length, recreated: false };
  };
  return { receive, taken, buried, calls: () => calls };
}

const record = (offset: bigint): EventRecord<string> => ({
  offset,
  timestampMs: 0,
  hash: 1,
  payload: '{}',
  event: 'event',
});
const chunkOf = (count: number, deadAt: readonly bigint[] = []): ReceivedChunk<string> => ({
  partition: 0,
  records: Array.from({ length: count }, (_, index) => record(BigInt(index))).filter(
    ({ offset }) => !deadAt.includes(offset),
  ),
  dead: deadAt.map((offset) => ({ offset, timestampMs: 0, hash: 1, raw: null, reason: 'unreadable' })),
});

describe('a chunk that the database refuses', () => {
  test('loses only its poisonous records; the others are received in order', async () => {
    const poison = [3n, 250n, 499n];
    const { receive, taken, buried, calls } = receiver(poison);
    const received = await sparePoison(chunkOf(500, [7n]), receive, burialOf);
    expect(received).toEqual({ fresh: 496, dead: 4, recreated: false });
    expect(buried.toSorted((a, b) => Number(a - b))).toEqual([3n, 7n, 250n, 499n]);
    expect(taken).toEqual(chunkOf(500, [7n, ...poison]).records.map(({ offset }) => offset));
    expect(calls()).toBeLessThan(70);
  });

  test('is given as a whole, once, when nothing is wrong with it', async () => {
    const { receive, calls } = receiver([]);
    await expect(sparePoison(chunkOf(500), receive, burialOf)).resolves.toMatchObject({
      fresh: 500,
      dead: 0,
    });
    expect(calls()).toBe(1);
  });

  test.each([
    [
      'the database is away',
      new StoreUnavailableError('away', { code: 'STORE_UNAVAILABLE', retryable: true }),
    ],
    [
      'a table is missing',
      new StoreError('schema', { code: 'STORE_SCHEMA_OUTDATED', meta: { sqlState: '42P01' } }),
    ],
    ['the statement is wrong', refused('42601')],
    ['our code is wrong', new TypeError('a bug')],
  ])('comes again as a whole when %s: that is not the data’s fault', async (_name, error) => {
    const { receive, taken, buried, calls } = receiver([1n], error);
    await expect(sparePoison(chunkOf(4), receive, burialOf)).rejects.toBe(error);
    expect([taken, buried, calls()]).toEqual([[], [], 1]);
  });

  test('keeps the bytes and the reason of what it loses', () => {
    expect(burialOf(record(5n), refused('22003'))).toEqual({
      offset: 5n,
      timestampMs: 0,
      hash: 1,
      raw: Buffer.from('{}'),
      reason: 'the database refused the event: the database refused the row',
    });
  });
});
