export type { AbonentRow as AbonentMapper } from '@domovoy/store';
