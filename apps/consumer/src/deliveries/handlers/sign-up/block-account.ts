import { accountRows, isMadeBy, mirrorAccounts } from '@domovoy/domain';
import { listStepsOf } from '@domovoy/store';
import type { HandlerTools } from '../../delivery-handlers.ts';
import { type StepPayload, stepHandler } from './step.ts';

/** Blocks the account that was made for a sign-up that is taken back; one that the abonent had before stays as it is. */
export const blockAccount = (tools: HandlerTools) =>
  stepHandler<StepPayload>(
    tools,
    () => 'block_account',
    async ({ plan, signUp, rosdomofon, signal, record }) => {
      const made = (await listStepsOf(tools.store.db, signUp.id)).find(({ step }) => step === 'account');
      const { accountRosdomofonId, accountNumber } = plan;
      if (made === undefined || accountRosdomofonId === null || accountNumber === null)
        return { result: { isBlocked: false } };
      if (!isMadeBy(made))
        return made.state === 'done'
          ? { result: { isBlocked: false } }
          : { result: { isBlocked: false }, skippedFor: 'UNKNOWN_WHAT_WAS_MADE' };
      const account = await rosdomofon.accounts.get({ accountId: Number(accountRosdomofonId) }, { signal });
      record({ request: { block: 'account', accountNumber } });
      if (!account.blocked) await rosdomofon.accounts.block({ accountNumber }, { signal });
      return {
        result: { isBlocked: true, number: accountNumber },
        async mirror(tx) {
          const rows = accountRows({ ...account, blocked: true });
          await mirrorAccounts(tx, { companyId: signUp.companyId }, [rows]);
        },
      };
    },
  );
