import { countApiKeys, listApiKeys, loadApiKeys } from '../api-key/list-api-keys.ts';
import { countAuditEvents, listAuditEvents, loadAuditEntries } from '../audit/list-audit-events.ts';
import { countInvitations, listInvitations, loadInvitations } from '../person/invitations.ts';
import { countStaff, listStaff, loadStaff } from '../person/memberships.ts';
import { loadUsersByPublicId } from '../person/users.ts';
import { bind } from './bind.ts';
import type { CompanyReader } from './company-reader.ts';

/** Who may do what, and who did. */
export const accessReads = (reader: CompanyReader) => ({
  listApiKeys: bind(reader, listApiKeys),
  countApiKeys: bind(reader, countApiKeys),
  loadApiKeys: bind(reader, loadApiKeys),
  listAuditEvents: bind(reader, listAuditEvents),
  countAuditEvents: bind(reader, countAuditEvents),
  loadAuditEntries: bind(reader, loadAuditEntries),
  listStaff: bind(reader, listStaff),
  countStaff: bind(reader, countStaff),
  loadStaff: bind(reader, loadStaff),
  listInvitations: bind(reader, listInvitations),
  countInvitations: bind(reader, countInvitations),
  loadInvitations: bind(reader, loadInvitations),
  /** By what rows of the company name them. */
  loadPeople: (publicIds: readonly string[]) => loadUsersByPublicId(reader.db, publicIds),
});
