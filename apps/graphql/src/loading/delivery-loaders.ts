import type {
  CompanyScope,
  DeliveryAttemptRow,
  DeliveryBacklogRow,
  DeliveryRow,
  DeliveryTargetRow,
  JobRow,
} from '@domovoy/store';
import type DataLoader from 'dataloader';
import { MAX_COUNT } from '../connection/read-connection.ts';
import { UNPAGED_LISTS } from '../execution/gate/unpaged-lists.ts';
import { byKey, groupsByKey } from './by-key.ts';

export interface DeliveryLoaders {
  readonly deliveries: DataLoader<bigint, DeliveryRow | null>;
  /** The newest 50 of each delivery. */
  readonly deliveryAttempts: DataLoader<bigint, readonly DeliveryAttemptRow[]>;
  readonly jobs: DataLoader<bigint, JobRow | null>;
  readonly deliveryTargets: DataLoader<bigint, DeliveryTargetRow | null>;
  readonly deliveryBacklogs: DataLoader<bigint, DeliveryBacklogRow | null>;
}

export const createDeliveryLoaders = (company: CompanyScope): DeliveryLoaders => ({
  deliveries: byKey(company.loadDeliveries, (row) => row.id),
  deliveryAttempts: groupsByKey(
    (deliveryIds: readonly bigint[]) =>
      company.loadDeliveryAttempts({ deliveryIds, limit: UNPAGED_LISTS['Delivery.attempts'] }),
    (row) => row.deliveryId,
  ),
  jobs: byKey(company.loadJobs, (row) => row.id),
  deliveryTargets: byKey(company.loadDeliveryTargets, (row) => row.id),
  deliveryBacklogs: byKey(
    (integrationIds: readonly bigint[]) =>
      company.loadDeliveryBacklogs({ integrationIds, countUpTo: MAX_COUNT + 1 }),
    (row) => row.integrationId,
  ),
});
