import type { Requests, Responses } from '../protocol/apis.ts';
import { ErrorCode } from '../protocol/error-code.ts';
import { downConvert } from '../records/down-convert.ts';
import type { PartitionLog } from '../storage/partition-log.ts';
import type { Topics } from '../storage/topics.ts';
import { answerPartitions } from './answer-partitions.ts';

type Answer = Responses['Fetch']['topics'];

const REFUSED = { highWatermark: -1, lastStableOffset: -1, logStartOffset: -1, records: Buffer.alloc(0) };

/** Answers when there are enough bytes, when the client has waited as long as it wants to, or when a partition has an error. */
export async function fetchRecords(
  topics: Topics,
  request: Requests['Fetch'],
  version: number,
): Promise<Responses['Fetch']> {
  const deadline = Date.now() + request.maxWaitMs;
  for (;;) {
    const { answer, byteLength } = readPartitions(topics, request, version);
    const waitMs = deadline - Date.now();
    if (byteLength >= request.minBytes || hasError(answer) || waitMs <= 0) return { topics: answer };
    const logs = request.topics.flatMap(({ name, partitions }) =>
      partitions.map(({ index }) => topics.partition(name, index)),
    );
    await nextChange(logs, waitMs);
  }
}

function readPartitions(
  topics: Topics,
  request: Requests['Fetch'],
  version: number,
): { answer: Answer; byteLength: number } {
  let byteLength = 0;
  const answer = answerPartitions(request.topics, REFUSED, (topic, index, { offset, maxBytes }) => {
    const log = topics.partition(topic, index);
    const limit = Math.min(maxBytes, request.maxBytes - byteLength);
    // The first partition with data gets one batch whatever its size, or a large batch would block it for ever.
    const batches = log.read(offset, limit, byteLength === 0);
    const records = convertFor(version, batches, offset);
    byteLength += records.length;
    return {
      highWatermark: log.endOffset,
      lastStableOffset: log.endOffset,
      logStartOffset: log.startOffset,
      records,
    };
  });
  return { answer, byteLength };
}

/** Fetch 4 and later read record batches, 2 and 3 message format 1, 0 and 1 format 0. */
function convertFor(version: number, batches: Buffer, offset: number): Buffer {
  if (version >= 4) return batches;
  return downConvert(batches, version >= 2 ? 1 : 0, offset);
}

const hasError = (answer: Answer) =>
  answer.some(({ partitions }) => partitions.some(({ error }) => error !== ErrorCode.NONE));

/** Resolves on the next change of one of the logs, or after `waitMs`. */
function nextChange(logs: readonly PartitionLog[], waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      for (const forget of forgets) forget();
      resolve();
    };
    const timer = setTimeout(done, waitMs);
    const forgets = logs.map((log) => log.onNextChange(done));
  });
}
