import DataLoader from 'dataloader';

/** A list may have 100 rows with one of each per row; a statement with more ids than that helps nobody. */
export const MAX_BATCH = 1_000;

/** Rows by their key; null for what there is not. One statement per tick. */
export function byKey<Key extends bigint | number | string, Row>(
  load: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row | null> {
  return new DataLoader(
    async (keys) => {
      const found = new Map((await load(keys)).map((row) => [keyOf(row), row]));
      return keys.map((key) => found.get(key) ?? null);
    },
    { maxBatchSize: MAX_BATCH },
  );
}

/** The same for keys of several parts. */
export function byText<Key, Row extends Key>(
  load: (keys: readonly Key[]) => Promise<readonly Row[]>,
  textOf: (key: Key) => string,
): DataLoader<Key, Row | null, string> {
  return new DataLoader(
    async (keys) => {
      const found = new Map((await load(keys)).map((row) => [textOf(row), row]));
      return keys.map((key) => found.get(textOf(key)) ?? null);
    },
    { cacheKeyFn: textOf, maxBatchSize: MAX_BATCH },
  );
}

/** All rows that belong to a key, which are few: no page of them is asked for. */
export function groupsByKey<Key extends bigint | string, Row>(
  load: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key | null,
): DataLoader<Key, readonly Row[]> {
  return new DataLoader(
    async (keys) => {
      const found = Map.groupBy(await load(keys), keyOf);
      return keys.map((key) => found.get(key) ?? []);
    },
    { maxBatchSize: MAX_BATCH },
  );
}
