import { operatorOf } from '../../auth/caller.ts';
import { sendList } from '../../http-list.ts';
import { ABONENTS_V1, type Resource, viewOf } from '../../resource.ts';
import { accountWire } from '../../wire/account.ts';

/** All accounts in a bare array, without pages. */
export const listAccounts: Resource = (app, context) => {
  app.get(`${ABONENTS_V1}/accounts`, (request, reply) => {
    const company = operatorOf(request);
    const view = viewOf(context);
    const own = [...view.state.city.accounts.values()].filter((account) => account.company === company);
    return sendList(reply, own, (account) => accountWire(view, account));
  });
};
