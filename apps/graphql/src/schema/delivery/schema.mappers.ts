import type { DeliveryAttemptRow, DeliveryRow } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type DeliveryMapper = DeliveryRow;
export type DeliveryAttemptMapper = DeliveryAttemptRow;
export type DeliveryConnectionMapper = Connection<DeliveryRow>;
