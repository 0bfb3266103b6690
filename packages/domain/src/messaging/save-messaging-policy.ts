import {
  addAuditEntry,
  loadMessagingPolicy,
  type MessagingPolicyRow,
  type Store,
  saveMessagingPolicy as save,
} from '@domovoy/store';
import { AutoReplyPolicy } from './auto-reply/auto-reply-policy.ts';

export interface MessagingPolicy {
  readonly sendBy: MessagingPolicyRow['sendBy'];
  readonly autoReplies: AutoReplyPolicy | null;
  /** 0: the company never said anything; these are the defaults. */
  readonly version: number;
}

export async function readMessagingPolicy(store: Store, companyId: bigint): Promise<MessagingPolicy> {
  const row = await loadMessagingPolicy(store.db, companyId);
  if (row === null) return { sendBy: 'kafka', autoReplies: null, version: 0 };
  const autoReplies = AutoReplyPolicy.nullable().safeParse(row.autoReplies);
  return { sendBy: row.sendBy, autoReplies: autoReplies.data ?? null, version: row.version };
}

export type SavePolicyResult =
  | { readonly kind: 'saved'; readonly policy: MessagingPolicy }
  | { readonly kind: 'invalid'; readonly problems: readonly { path: string; message: string }[] }
  /** Somebody else has changed it. */
  | { readonly kind: 'conflict'; readonly policy: MessagingPolicy };

/** How the company writes to its abonents from now on; what is queued goes the way it was queued for. */
export async function saveMessagingPolicy(
  store: Store,
  given: {
    readonly companyId: bigint;
    readonly sendBy: MessagingPolicyRow['sendBy'];
    readonly autoReplies: unknown;
    readonly expectedVersion: number;
    readonly actor: string;
  },
): Promise<SavePolicyResult> {
  const { companyId, sendBy, expectedVersion, actor } = given;
  const parsed = AutoReplyPolicy.nullable().safeParse(given.autoReplies);
  if (!parsed.success)
    return {
      kind: 'invalid',
      problems: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    };
  const autoReplies = parsed.data;
  const version = await store.transaction(async (tx) => {
    const known = await loadMessagingPolicy(tx, companyId);
    const saved = await save(tx, { companyId, sendBy, autoReplies, updatedBy: actor, expectedVersion });
    if (saved === null) return null;
    await addAuditEntry(tx, {
      companyId,
      actor,
      action: 'messaging_policy.save',
      entity: 'messaging_policy',
      entityId: companyId,
      details: { version: saved },
      before: known && { sendBy: known.sendBy, autoReplies: known.autoReplies },
      after: { sendBy, autoReplies },
    });
    return saved;
  });
  if (version === null) return { kind: 'conflict', policy: await readMessagingPolicy(store, companyId) };
  return { kind: 'saved', policy: { sendBy, autoReplies, version } };
}
