import type { SyncRunRow } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type SyncRunMapper = SyncRunRow;
export type SyncRunConnectionMapper = Connection<SyncRunRow>;
