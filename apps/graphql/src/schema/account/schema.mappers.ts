import type { AccountRow } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type AccountMapper = AccountRow;
export type AccountConnectionMapper = Connection<AccountRow>;
