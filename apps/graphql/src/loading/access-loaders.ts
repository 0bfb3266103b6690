import type {
  ApiKeyListed,
  AuditEntryRow,
  CompanyScope,
  InvitationRow,
  StaffRow,
  UserRow,
} from '@domovoy/store';
import type DataLoader from 'dataloader';
import { byKey } from './by-key.ts';

export interface AccessLoaders {
  readonly apiKeys: DataLoader<bigint, ApiKeyListed | null>;
  readonly auditEvents: DataLoader<bigint, AuditEntryRow | null>;
  readonly invitations: DataLoader<bigint, InvitationRow | null>;
  /** By the public id that rows name them by. */
  readonly people: DataLoader<string, Pick<UserRow, 'publicId' | 'name'> | null>;
  /** By the id of the person. */
  readonly staff: DataLoader<bigint, StaffRow | null>;
}

export const createAccessLoaders = (company: CompanyScope): AccessLoaders => ({
  apiKeys: byKey(company.loadApiKeys, (row) => row.id),
  auditEvents: byKey(company.loadAuditEntries, (row) => row.id),
  invitations: byKey(company.loadInvitations, (row) => row.id),
  people: byKey(company.loadPeople, (row) => row.publicId),
  staff: byKey(company.loadStaff, (row) => row.userId),
});
