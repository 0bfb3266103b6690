import { z } from 'zod';
import { abonentOf } from '../../auth/caller.ts';
import { parsed, RequestProblem } from '../../problem.ts';
import { RDAS_V1, type Resource } from '../../resource.ts';
import { keysOfAbonent } from './list-keys.ts';

/** The field is called `rele` (facts §1.2). */
const Opening = z.object({ rele: z.int() });

/** Opens the door of one of the abonent's keys; every opening is on record. */
export const openDoor: Resource = (app, { state, now }) => {
  app.post<{ Params: { adapterId: string } }>(`${RDAS_V1}/rdas/:adapterId/activate_key`, (request, reply) => {
    const { id: abonentId } = abonentOf(request);
    const { adapterId } = request.params;
    const { rele: relay } = parsed(Opening, request.body);
    const keys = keysOfAbonent(state.current().city, abonentId);
    if (!keys.some(({ rda, relay: opens }) => rda.uid === adapterId && opens === relay))
      throw new RequestProblem(403, `The abonent has no key for the relay ${relay} of ${adapterId}`);
    state.commit({ what: 'door opened', abonentId, adapterId, relay, atMs: now() });
    return reply.send({});
  });
};
