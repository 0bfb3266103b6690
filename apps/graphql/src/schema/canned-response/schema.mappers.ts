import type { CannedResponseRow } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type CannedResponseMapper = CannedResponseRow;
export type CannedResponseConnectionMapper = Connection<CannedResponseRow>;
