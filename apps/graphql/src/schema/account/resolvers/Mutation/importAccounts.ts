import { mirrorOffError } from '../../../outcome/user-error.ts';
import { requestedRun } from '../../../sync-run/requested-run.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const importAccounts: NonNullable<MutationResolvers['importAccounts']> = async (
  _parent,
  { input },
  { commands, company },
) => {
  const requested = await (input.dryRun ? commands.previewImport() : commands.importAccounts());
  if (!('runId' in requested)) return mirrorOffError(requested.outcome);
  const run = await requestedRun(company, requested.runId);
  return { __typename: 'ImportAccountsPayload', run, isJoined: requested.outcome === 'joined' };
};
