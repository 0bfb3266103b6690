import {
  addAuditEntry,
  companySince,
  findSignUpPolicy,
  insertSignUpPolicy,
  type SignUpPolicyRow,
  type Store,
  updateSignUpPolicy,
} from '@domovoy/store';
import { SignUpPolicyInput } from './sign-up-policy.ts';

export type SavedSignUpPolicy =
  | { readonly kind: 'saved'; readonly policy: SignUpPolicyRow }
  /** Each with the path of the field. */
  | {
      readonly kind: 'invalid';
      readonly problems: readonly { readonly field: string; readonly message: string }[];
    }
  /** Somebody else saved one meanwhile. */
  | { readonly kind: 'conflict'; readonly by: string; readonly at: Date; readonly version: number };

/**
 * The company's policy becomes this. `expectedVersion` is the one that the person saw; null: they saw none. It holds
 * for what is decided from now on; sign-ups that wait for a person stay with them.
 */
export async function saveSignUpPolicy(
  store: Store,
  given: {
    companyId: bigint;
    actor: string;
    expectedVersion: number | null;
    policy: { mode: unknown; startsAt?: unknown; rules?: unknown };
  },
): Promise<SavedSignUpPolicy> {
  const { companyId, actor, expectedVersion } = given;
  const startsAt = given.policy.startsAt ?? (await companySince(store.db, companyId));
  const parsed = SignUpPolicyInput.safeParse({ ...given.policy, startsAt });
  if (!parsed.success)
    return {
      kind: 'invalid',
      problems: parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })),
    };
  return store.transaction(async (tx) => {
    const row = { companyId, ...parsed.data, updatedBy: actor };
    const known = await findSignUpPolicy(tx, companyId);
    const saved =
      expectedVersion === null
        ? await insertSignUpPolicy(tx, row)
        : await updateSignUpPolicy(tx, row, expectedVersion);
    if (saved === null) {
      const now = await findSignUpPolicy(tx, companyId);
      return {
        kind: 'conflict',
        by: now?.updatedBy ?? '',
        at: now?.updatedAt ?? new Date(0),
        version: now?.version ?? 0,
      };
    }
    await addAuditEntry(tx, {
      companyId,
      actor,
      action: 'sign_up_policy.save',
      entity: 'sign_up_policy',
      entityId: companyId,
      details: { version: saved.version },
      before: known && policyValues(known),
      after: policyValues(saved),
    });
    return { kind: 'saved', policy: saved };
  });
}

const policyValues = ({ mode, startsAt, rules }: SignUpPolicyRow) => ({ mode, startsAt, rules });

/** The demo company does all by itself. Nothing changes when it has a policy. */
export async function ensureAutomaticPolicy(store: Store, companyId: bigint, actor: string): Promise<void> {
  await saveSignUpPolicy(store, { companyId, actor, expectedVersion: null, policy: { mode: 'automatic' } });
}
