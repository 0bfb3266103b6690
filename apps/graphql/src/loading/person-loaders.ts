import type { CompanyScope, DraftRow, PersonalUnread } from '@domovoy/store';
import type DataLoader from 'dataloader';
import type { Caller } from '../commands/caller.ts';
import { byKey } from './by-key.ts';

/** What belongs to the caller alone, by conversation. */
export interface PersonLoaders {
  readonly personalUnread: DataLoader<bigint, PersonalUnread | null>;
  readonly drafts: DataLoader<bigint, DraftRow | null>;
}

/** Who it is is read when something is loaded: an execution that never asks may be shared with others (shared-events.ts). */
export const createPersonLoaders = (company: CompanyScope, caller: Pick<Caller, 'actor'>): PersonLoaders => ({
  personalUnread: byKey(
    (conversationIds) => company.loadPersonalUnread({ conversationIds, person: caller.actor }),
    (row) => row.conversationId,
  ),
  drafts: byKey(
    (conversationIds) => company.loadDrafts({ conversationIds, person: caller.actor }),
    (row) => row.conversationId,
  ),
});
