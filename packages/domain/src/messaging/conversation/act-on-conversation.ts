import {
  addAuditEntry,
  type ConversationRow,
  changeConversation,
  lockConversation,
  notifyChanges,
  type Store,
  type Tx,
} from '@domovoy/store';

interface Act {
  readonly companyId: bigint;
  readonly conversationId: bigint;
  /** `user:…`, `api-key:<public id>`. */
  readonly actor: string;
}

/** What every act on a conversation gets. */
export type ConversationAct<Given> = [store: Store, given: Act & Readonly<Given>];

/** One at a time for each conversation; readers are woken after the commit. */
export async function actOnConversation<Result>(
  store: Store,
  act: Act,
  work: (tx: Tx, conversation: ConversationRow) => Promise<Result>,
): Promise<Result | { readonly kind: 'not-found' }> {
  const result = await store.transaction(async (tx) => {
    const conversation = await lockConversation(tx, act);
    return conversation === null ? ({ kind: 'not-found' } as const) : work(tx, conversation);
  });
  // Only a wake-up: readers poll as well.
  notifyChanges(store).catch(() => undefined);
  return result;
}

type Change = Parameters<typeof changeConversation>[2];

/** The row, the feed and the trail. */
export async function changeByHand(
  tx: Tx,
  before: ConversationRow,
  change: Change,
  {
    actor,
    action,
    details = {},
  }: { actor: string; action: string; details?: Readonly<Record<string, unknown>> },
): Promise<ConversationRow> {
  const after = await changeConversation(tx, before, change);
  await addAuditEntry(tx, {
    companyId: before.companyId,
    actor,
    action,
    entity: 'conversation',
    entityId: before.id,
    details,
  });
  return after;
}
