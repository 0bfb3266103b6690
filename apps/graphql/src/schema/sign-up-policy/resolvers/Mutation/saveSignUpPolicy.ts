import { policyInvalidError, staleVersionError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { fieldOf, policyOf } from '../../policy-input.ts';
import { savedPolicy } from '../../saved-policy.ts';

export const saveSignUpPolicy: NonNullable<MutationResolvers['saveSignUpPolicy']> = async (
  _parent,
  { input },
  { commands },
) => {
  const { expectedVersion } = input;
  const result = await commands.saveSignUpPolicy({
    expectedVersion: expectedVersion === 0 ? null : expectedVersion,
    policy: policyOf(input),
  });
  if (result.kind === 'invalid')
    return policyInvalidError(
      result.problems.map(({ field, message }) => ({ field: fieldOf(field), message })),
    );
  if (result.kind === 'conflict') {
    const { version, by, at } = result;
    return staleVersionError({ currentVersion: version, changedBy: by, changedAt: at });
  }
  return { __typename: 'SaveSignUpPolicyPayload', policy: savedPolicy(result.policy) };
};
