import { DomovoyError } from '@domovoy/models';

/**
 * An integration cannot be used as it is stored: `INTEGRATION_CONFIG_INVALID`, `ENCRYPTION_KEY_MISSING`,
 * `INTEGRATION_UNKNOWN` or `INTEGRATION_EXISTS`. The message says what a person has to do.
 */
export class IntegrationAccessError extends DomovoyError {}
