import type { MutationResolvers } from '../../../types.generated.ts';
import { decideIssue } from '../../issue-outcome.ts';

export const resolveIssue: NonNullable<MutationResolvers['resolveIssue']> = async (
  _parent,
  { input },
  context,
) => {
  const outcome = await decideIssue<never>(context, input, {
    act: (decided) => context.commands.resolveIssue(decided),
    refusal: 'It is resolved already, and nothing has failed since.',
  });
  return '__typename' in outcome ? outcome : { __typename: 'ResolveIssuePayload', issue: outcome.issue };
};
