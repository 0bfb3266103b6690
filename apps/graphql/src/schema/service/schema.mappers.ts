import type { ServiceConnectionRow, ServiceRow } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type ServiceMapper = ServiceRow;
export type ServiceConnectionMapper = ServiceConnectionRow;
export type ServiceConnectionConnectionMapper = Connection<ServiceConnectionRow>;
export type ServiceListConnectionMapper = Connection<ServiceRow>;
