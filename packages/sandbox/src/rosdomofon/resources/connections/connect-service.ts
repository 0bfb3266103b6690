import { z } from 'zod';
import type { Account, Flat } from '../../city/entities.ts';
import { idIn, type Lookup, lookupFor } from '../../lookup.ts';
import { parsed, RequestProblem } from '../../problem.ts';
import { ABONENTS_V1, type Resource } from '../../resource.ts';

/** Whole numbers: a flat id that is text is refused (facts §1.3). */
const NewConnection = z.object({ flatId: z.int(), accountId: z.int().nullish() });

/**
 * Connecting the same service twice makes two service connections: nothing is known of the real service, and of all
 * answers this is the one that shows a client that repeats without looking.
 */
export const connectService: Resource = (app, { state, now, ...rest }) => {
  const context = { state, now, ...rest };
  app.post(`${ABONENTS_V1}/services/:serviceId/connections`, (request, reply) => {
    const here = lookupFor(request, context);
    const service = here.service(idIn(request, 'serviceId'));
    const { flatId, accountId } = parsed(NewConnection, request.body);
    const flat = existing(() => here.flat(flatId));
    if (!flat.entrance || !service.entrances.includes(flat.entrance))
      throw new RequestProblem(
        422,
        `The service ${service.id} is not to be had in the entrance of the flat ${flatId}`,
      );
    const account = accountFor(here, flat, accountId ?? null);
    const id = state.takeIds();
    state.commit({
      what: 'service connected',
      id,
      serviceId: service.id,
      flatId,
      accountId: account.id,
      atMs: now(),
    });
    return reply.send({ id });
  });
};

/** That of the flat, when none is named; then that of the flat's owner. */
function accountFor(here: Lookup, flat: Flat, accountId: number | null): Account {
  if (accountId !== null) return existing(() => here.account(accountId));
  const account = flat.account ?? flat.owner.accounts.find(({ company }) => company === here.company);
  if (!account)
    throw new RequestProblem(422, `The flat ${flat.id} has no account, and no accountId was given`);
  return account;
}

/** What a body names and is not there is a body that cannot be processed: 422, not 404. */
function existing<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    if (error instanceof RequestProblem && error.status === 404) throw new RequestProblem(422, error.message);
    throw error;
  }
}
