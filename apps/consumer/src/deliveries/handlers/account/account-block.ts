import {
  accountRows,
  type DELIVERY_KINDS,
  delivered,
  mirrorAccounts,
  type Payload,
  retry,
} from '@domovoy/domain';
import type { HandlerTools } from '../../delivery-handlers.ts';
import type { DeliveryHandler } from '../../handler.ts';
import { type FoundAccount, findAccount } from './find-account.ts';

type AccountBlock = Payload<(typeof DELIVERY_KINDS)['account.block']>;

/** The service answered that it was done, and still tells otherwise: asked again, both are safe. */
const NOT_SEEN_MS = 1_000;

/** Blocks or unblocks an account, unless it is so. What the service tells of it then is in the mirror with the settling. */
export const accountBlockHandler = (
  { rosdomofonOf }: HandlerTools,
  isBlocked: boolean,
): DeliveryHandler<AccountBlock> => ({
  async handle({ companyId, payload }, { integration, signal, record }) {
    const { accounts } = rosdomofonOf(integration);
    const operation = isBlocked ? 'accounts.block' : 'accounts.unblock';
    record({ request: { operation, accountNumber: payload.number } });
    const done = (account: FoundAccount, isChanged: boolean) =>
      delivered({ accountRosdomofonId: account.id, isBlocked, isChanged }, async (tx) => {
        await mirrorAccounts(tx, { companyId }, [accountRows(account)]);
      });

    // A row that cannot be read is not this one, or the service tells when it is blocked.
    const call = { signal, onIssue: () => undefined };
    const before = await findAccount(rosdomofonOf(integration), payload, call);
    if (before?.blocked === isBlocked) return done(before, false);
    const change = isBlocked ? accounts.block : accounts.unblock;
    // Also when it was not found: the service says that better than we do.
    await change({ accountNumber: payload.number }, { signal });
    const known = { number: payload.number, accountRosdomofonId: before?.id ?? payload.accountRosdomofonId };
    const after = await findAccount(rosdomofonOf(integration), known, call);
    return after?.blocked === isBlocked ? done(after, true) : retry('EFFECT_NOT_SEEN', NOT_SEEN_MS);
  },
});
