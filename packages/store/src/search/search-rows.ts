import type { AccountRow } from '../account/account-columns.ts';
import { readAccountSearch } from '../account/account-search-text.ts';
import { listAccounts } from '../account/list-accounts.ts';
import type { CompanyReader } from '../company/company-reader.ts';
import type { ConversationRow } from '../conversation/conversation-filter.ts';
import { loadConversations } from '../conversation/load-conversations.ts';
import { loadMessages, type MessageRow } from '../conversation/load-messages.ts';
import { listEntrances } from '../entrance/list-entrances.ts';
import type { EntranceRow } from '../entrance/load-entrances.ts';
import type { KeysetPage } from '../page/keyset.ts';
import { loadSignUps } from '../sign-up/load-sign-ups.ts';
import type { SignUpRow } from '../sign-up/sign-up-filter.ts';
import { addressWords } from './address-words.ts';
import { findDocuments, type SearchedEntity } from './find-documents.ts';
import {
  conversationQuery,
  messageQuery,
  type SearchQuery,
  type SearchText,
  signUpQuery,
} from './search-text.ts';

/** Up to `limit` rows, the newest first. */
export interface SearchRows extends SearchText {
  readonly limit: number;
}

type Load<Row> = (reader: CompanyReader, ids: readonly bigint[]) => Promise<Row[]>;

/** Two statements: which rows, and the rows. */
const searchIn =
  <Row extends { readonly id: bigint }>(
    entity: SearchedEntity,
    queryOf: (search: SearchText) => SearchQuery,
    load: Load<Row>,
  ) =>
  async (reader: CompanyReader, { limit, ...search }: SearchRows): Promise<Row[]> => {
    const query = queryOf(search);
    if (query.length === 0) return [];
    const ids = await findDocuments(reader, { entity, query, limit });
    return (await load(reader, ids)).toSorted((a, b) => (a.id < b.id ? 1 : -1));
  };

export const searchMessages = searchIn<MessageRow>('message', messageQuery, loadMessages);
export const searchSignUps = searchIn<SignUpRow>('sign_up', signUpQuery, loadSignUps);
export const searchConversations = searchIn<ConversationRow>(
  'conversation',
  conversationQuery,
  loadConversations,
);

const firstPage = (limit: number): KeysetPage => ({ direction: 'forward', limit, cursor: null });

/** As the list of accounts finds them, but nothing by a text in which there is nothing to search by. */
export async function searchAccounts(
  reader: CompanyReader,
  { text, searchesPhones, limit }: SearchRows,
): Promise<readonly AccountRow[]> {
  if (readAccountSearch(text).length === 0) return [];
  const filter = { search: text, searchesPhones };
  return (await listAccounts(reader, { filter, page: firstPage(limit) })).rows;
}

/** As the list of entrances finds them. */
export async function searchEntrances(
  reader: CompanyReader,
  { text, limit }: Pick<SearchRows, 'text' | 'limit'>,
): Promise<readonly EntranceRow[]> {
  if (addressWords(text).length === 0) return [];
  return (await listEntrances(reader, { filter: { search: text }, page: firstPage(limit) })).rows;
}
