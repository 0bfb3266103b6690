import { DomovoyError } from '@domovoy/models';
import type {
  AbonentRow,
  CompanyRow,
  CompanyScope,
  ConversationRow,
  InboxCoordinates,
  InboxEventRow,
  InboxSourceRow,
  KeysetPage,
  MessageRow,
  Page,
  SignUpEventRow,
  SignUpRow,
} from '@domovoy/store';
import DataLoader from 'dataloader';

/** The page of a list that belongs to a row: all that ask for the same page are read in one statement. */
export interface ChildPage {
  readonly parentId: bigint;
  readonly page: KeysetPage;
}

export interface ChildCount {
  readonly parentId: bigint;
  readonly limit: number;
}

type ChildPageLoader<Row> = DataLoader<ChildPage, Page<Row & { readonly key: string }>, string>;
type ChildCountLoader = DataLoader<ChildCount, number, string>;

/** Rows of the caller's company by key; null for what it has not. One statement per kind and tick. */
export interface Loaders {
  readonly company: () => Promise<CompanyRow>;
  readonly abonents: DataLoader<bigint, AbonentRow | null>;
  readonly abonentsByRosdomofonId: DataLoader<bigint, AbonentRow | null>;
  readonly signUps: DataLoader<bigint, SignUpRow | null>;
  readonly conversations: DataLoader<bigint, ConversationRow | null>;
  readonly messages: DataLoader<bigint, MessageRow | null>;
  readonly inboxEvents: DataLoader<InboxCoordinates, InboxEventRow | null, string>;
  readonly inboxSources: DataLoader<number, InboxSourceRow | null>;
  readonly messagePages: ChildPageLoader<MessageRow>;
  readonly messageCounts: ChildCountLoader;
  readonly timelinePages: ChildPageLoader<SignUpEventRow>;
  readonly timelineCounts: ChildCountLoader;
}

/** A list may have 100 rows with one of each per row; a statement with more ids than that helps nobody. */
const MAX_BATCH = 1_000;

export function createLoaders(company: CompanyScope): Loaders {
  let own: Promise<CompanyRow> | undefined;
  return {
    company: () => (own ??= loadOwnCompany(company)),
    abonents: byKey(company.loadAbonents, (row) => row.id),
    abonentsByRosdomofonId: byKey(company.loadAbonentsByRosdomofonId, (row) => row.rosdomofonId),
    signUps: byKey(company.loadSignUps, (row) => row.id),
    conversations: byKey(company.loadConversations, (row) => row.id),
    messages: byKey(company.loadMessages, (row) => row.id),
    inboxSources: byKey(company.loadInboxSources, (row) => row.id),
    inboxEvents: byText(company.loadInboxEvents, textOfCoordinates),
    messagePages: childPages((conversationIds, page) => company.listMessages({ conversationIds, page })),
    messageCounts: childCounts((conversationIds, limit) => company.countMessages({ conversationIds, limit })),
    timelinePages: childPages((signUpIds, page) => company.listSignUpEvents({ signUpIds, page })),
    timelineCounts: childCounts((signUpIds, limit) => company.countSignUpEvents({ signUpIds, limit })),
  };
}

async function loadOwnCompany(company: CompanyScope): Promise<CompanyRow> {
  const row = await company.loadCompany();
  if (row) return row;
  throw new DomovoyError('The company of a valid key is not there.', {
    code: 'COMPANY_MISSING',
    meta: { companyId: String(company.companyId) },
  });
}

function byKey<Key extends bigint | number, Row>(
  load: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row | null> {
  return new DataLoader(
    async (keys) => {
      const found = new Map((await load(keys)).map((row) => [keyOf(row), row]));
      return keys.map((key) => found.get(key) ?? null);
    },
    { maxBatchSize: MAX_BATCH },
  );
}

const textOfCoordinates = ({ sourceId, partition, offset }: InboxCoordinates) =>
  `${sourceId}:${partition}:${offset}`;

function byText<Key, Row extends Key>(
  load: (keys: readonly Key[]) => Promise<readonly Row[]>,
  textOf: (key: Key) => string,
): DataLoader<Key, Row | null, string> {
  return new DataLoader(
    async (keys) => {
      const found = new Map((await load(keys)).map((row) => [textOf(row), row]));
      return keys.map((key) => found.get(textOf(key)) ?? null);
    },
    { cacheKeyFn: textOf, maxBatchSize: MAX_BATCH },
  );
}

const textOfPage = ({ direction, limit, cursor, inclusive }: KeysetPage) =>
  `${direction} ${limit} ${inclusive === true} ${cursor ?? ''}`;

/** One statement per different page that is asked for in a tick; within a request that is nearly always one. */
function childPages<Row>(
  list: (parents: readonly bigint[], page: KeysetPage) => Promise<Map<bigint, Page<Row>>>,
): DataLoader<ChildPage, Page<Row>, string> {
  return new DataLoader(
    async (asked) => {
      const found = await perGroup(
        Map.groupBy(asked, ({ page }) => textOfPage(page)),
        async (group, { page }) =>
          list(
            group.map(({ parentId }) => parentId),
            page,
          ),
      );
      return asked.map(
        ({ parentId, page }) => found.get(textOfPage(page))?.get(parentId) ?? { rows: [], hasMore: false },
      );
    },
    { cacheKeyFn: ({ parentId, page }) => `${parentId} ${textOfPage(page)}`, maxBatchSize: MAX_BATCH },
  );
}

function childCounts(
  count: (parents: readonly bigint[], limit: number) => Promise<Map<bigint, number>>,
): ChildCountLoader {
  return new DataLoader(
    async (asked) => {
      const found = await perGroup(
        Map.groupBy(asked, ({ limit }) => String(limit)),
        async (group, { limit }) =>
          count(
            group.map(({ parentId }) => parentId),
            limit,
          ),
      );
      return asked.map(({ parentId, limit }) => found.get(String(limit))?.get(parentId) ?? 0);
    },
    { cacheKeyFn: ({ parentId, limit }) => `${parentId} ${limit}`, maxBatchSize: MAX_BATCH },
  );
}

async function perGroup<Asked, Found>(
  groups: Map<string, Asked[]>,
  read: (group: Asked[], first: Asked) => Promise<Found>,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  await Promise.all(
    [...groups].map(async ([text, group]) => {
      const [first] = group;
      if (first !== undefined) found.set(text, await read(group, first));
    }),
  );
  return found;
}
