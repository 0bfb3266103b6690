import type { SignUpEventRow, SignUpRow } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type SignUpMapper = SignUpRow;
export type SignUpAddressMapper = SignUpRow;
export type SignUpEventMapper = SignUpEventRow;
export type SignUpConnectionMapper = Connection<SignUpRow>;
export type SignUpEventConnectionMapper = Connection<SignUpEventRow>;
