import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crc32c } from '../compression/crc32c.ts';
import { encodeBatch } from '../records/encode-batch.ts';
import { BatchField } from '../records/record-batch.ts';
import { type LogOptions, PartitionLog } from './partition-log.ts';

let dir: string;
let open: PartitionLog[];

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'domovoy-log-'));
  open = [];
});
afterEach(() => {
  for (const log of open) log.close();
  rmSync(dir, { recursive: true });
});

function openLog(options: Partial<LogOptions> = {}): PartitionLog {
  const defaults = { segmentBytes: 2 ** 20, retentionBytes: Number.POSITIVE_INFINITY, onAppend: () => {} };
  const log = new PartitionLog(dir, { ...defaults, ...options });
  open.push(log);
  return log;
}

/** What is left to a new process after the old one was killed: the files, and nothing was closed. */
const reopen = (options?: Partial<LogOptions>) => openLog(options);

function batchOf(values: readonly string[], timestamp = 1_000): Buffer {
  return encodeBatch(
    values.map((value, i) => ({ timestamp: timestamp + i, key: null, value: Buffer.from(value) })),
  );
}

/** As an idempotent producer sends it. */
function sequenced(
  values: readonly string[],
  producer: { id: number; epoch: number; sequence: number },
): Buffer {
  const batch = batchOf(values);
  batch.writeBigInt64BE(BigInt(producer.id), BatchField.PRODUCER_ID);
  batch.writeInt16BE(producer.epoch, BatchField.PRODUCER_EPOCH);
  batch.writeInt32BE(producer.sequence, BatchField.BASE_SEQUENCE);
  batch.writeUInt32BE(crc32c(batch, BatchField.ATTRIBUTES), BatchField.CRC);
  return batch;
}

const contents = (log: PartitionLog) =>
  [...log.records(0)].map(({ offset, value }) => `${offset}:${value?.toString() ?? ''}`);
const segmentFiles = () =>
  readdirSync(dir)
    .filter((file) => file.endsWith('.log'))
    .toSorted();
const newestFile = () => path.join(dir, segmentFiles().at(-1) ?? '');
const refusal = (name: string) => expect.objectContaining({ code: `KAFKA_${name}` });

describe('a partition', () => {
  it('keeps records in order, from any offset on, also for the next process', () => {
    const log = openLog();
    expect(log.append(batchOf(['a', 'b']))).toBe(0);
    expect(log.append(batchOf(['c']))).toBe(2);
    for (const each of [log, reopen()]) {
      expect(contents(each)).toEqual(['0:a', '1:b', '2:c']);
      expect([...each.records(1, 1)].map(({ value }) => String(value))).toEqual(['b']);
      expect(each.endOffset).toBe(3);
    }
    expect(reopen().append(batchOf(['d']))).toBe(3);
  });

  it('serves whole batches up to the size that was asked for, and at least one where that is wanted', () => {
    const log = openLog();
    const batches = ['a', 'b', 'c'].map((value) => batchOf([value]));
    for (const batch of batches) log.append(batch);
    const size = batches[0]?.length ?? 0;
    expect(log.read(0, 2 * size + 1, false)).toHaveLength(2 * size);
    expect(log.read(1, 1, true)).toHaveLength(size);
    expect(log.read(1, 1, false)).toHaveLength(0);
    expect(log.read(3, 1, true)).toHaveLength(0);
    expect(() => log.read(4, 1, true)).toThrow(refusal('OFFSET_OUT_OF_RANGE'));
    expect(() => log.read(-1, 1, true)).toThrow(refusal('OFFSET_OUT_OF_RANGE'));
  });

  it('cuts off what a killed process left half written, wherever it was interrupted', () => {
    openLog().append(batchOf(['kept']));
    const whole = statSync(newestFile()).size;
    const next = batchOf(['half', 'written']);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: next.length - 1 }), (length) => {
        appendFileSync(newestFile(), next.subarray(0, length));
        const log = reopen();
        expect(contents(log)).toEqual(['0:kept']);
        expect(statSync(newestFile()).size).toBe(whole);
      }),
    );
  });

  it('cuts off garbage behind the last batch', () => {
    openLog().append(batchOf(['kept']));
    const whole = statSync(newestFile()).size;
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (garbage) => {
        appendFileSync(newestFile(), garbage);
        expect(contents(reopen())).toEqual(['0:kept']);
        expect(statSync(newestFile()).size).toBe(whole);
      }),
    );
    const log = reopen();
    expect(log.append(batchOf(['next']))).toBe(1);
    expect(contents(reopen())).toEqual(['0:kept', '1:next']);
  });

  it('does not start on a log that is damaged in its middle: that would lose records in silence', () => {
    const log = openLog({ segmentBytes: 1 });
    log.append(batchOf(['a']));
    log.append(batchOf(['b']));
    const [oldest = ''] = segmentFiles();
    truncateSync(path.join(dir, oldest), 30);
    expect(() => reopen()).toThrow(expect.objectContaining({ code: 'SANDBOX_LOG_DAMAGED' }));
  });

  it('goes on in a new file when one is full, and reads across files', () => {
    const log = openLog({ segmentBytes: 150 });
    for (let i = 0; i < 6; i++) log.append(batchOf([`v${i}`]));
    expect(segmentFiles()).toHaveLength(3);
    expect(segmentFiles()[1]).toBe('00000000000000000002.log');
    expect(contents(log)).toHaveLength(6);
    expect(log.read(0, 2 ** 20, false)).toHaveLength(6 * batchOf(['v0']).length);
    expect(contents(reopen({ segmentBytes: 150 }))).toEqual(contents(log));
  });

  it('deletes the oldest files beyond its retention, never the newest', () => {
    const log = openLog({ segmentBytes: 1, retentionBytes: 150 });
    for (let i = 0; i < 6; i++) log.append(batchOf([`v${i}`]));
    expect(contents(log)).toEqual(['3:v3', '4:v4', '5:v5']);
    expect(log.startOffset).toBe(3);
    expect(() => log.read(2, 1, true)).toThrow(refusal('OFFSET_OUT_OF_RANGE'));
    const none = openLog({ segmentBytes: 1, retentionBytes: 0 });
    none.append(batchOf(['last']));
    expect(contents(none)).toEqual(['6:last']);
  });

  it('forgets the records before an offset for good', () => {
    const log = openLog({ segmentBytes: 150 });
    for (let i = 0; i < 6; i++) log.append(batchOf([`v${i}`]));
    expect(log.deleteBefore(3)).toBe(3);
    expect(log.deleteBefore(1)).toBe(3);
    expect(() => log.deleteBefore(7)).toThrow(refusal('OFFSET_OUT_OF_RANGE'));
    expect(segmentFiles()[0]).toBe('00000000000000000002.log');
    for (const each of [log, reopen()]) expect(contents(each)).toEqual(['3:v3', '4:v4', '5:v5']);
    expect(log.deleteBefore(6)).toBe(6);
    expect(reopen()).toMatchObject({ startOffset: 6, endOffset: 6 });
    expect(reopen().append(batchOf(['next']))).toBe(6);
  });

  it('finds the first record that is not older than a time, though times need not ascend', () => {
    const log = openLog();
    log.append(batchOf(['a', 'b'], 5_000));
    log.append(batchOf(['late'], 1_000));
    log.append(batchOf(['c'], 9_000));
    expect(log.findByTimestamp(0)?.offset).toBe(0);
    expect(log.findByTimestamp(5_001)?.offset).toBe(1);
    expect(log.findByTimestamp(6_000)?.offset).toBe(3);
    expect(log.findByTimestamp(9_001)).toBeUndefined();
    log.deleteBefore(1);
    expect(log.findByTimestamp(0)?.offset).toBe(1);
  });

  it('wakes each waiting reader once, at the next append or at the end', () => {
    const log = openLog();
    const woken: string[] = [];
    log.onNextChange(() => woken.push('first'));
    const forget = log.onNextChange(() => woken.push('forgotten'));
    forget();
    log.append(batchOf(['a']));
    log.append(batchOf(['b']));
    log.onNextChange(() => woken.push('closed'));
    log.close();
    expect(woken).toEqual(['first', 'closed']);
    open = [];
  });

  it('keeps a damaged start file from hiding records', () => {
    openLog().append(batchOf(['a']));
    writeFileSync(path.join(dir, 'start'), '');
    expect(contents(reopen())).toEqual(['0:a']);
    expect(readFileSync(newestFile()).length).toBeGreaterThan(0);
  });
});

describe('an idempotent producer', () => {
  const id = 7;

  it("gets the first time's offset for a repeat, and nothing is stored twice", () => {
    const log = openLog();
    const first = sequenced(['a', 'b'], { id, epoch: 0, sequence: 0 });
    log.append(first);
    log.append(sequenced(['c'], { id, epoch: 0, sequence: 2 }));
    for (const each of [log, reopen()]) {
      expect(each.append(Buffer.from(first))).toBe(0);
      expect(each.append(sequenced(['c'], { id, epoch: 0, sequence: 2 }))).toBe(2);
      expect(contents(each)).toEqual(['0:a', '1:b', '2:c']);
    }
  });

  it('may not leave out or repeat a part of what it sent', () => {
    const log = openLog();
    log.append(sequenced(['a', 'b'], { id, epoch: 0, sequence: 0 }));
    const refused = refusal('OUT_OF_ORDER_SEQUENCE_NUMBER');
    expect(() => log.append(sequenced(['d'], { id, epoch: 0, sequence: 3 }))).toThrow(refused);
    expect(() => log.append(sequenced(['b'], { id, epoch: 0, sequence: 1 }))).toThrow(refused);
    expect(log.endOffset).toBe(2);
  });

  it('is shut out by a newer epoch of itself, which begins at 0', () => {
    const log = openLog();
    log.append(sequenced(['a'], { id, epoch: 0, sequence: 0 }));
    expect(() => log.append(sequenced(['b'], { id, epoch: 1, sequence: 1 }))).toThrow(
      refusal('OUT_OF_ORDER_SEQUENCE_NUMBER'),
    );
    log.append(sequenced(['b'], { id, epoch: 1, sequence: 0 }));
    expect(() => log.append(sequenced(['c'], { id, epoch: 0, sequence: 1 }))).toThrow(
      refusal('INVALID_PRODUCER_EPOCH'),
    );
  });

  it('goes on at 0 after the last sequence number, and may start anywhere where it is not known', () => {
    const log = openLog();
    const last = 2 ** 31 - 1;
    log.append(sequenced(['a', 'b'], { id, epoch: 0, sequence: last }));
    expect(log.append(sequenced(['c'], { id, epoch: 0, sequence: 1 }))).toBe(2);
    expect(log.append(sequenced(['a', 'b'], { id, epoch: 0, sequence: last }))).toBe(0);
  });
});
