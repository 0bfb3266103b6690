import type { Logger } from '@domovoy/service-kit';
import type { Store } from '@domovoy/store';
import type { PortalWatch } from '../hooks-intake/portal-watch.ts';
import type { Intake } from '../intake/intake.ts';
import type { Mirror } from '../sync/mirror.ts';
import { SyncWatch } from '../sync/sync-watch.ts';
import { Lease } from './lease.ts';
import { Ownership, type OwnershipOptions } from './ownership.ts';

export interface WorkerOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly startIntake: OwnershipOptions['startIntake'];
  readonly startMirror: OwnershipOptions['startMirror'];
  /** How long after a full import the next one begins by itself. */
  readonly syncEveryMs: number;
  readonly startDeliveries: OwnershipOptions['startDeliveries'];
  readonly startWatch?: OwnershipOptions['startWatch'];
}

export interface Worker extends AsyncDisposable {
  /** Is there a lease, and did the database answer the last heartbeat? */
  readonly isLeased: boolean;
  readonly hasLooked: boolean;
  readonly intakes: readonly Intake[];
  readonly mirrors: readonly Mirror[];
  readonly watches: readonly PortalWatch[];
  /** What is worked on at the moment, and as whom. */
  readonly owned: Ownership['owned'];
}

/** One of the processes that share the integrations among them. */
export function startWorker({
  store,
  logger,
  syncEveryMs,
  startIntake,
  startMirror,
  startDeliveries,
  startWatch,
}: WorkerOptions): Worker {
  const lease = new Lease({ store, logger, onLost: () => ownership.abandon() });
  const ownership = new Ownership({
    store,
    logger,
    startIntake,
    startDeliveries,
    ...(startWatch === undefined ? {} : { startWatch }),
    startMirror: (integration, owner) => {
      watch.look();
      return startMirror(integration, owner);
    },
    workerId: () => lease.workerId,
  });
  const watch = new SyncWatch({ store, logger, everyMs: syncEveryMs, mirrors: () => ownership.mirrors });
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
    get mirrors() {
      return ownership.mirrors;
    },
    get watches() {
      return ownership.watches;
    },
    get owned() {
      return ownership.owned;
    },
    async [Symbol.asyncDispose]() {
      await watch[Symbol.asyncDispose]();
      // The lease last: the others take over when the work has stopped, not before.
      await ownership[Symbol.asyncDispose]();
      await lease[Symbol.asyncDispose]();
    },
  };
}
