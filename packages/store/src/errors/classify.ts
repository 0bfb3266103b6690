import postgres from 'postgres';
import {
  StoreConflictError,
  StoreConstraintError,
  StoreError,
  StoreTimeoutError,
  StoreUnavailableError,
} from './store-error.ts';

type Kind = 'unavailable' | 'timeout' | 'conflict' | 'constraint' | 'schema' | 'rejected';

/** By SQLSTATE; where no code matches, by its class (the first two characters). */
const KIND_OF_CODE: Readonly<Record<string, Kind>> = {
  '25P03': 'timeout', // idle_in_transaction_session_timeout
  '25P04': 'timeout', // transaction_timeout
  '57014': 'timeout', // statement_timeout
  '55P03': 'conflict', // lock_timeout
  '55006': 'conflict', // object in use
  '42P01': 'schema', // no such table
  '42703': 'schema', // no such column
  '3D000': 'unavailable', // no such database
  '42501': 'unavailable', // no permission: somebody has to grant it, then it works
};
const KIND_OF_CLASS: Readonly<Record<string, Kind>> = {
  '08': 'unavailable', // connection
  '28': 'unavailable', // wrong user or password
  '53': 'unavailable', // no room: disk, memory, connections
  '57': 'unavailable', // shutdown, crash, still starting
  '58': 'unavailable', // input, output
  '23': 'constraint',
  '40': 'conflict', // deadlock, serialisation
};

const KINDS: Readonly<
  Record<Kind, { says: string; code: string; retryable: boolean; Class: typeof StoreError }>
> = {
  unavailable: {
    says: 'The database is not available',
    code: 'STORE_UNAVAILABLE',
    retryable: true,
    Class: StoreUnavailableError,
  },
  timeout: {
    says: 'The database did not answer in time',
    code: 'STORE_TIMEOUT',
    retryable: true,
    Class: StoreTimeoutError,
  },
  conflict: {
    says: 'The database gave another transaction way',
    code: 'STORE_CONFLICT',
    retryable: true,
    Class: StoreConflictError,
  },
  constraint: {
    says: 'The database refused the row',
    code: 'STORE_CONSTRAINT',
    retryable: false,
    Class: StoreConstraintError,
  },
  schema: {
    says: 'The database lacks a table or column: run the migrations',
    code: 'STORE_SCHEMA_OUTDATED',
    retryable: false,
    Class: StoreError,
  },
  rejected: {
    says: 'The database rejected the statement',
    code: 'STORE_STATEMENT_REJECTED',
    retryable: false,
    Class: StoreError,
  },
};

/** Whatever a statement threw, as an error that is safe to log and says whether another attempt makes sense. */
export function storeError(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  if (error instanceof postgres.PostgresError) return ofServer(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (
    /^(CONNECT|ECONN|EPIPE|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|ENOENT|ERR_STREAM|ERR_SOCKET|ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/.test(
      code,
    )
  )
    return new StoreUnavailableError(`${KINDS.unavailable.says} (${code})`, {
      code: 'STORE_UNAVAILABLE',
      retryable: true,
      unknownOutcome: isLostOnTheWay(code),
      meta: { cause: code },
    });
  return error instanceof Error && error.cause !== undefined && 'query' in error
    ? storeError(error.cause)
    : error;
}

/** A connection that was never made has executed nothing; one that broke may have. */
const isLostOnTheWay = (code: string) =>
  !/^(CONNECT_TIMEOUT|ECONNREFUSED|ENOTFOUND|EAI_|EHOST|ENET|ENOENT)/.test(code);

function ofServer(error: postgres.PostgresError): StoreError {
  const kind = KIND_OF_CODE[error.code] ?? KIND_OF_CLASS[error.code.slice(0, 2)] ?? 'rejected';
  const { says, code, retryable, Class } = KINDS[kind];
  const by = error.constraint_name ? ` by ${error.constraint_name}` : '';
  return new Class(`${says}${by} (SQLSTATE ${error.code})`, {
    code,
    retryable,
    // Ended from outside: the commit may have been through.
    unknownOutcome: error.code.startsWith('57P'),
    // The server's own words may quote values ("invalid input syntax for type uuid: …"), its code and names do not.
    meta: {
      sqlState: error.code,
      table: error.table_name ?? null,
      constraint: error.constraint_name ?? null,
      routine: error.routine ?? null,
    },
  });
}

/** May the same work succeed when it is tried again later? True for outages, conflicts and timeouts. */
export const isRetryable = (error: unknown): boolean => {
  const known = storeError(error);
  return known instanceof StoreError && known.retryable;
};
