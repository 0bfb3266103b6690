import { StoreError } from '@domovoy/store';

/** SQLSTATE classes that speak of values: cardinality, data exception, integrity, program limit (an index row too long). */
const DATA_CLASSES = new Set(['21', '22', '23', '54']);

/** The database refuses what is in an event, and will do so again. */
export const isRefusedData = (error: unknown): error is StoreError =>
  error instanceof StoreError &&
  !error.retryable &&
  DATA_CLASSES.has(String(error.meta['sqlState'] ?? '').slice(0, 2));

/** What a person reads about it. */
export const refusalReason = (error: StoreError): string =>
  `the database refused the event: ${error.message}`;
