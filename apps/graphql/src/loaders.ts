import { DomovoyError } from '@domovoy/models';
import type {
  AbonentRow,
  CannedResponseRow,
  CompanyRow,
  CompanyScope,
  ConversationRow,
  InboxCoordinates,
  InboxEventRow,
  InboxSourceRow,
  MessageRow,
} from '@domovoy/store';
import type DataLoader from 'dataloader';
import type { Caller } from './commands/caller.ts';
import { type AccessLoaders, createAccessLoaders } from './loading/access-loaders.ts';
import { byKey, byText } from './loading/by-key.ts';
import {
  type ChildCountLoader,
  type ChildPageLoader,
  childCounts,
  childPages,
} from './loading/child-pages.ts';
import { createDeliveryLoaders, type DeliveryLoaders } from './loading/delivery-loaders.ts';
import { createIntegrationLoaders, type IntegrationLoaders } from './loading/integration-loaders.ts';
import { createIssueLoaders, type IssueLoaders } from './loading/issue-loaders.ts';
import { lazily } from './loading/lazily.ts';
import { createMirrorLoaders, type MirrorLoaders } from './loading/mirror-loaders.ts';
import { createPersonLoaders, type PersonLoaders } from './loading/person-loaders.ts';
import { createSignUpLoaders, type SignUpLoaders } from './loading/sign-up-loaders.ts';

/** Rows of the caller's company by key; null for what it has not. One statement per kind and tick. */
export interface Loaders
  extends AccessLoaders,
    DeliveryLoaders,
    IntegrationLoaders,
    IssueLoaders,
    MirrorLoaders,
    PersonLoaders,
    SignUpLoaders {
  readonly company: () => Promise<CompanyRow>;
  readonly abonents: DataLoader<bigint, AbonentRow | null>;
  readonly abonentsByRosdomofonId: DataLoader<bigint, AbonentRow | null>;
  readonly conversations: DataLoader<bigint, ConversationRow | null>;
  readonly messages: DataLoader<bigint, MessageRow | null>;
  readonly cannedResponses: DataLoader<bigint, CannedResponseRow | null>;
  readonly inboxEvents: DataLoader<InboxCoordinates, InboxEventRow | null, string>;
  readonly inboxSources: DataLoader<number, InboxSourceRow | null>;
  readonly messagePages: ChildPageLoader<MessageRow>;
  readonly messageCounts: ChildCountLoader;
}

/** `caller`: whose drafts and read marks are loaded. */
export const createLoaders = (company: CompanyScope, caller: Pick<Caller, 'actor'>): Loaders =>
  lazily(() => makeLoaders(company, caller));

function makeLoaders(company: CompanyScope, caller: Pick<Caller, 'actor'>): Loaders {
  let own: Promise<CompanyRow> | undefined;
  return {
    company: () => (own ??= loadOwnCompany(company)),
    abonents: byKey(company.loadAbonents, (row) => row.id),
    abonentsByRosdomofonId: byKey(company.loadAbonentsByRosdomofonId, (row) => row.rosdomofonId),
    conversations: byKey(company.loadConversations, (row) => row.id),
    messages: byKey(company.loadMessages, (row) => row.id),
    cannedResponses: byKey(company.loadCannedResponses, (row) => row.id),
    inboxSources: byKey(company.loadInboxSources, (row) => row.id),
    inboxEvents: byText(company.loadInboxEvents, textOfCoordinates),
    messagePages: childPages((conversationIds, page) => company.listMessages({ conversationIds, page })),
    messageCounts: childCounts((conversationIds, limit) => company.countMessages({ conversationIds, limit })),
    ...createAccessLoaders(company),
    ...createDeliveryLoaders(company),
    ...createIntegrationLoaders(company),
    ...createIssueLoaders(company),
    ...createMirrorLoaders(company),
    ...createPersonLoaders(company, caller),
    ...createSignUpLoaders(company),
  };
}

const textOfCoordinates = ({ sourceId, partition, offset }: InboxCoordinates) =>
  `${sourceId}:${partition}:${offset}`;

async function loadOwnCompany(company: CompanyScope): Promise<CompanyRow> {
  const row = await company.loadCompany();
  if (row) return row;
  throw new DomovoyError('The company of a valid key is not there.', {
    code: 'COMPANY_MISSING',
    meta: { companyId: String(company.companyId) },
  });
}
