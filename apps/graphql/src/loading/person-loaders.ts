import type { CompanyScope, DraftRow, PersonalUnread } from '@domovoy/store';
import type DataLoader from 'dataloader';
import { byKey } from './by-key.ts';

/** What belongs to the caller alone, by conversation. */
export interface PersonLoaders {
  readonly personalUnread: DataLoader<bigint, PersonalUnread | null>;
  readonly drafts: DataLoader<bigint, DraftRow | null>;
}

export const createPersonLoaders = (company: CompanyScope, person: string): PersonLoaders => ({
  personalUnread: byKey(
    (conversationIds) => company.loadPersonalUnread({ conversationIds, person }),
    (row) => row.conversationId,
  ),
  drafts: byKey(
    (conversationIds) => company.loadDrafts({ conversationIds, person }),
    (row) => row.conversationId,
  ),
});
