import { forgetLoaded } from '../../../../context.ts';
import { mirrorOffError } from '../../../outcome/user-error.ts';
import { requestedRun, untilEnded } from '../../../sync-run/requested-run.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { findAccount, waitMsOf } from '../../refresh-input.ts';

export const refreshAccount: NonNullable<MutationResolvers['refreshAccount']> = async (
  _parent,
  { input },
  context,
) => {
  const { commands, company, feed } = context;
  const waitMs = waitMsOf(input);
  const known = await findAccount(context.loaders, input);
  if ('__typename' in known) return known;
  const since = await feed.cursorOfNow();
  const requested = await commands.refreshAccount(known.rosdomofonId);
  if (!('runId' in requested)) return mirrorOffError(requested.outcome);
  await untilEnded(context, requested.runId, { since, waitMs });
  forgetLoaded(context);
  const [run, account] = await Promise.all([
    requestedRun(company, requested.runId),
    context.loaders.accounts.load(known.id),
  ]);
  return { __typename: 'RefreshAccountPayload', run, account: account ?? known };
};
