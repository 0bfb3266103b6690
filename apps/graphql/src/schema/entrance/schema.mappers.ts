import type { EntranceRow } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type EntranceMapper = EntranceRow;
export type EntranceConnectionMapper = Connection<EntranceRow>;
export type { FlatMapEntry as FlatMapEntryMapper } from './flat-map.ts';
