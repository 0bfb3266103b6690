import { type DraftRow, deleteDraft, lockConversation, type Store, saveDraft as save } from '@domovoy/store';
import { LONGEST_MESSAGE } from '../outgoing-text.ts';

export type SaveDraftResult =
  | { readonly kind: 'saved'; readonly draft: DraftRow | null }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'too-long' };

/**
 * What a person has begun to write, for when they come back to it or to another device; an empty one is deleted. The
 * last one that is saved counts.
 *
 * Neither told to the feed nor audited: nobody but its author sees it, and it is saved with every pause of their typing.
 */
export async function saveDraft(
  store: Store,
  given: { companyId: bigint; conversationId: bigint; person: string; text: string },
): Promise<SaveDraftResult> {
  const text = given.text.replaceAll('\0', '').toWellFormed();
  if (text.length > LONGEST_MESSAGE) return { kind: 'too-long' };
  return store.transaction(async (tx): Promise<SaveDraftResult> => {
    // An answer that is queued at the same moment deletes it: one of them comes first.
    if ((await lockConversation(tx, given)) === null) return { kind: 'not-found' };
    if (text.trim() !== '') return { kind: 'saved', draft: await save(tx, { ...given, text }) };
    await deleteDraft(tx, given);
    return { kind: 'saved', draft: null };
  });
}
