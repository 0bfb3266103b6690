import { offeredVersions, type Requests } from '../protocol/apis.ts';
import { ErrorCode, KafkaError } from '../protocol/error-code.ts';
import type { Handlers } from '../server/request-context.ts';
import { attempt } from './answer-partitions.ts';
import { type BrokerState, NODE_ID } from './broker-state.ts';

const CLUSTER_ID = 'domovoy-sandbox';
/** CreateTopics: "as many partitions as the broker thinks best". */
const BROKER_DEFAULT = -1;

type TopicHandlers = Pick<Handlers, 'ApiVersions' | 'Metadata' | 'CreateTopics' | 'DeleteTopics'>;

export function createTopicHandlers(state: BrokerState): TopicHandlers {
  const { topics, offsets } = state;
  return {
    ApiVersions: () => ({ error: ErrorCode.NONE, apis: offeredVersions }),

    Metadata({ topics: wanted, allowAutoCreate }, { version }) {
      // Version 0 has no null: there an empty list asks for all topics.
      const asksForAll = wanted === null || (version === 0 && wanted.length === 0);
      const names = asksForAll ? topics.names : wanted;
      return {
        brokers: [{ nodeId: NODE_ID, ...state.address() }],
        clusterId: CLUSTER_ID,
        controllerId: NODE_ID,
        topics: names.map((name) => describeTopic(state, name, allowAutoCreate)),
      };
    },

    CreateTopics({ topics: wanted, validateOnly }) {
      return { topics: wanted.map((topic) => createTopic(state, topic, validateOnly)) };
    },

    DeleteTopics({ topics: doomed }) {
      return {
        topics: doomed.map((name) => {
          const deleteTopic = () => {
            topics.delete(name);
            offsets.forgetTopic(name);
            return {};
          };
          return { ...attempt(deleteTopic, {}), name };
        }),
      };
    },
  };
}

function describeTopic(state: BrokerState, name: string, allowAutoCreate: boolean) {
  const { error, count } = attempt(() => ({ count: partitionCount(state, name, allowAutoCreate) }), {
    count: 0,
  });
  const partitions = Array.from({ length: count }, (_, index) => ({
    error: ErrorCode.NONE,
    index,
    leader: NODE_ID,
    replicas: [NODE_ID],
    inSyncReplicas: [NODE_ID],
  }));
  return { error, name, partitions };
}

/** Asking for a topic creates it, where both sides allow that. */
function partitionCount(state: BrokerState, name: string, allowAutoCreate: boolean): number {
  const { topics, defaultPartitions } = state;
  if (topics.has(name)) return topics.partitions(name).length;
  topics.assertCreatable(name, defaultPartitions);
  if (!state.autoCreateTopics || !allowAutoCreate) throw new KafkaError('UNKNOWN_TOPIC_OR_PARTITION');
  return topics.create(name, defaultPartitions).length;
}

function createTopic(
  state: BrokerState,
  wanted: Requests['CreateTopics']['topics'][number],
  validateOnly: boolean,
) {
  const { name, partitions, replicationFactor, assignments } = wanted;
  const asked = assignments.length > 0 ? assignments.length : partitions;
  const count = asked === BROKER_DEFAULT ? state.defaultPartitions : asked;
  const create = () => {
    if (replicationFactor > 1)
      throw new KafkaError('INVALID_REPLICATION_FACTOR', 'one broker, so one replica');
    state.topics.assertCreatable(name, count);
    if (!validateOnly) state.topics.create(name, count);
    return {};
  };
  return { ...attempt(create, {}), name };
}
