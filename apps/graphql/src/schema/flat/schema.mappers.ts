import type { FlatRow } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type FlatMapper = FlatRow;
export type FlatConnectionMapper = Connection<FlatRow>;
