import type { Requests, Responses } from '../protocol/apis.ts';
import { ErrorCode } from '../protocol/error-code.ts';
import type { Handlers } from '../server/request-context.ts';
import type { CommittedOffset } from '../storage/offset-store.ts';
import { answerPartitions } from './answer-partitions.ts';
import type { BrokerState } from './broker-state.ts';

/** Older versions have no error of their own, only the partitions' errors. */
const FIRST_OFFSET_FETCH_WITH_ERROR = 2;

type CommittedTopics = Requests['OffsetCommit']['topics'];

export function createOffsetHandlers(
  state: BrokerState,
): Pick<Handlers, 'OffsetCommit' | 'OffsetFetch' | 'TxnOffsetCommit'> {
  const { groups } = state;
  return {
    OffsetCommit: (request) => ({
      topics: commit(state, request.groupId, request.topics, groups.mayCommit(request)),
    }),

    // A transaction's offsets count at once: see producer-handlers.ts.
    TxnOffsetCommit({ groupId, topics }) {
      const error = groups.isDenied(groupId) ? ErrorCode.GROUP_AUTHORIZATION_FAILED : ErrorCode.NONE;
      return { topics: commit(state, groupId, topics, error) };
    },

    OffsetFetch({ groupId, topics }, { version }) {
      if (groups.isDenied(groupId)) return refuseOffsetFetch(topics ?? [], version);
      return {
        error: ErrorCode.NONE,
        topics: readOffsets(state, groupId, topics ?? committedTopics(state, groupId)),
      };
    },
  };
}

function commit(
  { topics, offsets }: BrokerState,
  groupId: string,
  committed: CommittedTopics,
  refusal: ErrorCode,
): Responses['OffsetCommit']['topics'] {
  if (refusal !== ErrorCode.NONE) {
    return committed.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ index }) => ({ index, error: refusal })),
    }));
  }
  const accepted: CommittedOffset[] = [];
  const answers = answerPartitions(committed, {}, (topic, partition, { offset, metadata }) => {
    topics.partition(topic, partition); // throws when there is none
    accepted.push({ topic, partition, offset, metadata: metadata ?? '' });
    return {};
  });
  offsets.commit(groupId, accepted);
  return answers;
}

type FetchedTopics = NonNullable<Requests['OffsetFetch']['topics']>;

function readOffsets({ offsets }: BrokerState, groupId: string, topics: FetchedTopics) {
  const nothing = { offset: -1, metadata: '' };
  return answerPartitions(topics, nothing, (topic, index) => offsets.get(groupId, topic, index) ?? nothing);
}

function committedTopics({ offsets }: BrokerState, groupId: string): FetchedTopics {
  const byTopic = Map.groupBy(offsets.all(groupId), ({ topic }) => topic);
  return [...byTopic].map(([name, committed]) => ({
    name,
    partitions: committed.map(({ partition }) => partition),
  }));
}

function refuseOffsetFetch(topics: FetchedTopics, version: number): Responses['OffsetFetch'] {
  const error = ErrorCode.GROUP_AUTHORIZATION_FAILED;
  if (version >= FIRST_OFFSET_FETCH_WITH_ERROR) return { error, topics: [] };
  const refused = topics.map(({ name, partitions }) => ({
    name,
    partitions: partitions.map((index) => ({ index, offset: -1, metadata: '', error })),
  }));
  return { error, topics: refused };
}
