import { z } from 'zod';
import { topicsOf } from '../../../topics/company-topics.ts';
import type { EventLog, LoggedRecord } from '../../../topics/event-log.ts';
import { defineCall } from '../../call.ts';
import { limit, waitMs } from '../../fields.ts';

export const listMessagesOut = defineCall({
  method: 'GET',
  path: '/messages-out',
  summary: 'What was produced to MESSAGES_OUT, oldest first.',
  accepts: z.strictObject({
    since: z
      .string()
      .regex(/^\d+(\.\d+)*$/, 'expected the "next" of an earlier answer, or 0')
      .default('0')
      .describe('the "next" of an earlier answer: only what came later; 0 or nothing: from the beginning'),
    waitMs,
    limit,
  }),
  async run({ since, limit: atMost, waitMs: patienceMs }, { log, companyShortName }, signal) {
    const topic = topicsOf(companyShortName).messagesOut;
    const over = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    for (;;) {
      const page = readPage(log, topic, since, atMost);
      if (page.messages.length > 0 || patienceMs === 0 || over.aborted) return page;
      await log.changed(topic, over);
    }
  },
});

function readPage(log: EventLog, topic: string, since: string, atMost: number) {
  const asked = since.split('.').map(Number);
  const ends = log.endOffsets(topic);
  // A place behind the end is one of an earlier topic of this name: everything in the new one is later.
  const next = ends.map((end, partition) => ((asked[partition] ?? 0) > end ? 0 : (asked[partition] ?? 0)));
  const queues = next.map((offset, partition) => log.read(topic, { partition, offset, limit: atMost }));
  const messages: LoggedRecord[] = [];
  for (let record = oldest(queues); record && messages.length < atMost; record = oldest(queues)) {
    queues[record.partition]?.shift();
    next[record.partition] = record.offset + 1;
    messages.push(record);
  }
  return { messages: messages.map(readable), next: next.join('.') };
}

/** The oldest of the records that come next; within a partition the order is never changed. */
const oldest = (queues: readonly LoggedRecord[][]) =>
  queues
    .flatMap(([head]) => head ?? [])
    .reduce<LoggedRecord | undefined>((a, b) => (a && a.timestampMs <= b.timestampMs ? a : b), undefined);

const text = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('utf8');

function readable({ partition, offset, timestampMs, key, value }: LoggedRecord) {
  const at = { partition, offset, timestampMs, key: text(key) };
  try {
    return { ...at, event: JSON.parse(text(value) ?? '') as unknown };
  } catch {
    return { ...at, event: null, notJson: text(value) };
  }
}
