import {
  addAuditEntry,
  type CannedResponseRow,
  deleteCannedResponse as deleteRow,
  findCannedResponse,
  insertCannedResponse,
  notifyChanges,
  type Store,
  type Tx,
  updateCannedResponse,
} from '@domovoy/store';
import { unknownFields } from '../../sign-up/policy/message-template.ts';
import { LONGEST_MESSAGE, outgoingText } from '../outgoing-text.ts';
import { CANNED_VARIABLES } from './variables.ts';

const LONGEST_TITLE = 100;

export type SaveCannedResult =
  | { readonly kind: 'saved'; readonly cannedResponse: CannedResponseRow }
  | { readonly kind: 'not-found' }
  /** Somebody else changed it meanwhile. */
  | { readonly kind: 'conflict'; readonly cannedResponse: CannedResponseRow }
  /** As they stand in the text, each once. */
  | { readonly kind: 'unknown-variables'; readonly variables: readonly string[] }
  | { readonly kind: 'text-refused' };

interface CannedToSave {
  readonly companyId: bigint;
  readonly actor: string;
  /** Null: a new one. */
  readonly changes: { readonly cannedResponseId: bigint; readonly expectedVersion: number } | null;
  readonly title: string;
  readonly text: string;
}

/** A variable that does not exist is refused where it is written, not in an abonent's chat. */
export async function saveCannedResponse(store: Store, given: CannedToSave): Promise<SaveCannedResult> {
  const [title, text] = [given.title.trim(), outgoingText(given.text)];
  if (title === '' || title.length > LONGEST_TITLE || text === null || text.length > LONGEST_MESSAGE)
    return { kind: 'text-refused' };
  const variables = unknownFields(text, CANNED_VARIABLES);
  if (variables.length > 0) return { kind: 'unknown-variables', variables };
  const saved = await store.transaction((tx) => save(tx, { ...given, title, text }));
  // Only a wake-up: readers poll as well.
  notifyChanges(store).catch(() => undefined);
  return saved;
}

async function save(tx: Tx, given: CannedToSave): Promise<SaveCannedResult> {
  const { companyId, actor, changes, title, text } = given;
  const row = { companyId, title, text, updatedBy: actor };
  const saved =
    changes === null
      ? await insertCannedResponse(tx, row)
      : await updateCannedResponse(tx, { ...row, ...changes });
  if (saved === null && changes !== null) {
    const now = await findCannedResponse(tx, { companyId, ...changes });
    return now === null ? { kind: 'not-found' } : { kind: 'conflict', cannedResponse: now };
  }
  if (saved === null) throw new TypeError('a new one is always saved');
  await note(tx, given, saved, 'canned_response.save');
  return { kind: 'saved', cannedResponse: saved };
}

/** False: the company has no such one (any more). */
export async function deleteCannedResponse(
  store: Store,
  given: { companyId: bigint; cannedResponseId: bigint; actor: string },
): Promise<boolean> {
  const isDeleted = await store.transaction(async (tx) => {
    const row = await deleteRow(tx, given);
    if (row === null) return false;
    await note(tx, given, row, 'canned_response.delete');
    return true;
  });
  if (isDeleted) notifyChanges(store).catch(() => undefined);
  return isDeleted;
}

const note = (
  tx: Tx,
  { companyId, actor }: { readonly companyId: bigint; readonly actor: string },
  { id, title, version }: CannedResponseRow,
  action: string,
): Promise<void> =>
  addAuditEntry(tx, {
    companyId,
    actor,
    action,
    entity: 'canned_response',
    entityId: id,
    details: { title, version },
  });
