import type { DeliveryTargetRow } from '@domovoy/store';

export type DeliveryTargetMapper = DeliveryTargetRow;
