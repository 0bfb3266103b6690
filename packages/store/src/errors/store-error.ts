import { DomovoyError } from '@domovoy/models';

/** A statement failed. The message never holds SQL, parameters or rows: they contain phones and texts of people. */
export class StoreError extends DomovoyError {}

/** The database cannot be reached, went away, or has no room for us at the moment. The same call may work later. */
export class StoreUnavailableError extends StoreError {}

/** The database did not answer in time. Whether the statement took effect is unknown. */
export class StoreTimeoutError extends StoreError {}

/** Postgres chose this transaction as the victim of a conflict. It took no effect; another attempt may succeed. */
export class StoreConflictError extends StoreError {}

/** A unique key, a check or a foreign key refused the row. */
export class StoreConstraintError extends StoreError {}
