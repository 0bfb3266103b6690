import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeBatch } from '../records/encode-batch.ts';
import { OffsetStore } from './offset-store.ts';
import { type Appended, Topics } from './topics.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'domovoy-storage-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const refusal = (name: string) => expect.objectContaining({ code: `KAFKA_${name}` });

describe('OffsetStore', () => {
  const file = () => path.join(dir, 'offsets.jsonl');
  const committed = (topic: string, partition: number, offset: number, metadata = '') => ({
    topic,
    partition,
    offset,
    metadata,
  });

  it('keeps the last commit of each partition, also for the next process', () => {
    const store = new OffsetStore(file());
    store.commit('g', [committed('t', 0, 1), committed('t', 1, 5, 'note')]);
    store.commit('g', [committed('t', 0, 2)]);
    store.commit('other', [committed('t', 0, 9)]);
    for (const each of [store, new OffsetStore(file())]) {
      expect(each.get('g', 't', 0)?.offset).toBe(2);
      expect(each.all('g')).toEqual([committed('t', 0, 2), committed('t', 1, 5, 'note')]);
      expect(each.groups).toEqual(['g', 'other']);
      each.close();
    }
  });

  it('drops a last line that a kill left unfinished, and lines that are no commits', () => {
    const store = new OffsetStore(file());
    store.commit('g', [committed('t', 0, 1)]);
    store.close();
    appendFileSync(file(), '"text"\n["g","t","0",4,""]\n["g","t",0,7');
    const next = new OffsetStore(file());
    expect(next.get('g', 't', 0)?.offset).toBe(1);
    next.commit('g', [committed('t', 0, 2)]);
    next.close();
    expect(readFileSync(file(), 'utf8')).toBe('["g","t",0,1,""]\n["g","t",0,2,""]\n');
  });

  it('forgets groups, and the offsets of a deleted topic in every group', () => {
    const store = new OffsetStore(file());
    store.commit('a', [committed('gone', 0, 1), committed('kept', 0, 2)]);
    store.commit('b', [committed('gone', 0, 3)]);
    store.commit('c', [committed('kept', 0, 4)]);
    store.forgetTopic('gone');
    store.forgetGroup('c');
    for (const each of [store, new OffsetStore(file())]) {
      expect(each.all('a')).toEqual([committed('kept', 0, 2)]);
      expect(each.groups).toEqual(['a']);
      each.close();
    }
  });

  it('rewrites a file that is mostly outdated', () => {
    const store = new OffsetStore(file());
    for (let offset = 1; offset <= 10_001; offset++) store.commit('g', [committed('t', 0, offset)]);
    expect(statSync(file()).size).toBeLessThan(100);
    expect(store.get('g', 't', 0)?.offset).toBe(10_001);
    store.close();
  });
});

describe('Topics', () => {
  const options = { segmentBytes: 2 ** 20, retentionBytes: Number.POSITIVE_INFINITY };
  const batch = () => encodeBatch([{ timestamp: 1, key: null, value: Buffer.from('v') }]);

  it('are there again for the next process, with their records', () => {
    const topics = new Topics(dir, options);
    topics.create('SIGN_UPS_ALL', 2);
    topics.partition('SIGN_UPS_ALL', 1).append(batch());
    const next = new Topics(dir, options);
    expect(next.names).toEqual(['SIGN_UPS_ALL']);
    expect(next.partitions('SIGN_UPS_ALL').map(({ endOffset }) => endOffset)).toEqual([0, 1]);
    topics.close();
    next.close();
  });

  it('differ by case, also where the file system does not tell folders apart', () => {
    const topics = new Topics(dir, options);
    topics.create('events', 1);
    topics.create('EVENTS', 1);
    expect(new Set(readdirSync(dir).map((folder) => folder.toLowerCase())).size).toBe(2);
    topics.close();
  });

  it('that are deleted and created anew are empty', () => {
    const topics = new Topics(dir, options);
    topics.create('t', 1);
    topics.partition('t', 0).append(batch());
    topics.delete('t');
    expect(() => topics.partitions('t')).toThrow(refusal('UNKNOWN_TOPIC_OR_PARTITION'));
    topics.create('t', 1);
    expect(topics.partition('t', 0).endOffset).toBe(0);
    topics.close();
  });

  it('whose creation or deletion a kill interrupted are gone', () => {
    mkdirSync(path.join(dir, 'half-1', '0'), { recursive: true });
    const topics = new Topics(dir, options);
    expect(topics.names).toEqual([]);
    expect(existsSync(path.join(dir, 'half-1'))).toBe(false);
    topics.close();
  });

  it.each(['', '.', '..', '../escape', 'a/b', 'топик', 'x'.repeat(250)])('cannot be called %j', (name) => {
    const topics = new Topics(dir, options);
    expect(() => topics.create(name, 1)).toThrow(refusal('INVALID_TOPIC'));
    topics.close();
  });

  it('are refused twice, and without partitions', () => {
    const topics = new Topics(dir, options);
    topics.create('t', 1);
    expect(() => topics.create('t', 1)).toThrow(refusal('TOPIC_ALREADY_EXISTS'));
    expect(() => topics.create('none', 0)).toThrow(refusal('INVALID_PARTITIONS'));
    topics.close();
  });

  it('tell who listens what was appended where', () => {
    const topics = new Topics(dir, options);
    const seen: Appended[] = [];
    const stop = topics.onAppend((appended) => seen.push(appended));
    topics.create('t', 2);
    topics.partition('t', 1).append(batch());
    stop();
    topics.partition('t', 1).append(batch());
    expect(seen).toEqual([{ topic: 't', partition: 1, firstOffset: 0, endOffset: 1 }]);
    topics.close();
  });
});
