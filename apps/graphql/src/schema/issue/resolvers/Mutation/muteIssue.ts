import type { MuteTimeRefused } from '@domovoy/domain';
import { timeRefusedError } from '../../../sign-up-review/review-outcome.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { decideIssue } from '../../issue-outcome.ts';

export const muteIssue: NonNullable<MutationResolvers['muteIssue']> = async (_parent, { input }, context) => {
  const until = input.until ?? null;
  const outcome = await decideIssue<MuteTimeRefused>(context, input, {
    act: (decided) => context.commands.muteIssue({ ...decided, until }),
    refusal: 'It is not muted.',
  });
  if ('__typename' in outcome) return outcome;
  return outcome.kind === 'time-refused'
    ? timeRefusedError()
    : { __typename: 'MuteIssuePayload', issue: outcome.issue };
};
