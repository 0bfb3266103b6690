import { StoreError, StoreUnavailableError } from '@domovoy/store';
import { describe, expect, test } from 'vitest';
import { ChunkWriter } from './chunk-writer.ts';

function writerOf(write: (rows: readonly number[]) => Promise<void>, size = 3) {
  const refused: number[] = [];
  const writer = new ChunkWriter<number>({ size, write, onRefused: (row) => void refused.push(row) });
  return { writer, refused };
}
const addAll = async (writer: ChunkWriter<number>, count: number) => {
  for (let row = 0; row < count; row++) await writer.add(row);
};
const refusal = () => new StoreError('no', { code: 'STORE_STATEMENT_REJECTED' });

describe('a chunk writer', () => {
  test('writes everything, in order, in chunks of the size, one at a time', async () => {
    const chunks: number[][] = [];
    let running = 0;
    const { writer } = writerOf(async (rows) => {
      expect(++running).toBe(1);
      await Promise.resolve();
      chunks.push([...rows]);
      running -= 1;
    });
    await addAll(writer, 8);
    await writer.flush();
    expect(chunks).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7],
    ]);
    expect(writer).toMatchObject({ added: 8, written: 8 });
  });

  test('lets readers go on while a chunk is written, and no further than one chunk', async () => {
    const gate = Promise.withResolvers<void>();
    const { writer } = writerOf(() => gate.promise);
    await addAll(writer, 6);
    const seventh = writer.add(6);
    await new Promise(setImmediate);
    expect(writer).toMatchObject({ added: 6, written: 0 });
    gate.resolve();
    await seventh;
    await writer.flush();
    expect(writer.written).toBe(7);
  });

  test('takes many readers at once', async () => {
    const { writer } = writerOf(async () => {
      await new Promise(setImmediate);
    });
    await Promise.all(Array.from({ length: 5 }, () => addAll(writer, 11)));
    await writer.flush();
    expect(writer).toMatchObject({ added: 55, written: 55 });
  });

  test('finds the one row that the database refuses, and writes the others', async () => {
    const written: number[] = [];
    const { writer, refused } = writerOf(async (rows) => {
      if (rows.includes(5)) throw refusal();
      written.push(...rows);
    }, 8);
    await addAll(writer, 8);
    await writer.flush();
    expect({ refused, written }).toEqual({ refused: [5], written: [0, 1, 2, 3, 4, 6, 7] });
  });

  test('takes an outage for no refusal: it is told to whoever adds or flushes next', async () => {
    const outage = new StoreUnavailableError('away', { code: 'STORE_UNAVAILABLE', retryable: true });
    const { writer, refused } = writerOf(() => Promise.reject(outage));
    await addAll(writer, 3);
    await expect(writer.flush()).rejects.toBe(outage);
    await expect(addAll(writer, 1)).rejects.toBe(outage);
    expect(refused).toEqual([]);
  });
});
