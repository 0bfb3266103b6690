import {
  accountRows,
  type DELIVERY_KINDS,
  dead,
  delivered,
  mirrorAccounts,
  type Payload,
} from '@domovoy/domain';
import type { HandlerTools } from '../../delivery-handlers.ts';
import type { DeliveryHandler } from '../../handler.ts';
import { type FoundAccount, findAccount } from './find-account.ts';

type AccountCreate = Payload<(typeof DELIVERY_KINDS)['account.create']>;

/** Makes an account, unless there is one with this number. */
export const accountCreateHandler = ({
  store,
  rosdomofonOf,
}: HandlerTools): DeliveryHandler<AccountCreate> => ({
  async handle({ companyId, payload }, { integration, signal, record }) {
    const { number, phone } = payload;
    const rosdomofon = rosdomofonOf(integration);
    record({ request: { operation: 'accounts.create', accountNumber: number, phone } });
    const done = (account: FoundAccount, isNew: boolean) =>
      delivered({ accountRosdomofonId: account.id, isNew }, async (tx) => {
        await mirrorAccounts(tx, { companyId }, [accountRows(account)]);
      });

    const [known] = await store.company(companyId).loadAccountsByNumber({ numbers: [number], limit: 1 });
    const accountRosdomofonId = known ? Number(known.rosdomofonId) : null;
    const found = await findAccount(rosdomofon, { number, accountRosdomofonId }, { signal });
    if (found !== null)
      return found.owner.phone === phone ? done(found, false) : dead('ACCOUNT_NUMBER_TAKEN');
    const { id } = await rosdomofon.accounts.create({ number, phone }, { signal });
    return done(await rosdomofon.accounts.get({ accountId: id }, { signal }), true);
  },
});
