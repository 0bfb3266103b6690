import type { AuditEntryRow, AuditCause as Cause } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type AuditCauseMapper = Cause;
export type AuditEventMapper = AuditEntryRow;
export type AuditEventConnectionMapper = Connection<AuditEntryRow>;
