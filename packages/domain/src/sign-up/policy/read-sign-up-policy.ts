import { type Executor, findSignUpPolicy } from '@domovoy/store';
import { DEFAULT_POLICY, type SignUpPolicy, SignUpRules } from './sign-up-policy.ts';

/** How the company has its sign-ups worked on, also when it has not said so. */
export async function readSignUpPolicy(db: Executor, companyId: bigint): Promise<SignUpPolicy> {
  const row = await findSignUpPolicy(db, companyId);
  return row === null ? DEFAULT_POLICY : { mode: row.mode, rules: SignUpRules.parse(row.rules) };
}
