import { z } from 'zod';
import { sendProblem } from '../problem.ts';
import type { Resource } from '../resource.ts';

/** Requests write the status in lower case, events in upper case (facts §1.3). Only what is given is changed. */
const SignUpChange = z.object({
  status: z.enum(['unprocessed', 'processed', 'connected', 'delegated', 'rejected']).optional(),
  isVirtual: z.boolean().optional(),
  rejectedReason: z.string().optional(),
});

/** A changed sign-up is told to both topics, as the real service does. */
export const signUps: Resource = (app, { log, events, signUps: known }) => {
  app.patch<{ Params: { id: string } }>('/abonents-service/api/v2/sign_ups/:id', (request, reply) => {
    const change = SignUpChange.safeParse(request.body ?? {});
    if (!change.success) return sendProblem(reply, 400, z.prettifyError(change.error));
    const signUp = known.byId(Number(request.params.id));
    if (!signUp) return sendProblem(reply, 404, `There is no sign-up ${request.params.id}`);
    const { status, isVirtual, rejectedReason } = change.data;
    const changed = {
      ...signUp,
      ...(status === undefined ? {} : { status: status.toUpperCase() }),
      ...(isVirtual === undefined ? {} : { virtual: isVirtual }),
      ...(rejectedReason === undefined ? {} : { rejectedReason }),
    };
    for (const record of events().signUpRecords(changed)) log.append(record);
    return reply.send();
  });
};
