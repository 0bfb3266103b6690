import type { Logger } from '@domovoy/service-kit';
import type { Store } from '@domovoy/store';
import type { Intake } from '../intake/intake.ts';
import { Lease } from './lease.ts';
import { Ownership, type OwnershipOptions } from './ownership.ts';

export interface WorkerOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly startIntake: OwnershipOptions['startIntake'];
  readonly startDeliveries: OwnershipOptions['startDeliveries'];
}

export interface Worker extends AsyncDisposable {
  /** Is there a lease, and did the database answer the last heartbeat? */
  readonly isLeased: boolean;
  readonly hasLooked: boolean;
  readonly intakes: readonly Intake[];
}

/** One of the processes that share the integrations among them. */
export function startWorker({ store, logger, startIntake, startDeliveries }: WorkerOptions): Worker {
  const lease = new Lease({ store, logger, onLost: () => ownership.abandon() });
  const ownership = new Ownership({
    store,
    logger,
    startIntake,
    startDeliveries,
    workerId: () => lease.workerId,
  });
  return {
    get isLeased() {
      return lease.workerId !== null && lease.isAnswered;
    },
    get hasLooked() {
      return ownership.hasLooked;
    },
    get intakes() {
      return ownership.intakes;
    },
    async [Symbol.asyncDispose]() {
      // The lease last: the others take over when the work has stopped, not before.
      await ownership[Symbol.asyncDispose]();
      await lease[Symbol.asyncDispose]();
    },
  };
}
