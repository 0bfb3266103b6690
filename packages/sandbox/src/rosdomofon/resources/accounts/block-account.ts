import { lookupFor } from '../../lookup.ts';
import { ABONENTS_V1, type Resource } from '../../resource.ts';

/** By the number in the operator's billing, not by id (facts §1.3). Blocking twice is no mistake. */
export const blockAccount: Resource = (app, context) => {
  const { state } = context;
  for (const [method, isBlocked] of [
    ['PUT', true],
    ['DELETE', false],
  ] as const)
    app.route<{ Params: { accountNumber: string } }>({
      method,
      url: `${ABONENTS_V1}/accounts/:accountNumber/block`,
      handler: (request, reply) => {
        const account = lookupFor(request, context).accountByNumber(request.params.accountNumber);
        if (account.isBlocked !== isBlocked)
          state.commit({ what: 'account blocked', id: account.id, isBlocked });
        return reply.send();
      },
    });
};
