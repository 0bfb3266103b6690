import type { Loaders } from '../../loaders.ts';

/** Where the Kafka record of a row stands; null for a row that has none. */
export async function kafkaCoordinates(
  loaders: Loaders,
  row: { sourceId: number | null; partition: number | null; offset: bigint | null },
): Promise<{ topic: string; partition: number; offset: number } | null> {
  const { sourceId, partition, offset } = row;
  if (sourceId === null || partition === null || offset === null) return null;
  const source = await loaders.inboxSources.load(sourceId);
  return source && { topic: source.topic, partition, offset: Number(offset) };
}
