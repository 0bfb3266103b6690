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
import { type FoundAccount, findByNumber, getAccount } from './find-account.ts';

type AccountCreate = Payload<(typeof DELIVERY_KINDS)['account.create']>;

/** Makes an account, unless there is one with this number. */
export const accountCreateHandler = ({
  store,
  rosdomofonOf,
}: HandlerTools): DeliveryHandler<AccountCreate> => ({
  async handle({ companyId, payload, ambiguousAttempts }, { integration, signal, record }) {
    const { number, phone } = payload;
    const rosdomofon = rosdomofonOf(integration);
    record({ request: { operation: 'accounts.create', accountNumber: number, phone } });
    const done = (account: FoundAccount, isNew: boolean) =>
      delivered({ accountRosdomofonId: account.id, isNew }, async (tx) => {
        await mirrorAccounts(tx, { companyId }, [accountRows(account)]);
      });

    const [row] = await store.company(companyId).loadAccountsByNumber({ numbers: [number], limit: 1 });
    const accountRosdomofonId = row ? Number(row.rosdomofonId) : null;
    const known =
      accountRosdomofonId === null ? null : await getAccount(rosdomofon, accountRosdomofonId, signal);
    const found =
      known?.number === number
        ? known
        : await findByNumber(rosdomofon, number, { isFresh: ambiguousAttempts > 0, signal });
    if (found !== null)
      return found.owner.phone === phone ? done(found, false) : dead('ACCOUNT_NUMBER_TAKEN');
    const { id } = await rosdomofon.accounts.create({ number, phone }, { signal });
    return done(await rosdomofon.accounts.get({ accountId: id }, { signal }), true);
  },
});
