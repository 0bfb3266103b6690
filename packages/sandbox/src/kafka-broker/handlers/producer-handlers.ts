import { ErrorCode } from '../protocol/error-code.ts';
import type { Handlers } from '../server/request-context.ts';
import { answerPartitions } from './answer-partitions.ts';
import type { BrokerState } from './broker-state.ts';

interface ProducerIdentity {
  readonly producerId: number;
  readonly producerEpoch: number;
}

type ProducerHandlers = Pick<
  Handlers,
  'InitProducerId' | 'AddPartitionsToTxn' | 'AddOffsetsToTxn' | 'EndTxn'
>;

/**
 * Idempotent producers, and transactions as far as a client needs them to run: records are visible and offsets count at once,
 * so a commit has nothing left to do. An abort is refused: what it should undo has been seen.
 */
export function createProducerHandlers({ topics, groups }: BrokerState): ProducerHandlers {
  // Repeats are recognised by the producer's id, so an id must never come twice, also not after a restart: hence the clock.
  let nextProducerId = Date.now() * 1000;
  const transactional = new Map<string, ProducerIdentity>();

  const identify = (transactionalId: string | null): ProducerIdentity => {
    const known = transactionalId === null ? undefined : transactional.get(transactionalId);
    if (!known) return { producerId: nextProducerId++, producerEpoch: 0 };
    // The higher epoch shuts out an earlier producer of the same transactional id.
    return { producerId: known.producerId, producerEpoch: known.producerEpoch + 1 };
  };

  return {
    InitProducerId({ transactionalId }) {
      const identity = identify(transactionalId);
      if (transactionalId !== null) transactional.set(transactionalId, identity);
      return { error: ErrorCode.NONE, ...identity };
    },

    AddPartitionsToTxn: ({ topics: joined }) => ({
      topics: answerPartitions(joined, {}, (topic, index) => {
        topics.partition(topic, index); // throws when there is none
        return {};
      }),
    }),

    AddOffsetsToTxn: ({ groupId }) => ({
      error: groups.isDenied(groupId) ? ErrorCode.GROUP_AUTHORIZATION_FAILED : ErrorCode.NONE,
    }),

    EndTxn: ({ isCommit }) => ({ error: isCommit ? ErrorCode.NONE : ErrorCode.INVALID_TXN_STATE }),
  };
}
