import { StoreError } from '../errors/store-error.ts';

/** The run was taken over, cancelled or has ended: nothing was written, and nothing may be written any more. */
export class SyncRunLostError extends StoreError {
  constructor() {
    super('The run belongs to somebody else or has ended', { code: 'SYNC_RUN_LOST' });
  }
}
