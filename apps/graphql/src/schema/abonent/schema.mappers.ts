import type { AbonentRow } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type AbonentMapper = AbonentRow;
export type AbonentConnectionMapper = Connection<AbonentRow>;
