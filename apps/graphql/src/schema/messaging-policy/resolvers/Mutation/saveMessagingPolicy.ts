import { policyInvalidError, staleVersionError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { lowerCase } from '../../../values/enum-value.ts';
import { autoRepliesOf, fieldOf } from '../../policy-input.ts';

export const saveMessagingPolicy: NonNullable<MutationResolvers['saveMessagingPolicy']> = async (
  _parent,
  { input },
  { commands },
) => {
  const result = await commands.saveMessagingPolicy({
    sendBy: lowerCase(input.sendBy),
    autoReplies: input.autoReplies ? autoRepliesOf(input.autoReplies) : null,
    expectedVersion: input.expectedVersion,
  });
  if (result.kind === 'invalid')
    return policyInvalidError(
      result.problems.map(({ path, message }) => ({ field: fieldOf(path), message })),
    );
  if (result.kind === 'conflict') return staleVersionError({ currentVersion: result.policy.version });
  return { __typename: 'SaveMessagingPolicyPayload', policy: result.policy };
};
