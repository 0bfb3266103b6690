import { ErrorCode, KafkaError } from '../protocol/error-code.ts';

/** A refusal becomes its error code; anything else is a bug and goes up. */
export function attempt<A>(answer: () => A, refused: A): A & { error: ErrorCode; message: string | null } {
  try {
    return { ...answer(), error: ErrorCode.NONE, message: null };
  } catch (error) {
    if (error instanceof KafkaError) return { ...refused, error: error.errorCode, message: error.message };
    throw error;
  }
}

type PartitionRequest = number | { readonly index: number };

interface TopicRequest<P> {
  readonly name: string;
  readonly partitions: readonly P[];
}

interface TopicAnswer<A> {
  name: string;
  partitions: (A & { index: number; error: ErrorCode })[];
}

/** The shape that most requests share: topics, each with partitions. `refused` is what a refused partition is told besides the code. */
export function answerPartitions<P extends PartitionRequest, A>(
  topics: readonly TopicRequest<P>[],
  refused: A,
  answer: (topic: string, index: number, partition: P) => A,
): TopicAnswer<A>[] {
  return topics.map(({ name, partitions }) => ({
    name,
    partitions: partitions.map((partition) => {
      const index = typeof partition === 'number' ? partition : partition.index;
      return { ...attempt(() => answer(name, index, partition), refused), index };
    }),
  }));
}
