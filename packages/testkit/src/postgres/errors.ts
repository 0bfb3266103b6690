import { DomovoyError } from '@domovoy/models';

export type PostgresLaunchErrorCode =
  | 'POSTGRES_PLATFORM_UNSUPPORTED'
  | 'POSTGRES_PORT_BUSY'
  | 'POSTGRES_DATA_VERSION'
  | 'POSTGRES_DATA_NOT_WRITABLE'
  | 'POSTGRES_DATA_FOREIGN'
  | 'POSTGRES_DATA_IN_USE'
  | 'POSTGRES_INIT_FAILED'
  | 'POSTGRES_START_FAILED';

/** The embedded Postgres cannot be started. The message says what to do about it. */
export class PostgresLaunchError extends DomovoyError {
  declare readonly code: PostgresLaunchErrorCode;

  constructor(code: PostgresLaunchErrorCode, message: string, cause?: unknown) {
    super(message, { code, cause });
  }
}
