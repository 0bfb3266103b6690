import { userInputError } from '../../../../errors/public-error.ts';
import { findSignUp } from '../../../sign-up/act-outcome.ts';
import { decisionOf } from '../../../sign-up/approval-outcome.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

const MAX_IDS = 20;

export const previewApproval: NonNullable<QueryResolvers['previewApproval']> = async (
  _parent,
  { ids, decision },
  { commands, loaders },
) => {
  if (ids.length > MAX_IDS) throw userInputError(`\`ids\` may be ${MAX_IDS} at most.`);
  const decided = decision ? decisionOf(decision) : {};
  const known = await Promise.all([...new Set(ids)].map((id) => findSignUp(loaders, id)));
  const previews = [];
  // One after the other: each asks the database several things at once.
  for (const signUp of known)
    if (signUp !== null) previews.push(await commands.previewApproval(signUp.id, decided));
  return previews.filter((preview) => preview !== null);
};
