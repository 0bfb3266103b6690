import { DEFAULT_POLICY, type SignUpPolicy, SignUpRules } from '@domovoy/domain';
import type { SignUpPolicyRow } from '@domovoy/store';

/** A company's policy, and who said so when. */
export interface SavedPolicy extends SignUpPolicy {
  readonly startsAt: Date | null;
  /** 0: these are the defaults. */
  readonly version: number;
  readonly updatedBy: string | null;
  readonly updatedAt: Date | null;
}

export function savedPolicy(row: SignUpPolicyRow | null): SavedPolicy {
  if (row === null)
    return { ...DEFAULT_POLICY, startsAt: null, version: 0, updatedBy: null, updatedAt: null };
  const { mode, startsAt, version, updatedBy, updatedAt } = row;
  return { mode, rules: SignUpRules.parse(row.rules), startsAt, version, updatedBy, updatedAt };
}
